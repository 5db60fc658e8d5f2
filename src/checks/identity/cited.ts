import type { Code } from '../../model/check-table.ts';
import type { Reference } from '../../model/reference.ts';
import type { Claim, Outcome } from '../../model/outcome.ts';
import type { Therapy } from '../../model/therapy.ts';
import type { Vocabulary } from '../../model/vocabulary.ts';
import type { Entry } from '../../reading/corpus.ts';
import type { Check, CheckRecorder } from '../check.ts';
import type { CheckContext } from '../context.ts';
import { wholePart } from '../context/part.ts';
import type { Extractor } from '../context/extracts.ts';
import type { PlacedFact } from '../facts.ts';
import { reportOf } from '../trace.ts';
import { authorsOf, authorsText, endsWithName, folded } from './folded.ts';

/**
 * A check of what a review calls the works that a fact cites; it cannot be asked where none of them is in the
 * library.
 */
function ofNamedWorks(
  code: Code,
  run: (
    citedAs: CitedAs,
    works: Reference[],
    placed: PlacedFact,
    ask: CheckRecorder,
    context: CheckContext,
  ) => void,
): Check<'fact'> {
  return {
    code,
    scope: 'fact',
    run(placed, ask, context) {
      if (!('citedAs' in placed.fact)) return;
      const { citedAs, cites = [] } = placed.fact;
      if (!citedAs) return;
      const works = cites.flatMap((key) => context.works.get(key) ?? []);
      if (works.length === 0) ask.skip();
      else run(citedAs, works, placed, ask, context);
    },
  };
}
type CitedAs = NonNullable<(Outcome | Claim)['citedAs']>;

/** The name that a review prints beside a citation is by custom that of the first author. */
export const citedAuthor = ofNamedWorks('identity/cited-author', ({ author }, works, placed, ask) => {
  const firsts = works.flatMap((work) => authorsOf(work).slice(0, 1));
  if (author === undefined || firsts.length === 0) return;
  const isFirst = firsts.some((names) => endsWithName(author, names));
  const [work] = works as [Reference];
  ask.expect(isFirst, () => ({
    where: ['citedAs', 'author'],
    message: `${reportOf(placed)} names ${author} where it cites ${work.id}, whose authors begin with ${authorsText(work)}`,
    actual: author,
    expected: authorsText(work),
    help: 'compare with the text of the review; where it prints the name, the note stands',
  }));
});

interface Agent {
  id: string;
  class: string;
  label: string;
  names: string[];
}

const givenIn: Extractor<Agent[]> = {
  name: 'agents',
  of: ['therapies', 'vocabulary'],
  extract({ kind, source }) {
    if (kind === 'vocabulary')
      return ((source.data as Vocabulary | undefined)?.agents ?? []).map(
        ({ id, class: own, label, synonyms }) => agentOf(id, own, label.en, [label.zh, ...synonyms]),
      );
    const therapy = source.data as Therapy | undefined;
    if (!therapy) return [];
    const { class: own, name, brand, code } = therapy;
    return [agentOf((source as Entry).id, own, name.en, [name.zh, ...brand, ...code])];
  },
};

const agentOf = (id: string, own: string, label: string, names: readonly (string | undefined)[]): Agent => ({
  id,
  class: own,
  label,
  names: [label, ...names].flatMap((name) => (name ? [folded(name)] : [])),
});

/** Everything that is given and has a name: therapies, and the agents of the vocabulary. */
const agents = wholePart('agents', [givenIn], (collect) => collect(givenIn).flatMap(({ value }) => value));

/** Whether a title has one of the names of an agent: Chinese is written without spaces between words. */
function isNamedIn(title: string, { names }: Agent): boolean {
  return names.some((name) =>
    /^[\p{Script=Han}]/u.test(name) ? title.includes(name) : ` ${title} `.includes(` ${name} `),
  );
}

/**
 * The agents that a review names against those in the titles that it cites. A title need not name every
 * agent: only where it names another of the same class instead do the two contradict each other.
 */
export const citedAgent = ofNamedWorks(
  'identity/cited-agent',
  ({ agents: ids }, works, placed, ask, { of }) => {
    if (!ids) return;
    const all = of(agents);
    const title = folded(works.map((work) => `${work.title} ${work.custom?.['title-en'] ?? ''}`).join(' '));
    const inTitle = all.filter((agent) => isNamedIn(title, agent));
    const printed = all.filter(({ id }) => ids.includes(id) && !inTitle.some((agent) => agent.id === id));
    const titled = inTitle.filter(({ id }) => !ids.includes(id));
    const [other] = printed.flatMap((own) =>
      titled.flatMap((one) => (one.class === own.class ? { wrong: own.label, right: one.label } : [])),
    );
    ask.expectNone(other, ({ wrong, right }) => ({
      where: ['citedAs', 'agents'],
      message: `${reportOf(placed)} names ${wrong}, but the title of ${works.map(({ id }) => id).join(', ')} names ${right}`,
      actual: wrong,
      expected: right,
      help: 'compare with the text of the review and with the work cited; where the review prints it so, the warning stands',
    }));
  },
);

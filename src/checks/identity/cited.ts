import type { Reference } from '../../model/reference.ts';
import type { Claim, Outcome } from '../../model/outcome.ts';
import type { Corpus } from '../../reading/corpus.ts';
import type { Check, Tally } from '../check.ts';
import { factsOf, type PlacedFact } from '../facts.ts';
import { reportOf } from '../trace.ts';
import { authorsOf, authorsText, byKey, endsWithName, folded } from './folded.ts';

type CitedAs = NonNullable<(Outcome | Claim)['citedAs']>;

/** Every fact whose review names the works that it cites, with these works. */
function* namedCitations(corpus: Corpus, tally: Tally): Generator<{ placed: PlacedFact; citedAs: CitedAs; works: Reference[] }> {
  const workOf = byKey(corpus.files.references?.data ?? []);
  for (const placed of factsOf(corpus)) {
    const { citedAs, cites = [] } = placed.fact;
    if (!citedAs) continue;
    const works = cites.flatMap((key) => workOf.get(key) ?? []);
    if (works.length === 0) tally.skip();
    else yield { placed, citedAs, works };
  }
}

/** The name that a review prints beside a citation is by custom that of the first author. */
export const citedAuthor: Check = {
  code: 'identity/cited-author',
  run({ corpus }, tally) {
    for (const { placed, citedAs, works } of namedCitations(corpus, tally)) {
      const { source, path, fact } = placed;
      const { author } = citedAs;
      const firsts = works.flatMap((work) => authorsOf(work).slice(0, 1));
      if (author === undefined || firsts.length === 0) continue;
      const [work] = works as [Reference];
      tally.expect(
        source,
        firsts.some((names) => endsWithName(author, names)),
        () => ({
          where: [...path, 'citedAs', 'author'],
          message: `${reportOf(placed)} names ${author} where it cites ${work.id}, whose authors begin with ${authorsText(work)}`,
          actual: author,
          expected: authorsText(work),
          help: 'compare with the text of the review; where it prints the name, the note stands',
        }),
        fact,
      );
    }
  },
};

interface Agent {
  id: string;
  class: string;
  label: string;
  names: string[];
}

/** Everything that is given and has a name: therapies, and the agents of the vocabulary. */
function agentsOf({ entries, files }: Corpus): Agent[] {
  const therapies = entries.therapies.flatMap(({ id, data }) =>
    data ? [{ id, class: data.class, label: data.name.en, names: [data.name.zh, ...data.brand, ...data.code] }] : [],
  );
  const others = (files.vocabulary?.data?.agents ?? []).map(({ id, class: own, label, synonyms }) => ({
    id,
    class: own,
    label: label.en,
    names: [label.zh, ...synonyms],
  }));
  return [...therapies, ...others].map((agent) => ({
    ...agent,
    names: [agent.label, ...agent.names].flatMap((name) => (name ? [folded(name)] : [])),
  }));
}

/** Whether a title has one of the names of an agent: Chinese is written without spaces between words. */
function isNamedIn(title: string, { names }: Agent): boolean {
  return names.some((name) => (/^[\p{Script=Han}]/u.test(name) ? title.includes(name) : ` ${title} `.includes(` ${name} `)));
}

/**
 * The agents that a review names against those in the titles that it cites. A title need not name every agent: only
 * where it names another of the same class instead do the two contradict each other.
 */
export const citedAgent: Check = {
  code: 'identity/cited-agent',
  run({ corpus }, tally) {
    const all = agentsOf(corpus);
    for (const { placed, citedAs, works } of namedCitations(corpus, tally)) {
      if (!citedAs.agents) continue;
      const title = folded(works.map((work) => `${work.title} ${work.custom?.['title-en'] ?? ''}`).join(' '));
      const inTitle = all.filter((agent) => isNamedIn(title, agent));
      const [printed, titled] = [
        all.filter(({ id }) => citedAs.agents!.includes(id) && !inTitle.some((agent) => agent.id === id)),
        inTitle.filter(({ id }) => !citedAs.agents!.includes(id)),
      ];
      const [wrong, right] = printed.flatMap((own) =>
        titled.filter((other) => other.class === own.class).map((other) => [own.label, other.label]),
      )[0] ?? [undefined, undefined];
      tally.expect(
        placed.source,
        wrong === undefined,
        () => ({
          where: [...placed.path, 'citedAs', 'agents'],
          message: `${reportOf(placed)} names ${wrong}, but the title of ${works.map(({ id }) => id).join(', ')} names ${right}`,
          actual: wrong!,
          expected: right!,
          help: 'compare with the text of the review and with the work cited; where the review prints it so, the warning stands',
        }),
        placed.fact,
      );
    }
  },
};

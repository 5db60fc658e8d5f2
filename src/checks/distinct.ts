import type { Figure } from '../model/figure.ts';
import type { Report, Trial } from '../model/trial.ts';
import type { Check } from './check.ts';
import type { FileSubject } from './subjects.ts';
import { itemIn } from '../model/need.ts';
import { byText } from '../model/order.ts';

/** What a fact says, where that stands and how it is named. All else says what it is about. */
const says = new Set([
  ...[
    'events',
    'total',
    'percent',
    'value',
    'low',
    'high',
    'estimate',
    'interval',
    'p',
    'date',
    'favours',
    'direction',
    'missing',
  ],
  ...['prediction', 'i2', 'tau2', 'heterogeneity', 'differs', 'certainty', 'studies', 'patients'],
  ...['id', 'role', 'locator', 'note', 'trace', 'citedAs', 'waivers'],
]);

/**
 * No two facts of a report and no two claims of a review are equal in all but their figures: readers and
 * tables would take each for a contradiction of the other. Facts that were read on two pages are two readings
 * of one.
 */
export const indistinct: Check<'file'> = {
  code: 'schema/indistinct',
  scope: 'file',
  run({ kind, source, data }, ask) {
    const stated = statedIn({ kind, data } as FileSubject);
    if (!stated) return;
    const { list, facts } = stated;
    const pages = kind === 'trials' ? pagesOf(data) : new Map();
    const first = new Map<string, number>();
    facts.forEach((fact, i) => {
      const about = aboutOf(fact, pages);
      const earlier = first.get(about);
      ask.expectNone(earlier, (twin) => ({
        where: [list, i],
        message: `only its figures distinguish ${fact.id} from ${itemIn(facts, twin).id} on line ${
          source.at([list, twin]).line
        }`,
        actual: fact.id,
        expected:
          'another arm, population, time, grade, term, definition, factor, agent, schedule, assay or unit',
        help: 'say in a few words what each is about, with term: or definition: (or agent, schedule, assay …)',
      }));
      if (earlier === undefined) first.set(about, i);
    });
  },
};

/** What a file states, and under which key. */
function statedIn({
  kind,
  data,
}: FileSubject): { list: string; facts: readonly { id: string }[] } | undefined {
  if (kind === 'trials') return { list: 'outcomes', facts: data.outcomes };
  if (kind === 'reviews') return { list: 'claims', facts: data.claims };
  return kind === 'syntheses' ? { list: 'pooled', facts: data.pooled } : undefined;
}

type Source = Report['sources'][number];
/** The pages of all reports, by report and id. */
type Pages = ReadonlyMap<string, Omit<Source, 'id'>>;

const pagesOf = ({ reports }: Trial): Pages =>
  new Map(
    reports.flatMap(({ id, sources }) =>
      sources.map(({ id: page, ...source }) => [`${id} ${page}`, source] as const),
    ),
  );

/** All that a fact says of what it is about, as text to compare. */
function aboutOf(fact: object, pages: Pages): string {
  const { report, source } = fact as { report?: string; source?: string };
  const parts = Object.entries(fact).flatMap(([key, value]): [string, unknown][] => {
    if (says.has(key) || value === undefined) return [];
    if (key === 'source') return [[key, pages.get(`${report} ${source}`) ?? source]];
    return [[key, key === 'spread' ? (value as { kind: string }).kind : value]];
  });
  return JSON.stringify(
    parts.sort(([a], [b]) => byText(a, b)),
    (_, value: unknown) => (isFigure(value) ? bare(value) : value),
  );
}

const isFigure = (value: unknown): value is Figure =>
  typeof value === 'object' && value !== null && 'decimals' in value;

/** As tables hold a figure: without its inequality sign. */
const bare = ({ printed }: Figure) => printed.replace(/^[<>≤≥]\s*/, '');

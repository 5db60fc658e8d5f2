import { compareWords as words } from '../i18n/compare.ts';
import { outcomeFamilies, type Family } from '../model/families.ts';
import { riskOfBiasText } from '../wording/risk-of-bias.ts';
import { armName } from './rules.ts';
import type {
  Denominator,
  Rebased,
  Dataset,
  DatasetArm,
  DatasetEndpoint,
  DatasetFact,
  DatasetTrial,
} from './dataset.ts';
import type { View } from './view.ts';
import { itemIn, valueIn } from '../model/need.ts';
import { byText } from '../model/order.ts';

/** One arm of the comparison. */
export interface Column {
  /** `trial.arm` */
  key: string;
  trial: DatasetTrial;
  arm: DatasetArm;
  name: string;
  /** Which side of the question it is on, from 0; undefined for an arm that was chosen by itself. */
  side?: number | undefined;
  /** How long its patients were followed, by its latest own report. */
  followUp?: string | undefined;
  /**
   * What was judged of the risk of bias in its results, endpoint by endpoint:
   * `Overall survival: some concerns (RoB 2)`.
   */
  riskOfBias: string[];
}

/** What one arm has in one row: the figure shown, and the others that reports give for it. */
export interface Cell {
  column: Column;
  fact?: DatasetFact;
  others: DatasetFact[];
  /** Where the view is re-based: the figure on the other denominator, or why there is none. */
  rebased?: Rebased;
  /** Why there is no figure. */
  absent?: 'planned' | 'other side' | 'not recorded';
  /**
   * What is peculiar to the figure, such as its population or definition; `differs` where others in the row
   * have another.
   */
  traits: { trait: Trait; text: string; differs: boolean }[];
}

export interface Row {
  endpoint: DatasetEndpoint;
  /** `endpoint~row` */
  key: string;
  /** What its figures have in common (dataset.ts). */
  row: string;
  /** Undefined where no arm has a figure. */
  kind: DatasetFact['kind'] | undefined;
  label: string;
  /** Grading scale of its events. */
  scale?: string;
  cells: Cell[];
}

/** A comparison: arms across, rows down, in the order in which they are shown. */
export interface Arrangement {
  columns: Column[];
  rows: Row[];
  /** Endpoints that the arms report or plan, whether or not they were chosen. */
  endpoints: DatasetEndpoint[];
  /** Arms of the view that no dataset has. */
  unknown: string[];
}

/** Families of endpoints that are shown where none were chosen. */
export const shownFamilies: readonly Family[] = [...outcomeFamilies, 'follow-up'];

/**
 * Arranges datasets as a view asks.
 *
 * @param datasets by trial id, at least those of the view's arms that exist
 */
export function arrange(view: View, datasets: ReadonlyMap<string, Dataset>): Arrangement {
  const unknown: string[] = [];
  const columns = view.arms.flatMap((key): Column[] => {
    const [trialId = '', armId] = key.split('.');
    const trial = datasets.get(trialId)?.trials[0];
    const arms = trial?.arms.filter(({ id }) => armId === undefined || id === armId) ?? [];
    if (!trial || arms.length === 0) {
      unknown.push(key);
      return [];
    }
    return arms.map((arm) => ({
      key: `${trialId}.${arm.id}`,
      trial,
      arm,
      name: armName(trial, arm.id),
      riskOfBias: [],
    }));
  });
  const unique = [...new Map(columns.map((column) => [column.key, column])).values()];
  const own = [...new Set(unique.map(({ trial }) => trial.id))].map((id) => valueIn(datasets, id));
  const endpoints = [
    ...new Map(
      own.flatMap((dataset) => dataset.endpoints.map((endpoint) => [endpoint.id, endpoint])),
    ).values(),
  ];
  endpoints.sort((a, b) => a.order - b.order);
  const chosen = endpoints.filter(
    ({ id, family }) => view.endpoints?.includes(id) ?? shownFamilies.includes(family),
  );
  const factsOf = indexed(own);
  for (const column of unique) {
    column.followUp = followUpOf(column, endpoints, factsOf);
    column.riskOfBias = riskOfBiasOf(column, endpoints, factsOf);
  }
  const rows = chosen.flatMap((endpoint) => rowsOf(endpoint, unique, factsOf, view.denominator));
  const shown = rows.filter(({ cells }) => isShown(cells, view.rows));
  const order = orderOf(unique, shown, view);
  return {
    columns: order.map((i) => itemIn(unique, i)),
    rows: shown.map((row) => ({ ...row, cells: order.map((i) => itemIn(row.cells, i)) })),
    endpoints,
    unknown,
  };
}

type FactsOf = ReadonlyMap<string, DatasetFact[]>;

function indexed(datasets: readonly Dataset[]): FactsOf {
  return Map.groupBy(
    datasets.flatMap(({ facts }) => facts),
    ({ trial, endpoint }) => `${trial}~${endpoint}`,
  );
}

/** The follow-up that its reports state: as its rows are chosen, from the first endpoint that has one. */
function followUpOf(
  column: Column,
  endpoints: readonly DatasetEndpoint[],
  factsOf: FactsOf,
): string | undefined {
  const cells = endpoints
    .filter(({ family }) => family === 'follow-up')
    .flatMap((endpoint) => {
      const rows = new Set((factsOf.get(`${column.trial.id}~${endpoint.id}`) ?? []).map(({ row }) => row));
      return [...rows].map((row) => cellOf(column, endpoint, row, factsOf, undefined));
    });
  const found = cells.find(({ fact }) => fact?.point !== undefined || fact?.missing === undefined)?.fact;
  return found && (found.row === 'median' ? found.value : words.qualified(found.value, found.rowLabel));
}

/** Each judgement that stands for a figure of the arm, or of the arm and another, once for each endpoint. */
function riskOfBiasOf(
  { trial, arm }: Column,
  endpoints: readonly DatasetEndpoint[],
  factsOf: FactsOf,
): string[] {
  const labels = endpoints.flatMap(({ id, label }) =>
    (factsOf.get(`${trial.id}~${id}`) ?? [])
      .filter((fact) => fact.arm === undefined || fact.arm === arm.id || fact.comparatorArm === arm.id)
      .flatMap(({ riskOfBias }) => (riskOfBias ? [words.of(label, riskOfBiasText(riskOfBias))] : [])),
  );
  return [...new Set(labels)];
}

function rowsOf(
  endpoint: DatasetEndpoint,
  columns: readonly Column[],
  factsOf: FactsOf,
  denominator: Denominator | undefined,
): Row[] {
  const facts = [...new Set(columns.map(({ trial }) => trial.id))].flatMap(
    (id) => factsOf.get(`${id}~${endpoint.id}`) ?? [],
  );
  const kinds = [...new Map(facts.map((fact) => [fact.row, fact])).values()];
  // Figures on one grading scale stand together.
  kinds.sort(
    (a, b) => byText(a.scale ?? '', b.scale ?? '') || a.rowOrder - b.rowOrder || byText(a.row, b.row),
  );
  const bare = { row: 'none', kind: undefined, rowLabel: '', scale: undefined };
  return (kinds.length > 0 ? kinds : [bare]).map(({ row, kind, rowLabel, scale }) => ({
    endpoint,
    key: `${endpoint.id}~${row}`,
    row,
    kind,
    label: rowLabel,
    ...(scale ? { scale } : {}),
    cells: withTraits(columns.map((column) => cellOf(column, endpoint, row, factsOf, denominator))),
  }));
}

function cellOf(
  column: Column,
  endpoint: DatasetEndpoint,
  row: string,
  factsOf: FactsOf,
  denominator: Denominator | undefined,
): Cell {
  const { trial, arm } = column;
  const own = (factsOf.get(`${trial.id}~${endpoint.id}`) ?? []).filter((one) => one.row === row);
  const [fact, ...others] = own
    .filter((one) => one.arm === arm.id || one.arm === undefined)
    .sort((a, b) => rankOf(a, denominator) - rankOf(b, denominator) || a.place - b.place);
  if (!fact) {
    const isOtherSide = own.some(({ comparatorArm }) => comparatorArm === arm.id);
    const absent = isOtherSide
      ? 'other side'
      : trial.planned.includes(endpoint.id)
        ? 'planned'
        : 'not recorded';
    return { column, others: [], absent, traits: [] };
  }
  const rebased = denominator && fact.rebased?.[denominator];
  return { column, fact, others, ...(rebased ? { rebased } : {}), traits: [] };
}

/**
 * Which of several figures for one cell is shown, lower first: one that can be re-based as the view asks, of
 * the population that it asks for, of the arm itself, and then the one that stands for it
 * (evidence/standing.ts).
 */
function rankOf(fact: DatasetFact, denominator: Denominator | undefined): number {
  const faults = [
    fact.missing === 'not-extracted' || fact.missing === 'not-reported',
    denominator !== undefined && fact.rebased !== undefined && 'missing' in fact.rebased[denominator],
    denominator !== undefined && fact.population.kind !== denominator,
    fact.arm === undefined,
  ];
  return faults.reduce((rank, fault) => 2 * rank + (fault ? 1 : 0), 0);
}

const traits = [
  'whole study',
  'against',
  'population',
  'time',
  'definition',
  'measured',
  'report',
  'read in',
] as const;
export type Trait = (typeof traits)[number];

/** What must be known to read a figure beside others. */
function traitOf(
  trait: Trait,
  { arm, comparator, versus, population, at, definition, measured, report, own, readElsewhere }: DatasetFact,
): string | undefined {
  switch (trait) {
    case 'whole study':
      return arm === undefined ? words.wholeStudy : undefined;
    case 'against':
      return comparator === undefined && versus === undefined
        ? undefined
        : words.against(comparator ?? versus ?? '');
    case 'population':
      return population.label;
    case 'time':
      return at;
    case 'definition':
      return definition && words.definedAs(definition);
    case 'measured':
      return measured;
    case 'report':
      return own ? undefined : words.reportedOnlyIn(report.label);
    case 'read in':
      return readElsewhere;
  }
}

/**
 * What two figures must share to be read alike: for populations their kind, for everything else the words.
 */
const likeness = (trait: Trait, fact: DatasetFact) =>
  trait === 'population' ? fact.population.kind : traitOf(trait, fact);

function withTraits(cells: Cell[]): Cell[] {
  const facts = cells.flatMap(({ fact }) => fact ?? []);
  const differing = new Set(
    traits.filter((trait) => new Set(facts.map((fact) => likeness(trait, fact))).size > 1),
  );
  return cells.map((cell) => ({
    ...cell,
    traits: traits.flatMap((trait) => {
      const differs = differing.has(trait);
      const text = cell.fact && traitOf(trait, cell.fact);
      return text === undefined ? [] : [{ trait, text, differs }];
    }),
  }));
}

function isShown(cells: readonly Cell[], rows: View['rows']): boolean {
  const reported = cells.filter(({ fact, absent }) => fact !== undefined || absent === 'planned').length;
  return rows === 'every' || reported >= (rows === 'shared' ? 2 : 1);
}

/** The number of a cell, for sorting and plots: re-based where the view is. */
export function numberOf({ fact, rebased }: Cell):
  | {
      point: number;
      low?: number;
      high?: number;
      computed: boolean;
      /** What the interval is, where it is no confidence interval. */
      kind?: NonNullable<DatasetFact['intervalKind']>;
    }
  | undefined {
  if (!fact || fact.point === undefined) return undefined;
  if (rebased)
    return 'missing' in rebased
      ? undefined
      : { point: rebased.percent, low: rebased.low, high: rebased.high, computed: true };
  const { point, low, high } = fact;
  return {
    point,
    ...(low === undefined ? {} : { low }),
    ...(high === undefined ? {} : { high }),
    computed: fact.intervalComputed ?? false,
    ...(fact.intervalKind ? { kind: fact.intervalKind } : {}),
  };
}

/** The places of the columns in the order that the view asks for; what has no figure comes last. */
function orderOf(columns: readonly Column[], rows: readonly Row[], { sort, descending }: View): number[] {
  const places = columns.map((_, i) => i);
  if (sort === undefined) return places;
  const row = rows.find(({ key }) => key === sort);
  const keyOf = (i: number): string | number | undefined => {
    const { name, trial } = itemIn(columns, i);
    if (sort === 'name') return name.toLowerCase();
    return sort === 'year' ? trial.year : row && numberOf(itemIn(row.cells, i))?.point;
  };
  const sign = descending ? -1 : 1;
  return places.sort((a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined) || a - b;
    return x < y ? -sign : x > y ? sign : a - b;
  });
}

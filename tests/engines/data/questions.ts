/**
 * A question that the data answer: rows are counted and summed in groups. In this form it is asked of the
 * tables of the site and, as SQL, of any engine.
 */
export interface Question {
  name: string;
  from: 'facts' | 'inputs';
  where?: readonly Condition[];
  by: readonly string[];
  /** Columns of numbers; they are summed as decimals with six places, so that no engine rounds on its way. */
  sums?: readonly string[];
  /** How many different values a column has in each group. */
  different?: string;
}
type Condition = readonly [column: string, is: '=' | '<>' | '<' | '>=', value: string | number];

const ofTrial = ['trial_phase', 'trial_design', 'trial_age_group'];

/** Twelve that the page of the data and its examples lead to. */
export const questions: readonly Question[] = [
  {
    name: 'what is measured',
    from: 'facts',
    by: ['endpoint', 'kind'],
    sums: ['value'],
    different: 'trial_id',
  },
  { name: 'settings', from: 'facts', by: ['trial_setting', 'kind'], sums: ['value'] },
  {
    name: 'proportions that no review tells',
    from: 'facts',
    where: [
      ['kind', '=', 'proportion'],
      ['report_kind', '<>', 'review'],
    ],
    by: ['trial_id'],
    sums: ['events', 'total', 'value', 'ci_low', 'ci_high'],
  },
  { name: 'facts of each trial', from: 'facts', by: ['trial_id', 'trial_enrolled'] },
  { name: 'years', from: 'facts', by: ['year'], sums: ['total'], different: 'trial_id' },
  {
    name: 'severe events by grading scale',
    from: 'facts',
    where: [
      ['kind', '=', 'adverse-event'],
      ['grade_min', '>=', 3],
    ],
    by: ['endpoint', 'grade_scale'],
    sums: ['events', 'total'],
  },
  {
    name: 'intervals',
    from: 'facts',
    by: ['ci_origin', 'ci_method'],
    sums: ['ci_level', 'ci_low', 'ci_high'],
  },
  {
    name: 'small P values',
    from: 'facts',
    where: [['p_value', '<', 0.05]],
    by: ['p_comparator', 'p_sides'],
    sums: ['p_value'],
  },
  { name: 'what is no number', from: 'facts', by: ['missing', 'bound'], sums: ['value'] },
  {
    name: 'where it was read',
    from: 'facts',
    by: ['report_kind', 'read_in', 'traced'],
    different: 'trial_id',
  },
  { name: 'times', from: 'facts', by: ['at_basis', 'at_unit'], sums: ['at_value'], different: 'trial_id' },
  { name: 'kinds of trials', from: 'facts', by: ofTrial, different: 'trial_id' },
];

const pooled = ['xi', 'ni', 'estimate', 'low', 'high', 'yi', 'sei'];

/**
 * What every synthesis takes in: of each endpoint and row the figures that are pooled by default and those
 * that may be added.
 */
export const inputs: readonly Question[] = [
  {
    name: 'inputs of each synthesis',
    from: 'inputs',
    by: ['endpoint', 'row', 'usual'],
    sums: pooled,
    different: 'study',
  },
  {
    name: 'inputs of each trial',
    from: 'inputs',
    where: [['usual', '=', 'true']],
    by: ['study'],
    sums: pooled,
  },
];

/** Every figure that a synthesis takes in, row by row: for bases of moderate size. */
export const everyInput: Question = {
  name: 'every input',
  from: 'inputs',
  by: ['endpoint', 'row', 'usual', 'outcome_id'],
  sums: pooled,
};

/**
 * A question as SQL that DuckDB and Spark both understand.
 *
 * @param quote the mark around names: `"` in DuckDB, a grave accent in Spark
 * @param endpoints only these, where they are named
 */
export function sqlOf(
  { from, where = [], by, sums = [], different }: Question,
  quote: string,
  endpoints?: readonly string[],
): string {
  const name = (column: string) => quote + column + quote;
  const group = by.map((column) => `coalesce(cast(${name(column)} AS string), '')`);
  const sum = (column: string) => `sum(cast(${name(column)} AS decimal(38,6)))`;
  const columns = [
    ...group,
    'cast(count(*) AS string)',
    ...sums.map((column) => `cast(coalesce(${sum(column)}, cast(0 AS decimal(38,6))) AS string)`),
    ...(different === undefined ? [] : [`cast(count(DISTINCT ${name(different)}) AS string)`]),
  ];
  const conditions = where.map(([column, is, value]) =>
    typeof value === 'number'
      ? `${name(column)} ${is} ${value}`
      : `cast(${name(column)} AS string) ${is} '${value}'`,
  );
  if (endpoints) conditions.push(`endpoint IN (${endpoints.map((id) => `'${id}'`).join(', ')})`);
  const filter = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
  return `SELECT ${columns.join(', ')} FROM ${from}${filter} GROUP BY ${group.join(', ')}`;
}

/** A row of a table of the site: its cell in a column, empty where there is nothing. */
export type Cells = (column: string) => string;

interface Group {
  rows: number;
  sums: bigint[];
  different: Set<string>;
}

/** Columns that name a study, or a figure of it. */
const ids = ['trial_id', 'study', 'outcome_id'];

/** The answer that the tables of the site give. */
export class Answer {
  readonly #question: Question;
  readonly #groups = new Map<string, Group>();

  constructor(question: Question) {
    this.#question = question;
  }

  add(cells: Cells): void {
    const { where = [], by, sums = [], different } = this.#question;
    if (!where.every((condition) => holds(condition, cells))) return;
    const key = JSON.stringify(by.map(cells));
    let group = this.#groups.get(key);
    if (!group) this.#groups.set(key, (group = { rows: 0, sums: sums.map(() => 0n), different: new Set() }));
    group.rows += 1;
    sums.forEach((column, i) => (group.sums[i]! += millionths(cells(column))));
    if (different !== undefined) group.different.add(cells(different));
  }

  /**
   * The rows as an engine gives them, in order; those of copies of all studies under other ids where there
   * are several.
   */
  rows(copies = 1): string[] {
    const { by } = this.#question;
    const at = by.findIndex((column) => ids.includes(column));
    return [...this.#groups]
      .flatMap(([key, group]) => {
        const cells = JSON.parse(key) as string[];
        if (at < 0) return this.#row(cells, group, copies);
        return Array.from({ length: copies }, (_, number) => {
          const own = number === 0 ? cells : cells.with(at, cells[at]!.replace(/^[^/]+/, `$&-copy${number}`));
          return this.#row(own, group, 1);
        });
      })
      .sort();
  }

  #row(key: readonly string[], { rows, sums, different }: Group, times: number): string {
    const cells = [...key, String(rows * times), ...sums.map((sum) => decimal(sum * BigInt(times)))];
    return JSON.stringify(
      this.#question.different === undefined ? cells : [...cells, String(different.size * times)],
    );
  }
}

function holds([column, is, value]: Condition, cells: Cells): boolean {
  const cell = cells(column);
  if (typeof value === 'string') return cell !== '' && (is === '=' ? cell === value : cell !== value);
  const number = numberIn(cell);
  return number !== undefined && (is === '<' ? number < value : number >= value);
}

/** The number that a cell holds; undefined where it holds a word, or nothing. */
function numberIn(cell: string): number | undefined {
  return cell !== '' && Number.isFinite(Number(cell)) ? Number(cell) : undefined;
}

const millionths = (cell: string): bigint => BigInt((numberIn(cell) ?? 0).toFixed(6).replace('.', ''));

function decimal(sum: bigint): string {
  const digits = String(sum < 0n ? -sum : sum).padStart(7, '0');
  return `${sum < 0n ? '-' : ''}${digits.slice(0, -6)}.${digits.slice(-6)}`;
}

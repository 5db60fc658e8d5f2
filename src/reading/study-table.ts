import { readStudyRows, quoted, type Refuse, type StudyColumn, type StudyRow } from './study-rows.ts';
import { firstIn } from '../model/need.ts';

/** Columns by name, and what a table calls them. */
export type Headings = ReadonlyMap<string, string>;

const headed = (columns: readonly StudyColumn[], headings: Headings | undefined): StudyColumn[] =>
  columns.map((column) => {
    const heading = headings?.get(column.name);
    return heading === undefined ? column : { ...column, heading };
  });

/** One study of a table of counts. */
export interface CountedStudy {
  study: string;
  /** whole numbers with 0 ≤ events ≤ total, total ≥ 1 */
  events: number;
  total: number;
}

/** One study of a table of ratios: 0 < low ≤ estimate ≤ high, low < high, level in percent. */
export interface RatioStudy {
  study: string;
  estimate: number;
  low: number;
  high: number;
  level: number;
}

export interface StudyTable<T> {
  studies: T[];
  /** What was left out, assumed or found twice, a sentence each. */
  notes: string[];
}

/**
 * Reads a CSV file with the columns `study, events, total`, in any order, among others; `xi` and `ni` are
 * names of the last two. Of a file of `data/metafor/` the usual rows are read.
 *
 * @param kind which rows of such a file, by their column `row`; needed where it has several kinds
 * @param headings what the table calls the columns, where it calls them otherwise
 * @throws UnreadableContent with file:line:column, what is wrong and the fix
 */
export function readCounts(file: string, kind?: string, headings?: Headings): StudyTable<CountedStudy> {
  const columns = [{ name: 'study' }, { name: 'events', also: 'xi' }, { name: 'total', also: 'ni' }];
  return readTable(file, headed(columns, headings), kind, (row) => {
    const [events, total] = [row.count('events'), row.count('total')];
    if (total < 1) row.refuse('total', 'the total is 0; expected at least 1 patient');
    if (events > total)
      row.refuse('events', `${events} events of ${total} are impossible; expected at most ${total}`);
    return { study: row.name('study'), events, total };
  });
}

const usualLevel = 95;

/**
 * Reads a CSV file with the columns `study, estimate, low, high` and, where not all levels are 95, `level`,
 * in any order, among others. Of a file of `data/metafor/` the usual rows are read.
 *
 * @param kind which rows of such a file, by their column `row`; needed where it has several kinds
 * @param headings what the table calls the columns, where it calls them otherwise
 * @throws UnreadableContent with file:line:column, what is wrong and the fix
 */
export function readRatios(file: string, kind?: string, headings?: Headings): StudyTable<RatioStudy> {
  const needed: StudyColumn[] = ['study', 'estimate', 'low', 'high'].map((name) => ({ name }));
  const columns = headed([...needed, { name: 'level', optional: true }], headings);
  const { studies, notes } = readTable(file, columns, kind, (row) => {
    const [estimate, low, high] = [row.positive('estimate'), row.positive('low'), row.positive('high')];
    const level = row.text('level') === undefined ? undefined : row.number('level');
    if (low >= high) row.refuse('low', `the interval ${low} to ${high} is empty; expected low below high`);
    if (estimate < low || estimate > high)
      row.refuse(
        'estimate',
        `the estimate ${estimate} lies outside its interval ${low} to ${high}; expected it inside`,
      );
    const fault = level === undefined ? undefined : faultOfLevel(level);
    if (fault) row.refuse('level', fault);
    return { study: row.name('study'), estimate, low, high, level };
  });
  const assumption = `there is no column level; all intervals are taken as ${usualLevel}% confidence intervals`;
  return {
    studies: studies.map(({ level = usualLevel, ...study }) => ({ ...study, level })),
    notes: studies.some(({ level }) => level === undefined) ? [assumption, ...notes] : notes,
  };
}

/**
 * Why a confidence level in percent cannot be; undefined where it can. A level below 1 is taken for a
 * proportion.
 */
export function faultOfLevel(level: number): string | undefined {
  if (level > 0 && level < 1)
    return `the level ${level} looks like a proportion; expected a percentage, such as ${level * 100}`;
  return level >= 1 && level < 100
    ? undefined
    : `the level ${level} is out of range; expected a percentage such as 95, below 100`;
}

function readTable<T extends { study: string }>(
  file: string,
  columns: readonly StudyColumn[],
  kind: string | undefined,
  read: (row: StudyRow) => T,
): StudyTable<T> {
  const { rows, refuse } = readStudyRows(file, columns);
  const isOurs = ['row', 'usual', 'overlaps', 'outcome_id'].every(
    (column) => firstIn(rows).text(column) !== undefined,
  );
  if (!isOurs && kind !== undefined)
    refuse(0, 'the file has no columns row and usual, by which rows of one kind are chosen');
  const figures = columns.slice(1).flatMap(({ name, optional }) => (optional ? [] : [name]));
  const chosen = isOurs ? usualOf(rows, figures, kind, refuse) : rows;
  const filled = chosen.filter((row) => !row.saysNothing(figures));
  const studies = filled.map(read);
  const notes: string[] = [];
  const empty = chosen.filter((row) => !filled.includes(row)).map((row) => quoted(row.name('study')));
  if (studies.length === 0) refuse(0, `no study has ${figures.join(' and ')}; there is nothing to pool`);
  if (empty.length > 0)
    notes.push(`left out, for the table says that there is no ${figures[0]}: ${empty.join(', ')}`);
  if (chosen.length < rows.length)
    notes.push(`${chosen.length} of ${rows.length} rows are pooled: those of one kind that are usual`);
  const twice = [...Map.groupBy(studies, ({ study }) => study)].flatMap(([study, own]) =>
    own.length > 1 ? [quoted(study)] : [],
  );
  if (twice.length > 0)
    notes.push(`more than one row names the study ${twice.join(', ')}; is no patient counted twice?`);
  return { studies, notes };
}

/** The rows of a table of this base that the page of syntheses pools by default. */
function usualOf(
  rows: readonly StudyRow[],
  figures: readonly string[],
  kind: string | undefined,
  refuse: Refuse,
): StudyRow[] {
  const filled = rows.filter(
    (row) => row.text('usual') === 'true' && figures.every((column) => row.text(column) !== ''),
  );
  const kinds = [...new Set(filled.map((row) => row.needed('row')))];
  if (kinds.length === 0)
    refuse(0, `no row that is usual has ${figures.join(' and ')}; expected one with usual true`);
  if (kind === undefined ? kinds.length > 1 : !kinds.includes(kind))
    refuse(
      0,
      `${
        kind === undefined
          ? 'rows of several kinds cannot be pooled together'
          : `no usual row is ${quoted(kind)}`
      }; choose one by --row ${kinds.map((one) => `'${one}'`).join(' | ')}`,
    );
  const chosen = filled.filter((row) => row.text('row') === (kind ?? kinds[0]));
  for (const row of chosen) {
    const shared = chosen.find((other) => other !== row && overlap(row, other) && isShared(row, other));
    if (shared)
      row.refuse(
        'overlaps',
        `${row.text('outcome_id')} and ${shared.text('outcome_id')} share patients, who would be counted twice; remove one of these rows`,
      );
  }
  return chosen;
}

const overlap = (row: StudyRow, other: StudyRow) =>
  row.needed('overlaps').split('; ').includes(other.needed('outcome_id'));

/**
 * Rows of one study have patients in common where they share a comparator; those of two that overlap always
 * do.
 */
const isShared = (row: StudyRow, other: StudyRow) =>
  row.text('study') !== other.text('study') ||
  (row.text('comparator') !== '' && row.text('comparator') === other.text('comparator'));

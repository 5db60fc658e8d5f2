import { separatorIn, type Separator } from '../../reading/csv.ts';
import { csvRows } from '../../reading/csv-rows.ts';
import { listedOutcomes } from './listed-outcomes.ts';
import { cleanText, given, oneLine } from './loose.ts';
import { registrationOf } from './numbers.ts';
import type { DateName, StudyRecord } from './record.ts';
import { NoStudy, RefusedRecord } from './refused.ts';
import { termOf } from './terms.ts';

/** A row of an export by the names of its columns, in small letters, and the line on which it begins. */
interface CsvRow {
  line: number;
  cells: ReadonlyMap<string, string>;
}

/** What stands between the cells of an export of the site; undefined where a text is none. */
export function separatorOf(text: string): Separator | undefined {
  const [head = ''] = text.trimStart().split(/\r?\n|\r/, 1);
  if (!/(?:^|[",;\t])\s*NCT Number\s*(?:[",;\t]|$)/i.test(head)) return undefined;
  return separatorIn(head);
}

/** The rows of an export that comes in pieces, and those that cannot be read. */
export function* exportRows(
  pieces: Iterable<string>,
  separator: Separator,
): Generator<CsvRow | { line: number; fault: string }> {
  let names: string[] | undefined;
  for (const row of csvRows(pieces, separator)) {
    if ('fault' in row) yield row;
    else if (names) yield { line: row.line, cells: cellsOf(row.cells, names) };
    else names = row.cells.map((name) => oneLine(name).toLowerCase());
  }
}

const cellsOf = (row: readonly string[], names: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    row.flatMap((cell, i): [string, string][] => {
      const [name, value] = [names[i], cleanText(cell)];
      // The old export writes "null" where it has nothing.
      return name === undefined || value === undefined || value === 'null' ? [] : [[name, value]];
    }),
  );

const dateColumns: Record<DateName, string> = {
  start: 'start date',
  primaryCompletion: 'primary completion date',
  completion: 'completion date',
  resultsPosted: 'results first posted',
  lastUpdate: 'last update posted',
};

/**
 * Reads a row of an export of ClinicalTrials.gov, of today or of before 2024.
 *
 * @throws NoStudy where the registry withholds it
 * @throws RefusedRecord where it has no number or no title
 */
export function recordOfRow({ cells }: CsvRow): StudyRecord {
  const cell = (...names: string[]) =>
    names.map((name) => cells.get(name)).find((found) => found !== undefined);
  const list = (...names: string[]) =>
    (cell(...names) ?? '').split('|').flatMap((one) => cleanText(oneLine(one)) ?? []);
  const nct = cell('nct number')?.toUpperCase();
  if (nct === undefined || !/^NCT\d{8}$/.test(nct))
    throw new RefusedRecord(
      `no registry number${nct === undefined ? '' : ` (found ${nct})`}; expected NCT and eight digits`,
    );
  const status = cell('study status', 'status');
  if (status !== undefined && termOf(status) === 'WITHHELD')
    throw new NoStudy(`${nct} is withheld by the registry: no study to import yet`);
  const title = cell('study title', 'title');
  if (title === undefined) throw new RefusedRecord(`${nct} has no title`);
  const design = designOf(list('study design', 'study designs'));
  const others = list('other ids').map((id) => ({ id, found: registrationOf(id) }));
  const hasResults = /^(?:yes|has results)$/i.test(cell('study results') ?? '');
  const said = hasResults
    ? ['the study has posted results, which a CSV does not hold; import its JSON for them']
    : [];
  const enrolment = cell('enrollment');
  return {
    form: 'csv',
    nct,
    title: oneLine(title),
    ...given('acronym', cell('acronym')),
    secondary: others.flatMap(({ found }) => found ?? []),
    otherIds: others.flatMap(({ id, found }) => (found ? [] : id)),
    ...given('status', status),
    dates: Object.fromEntries(
      Object.entries(dateColumns).flatMap(([name, column]) => {
        const date = cell(column);
        return date === undefined ? [] : [[name, { date }]];
      }),
    ),
    ...given('studyType', cell('study type')),
    phases: (cell('phases') ?? '').split(/[|/]/).flatMap((one) => cleanText(one) ?? []),
    ...design,
    ...given('enrolment', enrolment === undefined ? undefined : { count: enrolment }),
    conditions: list('conditions'),
    interventions: list('interventions').map(typedName),
    arms: [],
    ages: agesOf(cell('age') ?? ''),
    ...given('sponsor', cell('sponsor') ?? list('sponsor/collaborators')[0]),
    ...given('sites', list('locations').length || undefined),
    planned: plannedIn(cell, said),
    references: [],
    hasResults,
    said,
  };
}

function plannedIn(cell: (name: string) => string | undefined, said: string[]): StudyRecord['planned'] {
  const lists = {
    primary: 'primary outcome measures',
    secondary: 'secondary outcome measures',
    other: 'other outcome measures',
  };
  const found = Object.entries(lists).flatMap(([role, column]) =>
    listedOutcomes(cell(column) ?? '', role as keyof typeof lists),
  );
  const old = (cell('outcome measures') ?? '').split('|').flatMap((one) => cleanText(oneLine(one)) ?? []);
  if (old.length > 0)
    said.push('the old export does not say which outcomes are primary, nor their time frames');
  return [...found, ...old.map((measure) => ({ role: 'other' as const, measure }))];
}

/** `BIOLOGICAL: Name` as type and name. */
export function typedName(written: string): StudyRecord['interventions'][number] {
  const [, type, name] = /^([A-Z][A-Za-z_ ]{2,30}):\s*(.+)$/s.exec(written) ?? [];
  return type && name
    ? { type: termOf(type), name: oneLine(name), others: [] }
    : { name: oneLine(written), others: [] };
}

/** `Allocation: RANDOMIZED`, `Masking: DOUBLE (PARTICIPANT, INVESTIGATOR)` … by their names. */
function designOf(parts: readonly string[]) {
  const found = new Map(
    parts.flatMap((part): [string, string][] => {
      const [, name, value] = /^([^:]+):\s*(.+)$/s.exec(part) ?? [];
      return name && value ? [[name.trim().toLowerCase(), value]] : [];
    }),
  );
  const masking = found.get('masking');
  const who = /\(([^)]*)\)/.exec(masking ?? '')?.[1] ?? '';
  return {
    ...given('allocation', found.get('allocation')),
    ...given('model', found.get('intervention model') ?? found.get('observational model')),
    ...given('timePerspective', found.get('time perspective')),
    ...given('purpose', found.get('primary purpose')),
    ...given('masking', masking),
    whoMasked: who
      .split(',')
      .flatMap((one) => (termOf(one) === '' || termOf(one) === 'OPEN_LABEL' ? [] : one.trim())),
  };
}

/** `18 Years and older   (Adult, Older Adult)`, `1 Year to 21 Years (Child, Adult)`, `CHILD, ADULT`. */
function agesOf(written: string): StudyRecord['ages'] {
  const [, limits = '', inBrackets] = /^([^(]*)(?:\(([^)]*)\))?/s.exec(written) ?? [];
  const groups = (inBrackets ?? limits).split(',').map(termOf);
  const age = String.raw`\d+\s+(?:Years?|Months?|Weeks?|Days?)`;
  const [, from, to] = new RegExp(`^(${age})(?:\\s+to\\s+(${age}))?`, 'i').exec(limits.trim()) ?? [];
  const upTo = new RegExp(`^up to\\s+(${age})`, 'i').exec(limits.trim())?.[1];
  return {
    ...given('minimum', from),
    ...given('maximum', to ?? upTo),
    groups: groups.filter((group) => ['CHILD', 'ADULT', 'OLDER_ADULT'].includes(group)),
  };
}

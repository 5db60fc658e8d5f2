import type { FilledTable } from './table.ts';
import { firstIn } from '../model/need.ts';

/** Columns that name a row or say where it stands, but not what it is about. */
const names = [
  'url',
  'locator',
  'note',
  'traced',
  'findings',
  'role',
  'risk_of_bias',
  'risk_of_bias_tool',
  'appraisal',
];

/**
 * What a reader of a table could not use: rows that are equal in all but their figures and ids, which look
 * like one figure that contradicts itself, and rows that say nothing. One line for each.
 */
export function unusableRows({ name, columns, cells }: FilledTable): string[] {
  const at = (keep: (column: FilledTable['columns'][number]) => boolean) =>
    columns.flatMap((column, i) => (keep(column) ? [i] : []));
  const telling = at(
    ({ says, constraints, name: own }) => !says && !constraints?.unique && !names.includes(own),
  );
  const saying = at(({ says }) => says === true);
  const kind = columns.findIndex(({ name: own }) => own === 'kind');
  // A statement in words says what its subject and note say.
  const isSilent = (row: readonly string[]) =>
    saying.length > 0 && row[kind] !== 'statement' && saying.every((i) => row[i] === '');
  const first = new Map<string, string>();
  return cells.flatMap((row) => {
    const about = JSON.stringify(telling.map((i) => row[i]));
    const twin = first.get(about);
    if (twin === undefined) first.set(about, firstIn(row));
    return [
      ...(twin === undefined ? [] : [`${name}: only figures distinguish ${row[0]} from ${twin}`]),
      ...(isSilent(row) ? [`${name}: ${row[0]} says nothing`] : []),
    ];
  });
}

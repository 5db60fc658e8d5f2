import { compareWords } from '../i18n/compare.ts';
import { words } from '../i18n/words.ts';
import { markup, type Markup } from '../wording/markup.ts';
import type { Arrangement, Column, Row } from './arrange.ts';
import { byReach, filled, type Reach } from './reach.ts';
import { scaleWord } from './rules.ts';
import { armHeading, cellMarkup, marked, rowHeading } from './table-cells.ts';
import type { View } from './view.ts';
import { firstIn, itemIn, lastIn } from '../model/need.ts';

/** A row of the table, and which of its bodies it belongs to. */
export interface TableRow {
  body: number;
  markup: Markup;
}

/**
 * A comparison as tables whose bodies are still empty, and the rows to fill them with, each made when asked
 * for.
 */
export interface Table {
  frame: Markup;
  rows: Iterable<TableRow>;
  /** Rows that few arms have a figure for and that are not in it, by their reach. */
  folded: { reach: Reach; count: number }[];
}

interface TableLayout {
  /** Columns of figures side by side; more go on in a further table below. */
  most: number;
  /** Of which reach rows are shown that would be folded. */
  open: ReadonlySet<Reach>;
}

const whole: TableLayout = { most: Number.POSITIVE_INFINITY, open: new Set(['some', 'one']) };

/** The comparison as a table: endpoints down and arms across, or the other way round. */
export function table(arrangement: Arrangement, view: View, layout: TableLayout = whole): Table {
  const { columns, rows } = arrangement;
  // A reader who asks for rows without a figure wants to see which they are.
  const { shown, folded } =
    view.rows === 'every' ? { shown: rows, folded: [] } : byReach(rows, filled, columns.length);
  const kept = new Set([
    ...shown,
    ...folded.filter(({ reach }) => layout.open.has(reach)).flatMap(({ things }) => things),
  ]);
  const seen = { columns, rows: rows.filter((row) => kept.has(row)) };
  return {
    ...(view.transposed ? armsDown(seen, view, layout.most) : armsAcross(seen, view, layout.most)),
    folded: folded.map(({ reach, things }) => ({ reach, count: things.length })),
  };
}

type Seen = Pick<Arrangement, 'columns' | 'rows'>;

/** Places from 0 on in blocks of about one size, none above the most. */
function blocks(count: number, most: number): number[][] {
  const size = Math.max(1, Math.ceil(count / Math.max(1, Math.ceil(count / most))));
  const places = Array.from({ length: count }, (_, i) => i);
  return places.filter((i) => i % size === 0).map((from) => places.slice(from, from + size));
}

/** One table of several says which of them it is; a single one is named for those who do not see it. */
function caption(what: string, places: readonly number[], count: number): Markup {
  const [from, to] = [firstIn(places) + 1, lastIn(places) + 1];
  if (places.length === count)
    return markup`<caption class="visually-hidden">${compareWords.table.caption}</caption>`;
  return markup`<caption>${compareWords.table.partOf(what, from, to, count)}</caption>`;
}

function armsAcross({ columns, rows }: Seen, view: View, most: number): Omit<Table, 'folded'> {
  const families = [...Map.groupBy(rows, ({ endpoint }) => endpoint.family)];
  const parts = blocks(columns.length, most);
  const frame = markup`${parts.map(
    (places) =>
      markup`<table>${caption(compareWords.table.part.arms, places, columns.length)}<thead><tr><th scope="col">${compareWords.table.endpoint}</th>${places.map(
        (i) => markup`<th scope="col">${armHeading(itemIn(columns, i))}</th>`,
      )}</tr></thead><tbody class="figures traits"></tbody>${families.map(
        ([family]) =>
          markup`<tbody class="figures"><tr class="family"><th scope="rowgroup" colspan="${places.length + 1}">${words.family[family]}</th></tr></tbody>`,
      )}</table>`,
  )}`;
  function* made(): Generator<TableRow> {
    for (const [block, places] of parts.entries()) {
      const first = block * (families.length + 1);
      for (const row of traitRows(columns, places, view)) yield { body: first, markup: row };
      for (const [at, [, own]] of families.entries())
        for (const [i, row] of own.entries()) {
          const cells = places.map((place) => cellMarkup(itemIn(row.cells, place), view));
          const heading = markup`<th scope="row">${rowHeading(row, own[i - 1], view)}</th>`;
          yield {
            body: first + at + 1,
            markup: markup`${scaleBreak(own, i, places.length + 1)}<tr>${heading}${cells}</tr>`,
          };
        }
    }
  }
  return { frame, rows: made() };
}

function armsDown({ columns, rows }: Seen, view: View, most: number): Omit<Table, 'folded'> {
  const breaks = (i: number) =>
    itemIn(rows, i).scale !== undefined && rows[i - 1]?.scale !== itemIn(rows, i).scale;
  const parts = blocks(rows.length, most);
  const frame = markup`${parts.map(
    (places) =>
      markup`<table class="transposed">${caption(compareWords.table.part.columns, places, rows.length)}<thead><tr><th scope="col">${compareWords.table.arm}</th>${places.map(
        (i) =>
          markup`<th scope="col"${breaks(i) && markup` class="scale-break"`}>${rowHeading(itemIn(rows, i), undefined, view)}</th>`,
      )}</tr></thead><tbody class="figures"></tbody></table>`,
  )}`;
  function* made(): Generator<TableRow> {
    for (const [body, places] of parts.entries())
      for (const [i, column] of columns.entries()) {
        const { trial, riskOfBias } = column;
        const patients = markup`<span class="arm">${compareWords.parts([trial.setting, trial.ageGroup])}</span>`;
        const judged =
          riskOfBias.length > 0 &&
          markup`<span class="arm">${compareWords.of(compareWords.table.riskOfBias, compareWords.parts(riskOfBias))}</span>`;
        yield {
          body,
          markup: markup`<tr><th scope="row">${armHeading(column)}${patients}${judged}</th>${places.map(
            (at) => cellMarkup(itemIn(itemIn(rows, at).cells, i), view, rows[at]),
          )}</tr>`,
        };
      }
  }
  return { frame, rows: made() };
}

/** Patients and treatment: the same rows for every comparison, above all figures. */
function* traitRows(columns: readonly Column[], places: readonly number[], view: View): Generator<Markup> {
  const facets = [...new Set(columns.flatMap(({ trial }) => Object.keys(trial.attributes)))];
  const { table: heads, notAppraised, absent } = compareWords;
  const notRecorded = absent['not recorded'];
  const rows: [string, (column: Column) => string][] = [
    [heads.therapies, ({ arm }) => compareWords.names(arm.therapies) || compareWords.notCatalogued],
    [heads.role, ({ arm }) => words.armRole[arm.role as keyof typeof words.armRole]],
    [heads.setting, ({ trial }) => trial.setting],
    [heads.age, ({ trial }) => trial.ageGroup],
    ...facets.map((facet): [string, (column: Column) => string] => [
      facet,
      ({ trial }) => trial.attributes[facet] ?? notRecorded,
    ]),
    [heads.design, ({ trial }) => words.design[trial.design as keyof typeof words.design]],
    [heads.followUp, ({ followUp }) => followUp ?? notRecorded],
    [heads.year, ({ trial }) => String(trial.year ?? words.absence['not-reported'])],
    [heads.riskOfBias, ({ riskOfBias }) => compareWords.parts(riskOfBias) || notAppraised],
  ];
  yield markup`<tr class="family"><th scope="rowgroup" colspan="${places.length + 1}">${heads.patients}</th></tr>`;
  for (const [label, of] of rows) {
    // Where no study was judged, a row would say nothing of any.
    if (columns.every((column) => of(column) === notAppraised)) continue;
    const recorded = (column: Column) => of(column) !== notRecorded && of(column) !== notAppraised;
    const differs = view.marked && new Set(columns.filter(recorded).map(of)).size > 1;
    yield markup`<tr><th scope="row">${label}</th>${places.map((i) => {
      const column = itemIn(columns, i);
      return markup`<td data-label="${column.name}">${marked(of(column), differs && recorded(column))}</td>`;
    })}</tr>`;
  }
}

/**
 * Where the grading scale changes within an endpoint the column is broken, because grades of two scales are
 * not the same.
 */
function scaleBreak(rows: readonly Row[], i: number, width: number): Markup | undefined {
  const [before, row] = [rows[i - 1], itemIn(rows, i)];
  const isGraded =
    row.scale !== undefined &&
    rows.some(({ endpoint, scale }) => endpoint === row.endpoint && scale !== row.scale);
  if (!isGraded || (before?.endpoint === row.endpoint && before.scale === row.scale)) return undefined;
  return markup`<tr class="scale"><th scope="rowgroup" colspan="${width}">${compareWords.table.scaleBreak(row.endpoint.label, scaleWord(itemIn(rows, i).scale ?? ''))}</th></tr>`;
}

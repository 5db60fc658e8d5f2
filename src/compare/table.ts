import { en } from '../i18n/words.ts';
import { armName } from './rules.ts';
import type { Arrangement, Cell, Column, Row } from './arrange.ts';
import { absentWords, textOf } from './cell-text.ts';
import { markup, type Markup } from '../wording/markup.ts';
import { toldBy, type DatasetFact } from './dataset.ts';
import type { View } from './view.ts';
import { itemIn } from '../model/need.ts';

/** A row of the table, and which of its bodies it belongs to. */
export interface TableRow {
  body: number;
  markup: Markup;
}

/** A comparison as a table whose bodies are still empty, and the rows to fill them with, each made when asked for. */
export interface Table {
  frame: Markup;
  rows: Iterable<TableRow>;
}

/** The comparison as a table: endpoints down and arms across, or the other way round. */
export function table(arrangement: Arrangement, view: View): Table {
  return view.transposed ? armsDown(arrangement, view) : armsAcross(arrangement, view);
}

function armsAcross({ columns, rows }: Arrangement, view: View): Table {
  const families = sections(rows);
  const width = columns.length + 1;
  const frame = markup`<table><caption class="visually-hidden">Arms side by side</caption><thead><tr><th scope="col">Endpoint</th>${columns.map(
    (column) => markup`<th scope="col">${armHeading(column)}</th>`,
  )}</tr></thead><tbody class="figures traits"></tbody>${families.map(
    ({ family }) =>
      markup`<tbody class="figures"><tr class="family"><th scope="rowgroup" colspan="${width}">${en.family[family]}</th></tr></tbody>`,
  )}</table>`;
  function* made(): Generator<TableRow> {
    for (const row of traitRows(columns, view)) yield { body: 0, markup: row };
    for (const [at, { own }] of families.entries())
      for (const [i, row] of own.entries())
        yield {
          body: at + 1,
          markup: markup`${scaleBreak(own, i, width)}<tr><th scope="row">${rowHeading(
            row,
            own[i - 1],
            view,
          )}</th>${row.cells.map((cell) => cellOf(cell, view))}</tr>`,
        };
  }
  return { frame, rows: made() };
}

function armsDown({ columns, rows }: Arrangement, view: View): Table {
  const breaks = (row: Row, i: number) => row.scale !== undefined && rows[i - 1]?.scale !== row.scale;
  const frame = markup`<table class="transposed"><caption class="visually-hidden">Arms side by side</caption><thead><tr><th scope="col">Arm</th>${rows.map(
    (row, i) => markup`<th scope="col"${breaks(row, i) && markup` class="scale-break"`}>${rowHeading(row, undefined, view)}</th>`,
  )}</tr></thead><tbody class="figures"></tbody></table>`;
  function* made(): Generator<TableRow> {
    for (const [i, column] of columns.entries())
      yield {
        body: 0,
        markup: markup`<tr><th scope="row">${armHeading(column)}<span class="arm">${column.trial.setting}; ${column.trial.ageGroup}</span>${
          column.riskOfBias.length > 0 && markup`<span class="arm">Risk of bias: ${column.riskOfBias.join('; ')}</span>`
        }</th>${rows.map(({ cells }) => cellOf(itemIn(cells, i), view))}</tr>`,
      };
  }
  return { frame, rows: made() };
}

const cellOf = (cell: Cell, view: View): Markup =>
  markup`<td${!cell.fact && markup` class="absent"`}>${cellMarkup(cell, view)}</td>`;

/** Rows that follow each other in one family. */
function sections(rows: readonly Row[]): { family: Row['endpoint']['family']; own: Row[] }[] {
  return [...Map.groupBy(rows, ({ endpoint }) => endpoint.family)].map(([family, own]) => ({ family, own }));
}

function armHeading({ trial, arm, key }: Column): Markup {
  return markup`<a href="${trial.path}">${trial.name}</a>${
    trial.arms.length > 1 && markup`<span class="arm">${arm.label}</span>`
  }<button type="button" class="drop no-print" data-drop="${key}"><span class="visually-hidden">Remove ${armName(trial, arm.id)}</span><span aria-hidden="true">×</span></button>`;
}

const notRecorded = absentWords['not recorded'];
const notAppraised = 'not appraised';

/** In whom and with what: the same rows for every comparison, above all figures. */
function* traitRows(columns: readonly Column[], view: View): Generator<Markup> {
  const facets = [...new Set(columns.flatMap(({ trial }) => Object.keys(trial.attributes)))];
  const rows: [string, (column: Column) => string][] = [
    ['Therapies', ({ arm }) => arm.therapies.join(', ') || 'not catalogued here'],
    ['Role', ({ arm }) => en.armRole[arm.role as keyof typeof en.armRole]],
    ['Setting', ({ trial }) => trial.setting],
    ['Age group', ({ trial }) => trial.ageGroup],
    ...facets.map((facet): [string, (column: Column) => string] => [
      facet,
      ({ trial }) => trial.attributes[facet] ?? notRecorded,
    ]),
    ['Design', ({ trial }) => en.design[trial.design as keyof typeof en.design]],
    ['Follow-up', ({ followUp }) => followUp ?? notRecorded],
    ['Year', ({ trial }) => String(trial.year ?? en.absence['not-reported'])],
    ['Risk of bias', ({ riskOfBias }) => riskOfBias.join('; ') || notAppraised],
  ];
  yield markup`<tr class="family"><th scope="rowgroup" colspan="${columns.length + 1}">Patients and treatment</th></tr>`;
  for (const [label, of] of rows) {
    // Where no study was judged, a row would say nothing of any.
    if (columns.every((column) => of(column) === notAppraised)) continue;
    const recorded = (column: Column) => of(column) !== notRecorded && of(column) !== notAppraised;
    const differs = view.marked && new Set(columns.filter(recorded).map(of)).size > 1;
    yield markup`<tr><th scope="row">${label}</th>${columns.map(
      (column) => markup`<td>${marked(of(column), differs && recorded(column))}</td>`,
    )}</tr>`;
  }
}

/** Where the grading scale changes within an endpoint the column is broken, because grades of two scales are not the same. */
function scaleBreak(rows: readonly Row[], i: number, width: number): Markup | undefined {
  const [before, row] = [rows[i - 1], itemIn(rows, i)];
  const isGraded =
    row.scale !== undefined && rows.some(({ endpoint, scale }) => endpoint === row.endpoint && scale !== row.scale);
  if (!isGraded || (before?.endpoint === row.endpoint && before.scale === row.scale)) return undefined;
  return markup`<tr class="scale"><th scope="rowgroup" colspan="${width}">${row.endpoint.label}, ${row.scale}: not to be read against other scales</th></tr>`;
}

function rowHeading(row: Row, before: Row | undefined, view: View): Markup {
  const { endpoint, label, key } = row;
  const repeated = before?.endpoint === endpoint;
  const direction = view.sort === key ? (view.descending ? ' ↓' : ' ↑') : '';
  return markup`<a href="${endpoint.path}"${repeated && markup` class="repeated"`}>${endpoint.label}</a>${
    label && markup` <span class="row-label">${label}</span>`
  }<button type="button" class="sort no-print" data-sort="${key}"><span class="visually-hidden">Order the arms by ${endpoint.label}, ${label}</span><span aria-hidden="true">⇅${direction}</span></button>`;
}

const marked = (text: string, differs: boolean): Markup =>
  differs ? markup`<mark class="differs">≠ ${text}</mark>` : markup`${text}`;

function cellMarkup(cell: Cell, view: View): Markup {
  const { fact, others, traits } = cell;
  const text = textOf(cell);
  if (!fact) return markup`<span class="missing">${text.value}</span>`;
  const value = markup`<a class="value${text.absent && ' missing'}" href="${fact.path}">${text.value}</a>`;
  const lines = [
    text.fraction,
    text.interval && markup`${text.interval}${text.intervalComputed && markup` <i class="computed">computed</i>`}`,
    text.p,
    text.reported && `reported: ${text.reported}`,
  ].filter((line) => line !== undefined && line !== '');
  return markup`${value}${text.valueComputed && markup` <i class="computed">computed</i>`}${
    fact.untraced && markup`<span class="untraced" title="not machine-traced">°</span>`
  }${fact.contested && markup` <span class="contested">contested</span>`}${lines.map(
    (line) => markup`<span class="line">${line}</span>`,
  )}${traits.map(
    ({ text: trait, differs }) => markup`<span class="trait">${marked(trait, differs && view.marked)}</span>`,
  )}<span class="trait">${fact.report.label}</span>${others.length > 0 && more(others)}`;
}

/** The other figures that reports give for the same place. */
function more(others: readonly DatasetFact[]): Markup {
  return markup`<details><summary>${others.length} more</summary><ul>${others.map(
    (fact) =>
      markup`<li><a href="${fact.path}">${fact.value}</a>${
        fact.fraction && fact.fraction !== fact.value && ` ${fact.fraction}`
      }${fact.at && `, ${fact.at}`}; ${fact.population.label}; ${toldBy(fact)}</li>`,
  )}</ul></details>`;
}

import { compareWords as words } from '../i18n/compare.ts';
import { markup, type Markup } from '../wording/markup.ts';
import type { Cell, Column, Row } from './arrange.ts';
import { textOf } from './cell-text.ts';
import { toldBy, type DatasetFact } from './dataset.ts';
import { rowName } from './row-name.ts';
import { armName } from './rules.ts';
import type { View } from './view.ts';

export function armHeading({ trial, arm, key }: Column): Markup {
  return markup`<a href="${trial.path}">${trial.name}</a>${trial.arms.length > 1 && markup`<span class="arm">${arm.label}</span>`}<button type="button" class="drop no-print" data-drop="${key}"><span class="visually-hidden">${words.remove(armName(trial, arm.id))}</span><span aria-hidden="true">×</span></button>`;
}

export function rowHeading(row: Row, before: Row | undefined, view: View): Markup {
  const { endpoint, label, key } = row;
  const repeated = before?.endpoint === endpoint;
  const direction = view.sort === key ? (view.descending ? ' ↓' : ' ↑') : '';
  return markup`<a href="${endpoint.path}"${repeated && markup` class="repeated"`}>${endpoint.label}</a>${label && markup` <span class="row-label">${label}</span>`}<button type="button" class="sort no-print" data-sort="${key}"><span class="visually-hidden">${words.table.orderBy(endpoint.label, label)}</span><span aria-hidden="true">⇅${direction}</span></button>`;
}

export const marked = (text: string, differs: boolean): Markup =>
  differs ? markup`<mark class="differs">≠ ${text}</mark>` : markup`${text}`;

/**
 * A cell, which names its arm where a narrow screen shows the cells of a row under each other.
 *
 * @param row named instead of the arm, where arms are rows
 */
export function cellMarkup(cell: Cell, view: View, row?: Row): Markup {
  const label = row ? rowName(row) : cell.column.name;
  return markup`<td data-label="${label}"${!cell.fact && markup` class="absent"`}>${content(cell, view)}</td>`;
}

function content(cell: Cell, view: View): Markup {
  const { fact, others, traits } = cell;
  const text = textOf(cell);
  if (!fact) return markup`<span class="missing">${text.value}</span>`;
  const value = markup`<a class="value${text.absent && ' missing'}" href="${fact.path}">${text.value}</a>`;
  const lines = [
    text.fraction,
    text.interval &&
      markup`${text.interval}${text.intervalComputed && markup` <i class="computed">${words.computed}</i>`}`,
    text.p,
    text.reported && words.reported(text.reported),
  ].filter((line) => line !== undefined && line !== '');
  return markup`${value}${text.valueComputed && markup` <i class="computed">${words.computed}</i>`}${fact.untraced && markup`<span class="untraced" title="${words.untraced}">°</span>`}${fact.contested && markup` <span class="contested">${words.sourcesDiffer}</span>`}${lines.map((line) => markup`<span class="line">${line}</span>`)}${traits.map(({ text: trait, differs }) => markup`<span class="trait">${marked(trait, differs && view.marked)}</span>`)}<span class="trait">${fact.report.label}</span>${others.length > 0 && more(others)}`;
}

/** The other figures that reports give for the same place. */
function more(others: readonly DatasetFact[]): Markup {
  return markup`<details><summary>${words.more(others.length)}</summary><ul>${others.map(
    (fact) =>
      markup`<li><a href="${fact.path}">${fact.value}</a>${fact.fraction && fact.fraction !== fact.value && ` ${fact.fraction}`}${fact.at && words.after(fact.at)}${words.semicolon}${words.parts([fact.population.label, toldBy(fact)])}</li>`,
  )}</ul></details>`;
}

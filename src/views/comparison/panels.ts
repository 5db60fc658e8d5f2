import { fluidAxis } from '../../charts/axis.ts';
import { lookOf, looks, sign } from '../../charts/marks.ts';
import { axisNumbers, strip } from '../../charts/strip.ts';
import { timeWords, type TimeRow } from '../../compare/times.ts';
import { numberOf, type Arrangement, type Column } from '../../compare/arrange.ts';
import { textOf } from '../../compare/cell-text.ts';
import { briefInterval } from '../../wording/computed.ts';
import type { Panel, PanelCell } from '../../compare/panels.ts';
import { compareWords } from '../../i18n/compare.ts';
import { isComparator } from '../../model/roles.ts';
import { markup, type Markup } from '../../wording/markup.ts';
import { need } from '../../model/need.ts';

/** Panels side by side on a wide screen. */
const beside = 3;

/**
 * The panels in bands: the names of the arms, then endpoints beside each other, whose rows stand on common
 * lines.
 */
export function bands(panels: readonly Panel[], columns: Arrangement['columns'], from = 0): Markup {
  const starts = panels.flatMap((_, i) => (i % beside === 0 ? [i] : []));
  return markup`${starts.map((start) => {
    const own = panels.slice(start, start + beside);
    return markup`<div class="band">${names(columns)}${own.map((panel, i) => panelMarkup(panel, from + start + i))}</div>`;
  })}`;
}

/** The arms beside the first panel of a band; each panel names them again for those who read it alone. */
const names = (columns: readonly Column[]): Markup =>
  markup`<div class="names" aria-hidden="true"><p class="head">${compareWords.table.arm}</p><ul>${columns.map(
    (column) =>
      markup`<li>${armKey(column)}<b>${column.name}</b><small>${compareWords.parts([column.trial.setting, column.trial.ageGroup])}</small></li>`,
  )}</ul></div>`;

const looksOf = ({ arm, side }: Column) => lookOf(isComparator(arm.role), side);
const armKey = (column: Column): Markup => sign(looks[looksOf(column)]);

const unitOf = (axis: Panel['axis']): string =>
  axis === 'time' ? compareWords.months : axis === 'percent' ? '%' : '';

function panelMarkup(panel: Panel, at: number): Markup {
  const axis = fluidAxis(
    panel.axis,
    panel.cells.map(({ cell }) => numberOf(cell)),
  );
  const rows = panel.cells.map(({ cell, rowLabel }) => {
    const mark = { mark: numberOf(cell), look: looksOf(cell.column) };
    return markup`<li><span class="who">${armKey(cell.column)}${cell.column.name}<span class="visually-hidden">${compareWords.colon}</span></span> ${strip([mark], axis, 18)}${figure({ cell, ...(rowLabel === undefined ? {} : { rowLabel }) })}</li>`;
  });
  return markup`<section class="panel" data-plot="${at}"><div class="head"><h3>${panel.title}</h3>${axisNumbers(axis, unitOf(panel.axis))}</div><ul>${rows}</ul><div class="foot"></div></section>`;
}

/** A figure as it reads: value, interval, patients, what is peculiar to it. */
function figure({ cell, rowLabel }: PanelCell): Markup {
  const { fact, traits, rebased } = cell;
  const { value, valueComputed, interval, intervalComputed, fraction, absent } = textOf(cell);
  if (!fact) return markup`<span class="missing">${value}</span>`;
  const words = rebased && 'missing' in rebased ? compareWords.notRebased : value;
  const own = absent
    ? []
    : traits.filter(({ trait, differs }) => (differs && trait !== 'definition') || trait === 'read in');
  const definition =
    traits.some(({ trait, differs }) => trait === 'definition' && differs) && compareWords.ownDefinition;
  const notes = [rowLabel, fraction, ...own.map(({ text }) => text), definition].filter(
    (note) => note !== undefined && note !== false,
  );
  return markup`<span class="figure"><a class="value${absent && ' missing'}" href="${fact.path}">${words}</a>${interval && !absent && markup` <span class="interval">${briefInterval(interval)}</span>`}${(intervalComputed || valueComputed) && markup` <i class="computed">${compareWords.computed}</i>`}${fact.contested && markup` <span class="contested">${compareWords.sourcesDiffer}</span>`}</span>${notes.length > 0 && markup`<small>${compareWords.parts(notes)}</small>`}<span class="visually-hidden">${compareWords.after(fact.report.label)}</span>`;
}

/** A time axis with room for its drawing, and every figure on it in words beside. */
export function timeFigure(row: TimeRow, at: number): Markup {
  const arms = row.arms.map(
    (arm) =>
      markup`<div><dt>${armKey(arm.cell.column)}${arm.cell.column.name}</dt><dd>${timeWords(arm) || compareWords.absent['not recorded']}</dd></div>`,
  );
  return markup`<section class="time" data-plot="${at}"><h3>${compareWords.onTime(row.title)}</h3><div class="drawing"></div><dl>${arms}</dl><div class="foot"></div></section>`;
}

/** The endpoints that one arm alone reports, of which there is no plot. */
export function single(panels: readonly Panel[]): Markup {
  const line = ({ title, cells }: Panel) => {
    const { cell } = need(cells.find(({ cell: one }) => numberOf(one) !== undefined));
    return markup`<li><b>${title}</b>${compareWords.before(cell.column.name)}${figure({ cell })}</li>`;
  };
  return markup`<ul class="singles">${panels.map(line)}</ul>`;
}

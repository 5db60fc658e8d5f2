import { compareWords } from '../../i18n/compare.ts';
import { numberOf, type Arrangement, type Cell } from '../../compare/arrange.ts';
import { textOf } from '../../compare/cell-text.ts';
import type { Differences } from '../../compare/differences.ts';
import type { Panel } from '../../compare/panels.ts';
import type { Question } from '../../compare/question.ts';
import { isComparator } from '../../model/roles.ts';
import { markup, type Markup } from '../../wording/markup.ts';
import { capitalised, firstIn, lastIn, need } from '../../model/need.ts';

/** What is compared, in a line: `Beta blockers against drug A, after a stroke, adults`. */
export function titleOf(
  { sides, settings, ages, controls }: Question,
  { columns }: Pick<Arrangement, 'columns'>,
): string {
  const words = compareWords.summary;
  const others = columns.filter(({ side, key }) => side === undefined && !controls.includes(key));
  const trials = [...new Set(others.map(({ trial }) => trial.name))];
  const alone = trials.length > 3 ? words.armsOf(others.length, trials.length) : compareWords.listed(trials);
  const asked = [...sides.map(({ name }) => name), ...(alone === '' ? [] : [alone])];
  const within = [settings, ages].map((chips) =>
    words.or(chips.filter(({ on }) => on).map(({ label }) => compareWords.inSentence(label))),
  );
  return words.title(asked, within.filter(Boolean));
}

/**
 * What each side reports of the two endpoints that most arms report, of those that are good to have: the
 * range of its figures.
 */
export function answer(panels: readonly Panel[], question: Question): Markup | undefined {
  const groups = question.sides.map(({ name }, i) => ({
    name,
    has: ({ column }: Cell) => column.side === i && !isComparator(column.arm.role),
  }));
  if (groups.length < 2) return undefined;
  const shown = panels
    .filter(({ axis, rows: [row] }) => axis === 'percent' && need(row).endpoint.direction === 'higher')
    .map((panel) => ({
      panel,
      parts: groups.map(({ name, has }) => ({ name, cells: drawn(panel).filter(has) })),
    }))
    .filter(({ parts }) => parts.every(({ cells }) => cells.length > 0))
    .sort((a, b) => b.panel.drawn - a.panel.drawn)
    .slice(0, 2);
  if (shown.length === 0) return undefined;
  const words = compareWords.summary;
  return markup`${shown.map(({ panel, parts }) => {
    const last = parts.length - 1;
    const said = parts.map(
      ({ name, cells }, i) =>
        markup`${words.join(i === 0, i === last)}${range(cells)}${words.after(cells.length, name)}`,
    );
    return markup`${panel.title}${words.colon}${said}${words.stop}`;
  })}`;
}

const drawn = ({ cells }: Panel): Cell[] =>
  cells.map(({ cell }) => cell).filter((cell) => numberOf(cell) !== undefined);

/** The lowest and the highest figure, each leading to where it stands. */
function range(cells: readonly Cell[]): Markup {
  const [low, high] = [firstIn(cells.toSorted(byNumber)), lastIn(cells.toSorted(byNumber))];
  const link = (cell: Cell) =>
    markup`<a class="value" href="${need(cell.fact).path}">${textOf(cell).value}</a>`;
  return textOf(low).value === textOf(high).value
    ? link(low)
    : markup`${link(low)}${compareWords.summary.to}${link(high)}`;
}

const byNumber = (a: Cell, b: Cell) => need(numberOf(a)).point - need(numberOf(b)).point;

/** What differs, with its finding in front. */
export function differencesMarkup({ allocation, patients, figures }: Differences): Markup {
  const words = compareWords.summary;
  const differs = patients.length > 0;
  const lead = differs ? words.differ : words.same;
  return markup`<p>${allocation} <b${differs && markup` class="differ"`}>${lead}</b> ${compareWords.sentences(patients)}</p>${
    figures.length > 0 &&
    markup`<p><b class="differ">${words.countedDiffers}</b> ${compareWords.sentences(figures)}</p>`
  }`;
}

/** How many arms a question finds, and how many it leaves out by which choice. */
export function stateWords(
  { leftOut }: Pick<Question, 'leftOut'>,
  { columns }: Pick<Arrangement, 'columns'>,
): string {
  const words = compareWords.summary;
  if (columns.length === 0 && leftOut.length === 0) return words.noneChosen;
  const studies = new Set(columns.map(({ trial }) => trial.id)).size;
  const state = columns.length === 0 ? words.noneLeft : words.found(columns.length, studies);
  if (leftOut.length === 0) return state;
  const bys = [...Map.groupBy(leftOut, ({ by }) => by)].map(([by, own]) =>
    words.leftOutBy(own.length, words.by[by]),
  );
  return words.leftOut(state, leftOut.length, bys);
}

/** Each arm that was left out, by the choice that it does not fit and what it has instead. */
export const leftOutList = ({ leftOut }: Question): Markup =>
  markup`${[
    ...Map.groupBy(leftOut, ({ by, value }) => compareWords.summary.why(compareWords.summary.by[by], value)),
  ].map(
    ([why, own]) =>
      markup`<li><b>${capitalised(why)}</b>${compareWords.summary.leftOutArms(
        own.length,
        own.map(({ name }) => name),
      )}</li>`,
  )}`;

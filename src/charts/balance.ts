import { markup, type Markup } from '../wording/markup.ts';
import { axisFor } from './axis.ts';
import { placeLabels, type Box } from './label-places.ts';
import { halo, point, type Look, type Mark } from './marks.ts';
import { dashed, onPage } from './paint.ts';
import { round } from './scale.ts';

/** A mark on a field of two shares, each in percent. */
export interface BalanceMark {
  name: string;
  href: string;
  /** Both figures in words, for readers who cannot see the mark. */
  words: string;
  look: Look;
  x: Mark & { point: number };
  y: Mark & { point: number };
}

export interface BalanceChart {
  label: string;
  /** What is counted along either axis. */
  across: string;
  upward: string;
  marks: readonly BalanceMark[];
}

const [width, height] = [360, 340];
const area: Box = { left: 36, right: width - 8, top: 26, bottom: height - 40 };
const across = axisFor('percent', [], [area.left, area.right]);
const upward = axisFor('percent', [], [area.bottom, area.top]);
const x = (value: number) => round(across.place(value));
const y = (value: number) => round(upward.place(value));

/** One share against another: each mark leads to its study, with its name beside it where there is room. */
export function balanceChart(chart: BalanceChart): Markup {
  const { label, marks } = chart;
  const drawn = marks.map((mark) => ({ mark, x: x(mark.x.point), y: y(mark.y.point) }));
  const whiskers = drawn.flatMap(({ mark, ...at }) => whiskersOf(mark, at));
  const labels = placeLabels(
    drawn.map(({ mark, ...at }) => ({ ...at, text: mark.name })),
    { ...area, left: area.left + 2, top: area.top - 8 },
    whiskers,
  );
  const leaders = labels.map(
    (place) =>
      place?.leader &&
      markup`<line x1="${round(place.leader.x1)}" y1="${round(place.leader.y1)}" x2="${round(place.leader.x2)}" y2="${round(place.leader.y2)}" stroke="${onPage.rule}"/>`,
  );
  const names = drawn.map(({ mark }, i) => {
    const place = labels[i];
    return place && markup`<text x="${round(place.x)}" y="${round(place.y)}">${mark.name}</text>`;
  });
  return markup`<svg class="balance" viewBox="0 0 ${width} ${height}" role="group" aria-label="${label}" font-family="${onPage.font}" font-size="12" fill="${onPage.muted}"><g aria-hidden="true">${field(chart)}${whiskers.map(whisker)}${leaders}<g fill="${onPage.ink}" ${halo(onPage, 3)}>${names}</g></g>${drawn.map(
    ({ mark: { href, words, look }, ...at }) =>
      markup`<g transform="translate(${at.x} ${at.y})"><a href="${href}" aria-label="${words}"><title>${words}</title><circle r="12" fill="transparent"/>${point(look, 0, { y: 0, unit: '', paint: onPage })}</a></g>`,
  )}</svg>`;
}

/** The lines of the field with their numbers, and what is counted along either side. */
function field({ across: along, upward: up }: BalanceChart): Markup {
  const { left, right, top, bottom } = area;
  const lines = [0, 25, 50, 75, 100].map(
    (tick) =>
      markup`<path class="grid" d="M${x(tick)} ${top}V${bottom}M${left} ${y(tick)}H${right}" fill="none" stroke="${onPage.grid}"/><text x="${x(tick)}" y="${bottom + 15}" text-anchor="${tick === 100 ? 'end' : 'middle'}">${tick}</text><text x="${left - 5}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>`,
  );
  return markup`${lines}<text x="${right}" y="${height - 6}" text-anchor="end">${along}</text><text x="${left}" y="12">${up}</text>`;
}

interface Whisker extends Box {
  computed: boolean;
}

/** The intervals of a mark that are closed and of confidence, along either axis. */
function whiskersOf(mark: BalanceMark, at: { x: number; y: number }): Whisker[] {
  const [h, v] = [closed(mark.x), closed(mark.y)];
  return [
    ...(h ? [{ computed: h.computed, left: x(h.low), right: x(h.high), top: at.y, bottom: at.y }] : []),
    ...(v ? [{ computed: v.computed, left: at.x, right: at.x, top: y(v.high), bottom: y(v.low) }] : []),
  ];
}

const closed = ({ low, high, kind, computed }: Mark) =>
  low === undefined || high === undefined || kind ? undefined : { low, high, computed };

const whisker = ({ computed, left, right, top, bottom }: Whisker) =>
  markup`<path class="whisker${computed && ' computed'}" d="M${left} ${bottom}L${right} ${top}" stroke="${onPage.study}" stroke-width="1.2" opacity="0.7"${dashed(computed)}/>`;

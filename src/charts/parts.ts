import { markup, type Markup } from '../wording/markup.ts';
import { onPage } from './paint.ts';
import { round } from './scale.ts';

/** Fill and outline of the parts of a whole, told apart by both. */
const tones = {
  full: [onPage.study, onPage.paper],
  second: [onPage.effect, onPage.paper],
  hollow: [onPage.paper, onPage.effect],
  faint: [onPage.grid, onPage.rule],
} as const;
export type Tone = keyof typeof tones;

const painted = (tone: Tone): Markup => markup`fill="${tones[tone][0]}" stroke="${tones[tone][1]}"`;

/** The parts of a whole as one bar, beside each other in their order. */
export function partsBar(parts: readonly { count: number; tone: Tone }[]): Markup {
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  const share = (count: number) => `${round((100 * count) / all)}%`;
  let before = 0;
  const drawn = parts.map(({ count, tone }) => {
    const part = markup`<rect x="${share(before)}" width="${share(count)}" y="1" height="14" ${painted(tone)}/>`;
    before += count;
    return part;
  });
  return markup`<svg width="100%" height="16" aria-hidden="true">${drawn}</svg>`;
}

/** A part beside what it means. */
export const partSign = (tone: Tone): Markup =>
  markup`<svg width="14" height="14" aria-hidden="true"><rect x="1" y="1" width="12" height="12" ${painted(tone)}/></svg>`;

import { markup, type Markup } from '../wording/markup.ts';
import { onPage } from './paint.ts';
import { round } from './scale.ts';
import { outline } from './shapes.ts';

/** How much is known where a therapy and an endpoint meet. */
export type Known = 'registered' | 'reported' | 'with-interval' | 'poolable';

/**
 * A plus, a ring, a ring with a line across it, a disc; the line reaches beyond the ring as far as there is
 * room.
 */
export function knownSign(known: Known, { r = 6, size = 18 }: { r?: number; size?: number } = {}): Markup {
  const reach = round(Math.min(size / 2, r + 3));
  const line = known === 'with-interval' ? `M${-reach} 0H${reach}` : '';
  const path = known === 'registered' ? 'M-6 0H6M0 -6V6' : outline('circle', r) + line;
  const isFilled = known === 'with-interval' || known === 'poolable';
  const faint = known === 'with-interval' && markup` fill-opacity="0.15"`;
  return markup`<svg width="${size}" height="${size}" viewBox="${-size / 2} ${-size / 2} ${size} ${size}" overflow="visible" aria-hidden="true"><path d="${path}" stroke="${onPage.study}" stroke-width="1.6" fill="${isFilled ? onPage.study : 'none'}"${faint}/></svg>`;
}

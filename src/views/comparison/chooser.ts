import { compareWords as words } from '../../i18n/compare.ts';
import type { Offer } from '../../compare/offers.ts';
import type { Chip, Question } from '../../compare/question.ts';
import { markup, type Markup } from '../../wording/markup.ts';

/** The choices that fit what was typed, as the options of a list. */
export const offerOptions = (offers: readonly Offer[]): Markup =>
  markup`${offers.map(
    ({ name, kind, arms }, i) =>
      markup`<li role="option" id="_offer-${i}" data-offer="${i}" aria-selected="false"><span>${name}</span> <span class="kind">${words.offered(words.kinds[kind], arms)}</span></li>`,
  )}`;

/** The sides and arms that were chosen, each with a way to take it out. */
export function chosenChips(
  { sides }: Question,
  arms: readonly { key: string; name: string; arms: number }[],
): Markup {
  const chip = (key: string, name: string, count: number, at?: number) =>
    markup`<li class="chip ${at !== undefined && 'abc'[Math.min(at, 2)]}">${name} <span class="count">${count}</span><button type="button" data-remove="${key}"><span class="visually-hidden">${words.remove(name)}</span><span aria-hidden="true">×</span></button></li>`;
  return markup`${sides.map(({ key, name, arms: own }, i) => chip(key, name, own.length, i))}${arms.map(({ key, name, arms: count }) => chip(key, name, count))}`;
}

/** Values that arms can be kept to, pressed or not, with the arms that each leaves. */
export const filterChips = (name: 'setting' | 'age', chips: readonly Chip[]): Markup =>
  markup`${chips.map(
    ({ id, label, arms, on }) =>
      markup`<li><button type="button" class="chip" data-filter="${name}" data-value="${id}" aria-pressed="${on ? 'true' : 'false'}">${label} <span class="count">${arms}</span></button></li>`,
  )}`;

import { synthesisWords as words } from '../i18n/synthesis.ts';
import { markup, type Markup } from '../wording/markup.ts';
import { facets, has, valuesOf, type Facet, type Filters, type Row } from './candidates.ts';
import type { Synthesis } from './pool.ts';

/** A facet that a question is kept to, with the values that it pools together. */
interface Asked {
  facet: Facet;
  values: { value: string; label: string }[];
}

/** What a question is kept to, in the language of the page. */
function askedOf({ candidates }: Row, filters: Filters): Asked[] {
  return facets.flatMap((facet) => {
    const known = valuesOf(candidates, facet);
    const values = (filters[facet] ?? []).flatMap((value) => known.find((one) => one.value === value) ?? []);
    return values.length > 0 ? [{ facet, values }] : [];
  });
}

/**
 * What is pooled: the endpoint, its row where that is no plain proportion, and what the question is kept to.
 */
export function titleOf(endpoint: string, row: Row, filters: Filters): string {
  const title = row.id === 'proportion' ? endpoint : words.title(endpoint, row.label);
  const asked = askedOf(row, filters).map(({ values }) => words.asked.or(values.map(({ label }) => label)));
  return asked.length > 0 ? words.asked.title(title, asked) : title;
}

/**
 * Which of several therapies, classes or targets are pooled together, by how many arms, with a way to take
 * them apart; and a way to take in what no rule refuses for good, where one of them has no figure that all
 * rules let be pooled with the others.
 */
export function together({ row, state, studies }: Synthesis): Markup | undefined {
  const several = askedOf(row, state.filters).filter(({ values }) => values.length > 1);
  if (several.length === 0) return undefined;
  return markup`${several.map(({ facet, values }) => {
    const counted = values.map(({ value, label }) => ({
      label,
      arms: studies.filter(({ candidate }) => has(candidate, facet, value)).length,
    }));
    const isApart = state.by === facet;
    const button = (id: string, data: Markup, text: string) =>
      markup` <button class="button no-print" type="button" id="${id}-${facet}" ${data}>${text}</button>`;
    const lacking = counted.some(({ arms }) => arms === 0);
    return markup`<p>${words.asked.together(counted.map(({ label, arms }) => words.asked.part(label, arms, state.measure === 'GEN')))}${
      lacking && button('widen', markup`data-widen`, words.asked.widen)
    }${
      counted.filter(({ arms }) => arms > 0).length > 1 &&
      button(
        'apart',
        markup`data-by="${isApart ? '' : facet}"`,
        isApart ? words.asked.whole : words.asked.apart(words.partition[facet]),
      )
    }</p>`;
  })}`;
}

/** The chosen values, each with a way to take it out. */
export function askedChips(row: Row, filters: Filters): Markup {
  return markup`${askedOf(row, filters).flatMap(({ facet, values }) =>
    values.map(
      ({ value, label }) =>
        markup`<li class="chip">${label}<button type="button" data-facet="${facet}" data-remove="${value}"><span class="visually-hidden">${words.asked.remove(label)}</span><span aria-hidden="true">×</span></button></li>`,
    ),
  )}`;
}

import { describe, expect, test } from 'vitest';
import { attribute, parseHtml, textOf } from '../support/html.ts';
import { pages, read } from '../support/site-pages.ts';

const page = (path: string) => parseHtml(pages.find((one) => one.path === path)!.html);
/** The rows of the table of what a review says and its sources do not, with the check to which each leads. */
const differences = (review: string) =>
  page(`/reviews/${review}/`)
    .querySelectorAll('[aria-labelledby="_differs"] tbody tr')
    .map((row) => ({
      text: textOf(row),
      checks: row.querySelectorAll('.note a').map((link) => attribute(link, 'href')),
    }));

describe('a work that a review calls by another name', () => {
  test.each([
    [
      'zhang-2022',
      'SWOG S0910',
      'names Fludarabine, but the title of advani-2014 names Clofarabine',
      'identity-cited-agent',
    ],
    ['wei-2023', 'Levine 2021', 'names Maude where it cites levine-2021', 'identity-cited-author'],
  ])('stands among the differences of %s', (review, study, told, check) => {
    const row = differences(review).find(({ text }) => text.includes(told));
    expect(row?.text).toContain(study);
    expect(row?.checks).toContain(`/quality/#${check}`);
    expect(page('/quality/').querySelector(`[id="${check}"]`)).not.toBeNull();
  });

  test.each([
    ['swog-s0910', 'cr-cri-review', 'zhang-2022 names Fludarabine'],
    ['levine-2021-pooled-safety', 'treated-review', 'wei-2023 names Maude'],
  ])('is told with the figure of %s', (trial, fact, told) => {
    const cards = page(`/trials/${trial}/figures/`).querySelectorAll('.provenance').map(textOf);
    expect(cards.filter((card) => card.includes(told))).toHaveLength(1);
    expect(read('/data/findings.csv')).toMatch(
      new RegExp(`^trials/${trial},${fact},identity/cited-[a-z]+,.*${told}`, 'm'),
    );
  });
});

describe('a comparison with an earlier trial', () => {
  test('is told so with the figure', () => {
    const cards = page('/trials/swog-s0910/figures/').querySelectorAll('.provenance').map(textOf);
    expect(cards.filter((card) => card.includes('(swog-s0530): not within one study'))).toHaveLength(2);
  });
});

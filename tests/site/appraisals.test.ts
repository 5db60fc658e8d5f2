import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en/words.ts';
import { attribute, parseHtml, textOf } from '../support/html.ts';
import { pages } from '../support/site-pages.ts';
import { typedEntries } from '../support/typed-content.ts';

/** The parts of an appraisal that are looked for on the page, as they are typed. */
interface TypedAppraisal {
  id: string;
  tool: keyof typeof en.tool;
  fact?: string;
  on?: string;
  basis: (keyof typeof en.read)[];
  domains: {
    domain: keyof typeof en.biasDomain;
    judgement: keyof typeof en.judgement;
    reason: string;
    report: string;
  }[];
  overall: keyof typeof en.judgement;
}

const trials = [...typedEntries<{ appraisals?: TypedAppraisal[] }>('trials')].map(
  ([id, { appraisals = [] }]) => ({
    id,
    appraisals,
    root: parseHtml(pages.find((page) => page.path === `/trials/${id}/`)!.html),
  }),
);
const judged = trials.flatMap(({ id, appraisals, root }) =>
  appraisals.map((appraisal) => ({ id, appraisal, root })),
);

test('a page has a section on the risk of bias where somebody judged, and only there', () => {
  const without = trials.filter(
    ({ appraisals, root }) => (root.querySelector('#_bias') !== null) !== appraisals.length > 0,
  );
  expect(without.map(({ id }) => id)).toEqual([]);
  expect(judged.length).toBeGreaterThan(0);
});

describe.each(judged)('the appraisal $appraisal.id of $id', ({ id, appraisal, root }) => {
  const item = root.querySelectorAll('li[id]').find((one) => attribute(one, 'id') === appraisal.id)!;

  test('says with which tool, from what and when it was made, and what came of it', () => {
    const text = textOf(item);
    expect(text).toContain(en.tool[appraisal.tool]);
    expect(text).toMatch(new RegExp(`Overall: \\S ${en.judgement[appraisal.overall]}`));
    for (const kind of appraisal.basis) expect(text).toContain(en.read[kind]);
    if (appraisal.on) expect(text).toContain(`Judged by this base on ${appraisal.on} from: `);
  });

  test('has a row for each domain with its judgement in words, its reason and what it rests on', () => {
    const rows = item.querySelectorAll('tbody tr').map((row) => ({
      text: textOf(row),
      links: row.querySelectorAll('a').map((link) => attribute(link, 'href')),
    }));
    expect(rows).toHaveLength(appraisal.domains.length);
    for (const { domain, judgement, reason, report } of appraisal.domains) {
      const row = rows.find(({ text }) => text.startsWith(en.biasDomain[domain]))!;
      expect(row.text).toContain(en.judgement[judgement]);
      expect(row.text).toContain(reason);
      expect(row.links).toEqual([expect.stringContaining(`/${report}/`)]);
    }
  });

  test('is reached from the card of the figure that it is about', () => {
    const cards = parseHtml(pages.find((page) => page.path === `/trials/${id}/figures/`)!.html)
      .querySelectorAll('.provenance')
      .filter((card) =>
        card
          .querySelectorAll('a')
          .some((link) => attribute(link, 'href') === `/trials/${id}/#${appraisal.id}`),
      )
      .map((card) => attribute(card, 'id'));
    if (appraisal.fact) expect(cards).toContain(appraisal.fact);
    expect(cards.length).toBeGreaterThan(0);
  });
});

import { expect, test } from 'vitest';
import { inLocale } from '../../../src/i18n/locale.ts';
import { differenceRows } from '../../../src/views/difference-rows.ts';
import { notableDifferences } from '../../../src/views/notable-differences.ts';
import { libraryOf, trial } from '../helpers/corpus.ts';

test('what two reports say of an interval is worded in the language of the page', async () => {
  const median = (id: string, high: string, by: string) =>
    `- {id: ${id}, kind: median, value: 7.7, unit: months, arm: new, interval: {level: 95, low: 6.0, high: ${high}}, ${by}}`;
  const { ledger } = libraryOf({
    'trials/alpha.mdx': trial(
      [
        median('a', '9.2', 'report: smith-2020'),
        median('b', 'not-reached', 'report: jones, cites: [smith-2020]'),
      ].join('\n'),
    ),
  });
  const values = () => [
    ...differenceRows(ledger).flatMap(({ one, another }) => [one.value, another.value]),
    ...notableDifferences(ledger).flatMap(({ all }) => all.flatMap(({ sides }) => sides.map((s) => s.value))),
  ];
  expect(values()).toEqual(Array(2).fill(['95% CI 6.0–9.2', '95% CI 6.0 to not reached']).flat());
  expect(await inLocale('zh', values)).toEqual(
    Array(2).fill(['95% CI 6.0–9.2', '95% CI 6.0至未达到']).flat(),
  );
});

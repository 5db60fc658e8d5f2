import { expect, it } from 'vitest';
import { placedNumbers } from '../../../../src/reading/numbers.ts';
import { read } from './measure.ts';

it.each([
  [
    'tabs, arms and P values',
    `Outcome	New (n = 164)	Old (n = 162)	HR (95% CI)	P value
CR, n (%)	121 (73.8)	50 (30.9)		<0.001
Median OS, months (95% CI)	7.7 (6.0–9.2)	6.2 (4.7–8.3)	0.75 (0.59–0.96)	0.0105
12-month OS, % (95% CI)	48.0 (33.0–61.0)	30.1 (20.0–41.0)		`,
    [
      'cr proportion 121/164 73.8% #1',
      'cr proportion 50/162 30.9% #2',
      'cr contrast p-only P<0.001',
      'os median 7.7 months 95[6.0,9.2] #1',
      'os median 6.2 months 95[4.7,8.3] #2',
      'os contrast HR 0.75 95[0.59,0.96] P=0.0105',
      'os landmark 48.0% @12 months 95[33.0,61.0] #1',
      'os landmark 30.1% @12 months 95[20.0,41.0] #2',
    ],
    '',
  ],
  [
    'bars and grades',
    `| Event | All grades, n (%) | Grade ≥3, n (%) |
| --- | --- | --- |
| CRS | 27 (79.4) | 5 (14.7) |
| Something else | 9 | 3 (8.8) |`,
    ['crs adverse-event gany 27 79.4%', 'crs adverse-event g≥3 5 14.7%', '? adverse-event g≥3 3 8.8%'],
    '9',
  ],
  [
    'gaps, and a column of results',
    `Endpoint            Result
ORR                 28/34 (82.4%)
CR                  24/34 (70.6%; 95% CI, 52.5–84.9)
Median PFS          5.0 months (95% CI, 3.7–5.6)
Median OS           NR`,
    [
      'orr proportion 28/34 82.4%',
      'cr proportion 24/34 70.6% 95[52.5,84.9]',
      'pfs median 5.0 months 95[3.7,5.6]',
      'os median not-reached',
    ],
    '',
  ],
  [
    'Chinese, with full-width brackets',
    `指标	试验组（n=60）	对照组（n=60）	P值
完全缓解，例（%）	45（75.0）	32（53.3）	0.013
中位OS，个月（95%CI）	14.6（10.2～18.9）	8.3（6.1～10.4）	0.015`,
    [
      'cr proportion 45/60 75.0% #1',
      'cr proportion 32/60 53.3% #2',
      'cr contrast p-only P=0.013',
      'os median 14.6 months 95[10.2,18.9] #1',
      'os median 8.3 months 95[6.1,10.4] #2',
      'os contrast p-only P=0.015',
    ],
    '',
  ],
  [
    'rows that have other cells than the headings, which are not understood',
    `Outcome	New	Old
CR	24/34 (70.6%)
OS	6.1 months	5.0 months	4.0 months`,
    [],
    '24 34 70.6 6.1 5.0 4.0',
  ],
])('a table is read: %s', (_, text, results, left) => {
  const read_ = read(text);
  expect(read_.found).toEqual(results);
  expect(read_.left.join(' ')).toBe(left);
});

it('places of numbers are those in the text as it stands', () => {
  const text = 'CR 1,234 of 2 000 (HR 0·45; 1.7 × 10^6 cells; P = .03)，三例，２４例';
  expect(placedNumbers(text).map(({ text: own, from, to }) => [own, text.slice(from, to)])).toEqual([
    ['1234', '1,234'],
    ['2', '2'],
    ['000', '000'],
    ['0.45', '0·45'],
    ['1.7e6', expect.stringMatching(/^1\.7/)],
    ['0.03', '.03'],
    ['三', '三'],
    ['24', '２４'],
  ]);
});

import { describe, expect, it } from 'vitest';
import { checkBase, filesOf } from './helpers.ts';

/** What the check says of these shares: `cr 18/21`, `cri 3%, at: …`. */
function saidOf(shares: string[]): { fact?: string | undefined; message: string }[] {
  const lines = shares.map((share, i) => {
    const [, endpoint, figures, more = ''] = /^(\S+) (\S+)(.*)$/.exec(share)!;
    const [events, total] = figures!.split('/');
    const printed = figures!.endsWith('%')
      ? `percent: "${figures!.slice(0, -1)}"`
      : `events: ${events}${total ? `, total: ${total}` : ''}`;
    return `- {id: f${i}, kind: proportion, endpoint: ${endpoint}, ${printed}${more}}`;
  });
  return checkBase(lines.join('\n'))
    .findings.filter(({ code }) => code === 'arithmetic/categories')
    .map(({ fact, message }) => ({ fact, message }));
}
const messages = (shares: string[]) => saidOf(shares).map(({ message }) => message);
const others = 'definition: Without platelets';

describe('categories of a whole', () => {
  it.each([
    ['make it up', ['cr 15/21', 'cri 3/21', 'cr-cri 18/21']],
    ['are a part of it', ['cr-cri 5/25', 'pr 4/25', 'orr 10/25']],
    ['are told one level below', ['cr 4/25', 'cri 1/25', 'pr 5/25', 'orr 10/25']],
    ['make it up by percentages', ['cr 71.4%', 'cri 14.3%', 'cr-cri 85.7%']],
    ['round to more than it', ['cr 33%', 'cri 33%', 'cr-cri 65%']],
    ['round to less than it', ['cr 33%', 'cri 33%', 'cr-cri 67%']],
    ['were cut off', ['cr 66%', 'cri 16%', 'cr-cri 84%']],
    ['are counted while it is a percentage', ['cr 4/25', 'cri 1/25', 'pr 5/25', 'orr 40%']],
    ['are all patients', ['cr-cri 60%', 'pr 40%']],
    ['are all counted patients', ['cr-cri 15/21', 'pr 6/21']],
    ['are told alone', ['cr 15/21', 'cr-cri 18/21']],
    ['are told as an inequality', ['cr >90%', 'cri 20%', 'cr-cri 95%']],
    ['of other denominators', ['cr 15/15', 'cri 6/21', 'cr-cri 18/21']],
    ['of another arm', ['cr 15/21, arm: new', 'cri 6/21, arm: old', 'cr-cri 18/21, arm: new']],
    ['of another time', ['cr 15/21', 'cri 6/21, at: {value: 3, unit: months}', 'cr-cri 18/21']],
    ['of another course', ['cr 15/21, definition: After induction', 'cri 6/21', 'cr-cri 18/21']],
    ['of another report', ['cr 15/21', 'cri 6/21, report: smith-2023', 'cr-cri 18/21']],
    ['told twice', ['cr 15/21', 'cr 14/21', 'cri 6/21', 'cr-cri 18/21']],
    [
      'of a criterion of their own, which need not make it up',
      ['cr 15/21', `cri 2/21, ${others}`, 'cr-cri 18/21'],
    ],
    ['no categories of each other', ['cr 15/21', 'mrd 15/21', 'orr 18/21']],
  ])('raise nothing where they %s', (_, shares) => {
    expect(messages(shares)).toEqual([]);
  });

  it.each([
    [
      'by one patient',
      ['cr 15/21', 'cri 4/21', 'cr-cri 18/21'],
      'cr 15/21 and cri 4/21 add up to more than cr-cri 18/21',
    ],
    [
      'without denominators',
      ['cr 15', 'cri 4', 'cr-cri 18'],
      'cr 15 and cri 4 add up to more than cr-cri 18',
    ],
    [
      'by a unit beyond rounding',
      ['cr 33%', 'cri 35%', 'cr-cri 65%'],
      'cr 33% and cri 35% add up to more than cr-cri 65%',
    ],
    [
      'with decimals',
      ['cr 71.4%', 'cri 14.6%', 'cr-cri 85.7%'],
      'cr 71.4% and cri 14.6% add up to more than cr-cri 85.7%',
    ],
    [
      'counted against a percentage',
      ['cr 4/25', 'cri 1/25', 'pr 6/25', 'orr 40%'],
      'cr 4/25 and cri 1/25 and pr 6/25 add up to more than orr 40%',
    ],
    ['all patients', ['cr-cri 60%', 'pr 42%'], 'cr-cri 60% and pr 42% add up to more than all patients'],
    [
      'all counted patients',
      ['cr-cri 15/21', 'pr 7/21'],
      'cr-cri 15/21 and pr 7/21 add up to more than all patients',
    ],
    [
      'by a criterion of their own',
      ['cr 15/21', `cri 4/21, ${others}`, 'cr-cri 18/21'],
      'cr 15/21 and cri 4/21 add up to more than cr-cri 18/21',
    ],
  ])('cannot exceed it: %s', (_, shares, message) => {
    expect(messages(shares)).toEqual([message]);
  });

  it.each([
    [
      'by one patient',
      ['cr 15/21', 'cri 2/21', 'cr-cri 18/21'],
      'cr 15/21 and cri 2/21 do not make up cr-cri 18/21',
    ],
    [
      'by a unit beyond rounding',
      ['cr 33%', 'cri 33%', 'cr-cri 69%'],
      'cr 33% and cri 33% do not make up cr-cri 69%',
    ],
  ])('that have nothing beside them must make it up: %s', (_, shares, message) => {
    expect(messages(shares)).toEqual([message]);
  });

  it('are an error at the whole, which may be waived', () => {
    const lines = (more = '') =>
      `- {id: a, kind: proportion, events: 15, total: 21}\n- {id: b, kind: proportion, endpoint: cri, events: 4, total: 21}\n- {id: c, kind: proportion, endpoint: cr-cri, events: 18, total: 21${more}}`;
    expect(checkBase(lines()).findings).toMatchObject([
      { severity: 'error', fact: 'c', expected: 'together cr-cri 18/21' },
    ]);
    const waiver = ', waivers: [{check: arithmetic/categories, reason: Printed so}]';
    expect(checkBase(lines(waiver)).findings).toMatchObject([
      { severity: 'note', fact: 'c', waived: 'Printed so' },
    ]);
  });

  it('that divide into each other end', () => {
    const endless = filesOf('')['endpoints.yaml']!.replace('id: pr,', 'divides: {into: [orr, mrd]}, id: pr,');
    const facts =
      '- {id: a, kind: proportion, endpoint: cr, events: 15, total: 21}\n- {id: b, kind: proportion, endpoint: mrd, events: 2, total: 21}';
    expect(checkBase(facts, {}, { 'endpoints.yaml': endless }).summary.errors).toBe(0);
  });
});

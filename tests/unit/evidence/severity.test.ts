import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../src/evidence/library.ts';
import { isGraveHarm, isOfOneGrade, isSevere, severityOf } from '../../../src/evidence/severity.ts';
import { grade } from '../../../src/model/figure.ts';
import type { Outcome } from '../../../src/model/outcome.ts';

const event = (printed: string | number, term?: object): Outcome =>
  ({ kind: 'adverse-event', grade: grade.parse(printed), ...(term && { term }) }) as unknown as Outcome;
const fact = (balance: string | undefined, outcome: Outcome): Fact =>
  ({ endpoint: { data: { balance } }, outcome }) as unknown as Fact;
const narrower = { en: 'a narrower event' };

describe('the severity of an adverse event', () => {
  it.each([
    ['any', 'any', false],
    ['severe', 'severe', false],
    ['≥3', 'severe', false],
    ['3-4', 'severe', false],
    [3, 'some severe', true],
    [4, 'some severe', true],
    [5, 'some severe', true],
    ['4-5', 'some severe', false],
    ['≥2', undefined, false],
    ['1-2', undefined, false],
    [2, undefined, true],
    ['unstated', undefined, false],
  ])('of grade %s is %s', (printed, severity, isOne) => {
    expect(severityOf(event(printed))).toBe(severity);
    expect(isOfOneGrade(event(printed))).toBe(isOne);
  });

  it('counts as severe where all severe events of the endpoint are counted', () => {
    expect(isSevere(fact('severe-harm', event('≥3')))).toBe(true);
    expect(isSevere(fact('severe-harm', event(3)))).toBe(false);
    expect(isSevere(fact('severe-harm', event('≥3', narrower)))).toBe(false);
    expect(isSevere(fact('harm', event('≥3')))).toBe(false);
  });

  it('is as grave as the endpoint asks: some of the severe events will do, and any of a harm', () => {
    expect(isGraveHarm(fact('severe-harm', event(4)))).toBe(true);
    expect(isGraveHarm(fact('severe-harm', event('any')))).toBe(false);
    expect(isGraveHarm(fact('severe-harm', event(4, narrower)))).toBe(false);
    expect(isGraveHarm(fact('harm', event('any')))).toBe(true);
    expect(isGraveHarm(fact('benefit', event('severe')))).toBe(false);
    expect(isGraveHarm(fact(undefined, event('severe')))).toBe(false);
  });
});

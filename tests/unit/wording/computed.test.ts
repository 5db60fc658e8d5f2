import { describe, expect, it } from 'vitest';
import { computed, computedP, digits, ratioText, shareText, signed } from '../../../src/wording/computed.ts';

describe('computed numbers', () => {
  it.each([
    [0.807, '80.7%'],
    [1, '100.0%'],
    [-0.0203, '−2.0%'],
    [-0.0001, '0.0%'],
  ])('a share of %d is %s', (share, text) => expect(shareText(share)).toBe(text));

  it.each([
    [0.05, '0.05'],
    [0.45, '0.45'],
    [0.0123, '0.012'],
    [12345, '12000'],
    [1234567, '1.2e+6'],
  ])('a ratio of %d is %s', (ratio, text) => expect(ratioText(ratio)).toBe(text));

  it.each([
    [0.0382, 'P = 0.038'],
    [0.00099, 'P < 0.001'],
    [1, 'P = 1.000'],
  ])('a P value of %d is %s', (p, text) => expect(computedP(p)).toBe(text));

  it('have a minus sign, and none where they round to zero', () => {
    expect(computed(-1.25, 1)).toBe('−1.3');
    expect(computed(-0.004, 2)).toBe('0.00');
    expect(digits(-0.194348)).toBe('−0.1943');
    expect(signed('-0')).toBe('0');
  });
});

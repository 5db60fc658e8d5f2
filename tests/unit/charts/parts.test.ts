import { expect, it } from 'vitest';
import { knownSign, type Known } from '../../../src/charts/known.ts';
import { partsBar } from '../../../src/charts/parts.ts';

it('a bar has its parts beside each other, as wide as their shares', () => {
  const bar = partsBar([
    { count: 1, tone: 'full' },
    { count: 3, tone: 'hollow' },
  ]).text;
  expect([...bar.matchAll(/x="([\d.]+%)" width="([\d.]+%)"/g)].map((match) => match.slice(1))).toEqual([
    ['0%', '25%'],
    ['25%', '75%'],
  ]);
});

it('how much is known is told apart by shape, not by colour alone', () => {
  const kinds: Known[] = ['registered', 'reported', 'with-interval', 'poolable'];
  const drawn = kinds.map((kind) =>
    /<path d="([^"]+)".* fill="([^"]+)"/.exec(knownSign(kind).text)!.slice(1),
  );
  expect(new Set(drawn.map(([d, fill]) => `${d} ${fill === 'none'}`)).size).toBe(kinds.length);
});

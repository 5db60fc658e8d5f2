import type { Measure } from '../stats/effect-sizes.ts';
import type { Test } from '../stats/pooling.ts';
import type { Method } from '../stats/tau-squared.ts';
import type { Partition } from './state.ts';

/** The words of syntheses; one table a language, like those of the interface. */
export const synthesisWords = {
  measure: {
    PLO: 'logit (PLO)',
    PR: 'untransformed (PR)',
    PAS: 'arcsine (PAS)',
    GEN: 'logarithm (GEN)',
  } satisfies Record<Measure, string>,
  method: {
    REML: 'random, REML',
    ML: 'random, ML',
    DL: 'random, DerSimonian–Laird',
    PM: 'random, Paule–Mandel',
    FE: 'fixed effect',
  } satisfies Record<Method, string>,
  model: {
    REML: 'Random effects, τ² by REML',
    ML: 'Random effects, τ² by ML',
    DL: 'Random effects, τ² by DerSimonian–Laird',
    PM: 'Random effects, τ² by Paule–Mandel',
    FE: 'Fixed effect',
  } satisfies Record<Method, string>,
  test: {
    knha: 'Hartung–Knapp',
    adhoc: 'Hartung–Knapp, ad hoc',
    z: 'normal',
  } satisfies Record<Test, string>,
  partition: {
    setting: 'setting',
    age: 'age group',
    class: 'therapy class',
    target: 'target',
    design: 'design',
  } satisfies Record<Partition, string>,
} as const;

/** `74.2%`, `0.45`; `value` on the scale that people read, a proportion from 0 to 1. */
export function valueText(measure: Measure, value: number): string {
  return measure === 'GEN' ? ratioText(value) : `${percentText(value)}%`;
}

/** `53.9–87.6`, `−2.0 to 31.4`. */
export function intervalText(measure: Measure, { low, high }: { low: number; high: number }): string {
  const text = measure === 'GEN' ? ratioText : percentText;
  return `${text(low)}${low < 0 ? ' to ' : '–'}${text(high)}`;
}

function percentText(proportion: number): string {
  return signed((100 * proportion).toFixed(1));
}

/** Two decimals, two digits where they would be zeros, and powers of ten where numbers get long. */
function ratioText(ratio: number): string {
  if (ratio >= 0.1 && ratio < 1000) return ratio.toFixed(2);
  const text = Number(ratio.toPrecision(2));
  return text >= 0.001 && text < 1e6 ? String(text) : text.toExponential();
}

/** `0.034`, `< 0.001`. */
export function pText(p: number): string {
  return p < 0.001 ? '< 0.001' : p.toFixed(3);
}

/** Four digits, for figures such as τ². */
export function digits(value: number): string {
  return signed(String(Number(value.toPrecision(4))));
}

const signed = (text: string) => text.replace(/^-/, '−').replace(/^−(0\.0)$/, '$1');

/** `one study`, `3 studies`. */
export function count(n: number, one: string, many: string): string {
  return n === 1 ? `one ${one}` : `${n} ${many}`;
}

import { upperTail } from '../../src/stats/normal.ts';
import { clopperPearson } from '../../src/stats/proportion.ts';
import { Draw, telling } from './draw.ts';
import type { Study } from './study.ts';
import type { Values } from './template.ts';

/**
 * The figures that the reports of a study print, by their names in `templates/study.mdx`: made up, but
 * fitting each other.
 */
export function figuresOf(seed: number, study: Study): Values {
  const draw = new Draw(seed, `figures ${study.number}`);
  const { own, other } = study;
  const digit = (k: number) => telling(seed, study.number, k) / 10;
  const part = (whole: number, low: number, high: number) =>
    Math.round((whole * draw.whole(low, high)) / 100);

  const [age, os, efs, followUp, os36] = [
    30 + digit(0),
    42 + digit(1),
    6 + digit(2),
    12 + digit(3),
    10 + digit(4),
  ];
  const responders = part(own.n, 50, 85);
  const exact = clopperPearson(responders, own.n);
  const deep = part(responders, 40, 80);
  const fever = part(own.treated, 30, 80);
  const highFever = part(fever, 5, 60);
  const relapsed = part(responders, 10, 60);
  // One study in 25 prints a percentage that its counts do not give, and one in 4 has a later median in its
  // update.
  const misprint = study.number % 25 === 7;
  const later = study.number % 4 === 3 ? 3 : 0;
  const os24 = draw.whole(45, 69);
  return {
    patients: own.n + (other?.n ?? 0),
    ...{ age: tenths(age), ageLow: tenths(age - 20), ageHigh: tenths(age + 20) },
    ...{ responders, n: own.n, response: percent(responders, own.n) },
    ...{ responseLow: tenths(100 * exact.low), responseHigh: tenths(100 * exact.high) },
    ...{
      deep,
      deepPercent: percent(deep, own.n),
      partial: responders - deep,
      partialPercent: percent(responders - deep, own.n),
    },
    ...{ residual: percent(part(responders, 40, 90), responders) },
    ...{
      os: tenths(os),
      osLow: tenths(os - 5.5),
      osHigh: tenths(os + 8),
      laterOs: later ? Math.round(os + later) : tenths(os),
    },
    ...{ efs: tenths(efs), efsLow: tenths(efs - 2.5), efsHigh: tenths(efs + 4) },
    ...{ os12: draw.whole(70, 90), os24, os36: tenths(os36), efs12: draw.whole(40, 69) },
    ...{
      fever,
      feverPercent: percent(fever, own.treated),
      highFever,
      highFeverPercent: percent(highFever, own.treated),
    },
    ...{
      scale: study.number % 5 === 4 ? 'unstated' : draw.one(['scale-1', 'scale-2']),
      treated: own.treated,
    },
    ...named('or', ratio(1 + draw.whole(3, 19) / 10, 0.25, 1)),
    dose: draw.whole(1, 19) / 2,
    ...{
      followUp: tenths(followUp),
      followUpLow: tenths(followUp - 11),
      followUpHigh: tenths(followUp + 30),
    },
    ...{ relapsed, relapse: percent(relapsed, responders) + (misprint ? 4 : 0), misprint },
    ...(other ? comparison(draw, responders, own.n, other, os24) : {}),
  };
}

/** The figures of the arm without the new treatment, and of the difference between both. */
function comparison(
  draw: Draw,
  responders: number,
  n: number,
  other: NonNullable<Study['other']>,
  os24: number,
): Values {
  const [response, oldResponse] = [percent(responders, n), draw.whole(20, 45)];
  const oldResponders = Math.round((other.n * oldResponse) / 100);
  const oldOs24 = draw.whole(25, 44);
  const fatigue = Math.round((other.treated * draw.whole(2, 30)) / 100);
  return {
    ...{
      oldN: other.n,
      oldResponders,
      oldResponse: percent(oldResponders, other.n),
      oldTreated: other.treated,
    },
    ...{
      difference: response - percent(oldResponders, other.n),
      differenceP: pOf(zOf(response, oldResponse, n, other.n)),
    },
    oldOs: draw.whole(8, 30),
    ...named('hr', ratio(draw.whole(50, 95) / 100, 2 / Math.sqrt(0.6 * (n + other.n)), 2)),
    ...{ oldOs24, os24P: pOf(zOf(os24, oldOs24, n, other.n)) },
    ...{ fatigue, fatiguePercent: percent(fatigue, other.treated) },
  };
}

export const tenths = (value: number) => value.toFixed(1);
const percent = (events: number, total: number) => Math.round((100 * events) / total);

/** A ratio with its 95 % interval, the P that follows from both, and which side it favours. */
export function ratio(estimate: number, standardError: number, decimals: number) {
  const limit = (z: number) => (estimate * Math.exp(z * standardError)).toFixed(decimals);
  const [low, high] = [limit(-1.96), limit(1.96)];
  const p = pOf(Math.log(estimate) / standardError);
  return {
    '': estimate.toFixed(decimals),
    Low: low,
    High: high,
    P: p,
    Favours: Number(high) < 1 ? 'arm' : 'neither',
  };
}

export const named = (name: string, values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [`${name}${key}`, value]));

/** A two-sided P as reports print it. */
function pOf(z: number): string {
  const p = 2 * upperTail(Math.abs(z));
  return p < 0.001 ? '<0.001' : p.toFixed(3);
}

/** The z of the difference of two percentages. */
function zOf(a: number, b: number, n: number, m: number): number {
  return (a - b) / Math.sqrt((a * (100 - a)) / n + (b * (100 - b)) / m);
}

import type { SurvivalArm, SurvivalPoint } from '../charts/survival.ts';
import type { Shape } from '../charts/shapes.ts';
import type { EndpointNode, Fact } from '../evidence/library.ts';
import { armOf } from '../evidence/standing.ts';
import { outcomes } from '../i18n/outcomes.ts';
import { daysIn, daysOf, timeUnits } from '../model/figure.ts';
import { firstIn, itemIn } from '../model/need.ts';
import { isComparator } from '../model/roles.ts';
import { phrase } from '../model/phrases.ts';
import { word } from '../wording/figures.ts';
import { markOf } from './marks.ts';

export interface Survival {
  population: string;
  arms: SurvivalArm[];
}

const shapes: readonly Shape[] = ['circle', 'triangle', 'diamond', 'inverted', 'hexagon', 'plus'];

/**
 * What can be drawn on an axis of time: medians and rates of the population of which most are known, arm by
 * arm. Undefined where fewer than two are, and of endpoints that count events, whose median lies elsewhere.
 *
 * @param facts of the endpoint in one study, one for each estimate
 */
export function survivalOf({ data }: EndpointNode, facts: readonly Fact[]): Survival | undefined {
  if (data.family !== 'survival' || data.direction === 'lower') return undefined;
  const drawn = facts.flatMap((fact) => {
    const point = pointOf(fact);
    return point ? [{ fact, point }] : [];
  });
  const byPopulation = [...Map.groupBy(drawn, ({ fact }) => fact.population)];
  const [most] = byPopulation.toSorted(([, a], [, b]) => b.length - a.length);
  if (!most || most[1].length < 2 || !most[1].some(({ point }) => point.kind === 'rate')) return undefined;
  const [population, own] = most;
  const arms = [...Map.groupBy(own, ({ fact }) => armOf(fact))];
  const order = firstIn(own).fact.trial.data.arms;
  arms.sort(([a], [b]) => (a ? order.indexOf(a) : -1) - (b ? order.indexOf(b) : -1));
  let compared = 0;
  return {
    population: phrase(population.label),
    arms: arms.map(([arm, points], i) => {
      const isOther = isComparator(arm?.role ?? '');
      compared += Number(isOther);
      return {
        label: arm ? phrase(arm.label) : outcomes.allArms,
        look: isOther
          ? { shape: compared > 1 ? 'diamond' : 'square', hollow: true, colour: 'effect' }
          : {
              shape: itemIn(shapes, (i - compared) % shapes.length),
              hollow: false,
              colour: i === 1 ? 'prediction' : 'study',
            },
        points: points.map(({ point }) => point),
      };
    }),
  };
}

function pointOf(fact: Fact): SurvivalPoint | undefined {
  const { outcome, derived, versus, comparator } = fact;
  const mark = markOf(fact);
  if (mark?.point === undefined || versus || comparator) return undefined;
  const label = word(outcome, derived).value;
  const isPlain = mark.kind === undefined;
  if (outcome.kind === 'landmark' && ['at', 'after'].includes(outcome.at.basis) && !outcome.at.from)
    return {
      ...{ months: daysOf(outcome.at) / daysIn.months, percent: mark.point, low: mark.low, high: mark.high },
      ...{ kind: 'rate', label, isPlain },
    };
  const unit =
    outcome.kind === 'median' && outcome.statistic === 'median'
      ? timeUnits.find((one) => one === outcome.unit)
      : undefined;
  if (!unit) return undefined;
  const months = (value: number) => (value * daysIn[unit]) / daysIn.months;
  const limit = (value: number | undefined) => (value === undefined ? undefined : months(value));
  return {
    ...{ months: months(mark.point), percent: 50, low: limit(mark.low), high: limit(mark.high) },
    ...{ kind: 'median', label, isPlain },
  };
}

import type { FactList, Figures, NewFact } from './fact-list.ts';
import { limitsOf } from './interval.ts';
import { absenceOf, isNA, printedFigure } from './printed.ts';
import type { Analysis, Measure } from './record.ts';
import { oneLine } from './loose.ts';
import type { Side } from './sides.ts';
import { inWords, termOf } from './terms.ts';

/**
 * What an analysis estimates, by the name that the record gives it; those on a logarithmic scale are none of
 * them.
 */
function measureOf(param: string | undefined): string | undefined {
  const name = param ?? '';
  if (/\blog\b|logarithm/i.test(name)) return undefined;
  if (/^hazard ratio|^cox proportional hazard$/i.test(name)) return 'HR';
  if (/^odds ratio/i.test(name)) return 'OR';
  if (/^(?:risk ratio|relative risk)/i.test(name)) return 'RR';
  if (/^risk difference/i.test(name)) return 'risk-difference';
  if (/^median difference/i.test(name)) return 'difference-of-medians';
  return /^(?:mean difference|(?:ls|least squares?) mean difference|difference in (?:ls |least squares? )?means?)/i.test(
    name,
  )
    ? 'difference-of-means'
    : undefined;
}

const isRatio = (measure: string) => ['HR', 'OR', 'RR'].includes(measure);

/** Makes a fact of each analysis of a measure. */
export function addAnalyses(measure: Measure, section: string, population: string, list: FactList): void {
  measure.analyses.forEach((analysis, i) => {
    list.add(factOf(analysis, i, { measure, section, population }, list));
  });
}

function factOf(
  analysis: Analysis,
  i: number,
  { measure, section, population }: { measure: Measure; section: string; population: string },
  list: FactList,
): NewFact {
  const sides = analysis.groups.map((id) => list.sides.of(groupIn(measure, id), false));
  const { figures, kindOfMeasure, notes } = figuresOf(analysis);
  const titles = analysis.groups.map((id) => groupIn(measure, id).title);
  const common = {
    names: [measure.title],
    about: [measure.title, measureWord(kindOfMeasure), titles[0] ?? 'test'],
    section,
    role: measure.role === 'other' ? 'exploratory' : measure.role,
    figures,
    definition: `${measure.title}${measure.timeFrame === undefined ? '' : ` (${oneLine(measure.timeFrame)})`}; analysis ${i + 1}`,
  };
  const words = [...analysis.comments, nonInferiority(analysis.nonInferiority)].flatMap((word) => word ?? []);
  const two = pairOf(sides, population);
  if (two)
    return {
      ...common,
      kind: 'contrast',
      ...two,
      more: {
        measure: kindOfMeasure ?? 'p-only',
        unit: kindOfMeasure?.startsWith('difference') ? measure.unit : undefined,
      },
      notes: [
        ...notes,
        'The groups stand in the order of the record, which may not be that of the ratio.',
        ...words,
      ],
    };
  const hasEstimate = kindOfMeasure !== undefined && isRatio(kindOfMeasure) && figures.estimate !== undefined;
  const groups =
    titles.length === 1
      ? `A test within one group: ${titles[0]}`
      : `A test of groups: ${titles.join('; ') || 'not named'}`;
  const kept = {
    ...figures,
    missing: undefined,
    ...(hasEstimate ? {} : { estimate: undefined, interval: undefined }),
  };
  const lone = titles.length === 1 ? sides[0] : undefined;
  return {
    ...common,
    kind: 'association',
    population: lone?.population ?? population,
    arm: lone?.arm,
    figures: kept,
    more: {
      factor: groups,
      measure: hasEstimate ? kindOfMeasure : kept.p ? 'p-only' : 'statement',
      direction: 'unstated',
    },
    notes: [
      ...notes,
      hasEstimate || figures.estimate === undefined ? undefined : estimateNote(analysis),
      ...words,
    ],
  };
}

const groupIn = (measure: Measure, id: string) =>
  measure.groups.find((one) => one.id === id) ?? { id, title: id };
const measureWord = (measure: string | undefined) => (measure === undefined ? 'test' : measure.toLowerCase());

/** Two different sides of a contrast: two arms, or two populations; undefined where it has no two. */
function pairOf(
  sides: readonly Side[],
  population: string,
): Pick<NewFact, 'arm' | 'comparator' | 'population' | 'versus'> | undefined {
  const [a, b] = sides;
  if (sides.length !== 2 || !a || !b) return undefined;
  if (
    a.population === undefined &&
    b.population === undefined &&
    a.arm !== undefined &&
    b.arm !== undefined &&
    a.arm !== b.arm
  )
    return { arm: a.arm, comparator: b.arm, population };
  const [own, other] = [a.population ?? population, b.population ?? population];
  return own === other
    ? undefined
    : { population: own, versus: other, ...(a.arm !== undefined && a.arm === b.arm ? { arm: a.arm } : {}) };
}

function figuresOf(analysis: Analysis): {
  figures: Figures;
  kindOfMeasure: string | undefined;
  notes: (string | undefined)[];
} {
  const notes: (string | undefined)[] = [];
  const p = pOf(analysis, notes);
  const found = measureOf(analysis.param);
  const estimate = printedFigure(analysis.estimate);
  const isKnown =
    found !== undefined && estimate !== undefined && !(isRatio(found) && estimate.startsWith('-'));
  const { interval, note } = limitsOf(
    { ...analysis, comment: analysis.comments.join(' ') },
    { kind: 'interval', level: printedFigure(analysis.level) },
  );
  const isPossible = !(
    found !== undefined &&
    isRatio(found) &&
    [interval?.low, interval?.high].some((end) => end?.startsWith('-'))
  );
  if (note !== undefined) notes.push(note);
  if (analysis.sides !== undefined && termOf(analysis.sides) === 'ONE_SIDED')
    notes.push('The interval is one-sided.');
  if (analysis.dispersionValue !== undefined)
    notes.push(`${inWords(analysis.dispersion ?? 'spread')}: ${analysis.dispersionValue}.`);
  if (isKnown && isPossible) {
    const figures = { estimate, ...(interval ? { interval } : {}), ...(p ? { p } : {}) };
    return { figures, kindOfMeasure: found, notes };
  }
  if (analysis.estimate !== undefined) notes.push(estimateNote(analysis));
  if (interval)
    notes.push(
      `Interval${interval.level ? ` (${interval.level}%)` : ''}: ${interval.low} to ${interval.high}.`,
    );
  const missing = p ? {} : { missing: absentEstimate(analysis) };
  return { figures: { ...(p ? { p } : {}), ...missing }, kindOfMeasure: undefined, notes };
}

const absentEstimate = ({ estimate, comments }: Analysis): Figures['missing'] =>
  isNA(estimate)
    ? absenceOf(estimate, comments.join(' '))
    : estimate === undefined
      ? 'not-reported'
      : 'not-extracted';

const estimateNote = ({ param, estimate }: Analysis) =>
  `${oneLine(param ?? 'Estimate')} as posted: ${estimate ?? 'none'}.`;

/** A P value with its bound: `<0.0001`; what is none is kept in words. */
function pOf({ p, method }: Analysis, notes: (string | undefined)[]) {
  if (p === undefined) {
    if (method !== undefined) notes.push(`Method: ${oneLine(method)}.`);
    return undefined;
  }
  const printed = p
    .replace(/^P\s*/i, '')
    .replace(/^=\s*/, '')
    .replace(/\s+/g, '')
    .replace(/^<=/, '≤')
    .replace(/^>=/, '≥');
  if (
    /^[<>≤≥]?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/i.test(printed) &&
    Number(printed.replace(/^[<>≤≥]/, '')) <= 1
  )
    return { printed, ...(method === undefined ? {} : { test: oneLine(method) }) };
  notes.push(`P as posted: ${oneLine(p)}.`);
  return undefined;
}

function nonInferiority(type: string | undefined): string | undefined {
  const words = inWords(type ?? '').replace(/ legacy$/, '');
  return words === '' || words === 'superiority' ? undefined : `Hypothesis: ${words}.`;
}

import { oneLine } from './loose.ts';
import { addAnalyses } from './analyses.ts';
import type { FactList, Figures, NewFact } from './fact-list.ts';
import { limitsOf } from './interval.ts';
import { dispersionOf, shapeOf, type Dispersion, type MeasureShape } from './measure-shape.ts';
import { absenceOf, isNA, printedCount, printedFigure } from './printed.ts';
import { populationOf } from './populations.ts';
import type { Denominator, Measure, Measurement, MeasureRow } from './record.ts';
import { isParticipants } from './results.ts';
import { timeOf } from './time-frame.ts';

/** A measure with what is the same for all its values. */
interface SharedParts {
  measure: Measure;
  section: string;
  shape: MeasureShape;
  dispersion: Dispersion;
}

/**
 * Makes a fact of every value of a measure; of one of which nothing is posted, a fact that says so.
 *
 * @param section its name in the index, such as `outcome measure 3`
 */
export function addMeasure(measure: Measure, section: string, list: FactList): void {
  const shared: SharedParts = {
    measure,
    section,
    shape: shapeOf(measure),
    dispersion: dispersionOf(measure.dispersion),
  };
  const posted = measure.rows.flatMap((row) => row.values.map((value) => ({ row, value })));
  if (posted.length === 0) list.add(nothingPosted(shared, list));
  for (const { row, value } of posted) list.add(factOf(shared, row, value, list));
  if (measure.analyses.length > 0)
    addAnalyses(measure, section, populationOf(measure, measure.denominators, list), list);
}

function nothingPosted({ measure, section, shape }: SharedParts, list: FactList): NewFact {
  const counts = measure.denominators.flatMap(({ counts: own }) => [...own.values()]);
  const isNobody = counts.length > 0 && counts.every((count) => Number(count) === 0);
  const why = isNobody
    ? 'Nobody was analysed for it.'
    : measure.isPosted
      ? 'The record has no value.'
      : 'Not posted yet.';
  return {
    ...kindOf(shape, {}),
    names: [measure.title],
    about: [measure.title],
    section,
    role: roleOf(measure),
    population: populationOf(measure, measure.denominators, list),
    figures: { missing: 'not-reported' },
    definition: definitionOf(measure),
    notes: [why, measure.population],
  };
}

const roleOf = ({ role }: Measure) =>
  role === 'baseline' ? undefined : role === 'other' ? 'exploratory' : role;

function factOf(
  { measure, section, shape, dispersion }: SharedParts,
  row: MeasureRow,
  value: Measurement,
  list: FactList,
): NewFact {
  const group = measure.groups.find(({ id }) => id === value.group);
  const own = row.denominators.length > 0 ? row.denominators : measure.denominators;
  const denominator =
    own.find(({ units }) => isParticipants(units) === (measure.unitsAnalysed === undefined)) ?? own[0];
  const total = printedCount(denominator?.counts.get(value.group));
  const { figures, notes } = figuresOf(shape, dispersion, value, total);
  const side = list.sides.of(group ?? { id: value.group, title: value.group }, measure.groups.length <= 1);
  const at = timeOf(row.className) ?? timeOf(row.category) ?? timeOf(measure.timeFrame);
  const kind = kindOf(shape, figures, denominator);
  const takesTime = kind.kind !== 'median';
  return {
    ...kind,
    names: namesOf(measure, row),
    about: [measure.title, row.className, row.category, group?.title ?? value.group],
    section,
    role: roleOf(measure),
    ...(side.arm === undefined ? {} : { arm: side.arm }),
    population: side.population ?? populationOf(measure, own, list),
    figures: { ...figures, ...(takesTime && at ? { at } : {}) },
    definition: definitionOf(measure, row),
    notes: [
      shape.note,
      ...notes,
      side.population !== undefined && measure.population !== undefined
        ? `Analysed: ${oneLine(measure.population)}`
        : undefined,
    ],
  };
}

/**
 * What was measured. A category or class has its own name; the title of the measure is that of a value only
 * where the measure has no parts, or its parts are times.
 */
function namesOf({ title, rows }: Measure, { className, category }: MeasureRow): string[] {
  const parts = [category, className].flatMap((name) => (name === undefined || timeOf(name) ? [] : name));
  return parts.length === 0 || rows.length === 1
    ? [...parts, title]
    : [...parts, `${title}: ${parts.toReversed().join(', ')}`];
}

function definitionOf({ title, timeFrame }: Measure, row?: MeasureRow): string {
  const parts = [title, row?.className, row?.category].flatMap((part) => part ?? []).join(' – ');
  return timeFrame === undefined ? parts : `${parts} (${oneLine(timeFrame)})`;
}

/** The kind of a fact, and what it asks for beside figures. */
function kindOf(
  shape: MeasureShape,
  figures: Figures,
  denominator?: Denominator,
): Pick<NewFact, 'kind' | 'more'> {
  const { statistic, unit } = shape;
  const isShare =
    figures.events !== undefined || figures.percent !== undefined || figures.missing !== undefined;
  if ((shape.values === 'patients' || shape.values === 'percent') && isShare) return { kind: 'proportion' };
  if (shape.values === 'average') return { kind: 'median', more: { statistic, unit } };
  const of =
    denominator && !isParticipants(denominator.units) && shape.values === 'units' ? denominator.units : unit;
  return { kind: 'count', more: { unit: of } };
}

/** The figures of one value, as the shape of its measure has them. */
function figuresOf(
  { values }: MeasureShape,
  dispersion: Dispersion,
  value: Measurement,
  total: string | undefined,
): { figures: Figures; notes: (string | undefined)[] } {
  const { interval, note } = limitsOf(value, dispersion);
  const spread = spreadOf(dispersion, value.spread);
  const spreadNote =
    value.spread !== undefined && !spread && !isNA(value.spread)
      ? `Spread as posted: ${value.spread}.`
      : undefined;
  const comment =
    value.comment === undefined ? undefined : `Comment of the record: ${oneLine(value.comment)}`;
  const notes = [note, spreadNote, comment];
  const isAverage = values === 'average';
  const limits = { ...(interval ? { interval } : {}), ...(spread && isAverage ? { spread } : {}) };
  const lost = [
    ...notes,
    spread && !isAverage ? `${spread.kind.replaceAll('-', ' ')} ${spread.value}.` : undefined,
    interval && values !== 'percent' && !isAverage
      ? `Limits as posted: ${interval.low} to ${interval.high}.`
      : undefined,
  ];
  const printed = printedFigure(value.value);
  if (printed === undefined) {
    const missing =
      value.value === undefined
        ? 'not-reported'
        : isNA(value.value)
          ? absenceOf(value.value, value.comment)
          : 'not-extracted';
    const words = value.value === undefined ? 'No value is posted.' : `Posted as "${oneLine(value.value)}".`;
    const withLimits = isAverage || values === 'percent' ? limits : {};
    const size = isAverage ? {} : { total };
    return {
      figures: { ...size, ...withLimits, missing },
      notes: [words, ...lost, isAverage ? analysed(total) : undefined],
    };
  }
  const count = printedCount(value.value);
  if (values === 'patients' && count !== undefined) return { figures: { events: count, total }, notes: lost };
  if (values === 'percent' && isPercent(printed))
    return { figures: { percent: printed, total, ...limits }, notes: lost };
  if (isAverage) return { figures: { value: printed, ...limits }, notes: [...lost, analysed(total)] };
  return { figures: { value: printed, total }, notes: lost };
}

const analysed = (total: string | undefined) => (total === undefined ? undefined : `Analysed: ${total}.`);

const isPercent = (printed: string) => {
  const value = Number(printed.replace(/^[<>≤≥]\s*/, ''));
  return value >= 0 && value <= 100;
};

function spreadOf(dispersion: Dispersion, written: string | undefined): Figures['spread'] {
  const value = printedFigure(written);
  if (value === undefined) return undefined;
  const { kind } = dispersion;
  if (kind === 'standard-deviation' || kind === 'standard-error' || kind === 'coefficient-of-variation')
    return { kind, value };
  return { kind: 'unstated', value };
}

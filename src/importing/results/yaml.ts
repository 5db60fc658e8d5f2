import { positionsIn } from '../../reading/text.ts';
import type { Parsed, Printed, Result } from './result.ts';

/** What a person says of all results of a text; what stays open is marked `?`, which the check refuses. */
interface Given {
  report?: string | undefined;
  locator?: string | undefined;
  arm?: string | undefined;
  population?: string | undefined;
}

/**
 * The results as the outcomes of an entry, each behind the words that it comes from, and then every number
 * that is in none.
 *
 * @param trace the places of the figures of each result in the figure index of the text
 */
export function outcomesYaml(
  text: string,
  { results, leftOver }: Parsed,
  given: Given,
  trace: (result: Result) => Record<string, number>,
): string {
  const positionOf = positionsIn(text);
  const place = (offset: number) => {
    const { line, column } = positionOf(offset);
    return `${line}:${column}`;
  };
  const ids = idsOf(results);
  const lines = results.flatMap((result, i) => [
    `# ${place(result.from)} ${around(text, result.from, result.to)}`,
    ...result.remarks.map((remark) => `# ! ${remark}`),
    ...outcomeLines(result, ids[i] ?? 'outcome', given, trace(result)),
  ]);
  const left = leftOver.map(
    ({ text: number, from, to }) => `#   ${place(from)} ${number} in ${around(text, from, to)}`,
  );
  const nothingLeft =
    results.length === 0
      ? '# No number was found'
      : '# Not understood: nothing; every number is in an outcome';
  const heading =
    left.length === 0
      ? nothingLeft
      : `# Not understood: ${left.length} ${left.length === 1 ? 'number that is' : 'numbers that are'} in no outcome`;
  return `${[...(lines.length > 0 ? lines : ['[]']), heading, ...left].join('\n')}\n`;
}

/** A stretch of the text with some words around it, on one line. */
function around(text: string, from: number, to: number): string {
  const [start, end] = [
    Math.max(0, from - 40),
    Math.min(text.length, Math.max(to, from + 1) + 30, from + 160),
  ];
  const words = text
    .slice(start, end)
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ')
    .trim();
  return `“${start > 0 ? '…' : ''}${words}${end < text.length ? '…' : ''}”`;
}

/**
 * Ids that say what each is: `os-median`, `os-12-months`, `crs-grade-3`, with a number where two are alike.
 */
function idsOf(results: readonly Result[]): string[] {
  const seen = new Map<string, number>();
  return results.map((result) => {
    const id = nameOf(result);
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return times === 1 ? id : `${id}-${times}`;
  });
}

function nameOf({ kind, endpoint = 'unknown', measure, figures, at, grade }: Result): string {
  const parts: (string | undefined)[] = [endpoint];
  if (kind === 'median' || kind === 'range') parts.push(kind);
  if (kind === 'contrast') parts.push(measure);
  if (kind === 'landmark' && at) parts.push(figures.at?.text, at.unit);
  if (grade !== undefined && grade !== 'unstated' && grade !== '?') parts.push('grade', grade);
  return parts
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

const open = '"?"';
/** A figure as YAML: text that YAML would not keep as it is printed stands in quotes. */
const written = ({ text }: Pick<Printed, 'text'>): string =>
  /^\d+(?:\.\d+)?$/.test(text) ? text : JSON.stringify(text);

function outcomeLines(result: Result, id: string, given: Given, trace: Record<string, number>): string[] {
  const {
    kind,
    endpoint,
    candidates,
    figures,
    arm,
    comparator,
    unit,
    statistic,
    grade,
    scale,
    measure,
    missing,
  } = result;
  const side = (place: number | undefined) => (place === undefined ? (given.arm ?? open) : `"?${place}"`);
  const lines = [
    `- id: ${id}`,
    `kind: ${kind}`,
    `endpoint: ${endpoint ?? open}${endpoint === undefined && candidates.length > 0 ? ` # ${candidates.join(' or ')}` : ''}`,
    `arm: ${side(arm)}`,
    ...(comparator === undefined ? [] : [`comparator: ${side(comparator)}`]),
    `population: ${given.population ?? open}`,
    `report: ${given.report ?? open}`,
    `locator:${given.locator === undefined ? ' # ?' : ` ${JSON.stringify(given.locator)}`}`,
  ];
  if (Object.keys(trace).length > 0)
    lines.push(
      `trace: {${Object.entries(trace)
        .map(([key, place]) => `${key}: ${place}`)
        .join(', ')}}`,
    );
  if (grade !== undefined) lines.push(`grade: ${JSON.stringify(grade)}`);
  if (scale !== undefined) lines.push(`scale: ${scale === '?' ? open : scale}`);
  if (measure !== undefined) lines.push(`measure: ${measure}`);
  if (statistic !== undefined && statistic !== 'median') lines.push(`statistic: ${statistic}`);
  for (const key of ['events', 'total', 'percent', 'value', 'estimate', 'low', 'high'] as const) {
    const figure = figures[key];
    if (figure) lines.push(`${key}: ${written(figure)}`);
  }
  if (unit !== undefined) lines.push(`unit: ${/^[a-z][a-z ]*$/.test(unit) ? unit : JSON.stringify(unit)}`);
  else if (kind === 'median' || kind === 'follow-up') lines.push('unit: # ?');
  lines.push(...timeLines(result), ...intervalLines(result), ...pLines(result));
  if (result.spread && figures.spread)
    lines.push(`spread: {kind: ${result.spread}, value: ${written(figures.spread)}}`);
  if (missing) lines.push(`missing: ${missing}`);
  return lines.map((line, i) => (i === 0 ? line : `  ${line}`));
}

function timeLines({ kind, figures, at }: Result): string[] {
  if (at && figures.at)
    return [
      `at: {value: ${written(figures.at)}, unit: ${at.unit}${at.basis === 'at' ? '' : `, basis: ${at.basis}`}}`,
    ];
  return kind === 'landmark' ? [`at: {value: ${open}, unit: ${open}}`] : [];
}

function intervalLines({ interval, figures }: Result): string[] {
  if (!interval) return [];
  const level = figures['interval.level'];
  const [low, high] = [figures['interval.low'], figures['interval.high']];
  const parts = [
    ...(interval.kind === 'confidence' ? [] : [`kind: ${interval.kind}`]),
    ...(level ? [`level: ${written(level)}`] : []),
    `low: ${low ? written(low) : (interval.low ?? open)}`,
    `high: ${high ? written(high) : (interval.high ?? open)}`,
  ];
  return [`interval: {${parts.join(', ')}}`];
}

function pLines({ p }: Result): string[] {
  if (!p) return [];
  const printed = written({ text: p.printed });
  if (p.sides === undefined && p.test === undefined) return [`p: ${printed}`];
  const parts = [
    `printed: ${printed}`,
    ...(p.sides ? [`sides: ${p.sides}`] : []),
    ...(p.test ? [`test: ${p.test}`] : []),
  ];
  return [`p: {${parts.join(', ')}}`];
}

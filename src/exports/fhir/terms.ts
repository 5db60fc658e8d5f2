import { createHash } from 'node:crypto';
import type { Figure } from '../../model/figure.ts';
import { escaped } from '../../wording/markup.ts';

/** A concept of FHIR: always in words, and by its code where a code system has one. */
export interface Concept {
  coding?: { system: string; code: string; display?: string }[];
  text: string;
}

const hl7 = 'http://terminology.hl7.org/CodeSystem';

const systems = {
  statistic: `${hl7}/statistic-type`,
  estimate: `${hl7}/attribute-estimate-type`,
  role: `${hl7}/variable-role`,
  published: 'http://hl7.org/fhir/published-in-type',
  title: 'http://hl7.org/fhir/title-type',
  design: 'http://hl7.org/fhir/study-design',
  phase: 'http://hl7.org/fhir/research-study-phase',
  status: 'http://hl7.org/fhir/research-study-status',
  arm: 'http://hl7.org/fhir/research-study-arm-type',
  certainty: 'http://hl7.org/fhir/certainty-type',
  objective: 'http://hl7.org/fhir/research-study-objective-type',
} as const;

/** A concept with the codes that say it; in words alone where there is none. */
export function concept(
  system: keyof typeof systems,
  text: string,
  ...codes: (string | undefined)[]
): Concept {
  const coding = codes
    .filter((code) => code !== undefined)
    .map((code) => ({ system: systems[system], code }));
  return { ...(coding.length > 0 ? { coding } : {}), text };
}

/** A resource in words, for readers whose program knows no more of it. */
export const narrative = (words: string) => ({
  status: 'generated',
  div: `<div xmlns="http://www.w3.org/1999/xhtml">${escaped(words)}</div>`,
});

/** FHIR has no empty lists. */
export const some = <T>(items: readonly T[]): readonly T[] | undefined =>
  items.length > 0 ? items : undefined;

/** An id that FHIR allows, at most 64 letters long and different for different names. */
export function fhirId(name: string): string {
  if (name.length <= 64) return name.replaceAll('/', '.');
  return `${name.slice(0, 47).replaceAll('/', '.')}-${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;
}

/** The address of a resource within its bundle: the same for the same path. UUID, version 8: RFC 9562. */
export function uuidOf(path: string): string {
  const hex = createHash('sha256').update(path).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const comparators = { '<': '<', '>': '>', '≤': '<=', '≥': '>=' } as const;
/** UCUM: https://ucum.org */
const ucum: Record<string, string> = { '%': '%', days: 'd', weeks: 'wk', months: 'mo', years: 'a' };

/** A printed figure as a quantity; its trailing zeros stay, for FHIR reads precision from them. */
export function quantity(figure: Pick<Figure, 'printed' | 'bound'>, unit?: string) {
  return {
    value: decimal(figure.printed),
    comparator: figure.bound && comparators[figure.bound],
    ...unitOf(unit),
  };
}

/** A computed number as a quantity. */
export function computedQuantity(value: number, decimals: number, unit?: string) {
  return { value: Number(value.toFixed(decimals)), ...unitOf(unit) };
}

function unitOf(unit: string | undefined) {
  if (unit === undefined) return {};
  const code = ucum[unit];
  return code ? { unit, system: 'http://unitsofmeasure.org', code } : { unit };
}

/**
 * Writes the digits of a number into JSON as they are. ECMAScript:
 * https://tc39.es/proposal-json-parse-with-source/
 */
const { rawJSON } = JSON as unknown as { rawJSON: (json: string) => number };

function decimal(printed: string): number {
  const digits = printed.replace(/^[<>≤≥\s]+/, '').replace(/^\+/, '');
  // JSON has no leading zeros (07.5) and none but them before a point (.5).
  return rawJSON(digits.replace(/^(-?)0*(?=\d)/, '$1').replace(/^(-?)\./, '$10.'));
}

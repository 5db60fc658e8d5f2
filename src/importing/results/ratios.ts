import { findAll, number, space, unitOf, unitOfTime, type Found } from './lexical.ts';
import type { Printed } from './result.ts';

/** An estimate of a comparison: a ratio, or a difference with its unit. */
export interface Estimate {
  type: 'estimate';
  from: number;
  to: number;
  measure: 'HR' | 'OR' | 'RR' | 'risk-difference' | 'difference-of-medians';
  estimate: Printed;
  unit?: string | undefined;
  /** The level that its name announces: `HR (95% CI)`. */
  level?: Printed | undefined;
}

const names =
  '(?<HR>[Hh]azards?[ -][Rr]atios?|[a-z]{0,3}HRs?|SHR|风险比|危险比)' +
  '|(?<OR>[Oo]dds[ -][Rr]atios?|a?ORs?|比值比|优势比)' +
  '|(?<RR>(?:[Rr]elative|[Rr]isk)[ -](?:[Rr]isks?|[Rr]atios?)|a?RRs?|相对危险度|相对风险度?)';
const short = `(?:${space}[[(]${space}a?(?:HR|OR|RR|SHR)${space}[\\])])?`;
const purpose = '(?:[ ,]{1,2}(?:for|of|in)[ ][A-Za-z][A-Za-z ,/-]{1,60}?)?';
const label = `(?:${space}[[(]${space}${number('level')}${space}%${space}(?:CI|confidence interval)${space}[\\])])?`;
const linking = `${space}(?:[,:=]|was|of|is|为|是|约为)?${space}(?:estimated (?:at|to be) )?${space}[[(]?${space}`;
const unlike = `(?!${space}(?:%|-?${unitOfTime}|${space}(?:patients|例)))`;
const ratio = new RegExp(
  `(?<![\\p{Script=Latin}\\d])(?:${names})${short}${purpose}${short}${label}${linking}${number('estimate')}${unlike}`,
  'dgu',
);
const difference = new RegExp(
  `(?<![\\p{Script=Latin}\\d])(?:(?:[Aa]bsolute |[Rr]isk |[Rr]ate |[Bb]etween-group |[Tt]reatment )*[Dd]ifference|绝对差异?|率差)` +
    `(?:[ ](?:in|between|of)[ ][A-Za-z][A-Za-z ,/-]{1,60}?)?${linking}(?<minus>[-–])?${number('estimate')}${space}(?:(?<percent>percentage points?|%|个百分点)|(?<time>${unitOfTime}))`,
  'dgu',
);

/**
 * Every ratio and difference of a sentence. A ratio has digits behind the point, or is no ratio for certain.
 */
export const estimatesIn = (text: string): Estimate[] => [
  ...findAll(ratio, text).flatMap(ratioOf),
  ...findAll(difference, text).flatMap(differenceOf),
];

function ratioOf(found: Found): Estimate[] {
  const measure = (['HR', 'OR', 'RR'] as const).find((name) => found.group(name));
  const estimate = found.printed('estimate');
  if (!measure || !estimate?.text.includes('.')) return [];
  return [
    { type: 'estimate', from: found.from, to: found.to, measure, estimate, level: found.printed('level') },
  ];
}

function differenceOf(found: Found): Estimate[] {
  const estimate = found.printed('estimate', found.group('minus') ? '-' : '');
  if (!estimate) return [];
  const time = unitOf(found.group('time'));
  return [
    {
      type: 'estimate',
      from: found.from,
      to: found.to,
      measure: time ? 'difference-of-medians' : 'risk-difference',
      estimate,
      unit: time ?? 'percentage points',
    },
  ];
}

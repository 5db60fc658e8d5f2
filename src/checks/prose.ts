import type { Root } from 'mdast';
import type { Position } from '../model/finding.ts';
import { runningText } from '../reading/prose.ts';
import type { Check } from './check.ts';

const number = String.raw`\d+(?:[.,·]\d+)?`;
const span = String.raw`${number}(?:\s?(?:-|–|to|至)\s?${number})?`;
/** What may stand between the name of a figure and the figure. */
const link = String.raw`(?:[\s:：=,，()[\]为是]|of\b|was\b|is\b)*`;
/** Numbers of patients that writers spell out. */
const spelt =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)';
const people = String.raw`(?:evaluable |treated |adult |pa?ediatric )?(?:patients|children|adults|participants|people|persons|infants)\b`;
const year = String.raw`(?:19|20)\d\d\b`;
const ofAll = String.raw`\s+(?:out\s+)?of\s+(?:the\s+|all\s+)?`;
/** Words whose number is a label: day 1 of 28, phase 1/2. */
const labelled = String.raw`(?<!\b(?:days?|cycle|week|phase|part|page|section|table|figure|grade|step|cohort|arm)\s)`;

/**
 * What a result looks like in running text. Ordinary numbers (B12, 2-AG, grade 3, years) are none of these.
 */
const resultPatterns: { name: string; pattern: RegExp }[] = [
  {
    name: 'a percentage',
    pattern: new RegExp(String.raw`${number}\s?(?:[%％]|per ?cent\b|percentage points?\b|个百分点)`, 'gi'),
  },
  {
    name: 'a fraction of patients',
    pattern: new RegExp(String.raw`${labelled}(?<![\w./-])\d+\s?/\s?\d+(?![\w/-])`, 'gi'),
  },
  {
    name: 'a fraction of patients',
    pattern: new RegExp(
      String.raw`${labelled}(?<![\w.-])(?:\d+|${spelt})${ofAll}(?!${year})\d+(?![\w-])`,
      'gi',
    ),
  },
  {
    name: 'a fraction of patients',
    pattern: new RegExp(String.raw`\b(?:\d+|${spelt})(?:${ofAll}|\s+in\s+)${spelt}\s+${people}`, 'gi'),
  },
  {
    name: 'a fraction of patients',
    pattern: new RegExp(String.raw`\bone\s+in\s+(?:(?!${year})\d+(?![\w-])|${spelt}\b)`, 'gi'),
  },
  {
    name: 'a duration',
    // 第28天 is a label, as day 28 is.
    pattern: new RegExp(
      String.raw`(?<![\w.第-])${span}\s?(?:(?:months?|mos?|weeks?|days?)(?![\w-])|个月|周|天)`,
      'gi',
    ),
  },
  // The letters of a ratio are capitals: "grade 2 or 3" holds no odds ratio.
  { name: 'an effect estimate', pattern: new RegExp(String.raw`\b[as]?(?:HR|OR|RR)\b${link}${number}`, 'g') },
  {
    name: 'an effect estimate',
    pattern: new RegExp(
      String.raw`(?:\b(?:hazard|odds|risk|rate) ratio|\brelative risk|风险比|比值比)(?:\s+for\s+[a-z -]{1,40})?${link}${number}`,
      'gi',
    ),
  },
  { name: 'an interval', pattern: new RegExp(String.raw`\b(?:CI|CrI)\b${link}${number}`, 'g') },
  {
    name: 'an interval',
    pattern: new RegExp(String.raw`(?:\b(?:confidence|credible) interval|置信区间)${link}${number}`, 'gi'),
  },
  {
    name: 'a P value',
    pattern:
      /(?<![\w-])P(?:[\s-]?values?\s*)?(?:(?:\s*(?:[=<>≤≥＜＞＝]|(?:of|was|is|below|above|under|over|(?:less|lower|smaller|greater|higher|more)\s+than)\b|[为是])\s*)+|(?<=values?\s+))(?:0?[.·]\d+|[01](?![\w.])|\d+(?:\.\d+)?e[-−–]\d+)/gi,
  },
];

/** Result-like numbers typed into a body. Code, links' addresses and component attributes do not count. */
export function resultsInProse(body: Root): { name: string; actual: string; position: Position }[] {
  const { text, positionAt } = runningText(body);
  const taken: [number, number][] = [];
  return resultPatterns.flatMap(({ name, pattern }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const [from, to] = [match.index, match.index + match[0].length];
      if (taken.some(([a, b]) => from < b && to > a)) return [];
      taken.push([from, to]);
      return [{ name, actual: match[0].replace(/\s+/g, ' ').trim(), position: positionAt(from) }];
    }),
  );
}

const figure: Check<'body'> = {
  code: 'prose/figure',
  scope: 'body',
  run({ body }, ask) {
    const results = resultsInProse(body);
    if (results.length === 0) ask.pass();
    for (const { name, actual, position } of results) {
      ask.fault({
        where: position,
        message: `${name} stands in prose: ${actual}`,
        actual,
        expected: 'a typed fact, shown by a component',
        help: 'record it as an outcome and write <Fact id="OUTCOME" /> (or <Fact id="TRIAL/OUTCOME" />) in its place',
      });
    }
  },
};

export const proseChecks: Check[] = [figure];

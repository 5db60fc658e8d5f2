import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { Position } from '../model/finding.ts';
import { within } from '../reading/prose.ts';
import type { Check } from './check.ts';

const number = String.raw`\d+(?:[.,·]\d+)?`;

/** What a result looks like in running text. Ordinary numbers (CD19, 4-1BB, grade 3, years) are none of these. */
export const resultPatterns: { name: string; pattern: RegExp }[] = [
  { name: 'a percentage', pattern: new RegExp(String.raw`${number}\s?(?:%|％|per ?cent\b|percent\b)`, 'gi') },
  { name: 'a fraction of patients', pattern: new RegExp(String.raw`(?<![\w./-])\d+\s?/\s?\d+(?![\w/-])`, 'g') },
  { name: 'a fraction of patients', pattern: /(?<![\w.-])\d+ (?:out )?of (?:the |all )?\d+\b/gi },
  {
    name: 'a duration',
    pattern: new RegExp(
      String.raw`(?<![\w.-])${number}(?:\s?(?:-|–|to)\s?${number})?\s?(?:months?|weeks?|days?|个月|周|天)(?![\w-])`,
      'gi',
    ),
  },
  {
    name: 'an effect estimate',
    pattern: new RegExp(
      String.raw`\b(?:HR|OR|RR|hazard ratio|odds ratio|risk ratio|relative risk|风险比)\b[\s:=,(of]*${number}`,
      'gi',
    ),
  },
  { name: 'an interval', pattern: new RegExp(String.raw`\b(?:CI|confidence interval|置信区间)\b[\s:,=(]*${number}`, 'gi') },
  { name: 'a P value', pattern: /\bP(?:[ -]?value)?\s*(?:[=<>≤≥＜＝]|&lt;)\s*0?\.\d+/gi },
];

/** Result-like numbers typed into a body. Code, links' addresses and component attributes do not count. */
export function resultsInProse(body: Root): { name: string; actual: string; position: Position }[] {
  const found: { name: string; actual: string; position: Position }[] = [];
  visit(body, (node) => {
    if (node.type === 'inlineCode' || node.type === 'code') return SKIP;
    if (node.type !== 'text') return undefined;
    const taken: [number, number][] = [];
    for (const { name, pattern } of resultPatterns) {
      for (const match of node.value.matchAll(pattern)) {
        const [from, to] = [match.index, match.index + match[0].length];
        if (taken.some(([a, b]) => from < b && to > a)) continue;
        taken.push([from, to]);
        found.push({ name, actual: match[0].trim(), position: within(node, from) });
      }
    }
    return undefined;
  });
  return found;
}

const figure: Check = {
  code: 'prose/figure',
  run({ corpus }, tally) {
    for (const source of Object.values(corpus.entries).flat()) {
      if (!source.body) {
        tally.skip();
        continue;
      }
      const results = resultsInProse(source.body);
      if (results.length === 0) tally.expect(source, true, () => ({ where: [], message: '', help: '' }));
      for (const { name, actual, position } of results) {
        tally.expect(source, false, () => ({
          where: position,
          message: `${name} stands in prose: ${actual}`,
          actual,
          expected: 'a typed fact, shown by a component',
          help: 'record it as an outcome and write <Fact id="OUTCOME" /> (or <Fact id="TRIAL/OUTCOME" />) in its place',
        }));
      }
    }
  },
};

export const proseChecks: Check[] = [figure];

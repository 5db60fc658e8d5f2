import { findAll, number, space, type Found } from './lexical.ts';
import type { Printed } from './result.ts';

/** A P value as printed. Of an interaction or a trend it is no comparison of two sides. */
export interface PrintedP {
  type: 'p';
  from: number;
  to: number;
  figure?: Printed | undefined;
  printed: string;
  sides?: 1 | 2 | undefined;
  test?: string | undefined;
  ofComparison: boolean;
}

const sided = (name: string) => `(?<${name}>[Oo]ne|[Tt]wo|1|2)${space}-?${space}(?:sided|tailed)`;
const about = '(?:non-?inferiority|superiority|interaction|trend|heterogeneity)';
const comparator =
  '(?<sign>[=<>≤≥])|(?<less>less than|below|小于)|(?<words>of|was|is|:|为|是)|(?=\\.\\d|0\\.)';
const pattern = new RegExp(
  `(?<![\\p{Script=Latin}\\d])(?:${sided('sides')}${space}|(?<zh>单侧|双侧))?(?<rank>(?:stratified |unstratified )?[Ll]og-?rank(?: test)?[ ,:;]{1,2})?` +
    `[Pp](?:${space}-?[Vv]alues?|值)?(?:${space}(?:for${space}|[(]?)(?<for>${about})[)]?)?${space}` +
    `(?:(?:${comparator})${space}${number('p')}|(?:[=:]${space})?(?<ns>NS|N\\.S\\.|not significant)(?![A-Za-z]))` +
    `(?:${space}[,;(]?${space}(?:by |for )?(?:(?:the )?(?:stratified )?(?<rank2>log-?rank)(?: test)?[)]?|for ${about.replace('(?:', '(?<for2>')}|${sided('sides2')}))?`,
  'dgu',
);

/** Every P value of a sentence. */
export const pValuesIn = (text: string): PrintedP[] => findAll(pattern, text).flatMap(pOf);

const sidesOf = (found: Found): 1 | 2 | undefined => {
  const printed = found.group('sides') ?? found.group('sides2') ?? found.group('zh');
  if (printed === undefined) return undefined;
  return /one|1|单/i.test(printed) ? 1 : 2;
};

function pOf(found: Found): PrintedP[] {
  const sign = found.group('sign') ?? (found.group('less') ? '<' : '');
  const figure = found.printed('p', sign === '=' ? '' : sign);
  const printed = figure?.text ?? 'NS';
  if (figure && !(Number(printed.replace(/^[<>≤≥]/, '')) <= 1)) return [];
  const purpose = found.group('for') ?? found.group('for2');
  const test = purpose ?? (found.group('rank') || found.group('rank2') ? 'log-rank' : undefined);
  return [
    {
      type: 'p',
      from: found.from,
      to: found.to,
      figure,
      printed,
      sides: sidesOf(found),
      test,
      ofComparison: purpose === undefined || /inferiority|superiority/.test(purpose),
    },
  ];
}

import { describe, expect, it } from 'vitest';
import { resultsInProse } from '../../../src/checks/prose.ts';
import { readBody } from '../../../src/reading/body.ts';

/** The results that the check finds in a text, as their author wrote them. */
function resultsIn(text: string): string[] {
  const read = readBody(text);
  if (!('tree' in read)) throw new Error(read.message);
  return resultsInProse(read.tree).map(({ actual }) => actual);
}

describe('a result typed into prose is found', () => {
  it.each([
    ['a percentage', 'reached by 80.7% of patients', '80.7%'],
    ['a percentage set apart', 'reached by 80.7 % of patients', '80.7 %'],
    ['a percentage with a decimal comma', 'erreichten 80,7 %', '80,7 %'],
    ['a percentage with a raised point', '80·7% of patients', '80·7%'],
    ['a percentage in words', '81 per cent of patients', '81 per cent'],
    ['a percentage in one word', '81 percent of patients', '81 percent'],
    ['percentage points', 'a difference of 51.3 percentage points', '51.3 percentage points'],
    ['a fraction', 'remission in 18/21 patients', '18/21'],
    ['a fraction in brackets', 'remission (18 / 21)', '18 / 21'],
    ['n of N', 'remission in 18 of 21', '18 of 21'],
    ['n of the N', 'remission in 18 of the 21 treated', '18 of the 21'],
    ['n out of N', 'remission in 18 out of 21', '18 out of 21'],
    ['a spelt number of N', 'remission in twelve of 15 patients', 'twelve of 15'],
    ['a spelt number of another', 'remission in two of three patients', 'two of three patients'],
    ['one in N', 'one in 5 relapsed', 'one in 5'],
    ['one in a spelt number', 'about one in five relapsed', 'one in five'],
    ['two in a spelt number of people', 'two in five patients relapsed', 'two in five patients'],
    ['n of N over a line break', 'remission in 18 of\n21 patients', '18 of 21'],
    ['months', 'a median of 7.7 months', '7.7 months'],
    ['months, short', 'a median of 7.7 mo', '7.7 mo'],
    ['a span of months', 'between 1.5–3.0 months', '1.5–3.0 months'],
    ['days', 'after 28 days', '28 days'],
    ['weeks', 'within 3 weeks', '3 weeks'],
    ['a hazard ratio', 'HR 0.45', 'HR 0.45'],
    ['a hazard ratio after a comma', 'hazard ratio, 0.45', 'hazard ratio, 0.45'],
    ['a hazard ratio in words', 'the hazard ratio was 0.45', 'hazard ratio was 0.45'],
    ['a hazard ratio of something', 'a hazard ratio for death of 0.45', 'hazard ratio for death of 0.45'],
    ['an odds ratio', 'OR = 1.50', 'OR = 1.50'],
    ['an adjusted ratio', 'aHR 0.45', 'aHR 0.45'],
    ['an interval', 'CI 0.34–0.61', 'CI 0.34'],
    ['an interval in words', 'confidence interval of 0.34 to 0.61', 'confidence interval of 0.34'],
    ['a P value', 'P < 0.001', 'P < 0.001'],
    ['a P value in small letters', 'p=.03', 'p=.03'],
    ['a P value in words', 'a P value of 0.03', 'P value of 0.03'],
    ['a P value in words for its sign', 'P less than 0.05', 'P less than 0.05'],
    ['a P value in more words', 'the P value was below 0.05', 'P value was below 0.05'],
    ['a P value with a power of ten', 'P = 1.3e-6', 'P = 1.3e-6'],
    ['a P value in italics', '*P* < 0.001', 'P < 0.001'],
    ['a P value with an entity', 'P &lt; 0.001', 'P < 0.001'],
    ['a ratio of which the figure is bold', 'HR **0.45**', 'HR 0.45'],
    ['a percentage in Chinese', '80.7％的患者', '80.7％'],
    ['months in Chinese', '中位生存期7.7个月', '7.7个月'],
    ['days in Chinese', '28天', '28天'],
    ['a hazard ratio in Chinese', '风险比为0.45', '风险比为0.45'],
    ['a hazard ratio between Chinese words', '死亡HR为0.45', 'HR为0.45'],
    ['an interval in Chinese', '置信区间：0.34', '置信区间：0.34'],
    ['a P value in Chinese', '差异显著（P＜0.001）', 'P＜0.001'],
    ['a result in a heading', '## Remission in 80%', '80%'],
    ['a result in a list', '- remission\n- 80%', '80%'],
    ['a result in a table', '| a |\n|---|\n| 80% |', '80%'],
    ['a result in a quotation', '> 80%', '80%'],
    ['a result in the words of a link', '[80%](https://journal.example/)', '80%'],
  ])('%s: %j', (_, text, result) => {
    expect(resultsIn(text)).toEqual([result]);
  });

  it('each once, with its interval', () => {
    expect(resultsIn('80.7% (95% CI 72.1–87.7; 88/109; P < 0.001)').sort()).toEqual(
      ['80.7%', '95%', 'CI 72.1', '88/109', 'P < 0.001'].sort(),
    );
  });
});

describe('an ordinary number is no result', () => {
  it.each([
    ['antigens and receptors', 'CD19, CD22, CD3ζ, 4-1BB, CD28 and IL-6'],
    ['antigens side by side', 'CD19/CD22 and CD19/22 products, 4-1BB/CD28'],
    ['grades', 'grade 3, grade ≥3, grade 2 or 3, grades 3–4'],
    ['a grade before a number of patients', 'grade 3 in 4 patients'],
    [
      'spelt numbers of other things',
      'one of two arms, two of the three trials, one in 2020, one in the other arm',
    ],
    ['years', 'in 2016, from 2010 to 2019, the 2 of 2016'],
    ['trial names', 'GRAALL-2005/R, UKALL 60+, ZUMA-3, E2993, ALL-2003/2005'],
    ['diseases', 'B-ALL, t(9;22), Ph-like, T315I, TP53, p190 and p210'],
    ['regimens', 'hyper-CVAD, CHOP, mini-hyper-CVD, FLAG-IDA'],
    ['registry numbers', 'NCT01564784 and ChiCTR-OPC-16009847'],
    ['adjectives of time', 'two-year survival, 3-year survival, a 28-day cycle, 12–month rates, 6-weekly'],
    ['days by their number', 'on day 1 of 28, on day 28, the day-28 marrow'],
    ['years of follow-up', 'at 2 years and at 5 years'],
    ['phases', 'phase 1/2, a phase 2/3 trial, phase I/II'],
    ['ratios of patients to arms', '2:1 randomisation, 1:1'],
    ['sections', '§2.1, §2.1.1, table 2 of 4, part 1 of 2'],
    ['doses', '0.8 mg/m², 1.7 × 10⁶ cells/kg, 28 µg/day'],
    ['a threshold', 'below 10⁻⁴'],
    ['numbers of patients', '21 patients and 109 controls'],
    ['addresses', 'https://journal.example/2020/12/31 and 10.1000/182'],
    ['a date', '31/12/2016'],
    ['code', '`18/21 is 85.7%`'],
    ['a fact', '<Fact id="cr" show="fraction" /> of 21 and HR <Fact id="hr" />'],
    ['a letter P that is none', 'vitamin P 3, p53 = 1'],
    // "grade 3 in 4 patients" and "12 in 2020" read the same: a false alarm costs more trust than a miss.
    ['n in N, which is left to the reader', '1 in 4'],
  ])('%s: %j', (_, text) => {
    expect(resultsIn(text)).toEqual([]);
  });
});

describe('the place of a result', () => {
  const placeIn = (text: string) => {
    const read = readBody(text);
    const [found] = 'tree' in read ? resultsInProse(read.tree) : [];
    return found && text.split('\n')[found.position.line - 1]!.slice(found.position.column - 1);
  };

  it.each([
    ['a plain line', 'Words, 80% of all'],
    ['the second line of a paragraph', 'Words\nand 80% of all'],
    ['a wrapped list item', '- words\n  and 80% of all'],
    ['a wrapped quotation', '> words\n> and 80% of all'],
    ['a table cell', '| a | b |\n|---|---|\n| x \\| y | 80% of all |'],
    ['a line with entities', 'a &lt; b &amp; 80% of all'],
    ['a line with escapes', 'a \\* b 80% of all'],
    ['a line with characters outside the basic plane', '𝛽 and &#128512; 80% of all'],
    ['a line after Windows line ends', 'words\r\nand 80% of all'],
    ['a figure in bold', 'words **80%** of all'],
  ])('in %s is exact', (_, text) => {
    expect(placeIn(text)).toMatch(/^80%/);
  });
});

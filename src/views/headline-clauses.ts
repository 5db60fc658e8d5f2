import { itemIn } from '../model/need.ts';
import type { Fact } from '../evidence/library.ts';
import { scaleOf } from '../evidence/rows.ts';
import { armOf } from '../evidence/standing.ts';
import { unstatedScale } from '../i18n/en/words.ts';
import { figures as said } from '../i18n/figures.ts';
import { headline } from '../i18n/headline.ts';
import { inWords } from '../i18n/locale.ts';
import { isComparator } from '../model/roles.ts';
import type { Population } from '../model/trial.ts';
import { eventFamilies, type Family } from '../model/families.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { phrase } from '../model/phrases.ts';
import { gradeText, word } from '../wording/figures.ts';
import { inSentence, listed } from '../wording/sentence.ts';
import type { LeadingResult } from './leading-results.ts';
import type { FigureSentence } from './figure-sentence.ts';

const measureOf = ({ outcome }: Fact) =>
  outcome.kind === 'contrast' && outcome.measure in headline.measure
    ? headline.measure[outcome.measure as keyof typeof headline.measure]
    : undefined;

/**
 * One result: `response was 34% with A against 16% with B (P < 0.001)`.
 *
 * @param before the result stated just before: arms that it names are not named again
 * @param known the patients whom the sentence began with
 */
export function clauseOf(
  result: LeadingResult,
  before: LeadingResult | undefined,
  known: Population,
  vocabulary: Vocabulary,
  sentence: FigureSentence,
): string {
  const { facts, comparisons } = result;
  const [first] = facts;
  if (!first) return comparisonClause(result, known, sentence);
  const isNamed = before !== undefined && armsIn(before) === armsIn(result);
  const values = facts.map((fact) => ({
    figure: sentence.figure(word(fact.outcome, fact.derived).value, fact),
    arm: isNamed ? undefined : nameOf(fact),
  }));
  const aside = [
    first.population === known ? undefined : headline.aside(inSentence(phrase(first.population.label))),
    ...(comparisons.length > 0
      ? comparisons.map((fact) =>
          sentence.figure(headline.aside(comparisonText(fact, facts.length > 1)), fact),
        )
      : sureness(facts).map(headline.aside)),
  ].filter((part) => part !== undefined);
  return headline.clause({
    subject: subjectOf(first, vocabulary),
    occurs: occurs(first),
    values,
    against: facts.length === 2 && isComparator(armOf(itemIn(facts, 1))?.role ?? ''),
    aside,
  });
}

const armsIn = ({ facts }: LeadingResult) => facts.map((fact) => armOf(fact)?.id).join(' ');

function nameOf(fact: Fact): string | undefined {
  const arm = armOf(fact);
  return arm && inSentence(phrase(arm.label));
}

/** Where a report states only how the arms compare. */
function comparisonClause(
  { endpoint, comparisons }: LeadingResult,
  known: Population,
  sentence: FigureSentence,
): string {
  const [fact, ...further] = comparisons;
  if (fact?.outcome.kind !== 'contrast' || !fact.arm || !fact.comparator) return '';
  const { outcome, arm, comparator, population } = fact;
  const { value, interval, p } = word(outcome, fact.derived);
  const aside = [
    population === known ? undefined : headline.aside(inSentence(phrase(population.label))),
    interval && headline.aside(interval),
    interval === undefined && p !== value ? p && headline.aside(p) : undefined,
    ...further.map((other) =>
      sentence.figure(headline.aside(word(other.outcome, other.derived).value), other),
    ),
  ].filter((part) => part !== undefined);
  return headline.ratio(
    measureOf(fact) ?? headline.otherComparison,
    inSentence(inWords(endpoint.data.label)),
    sentence.figure(value.replace(/^[A-Z]+ /, ''), fact),
    inSentence(phrase(arm.label)),
    inSentence(phrase(comparator.label)),
    aside,
  );
}

/** What was measured: `median overall survival`, `severe bleeding`, `overall survival at 2 years`. */
function subjectOf({ outcome, endpoint, derived }: Fact, vocabulary: Vocabulary): string {
  const { at } = word(outcome, derived);
  const scale = scaleOf(outcome, vocabulary);
  return headline.subject({
    statistic: outcome.kind === 'median' ? said.leading[outcome.statistic] : undefined,
    name: inSentence('term' in outcome && outcome.term ? phrase(outcome.term) : inWords(endpoint.data.label)),
    grade:
      'grade' in outcome && outcome.grade
        ? { text: gradeText(outcome.grade.printed), printed: outcome.grade.printed }
        : undefined,
    scale: scale === unstatedScale ? undefined : scale,
    definition:
      outcome.definition && isNarrowed(endpoint.data.family) ? ended(phrase(outcome.definition)) : undefined,
    at,
  });
}

/** Events are told apart by their definitions, which a sentence must not leave out. */
const isNarrowed = (family: Family) => eventFamilies.includes(family);
const ended = (definition: string) => inSentence(definition.replace(/[.。]$/, ''));

const occurs = ({ endpoint, outcome }: Fact) =>
  outcome.kind !== 'median' && eventFamilies.includes(endpoint.data.family);

/**
 * `hazard ratio 0.75, 97.5% CI 0.57–0.99`, `P < 0.001`; with the other arm where no figure of it was stated.
 */
function comparisonText(fact: Fact, isKnown: boolean): string {
  const { outcome, derived, comparator } = fact;
  const { value, interval, p } = word(outcome, derived);
  const measure = measureOf(fact);
  const other = isKnown || !comparator ? undefined : inSentence(phrase(comparator.label));
  const further = [interval, interval === undefined && p !== value ? p : undefined].filter(
    (part) => part !== undefined,
  );
  return headline.comparison(measure, measure ? value.replace(/^[A-Z]+ ?/, '') : value, other, further);
}

/** How sure the figures are: their counts where there is one arm, and their intervals. */
function sureness(facts: readonly Fact[]): string[] {
  const words = facts.map(({ outcome, derived }) => word(outcome, derived));
  const [first] = words;
  const fractions =
    facts.length === 1 && first?.fraction
      ? [headline.fraction(...(first.fraction.split('/') as [string, string]))]
      : [];
  const printed = words.map(({ interval }) => interval);
  const computed = words.map(({ computedInterval, interval }) =>
    interval === undefined ? computedInterval : undefined,
  );
  return [...fractions, ...together(printed), ...together(computed).map(headline.computed)];
}

/** `95% CI 66.4–80.3 and 23.9–38.6`; nothing where one of the arms has none. */
function together(intervals: readonly (string | undefined)[]): string[] {
  const known = intervals.filter((interval) => interval !== undefined);
  if (known.length < intervals.length) return [];
  const [kind] = known.map((interval) => /^.*?(?:(?:CI|CrI|range|IQR) |范围)/.exec(interval)?.[0] ?? '');
  const bare = known.map((interval, i) =>
    i > 0 && kind && interval.startsWith(kind) ? interval.slice(kind.length) : interval,
  );
  return [listed(bare)];
}

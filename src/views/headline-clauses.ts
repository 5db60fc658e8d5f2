import { itemIn } from '../model/need.ts';
import type { Fact } from '../evidence/library.ts';
import { scaleOf } from '../evidence/rows.ts';
import { armOf } from '../evidence/standing.ts';
import { unstatedScale } from '../i18n/en/words.ts';
import { isComparator } from '../model/roles.ts';
import type { Population } from '../model/trial.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { gradeText, word } from '../wording/figures.ts';
import { inSentence, listed } from '../wording/sentence.ts';
import type { LeadingResult } from './leading-results.ts';

/** Words, or a figure with the fact that it states. */
export type Part = string | { text: string; fact: Fact };

const hazards = { HR: 'hazard ratio', OR: 'odds ratio', RR: 'risk ratio' };

/**
 * One result: `complete remission was 34% with A against 16% with B (P < 0.001)`.
 *
 * @param before the result told just before: arms that it names are not named again
 * @param known the patients whom the sentence began with
 */
export function clauseOf(
  result: LeadingResult,
  before: LeadingResult | undefined,
  known: Population,
  vocabulary: Vocabulary,
): Part[] {
  const { facts, comparisons } = result;
  const [first] = facts;
  if (!first) return comparisonClause(result, known);
  const isNamed = before !== undefined && armsIn(before) === armsIn(result);
  const names = facts.map((fact) => (isNamed ? undefined : nameOf(fact)));
  const values = facts.map((fact, i): Part[] => [
    { text: word(fact.outcome, fact.derived).value, fact },
    ...(names[i] === undefined ? [] : [` with ${names[i]}`]),
  ]);
  const aside = [
    first.population === known ? undefined : inSentence(first.population.label),
    ...(comparisons.length > 0
      ? comparisons.map((fact): Part => ({ text: comparisonText(fact, facts.length > 1), fact }))
      : sureness(facts)),
  ].filter((part) => part !== undefined);
  const figures = joined(
    values,
    facts.length === 2 && isComparator(armOf(itemIn(facts, 1))?.role ?? '') ? ' against ' : ', and ',
  );
  return [`${subjectOf(first, vocabulary)} ${verbOf(first)} `, ...figures, ...inBrackets(aside)];
}

const armsIn = ({ facts }: LeadingResult) => facts.map((fact) => armOf(fact)?.id).join(' ');

function nameOf(fact: Fact): string | undefined {
  const arm = armOf(fact);
  return arm && inSentence(arm.label);
}

/** Where a report tells only how the arms compare. */
function comparisonClause({ endpoint, comparisons }: LeadingResult, known: Population): Part[] {
  const [fact, ...further] = comparisons;
  if (fact?.outcome.kind !== 'contrast' || !fact.arm || !fact.comparator) return [];
  const { outcome, arm, comparator, population } = fact;
  const { value, interval, p } = word(outcome, fact.derived);
  const aside = [
    population === known ? undefined : inSentence(population.label),
    interval,
    interval === undefined && p !== value ? p : undefined,
    ...further.map((other): Part => ({ text: word(other.outcome, other.derived).value, fact: other })),
  ].filter((part) => part !== undefined);
  const measure = outcome.measure in hazards ? hazards[outcome.measure as keyof typeof hazards] : 'comparison';
  return [
    `the ${measure} for ${inSentence(endpoint.data.label.en)} was `,
    { text: value.replace(/^[A-Z]+ /, ''), fact },
    ` with ${inSentence(arm.label)} against ${inSentence(comparator.label)}`,
    ...inBrackets(aside),
  ];
}

/** What was measured: `median overall survival`, `severe cytokine release syndrome`, `overall survival at 2 years`. */
function subjectOf({ outcome, endpoint, derived }: Fact, vocabulary: Vocabulary): string {
  const { at } = word(outcome, derived);
  const label = 'term' in outcome && outcome.term ? outcome.term : endpoint.data.label.en;
  const own = inSentence(label);
  const statistic = outcome.kind === 'median' ? `${outcome.statistic} ` : '';
  const scale = scaleOf(outcome, vocabulary);
  const graded = 'grade' in outcome && outcome.grade ? graveness(outcome.grade.printed, own) : own;
  const definition = outcome.definition && isNarrowed(endpoint.data.family) ? ` (${ended(outcome.definition)})` : '';
  const named = scale === undefined || scale === unstatedScale ? '' : ` (${scale})`;
  return `${statistic}${graded}${named}${definition}${at ? ` ${at}` : ''}`;
}

/** Harms and relapses are told apart by their definitions, which a sentence must not leave out. */
const isNarrowed = (family: string) => family === 'safety' || family === 'relapse';
const ended = (definition: string) => inSentence(definition.replace(/\.$/, ''));

function graveness(printed: string, name: string): string {
  if (printed === 'unstated') return name;
  if (printed === 'severe') return `severe ${name}`;
  if (printed === 'any') return `${name} of any grade`;
  return name.startsWith('any ') ? `${name} of ${gradeText(printed)}` : `${gradeText(printed)} ${name}`;
}

const verbOf = ({ endpoint, outcome }: Fact) =>
  outcome.kind !== 'median' && ['safety', 'relapse'].includes(endpoint.data.family) ? 'occurred in' : 'was';

/** `hazard ratio 0.75, 97.5% CI 0.57–0.99`, `P < 0.001`; with the other arm where no figure of it was told. */
function comparisonText({ outcome, derived, comparator }: Fact, isKnown: boolean): string {
  const { value, interval, p } = word(outcome, derived);
  const measure =
    outcome.kind === 'contrast' && outcome.measure in hazards ? hazards[outcome.measure as keyof typeof hazards] : undefined;
  const named = measure ? value.replace(/^[A-Z]+/, measure) : value;
  const other = isKnown || !comparator ? '' : ` against ${inSentence(comparator.label)}`;
  return [`${named}${other}`, interval, interval === undefined && p !== value ? p : undefined].filter(Boolean).join(', ');
}

/** How sure the figures are: their counts where there is one arm, and their intervals. */
function sureness(facts: readonly Fact[]): string[] {
  const words = facts.map(({ outcome, derived }) => word(outcome, derived));
  const [first] = words;
  const fractions = facts.length === 1 && first?.fraction ? [first.fraction.replace('/', ' of ')] : [];
  const printed = words.map(({ interval }) => interval);
  const computed = words.map(({ computedInterval, interval }) => (interval === undefined ? computedInterval : undefined));
  return [...fractions, ...together(printed, ''), ...together(computed, ', computed')];
}

/** `95% CI 66.4–80.3 and 23.9–38.6`; nothing where one of the arms has none. */
function together(intervals: readonly (string | undefined)[], ending: string): string[] {
  const known = intervals.filter((interval) => interval !== undefined);
  if (known.length < intervals.length) return [];
  const [kind] = known.map((interval) => /^.*?(?:CI|CrI|range|IQR) /.exec(interval)?.[0] ?? '');
  const bare = known.map((interval, i) => (i > 0 && kind && interval.startsWith(kind) ? interval.slice(kind.length) : interval));
  return [`${listed(bare)}${ending}`];
}

function inBrackets(parts: readonly Part[]): Part[] {
  const flat = parts.map((part) => (typeof part === 'string' ? unbracketed(part) : { ...part, text: unbracketed(part.text) }));
  return flat.length === 0 ? [] : [' (', ...flat.flatMap((part, i) => (i > 0 ? ['; ', part] : [part])), ')'];
}

/** Brackets within brackets become commas: `P = .01, one-sided`; `±5.0 SE`. */
const unbracketed = (text: string) => text.replace(/ \((S[DE])\)/g, ' $1').replace(/ \(([^()]*)\)/g, ', $1');

function joined(values: readonly Part[][], last: string): Part[] {
  return values.flatMap((value, i) => {
    if (i === 0) return value;
    return [i === values.length - 1 ? last : ', ', ...value];
  });
}

import { firstIn } from '../model/need.ts';
import type { EndpointNode, Fact, Library, TrialNode } from '../evidence/library.ts';
import { termOf } from '../evidence/library.ts';
import { patientsOf } from '../evidence/standing.ts';
import { headline } from '../i18n/headline.ts';
import { inWords } from '../i18n/locale.ts';
import { words } from '../i18n/words.ts';
import { sizeFor, type Population } from '../model/trial.ts';
import { phrase } from '../model/phrases.ts';
import { inSentence } from '../wording/sentence.ts';
import { shortLabel } from './references.ts';
import { clauseOf } from './headline-clauses.ts';
import { leadingResults, type LeadingResult } from './leading-results.ts';
import { FigureSentence, type Part } from './figure-sentence.ts';

/** What a study found, in one sentence made from its facts: words, and figures that lead to theirs. */
export interface Headline {
  parts: Part[];
  text: string;
}

/** At most so many results stand in the sentence: the others are drawn below it. */
const most = 3;

/**
 * In whom, what, with how much uncertainty: made by rule, never typed. Patients, their age and their setting
 * come from typed fields, figures from facts as they are printed or computed; what is missing is not said.
 */
export function headlineOf(trial: TrialNode, library: Library): Headline {
  const results = leadingResults(trial, library.endpoints);
  const parts = results.length > 0 ? withResults(trial, results, library) : withoutResults(trial);
  return { parts, text: parts.map((part) => (typeof part === 'string' ? part : part.text)).join('') };
}

function withResults(trial: TrialNode, results: readonly LeadingResult[], library: Library): Part[] {
  const chosen = chosenOf(results);
  const lead = firstIn(chosen);
  const first = leadOf(lead);
  const { review } = first.report;
  const sentence = new FigureSentence();
  const clauses = chosen.map((result, i) =>
    clauseOf(result, chosen[i - 1], first.population, library.vocabulary, sentence),
  );
  const source = review && shortLabel(review.reference);
  return sentence.parts(headline.sentence(source, patients(lead, trial, library), clauses));
}

/**
 * The results of the sentence: those that compare the arms where any does; of one population where none is of
 * all.
 */
function chosenOf(results: readonly LeadingResult[]): LeadingResult[] {
  const first = firstIn(results);
  const compares = ({ facts, comparisons }: LeadingResult) => facts.length > 1 || comparisons.length > 0;
  const alike = results.filter((one) => !compares(first) || compares(one));
  const isHarm = ({ endpoint }: LeadingResult) => endpoint.data.family === 'safety';
  const answers = isHarm(first) ? alike : alike.filter((one) => !isHarm(one));
  const others = answers.slice(1);
  const primary = others.filter(({ facts, comparisons }) =>
    [...facts, ...comparisons].some((fact) => fact.outcome.role === 'primary'),
  );
  const survival = others.find(({ endpoint }) => endpoint.data.family === 'survival') ?? others[0];
  const chosen = new Set([first, ...primary, survival]);
  return results.filter((one) => chosen.has(one)).slice(0, most);
}

const leadOf = ({ facts, comparisons }: LeadingResult): Fact => facts[0] ?? firstIn(comparisons);

/** `326 randomised adults with chronic disease`, `79 adults … (infused patients)`. */
function patients(result: LeadingResult, trial: TrialNode, { vocabulary }: Library): string {
  const { data } = trial;
  const setting = termOf(vocabulary.settings, data.setting);
  const group = termOf(vocabulary.ageGroups, data.population.ageGroup);
  const { population } = leadOf(result);
  const n = sizeOf(result);
  const isWhole =
    trials.includes(data.design) && population.of === undefined && n === patientsOf(data)?.value;
  const kind = isWhole && isNamed(population.kind) ? headline.kind[population.kind] : undefined;
  return headline.patients({
    n,
    kind,
    people: group.unstated ? undefined : inSentence(inWords(group.label)),
    setting: setting.patients && inWords(setting.patients),
    population: kind === undefined ? inSentence(phrase(population.label)) : undefined,
  });
}

const trials: readonly TrialNode['data']['design'][] = [
  'randomised',
  'crossover',
  'non-randomised',
  'single-arm',
  'dose-escalation',
];
const isNamed = (kind: Population['kind']): kind is keyof typeof headline.kind => kind in headline.kind;

/** How many patients the figures of a result count; undefined where a report does not say. */
function sizeOf({ facts, comparisons }: LeadingResult): number | undefined {
  const sizes =
    facts.length > 0
      ? facts.map((fact) => totalOf(fact) ?? sizeIn(fact, fact.arm?.id))
      : comparisons
          .slice(0, 1)
          .flatMap((fact) => [fact.arm, fact.comparator].map((arm) => sizeIn(fact, arm?.id)));
  return sizes.some((size) => size === undefined)
    ? undefined
    : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}

const totalOf = ({ outcome }: Fact) => ('total' in outcome ? outcome.total?.value : undefined);
const sizeIn = ({ population, trial }: Fact, arm: string | undefined) =>
  population.n === undefined ? undefined : sizeFor(arm, population.n, trial.data)?.value;

/** What is said of a study of which no figure can lead. */
function withoutResults({ facts, planned, data }: TrialNode): Part[] {
  const associations = facts.filter(({ outcome }) => outcome.kind === 'association');
  if (associations.length > 0) {
    const first = [
      ...new Map(associations.toReversed().map((fact) => [fact.endpoint, fact])).values(),
    ].toReversed();
    const sentence = new FigureSentence();
    const names = first.map((fact) => sentence.figure(inSentence(inWords(fact.endpoint.data.label)), fact));
    return sentence.parts(headline.associations(names));
  }
  const primary = [...planned.filter(({ data: { role } }) => role === 'primary'), ...facts.filter(isPrimary)];
  const names = namesOf(primary);
  const open = [
    'not-yet-recruiting',
    'recruiting',
    'enrolling-by-invitation',
    'active-not-recruiting',
  ].includes(data.status);
  return [
    names.length === 0 ? headline.noFigure : headline.noPrimary(names),
    ...(open ? [headline.status(words.status[data.status])] : []),
  ];
}

const isPrimary = ({ outcome }: Fact) => outcome.role === 'primary';
const namesOf = (of: readonly { endpoint: EndpointNode }[]) => [
  ...new Set(of.map(({ endpoint }) => inSentence(inWords(endpoint.data.label)))),
];

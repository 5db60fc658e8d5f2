import { firstIn } from '../model/need.ts';
import type { EndpointNode, Fact, Library, TrialNode } from '../evidence/library.ts';
import { termOf } from '../evidence/library.ts';
import { patientsOf } from '../evidence/standing.ts';
import { words } from '../i18n/words.ts';
import { sizeFor, type Population } from '../model/trial.ts';
import { inSentence, listed } from '../wording/sentence.ts';
import { shortLabel } from './references.ts';
import { clauseOf, type Part } from './headline-clauses.ts';
import { leadingResults, type LeadingResult } from './leading-results.ts';

export type { Part } from './headline-clauses.ts';

/** What a study found, in one sentence made from its facts: words, and figures that lead to theirs. */
export interface Headline {
  parts: Part[];
  text: string;
}

/** At most so many results stand in the sentence: the others are drawn below it. */
const most = 3;

/**
 * In whom, what, with how much uncertainty: made by rule, never typed. Patients, their age and their setting come from
 * typed fields, figures from facts as they are printed or computed; what is missing is not said.
 */
export function headlineOf(trial: TrialNode, library: Library): Headline {
  const results = leadingResults(trial, library.endpoints);
  const parts = results.length > 0 ? told(trial, results, library) : untold(trial);
  return { parts, text: parts.map((part) => (typeof part === 'string' ? part : part.text)).join('') };
}

function told(trial: TrialNode, results: readonly LeadingResult[], library: Library): Part[] {
  const chosen = chosenOf(results);
  const lead = firstIn(chosen);
  const first = leadOf(lead);
  const { review } = first.report;
  const source = review ? `According to a review (${shortLabel(review.reference)}), in ` : 'In ';
  const clauses = chosen.map((result, i) => clauseOf(result, chosen[i - 1], first.population, library.vocabulary));
  return [
    `${source}${patients(lead, trial, library)}, `,
    ...clauses.flatMap((clause, i) => [...(i > 0 ? ['; '] : []), ...clause]),
    '.',
  ];
}

/** The results of the sentence: those that compare the arms where any does; of one population where none is of all. */
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

/** `326 randomised adults with relapsed or refractory disease`, `79 adults … (infused patients)`. */
function patients(result: LeadingResult, trial: TrialNode, { vocabulary }: Library): string {
  const { data } = trial;
  const setting = termOf(vocabulary.settings, data.setting);
  const group = termOf(vocabulary.ageGroups, data.population.ageGroup);
  const people = group.unstated ? 'patients' : inSentence(group.label.en);
  const { population } = leadOf(result);
  const n = sizeOf(result);
  const isWhole = trials.includes(data.design) && population.of === undefined && n === patientsOf(data)?.value;
  const kind = isWhole ? adjectives[population.kind] : undefined;
  return [
    n,
    kind,
    n === 1 ? 'patient' : people,
    setting.patients?.en,
    kind === undefined ? `(${inSentence(population.label)})` : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

const trials: readonly TrialNode['data']['design'][] = ['randomised', 'non-randomised', 'single-arm', 'dose-escalation'];
const adjectives: Partial<Record<Population['kind'], string>> = {
  randomised: 'randomised',
  treated: 'treated',
  enrolled: 'enrolled',
};

/** How many patients the figures of a result count; undefined where a report does not say. */
function sizeOf({ facts, comparisons }: LeadingResult): number | undefined {
  const sizes =
    facts.length > 0
      ? facts.map((fact) => totalOf(fact) ?? sizeIn(fact, fact.arm?.id))
      : comparisons.slice(0, 1).flatMap((fact) => [fact.arm, fact.comparator].map((arm) => sizeIn(fact, arm?.id)));
  return sizes.some((size) => size === undefined) ? undefined : sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
}

const totalOf = ({ outcome }: Fact) => ('total' in outcome ? outcome.total?.value : undefined);
const sizeIn = ({ population, trial }: Fact, arm: string | undefined) =>
  population.n === undefined ? undefined : sizeFor(arm, population.n, trial.data)?.value;

/** What is said of a study of which no figure can lead. */
function untold({ facts, planned, data }: TrialNode): Part[] {
  const associations = facts.filter(({ outcome }) => outcome.kind === 'association');
  if (associations.length > 0) {
    const first = [...new Map(associations.toReversed().map((fact) => [fact.endpoint, fact])).values()].toReversed();
    const links = first.map((fact): Part => ({ text: inSentence(fact.endpoint.data.label.en), fact }));
    return ['No rate is recorded here; associations are, with ', ...joined(links), '.'];
  }
  const primary = [...planned.filter(({ data: { role } }) => role === 'primary'), ...facts.filter(isPrimary)];
  const names = namesOf(primary);
  const several = new Set(primary.map(({ endpoint }) => endpoint)).size > 1;
  const open = ['not-yet-recruiting', 'recruiting', 'enrolling-by-invitation', 'active-not-recruiting'].includes(data.status);
  return [
    names === ''
      ? 'No figure of an outcome is recorded here.'
      : `No figure is recorded here for its primary endpoint${several ? 's' : ''}, ${names}.`,
    ...(open ? [` The study is recorded as ${words.status[data.status].toLowerCase()}.`] : []),
  ];
}

const joined = (links: readonly Part[]): Part[] =>
  links.flatMap((link, i) => (i === 0 ? [link] : [i === links.length - 1 ? ' and ' : ', ', link]));

const isPrimary = ({ outcome }: Fact) => outcome.role === 'primary';
const namesOf = (of: readonly { endpoint: EndpointNode }[]) =>
  listed([...new Set(of.map(({ endpoint }) => inSentence(endpoint.data.label.en)))]);

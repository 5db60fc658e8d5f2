import { dateParts } from '../citations/dates.ts';
import { termOf, type EndpointNode, type Fact, type TrialNode } from '../evidence/library.ts';
import { en } from '../i18n/words.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { outcomeSections, type FamilySection } from './outcome-tables.ts';

/** A family of outcomes on the page of a study: what is seen at once, and what lies folded below it. */
export interface FamilyPart extends FamilySection {
  id: string;
  /** The whole of it is folded: it describes patients, treatment or the blood, and is no answer. */
  folded: boolean;
  /** Figures of endpoints that count less, where there are many. */
  further: FamilySection['tables'];
  /** How many figures lie within. */
  count: number;
  furtherCount: number;
}

const answers: readonly string[] = ['response', 'residual-disease', 'survival', 'relapse', 'safety'];
/** So many harms are read without folding. */
const fewHarms = 8;

/** The outcomes of a study, family by family; the answers first, harms that the vocabulary does not weigh folded. */
export function familyParts({ facts }: TrialNode, order: readonly EndpointNode[]): FamilyPart[] {
  const own = outcomeSections(facts, order);
  const hasAnswers = own.some(({ family }) => answers.includes(family));
  return own.map((section, i): FamilyPart => {
    const { family } = section;
    const all = facts.filter(({ endpoint }) => endpoint.data.family === family);
    const lesser = family === 'safety' && all.length > fewHarms ? all.filter(({ endpoint }) => isLesser(endpoint)) : [];
    const main = all.filter((fact) => !lesser.includes(fact));
    const isSplit = lesser.length > 0 && main.length > 0;
    const tablesOf = (some: readonly Fact[]) => outcomeSections(some, order)[0]!.tables;
    return {
      ...section,
      id: `_${family}`,
      tables: isSplit ? tablesOf(main) : section.tables,
      further: isSplit ? tablesOf(lesser) : [],
      folded: !answers.includes(family) && (hasAnswers || i > 0),
      count: all.length,
      furtherCount: isSplit ? lesser.length : 0,
    };
  });
}

const isLesser = ({ data }: EndpointNode) => data.balance === undefined;

/** `12 figures`, `1 figure`. */
export const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** What a study is, in a few words: phase, design, patients, status, years of its reports, registry number. */
export function quickLine({ data, enrolled, reports }: TrialNode): string[] {
  const years = reports
    .filter(({ review }) => !review)
    .flatMap(({ reference }) => dateParts(reference.data.issued).year ?? [])
    .map(Number)
    .sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  const [registration] = data.registry;
  return [
    isTold(data.phase) ? en.phase[data.phase] : undefined,
    isTold(data.design) ? en.design[data.design].toLowerCase() : undefined,
    isTold(data.masking) ? en.masking[data.masking].toLowerCase() : undefined,
    isTold(data.status) && data.status !== 'unknown' ? en.status[data.status].toLowerCase() : undefined,
    enrolled && counted(enrolled.value, 'patient'),
    first === undefined ? undefined : first === last ? `reported ${first}` : `reported ${first}–${last}`,
    registration?.id,
  ].filter((part) => part !== undefined);
}

const isTold = (value: string) => value !== 'not-reported' && value !== 'not-applicable';

/** All that is known of a study beside its results. */
export function keyFacts({ data, targets, enrolled, year }: TrialNode, vocabulary: Vocabulary) {
  const ageGroup = termOf(vocabulary.ageGroups, data.population.ageGroup).label.en;
  const attributes = Object.entries(data.population.attributes).map(([facet, terms]) => {
    const attribute = vocabulary.attributes.find(({ id }) => id === facet)!;
    return [attribute.label.en, terms.map((term) => termOf(attribute.terms, term).label.en).join(', ')] as const;
  });
  const numbers = data.registry.map(({ registry, id }) => `${registry} ${id}`);
  return [
    ['Design', en.design[data.design]],
    ['Phase', en.phase[data.phase]],
    ['Masking', en.masking[data.masking]],
    ['Status', en.status[data.status]],
    ['Setting', termOf(vocabulary.settings, data.setting).label.en],
    ['Condition', data.population.condition],
    ['Population', data.population.ages ? `${ageGroup} (${data.population.ages})` : ageGroup],
    ...attributes,
    ['Targets', targets.map((target) => target.label.en).join(', ')],
    ['Patients', enrolled ? enrolled.printed : en.absence['not-reported']],
    ['Registration', numbers.length > 0 ? numbers.join(', ') : 'no verified number'],
    ['Year of the primary report', year ?? en.absence['not-reported']],
  ] as const;
}

import { withId } from '../model/need.ts';
import { dateParts } from '../citations/dates.ts';
import { termOf, type Fact, type TrialNode } from '../evidence/library.ts';
import { words } from '../i18n/words.ts';
import { families, type Family, type Vocabulary } from '../model/vocabulary.ts';

/** A family of outcomes on the page of a study: what is seen at once, and what lies folded below it. */
export interface FamilyPart {
  id: string;
  label: string;
  /** The whole of it is folded: it describes patients or treatment, and is no answer. */
  folded: boolean;
  facts: Fact[];
  /** Facts of endpoints that count less, where there are many. */
  further: Fact[];
}

const answers: readonly Family[] = ['response', 'residual-disease', 'survival', 'relapse', 'safety'];
/** So many harms are read without folding. */
const fewHarms = 8;

/** The outcomes of a study, family by family; the answers first, harms that the vocabulary does not weigh folded. */
export function familyParts({ facts }: TrialNode): FamilyPart[] {
  const own = families.filter((family) => facts.some(({ endpoint }) => endpoint.data.family === family));
  return own.map((family, i): FamilyPart => {
    const all = facts.filter(({ endpoint }) => endpoint.data.family === family);
    const lesser = family === 'safety' && all.length > fewHarms ? all.filter(isLesser) : [];
    const isSplit = lesser.length < all.length;
    return {
      id: `_${family}`,
      label: words.family[family],
      folded: !answers.includes(family) && (i > 0 || own.some((other) => answers.includes(other))),
      facts: isSplit ? all.filter((fact) => !lesser.includes(fact)) : all,
      further: isSplit ? lesser : [],
    };
  });
}

const isLesser = ({ endpoint }: Fact) => endpoint.data.balance === undefined;

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
    isTold(data.phase) ? words.phase[data.phase] : undefined,
    isTold(data.design) ? words.design[data.design].toLowerCase() : undefined,
    isTold(data.masking) ? words.masking[data.masking].toLowerCase() : undefined,
    isTold(data.status) && data.status !== 'unknown' ? words.status[data.status].toLowerCase() : undefined,
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
    const attribute = withId(vocabulary.attributes, facet);
    return [attribute.label.en, terms.map((term) => termOf(attribute.terms, term).label.en).join(', ')] as const;
  });
  const numbers = data.registry.map(({ registry, id }) => `${registry} ${id}`);
  return [
    ['Design', words.design[data.design]],
    ['Phase', words.phase[data.phase]],
    ['Masking', words.masking[data.masking]],
    ['Status', words.status[data.status]],
    ['Setting', termOf(vocabulary.settings, data.setting).label.en],
    ['Condition', data.population.condition],
    ['Population', data.population.ages ? `${ageGroup} (${data.population.ages})` : ageGroup],
    ...attributes,
    ['Targets', targets.map((target) => target.label.en).join(', ')],
    ['Patients', enrolled ? enrolled.printed : words.absence['not-reported']],
    ['Registration', numbers.length > 0 ? numbers.join(', ') : 'no verified number'],
    ['Year of the primary report', year ?? words.absence['not-reported']],
  ] as const;
}

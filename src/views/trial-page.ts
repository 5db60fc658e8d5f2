import { withId } from '../model/need.ts';
import { dateParts } from '../citations/dates.ts';
import { termOf, type Fact, type TrialNode } from '../evidence/library.ts';
import { inWords } from '../i18n/locale.ts';
import { trial as said } from '../i18n/trial.ts';
import { words } from '../i18n/words.ts';
import { phrase } from '../model/phrases.ts';
import { families, outcomeFamilies } from '../model/families.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { appraisalsOf } from './appraisals.ts';
import { armTables } from './arm-tables.ts';
import { entryText } from './entry-text.ts';
import { findingsIn } from './findings.ts';
import { formerAnchors } from './former.ts';
import { headlineOf } from './headline.ts';
import { leadingRows } from './leading-plot.ts';
import { leadingResults } from './leading-results.ts';
import { plannedRows } from './planned-rows.ts';
import { figuresPath } from './provenance.ts';
import { registeredOf } from './registered.ts';
import type { Site } from './site.ts';
import { studyReports } from './study-reports.ts';
import { trialDifferences } from './trial-differences.ts';
import { trialOutcomes } from './trial-outcomes.ts';

/** A family of outcomes on the page of a study: what is seen at once, and what lies folded below it. */
interface FamilyPart {
  id: string;
  label: string;
  /** The whole of it is folded: it describes patients or treatment, and is no answer. */
  folded: boolean;
  facts: Fact[];
  /** Facts of endpoints that count less, where there are many. */
  further: Fact[];
}

/** So many harms are read without folding. */
const fewHarms = 8;

/**
 * The outcomes of a study, family by family; the answers first, harms that the vocabulary does not weigh
 * folded.
 */
export function familyParts({ facts }: TrialNode): FamilyPart[] {
  const own = families.filter((family) => facts.some(({ endpoint }) => endpoint.data.family === family));
  return own.map((family, i): FamilyPart => {
    const all = facts.filter(({ endpoint }) => endpoint.data.family === family);
    const lesser = family === 'safety' && all.length > fewHarms ? all.filter(isLesser) : [];
    const isSplit = lesser.length < all.length;
    return {
      id: `_${family}`,
      label: words.family[family],
      folded:
        !outcomeFamilies.includes(family) && (i > 0 || own.some((other) => outcomeFamilies.includes(other))),
      facts: isSplit ? all.filter((fact) => !lesser.includes(fact)) : all,
      further: isSplit ? lesser : [],
    };
  });
}

const isLesser = ({ endpoint }: Fact) => endpoint.data.balance === undefined;

/**
 * What a study is, in a few words: phase, design, patients, status, years of its reports, registry number.
 */
export function quickLine({ data, enrolled, reports }: TrialNode): string[] {
  const years = reports
    .filter(({ review }) => !review)
    .flatMap(({ reference }) => dateParts(reference.data.issued).year ?? [])
    .map(Number)
    .sort((a, b) => a - b);
  const [first, last] = [years[0], years.at(-1)];
  const [registration] = data.registry;
  return [
    isStated(data.phase) ? words.phase[data.phase] : undefined,
    isStated(data.design) ? said.quick.word(words.design[data.design]) : undefined,
    isStated(data.masking) ? said.quick.word(words.masking[data.masking]) : undefined,
    isStated(data.status) && data.status !== 'unknown'
      ? said.quick.word(words.status[data.status])
      : undefined,
    enrolled && said.count.patient(enrolled.value),
    first === undefined || last === undefined ? undefined : said.quick.reported(first, last),
    registration?.id,
  ].filter((part) => part !== undefined);
}

const isStated = (value: string) => value !== 'not-reported' && value !== 'not-applicable';

/** All that is known of a study beside its results. */
export function keyFacts({ data, targets, enrolled, year }: TrialNode, vocabulary: Vocabulary) {
  const { fact } = said;
  const ageGroup = inWords(termOf(vocabulary.ageGroups, data.population.ageGroup).label);
  const attributes = Object.entries(data.population.attributes).map(([facet, terms]) => {
    const attribute = withId(vocabulary.attributes, facet);
    return [
      inWords(attribute.label),
      terms.map((term) => inWords(termOf(attribute.terms, term).label)).join(fact.list),
    ] as const;
  });
  const numbers = data.registry.map(({ registry, id }) => `${registry} ${id}`);
  return [
    [fact.design, words.design[data.design]],
    [fact.phase, words.phase[data.phase]],
    [fact.masking, words.masking[data.masking]],
    [fact.status, words.status[data.status]],
    [said.registered.fact.whyStopped, data.registered?.whyStopped && phrase(data.registered.whyStopped)],
    [fact.setting, inWords(termOf(vocabulary.settings, data.setting).label)],
    [fact.condition, phrase(data.population.condition)],
    [fact.population, data.population.ages ? fact.ages(ageGroup, phrase(data.population.ages)) : ageGroup],
    ...attributes,
    [fact.targets, targets.map((target) => inWords(target.label)).join(fact.list)],
    [fact.patients, enrolled ? enrolled.printed : words.absence['not-reported']],
    [fact.registration, numbers.length > 0 ? numbers.join(fact.list) : fact.noNumber],
    [fact.year, year ?? words.absence['not-reported']],
  ] as const;
}

/** The page of a study: what it is, what it found, and the sections by which the page is walked. */
export function trialPage(site: Site, trial: TrialNode) {
  const { library } = site;
  const parts = partsOf(site, trial);
  return {
    ...parts,
    sections: sectionsOf(parts),
    headline: headlineOf(trial, library),
    quick: { line: quickLine(trial), facts: keyFacts(trial, library.vocabulary) },
    leading: leadingRows(leadingResults(trial, library.endpoints), library.vocabulary),
    arms: armTables(trial),
    reports: studyReports(site, trial),
    former: formerAnchors(trial.path, library),
    figures: figuresPath(trial),
    findings: findingsIn(site, `trials/${trial.id}`).length,
  };
}

/** What a page has a section of, where it is there. */
function partsOf(site: Site, trial: TrialNode) {
  const { sections, cited } = entryText(site, trial);
  // How the figures are to be read stands open before them; the rest of the text is folded.
  const reading = sections.find(({ heading }) => heading?.id === '_about-interpretation') ?? sections[0];
  const families = familyParts(trial).map(({ facts, further, ...part }) => ({
    ...part,
    ...figuresOf(site, facts),
    further: figuresOf(site, further),
  }));
  const differences = trialDifferences(trial);
  return {
    reading,
    further: sections.filter((one) => one !== reading),
    open: families.filter(({ folded }) => !folded),
    folded: families.filter(({ folded }) => folded),
    differences: differences.open.length + differences.explained > 0 ? differences : undefined,
    planned: plannedRows(trial.planned),
    registered: registeredOf(trial, site.library.references),
    appraisals: appraisalsOf(trial),
    cited,
    related: trial.related.map(({ path, name, therapies }) => ({
      path,
      name,
      given: therapies.map((therapy) => inWords(therapy.data.name)).join(said.fact.list),
    })),
  };
}

/** Facts endpoint by endpoint, and how many they are. */
const figuresOf = (site: Site, facts: Fact[]) => ({
  count: facts.length,
  outcomes: trialOutcomes(site, { facts }).flatMap(({ endpoints }) => endpoints),
});

/** The sections of a page in their order. */
function sectionsOf(parts: ReturnType<typeof partsOf>): { id: string; label: string }[] {
  const named = (id: keyof typeof said.sections, isThere = true) =>
    isThere ? [{ id: `_${id}`, label: said.sections[id] }] : [];
  const headed = (all: (typeof parts)['further']) =>
    all.flatMap(({ heading }) => (heading ? [{ id: heading.id, label: heading.text }] : []));
  const families = (all: (typeof parts)['open']) => all.map(({ id, label }) => ({ id, label }));
  return [
    ...headed(parts.reading ? [parts.reading] : []),
    ...families(parts.open),
    ...named('differ', parts.differences !== undefined),
    ...headed(parts.further),
    ...named('arms'),
    ...named('planned', parts.planned.length > 0),
    ...named('registered', parts.registered !== undefined),
    ...families(parts.folded),
    ...named('bias', parts.appraisals !== undefined),
    ...named('reports'),
    ...named('references', parts.cited.length > 0),
    ...named('cite'),
    ...named('data'),
    ...named('related', parts.related.length > 0),
  ];
}

import { slug } from '../ids.ts';
import type { KnownNames } from '../vocabulary-names.ts';
import type { Data } from '../yaml-text.ts';
import { ageGroupOf, agesInWords } from './entry-ages.ts';
import { armsOf, type MadeArm } from './entry-arms.ts';
import { bodyOf } from './entry-body.ts';
import { referencesOf, registeredOf } from './entry-registered.ts';
import { addEvents, addFlow } from './events.ts';
import { FactList } from './fact-list.ts';
import { given, oneLine } from './loose.ts';
import { addMeasure } from './measures.ts';
import { sharedAmong } from './populations.ts';
import { printedCount } from './printed.ts';
import type { StudyRecord } from './record.ts';
import { Sides } from './sides.ts';
import { tallyOf, type Tally } from './tally.ts';
import { standingOf, termOf } from './terms.ts';

export type DataMap = Record<string, Data | undefined>;

/** An entry made of a record, with all that goes into the base beside it. */
export interface MadeEntry {
  id: string;
  /** Whether the file holds all of the record; an export holds a part. */
  isWhole: boolean;
  /** The registry numbers by which the base may know the study. */
  numbers: string[];
  data: DataMap;
  body: string;
  /** The record as a work of the library. */
  reference: DataMap & { id: string };
  /** The sections of the figure index; none where the record has no figure. */
  sections: Data[];
  tally: Tally;
  /** What was left out, or could not be typed, with its reason. */
  said: string[];
}

/** What the base knows that a record names. */
export interface Known {
  names: KnownNames;
  /** The key of a work by its PMID or DOI. */
  work: (number: { pmid?: string | undefined; doi?: string | undefined }) => string | undefined;
}

/** Where a setting or an age group stands that neither the record nor the vocabulary determines. */
const toSettle = 'to-settle';

/**
 * Makes an entry of a record: what it says and no more. What it does not say stands in `unsettled`, for a
 * person.
 *
 * @param today the day of this version of the entry
 */
export function entryOf(record: StudyRecord, { names, work }: Known, today: string): MadeEntry {
  const id = record.nct?.toLowerCase() ?? (slug(record.title, 80) || 'record-without-a-number');
  const report = `registry-${id}`;
  const unsettled: string[] = [];
  const said = [...record.said];
  const arms = armsOf(record, names, unsettled);
  const sides = new Sides(arms, report);
  const { results } = record;
  const shared = sharedAmong(results ? [...results.baseline, ...results.measures] : []);
  const list = new FactList(report, sides, names, shared);
  const count = printedCount(record.enrolment?.count);
  const enrolled = sides.population('enrolled', {
    id: ['enrolled'],
    kind: 'enrolled',
    label: 'Participants of the study',
    ...(count === undefined || isExpected(record) ? {} : { n: count }),
  });
  const planned = plannedOf(record, report, list);
  addFacts(record, enrolled, list);
  if (list.unknown.size > 0)
    said.push(`no endpoint has the name of ${someOf(list.unknown)}; they stand as unassigned`);
  if (sides.foreign.size > 0)
    said.push(
      `groups of the results that are no arm of the record, and stand as populations: ${someOf(sides.foreign)}`,
    );
  const ageGroup = ageGroupOf(record, names);
  unsettled.unshift('setting: a record does not say it in a word; name it from vocabulary.yaml');
  const condition = record.conditions.join('; ');
  if (condition === '') unsettled.push('population.condition: the record names no condition');
  if (ageGroup === undefined)
    unsettled.push('population.ageGroup: no age group of vocabulary.yaml has just these ages');
  const references = referencesOf(record, work);
  const data: DataMap = {
    version: '1.0',
    updated: today,
    title: { en: record.title },
    ...given('acronym', record.acronym),
    registry: [
      ...(record.nct === undefined ? [] : [{ registry: 'ClinicalTrials.gov', id: record.nct }]),
      ...distinct(record.secondary),
    ],
    ...standingOf(record),
    setting: names.unstated.setting ?? toSettle,
    population: {
      condition: condition || 'Not stated in the record',
      ageGroup: ageGroup ?? names.unstated.ageGroup ?? toSettle,
      ...given('ages', agesInWords(record)),
    },
    arms: arms.map(armData),
    populations: sides.populations,
    reports: [reportOf(record, report)],
    ...(planned.length > 0 ? { planned } : {}),
    ...(list.outcomes.length > 0 ? { outcomes: list.outcomes } : {}),
    registered: registeredOf(record, report, references, said),
    unsettled,
  };
  return {
    id,
    isWhole: record.form === 'json',
    numbers: [...(record.nct === undefined ? [] : [record.nct]), ...record.secondary.map((one) => one.id)],
    data,
    body: bodyOf(record, {
      report,
      hasEnrolment: count !== undefined,
      works: references.flatMap(({ key }) => key ?? []),
    }),
    reference: referenceOf(record, report),
    sections: list.index.sections(),
    tally: tallyOf(record, planned.length, list),
    said,
  };
}

const armData = ({ id, label, role, therapies, regimen }: MadeArm): DataMap => ({
  id,
  label,
  role,
  therapies,
  regimen,
});

/** The record as the report of its own figures, with its address where it has one. */
const reportOf = ({ nct }: StudyRecord, reference: string): DataMap => ({
  reference,
  kind: 'registry',
  ...(nct === undefined
    ? {}
    : { sources: [{ id: 'record', url: `https://clinicaltrials.gov/study/${nct}`, read: 'registry' }] }),
});

const most = 12;
/** The first of many names, and how many more there are. */
function someOf(names: ReadonlySet<string>): string {
  const some = [...names].slice(0, most).map((name) => `"${name}"`);
  return [...some, ...(names.size > most ? [`${names.size - most} more`] : [])].join(', ');
}

/** Registrations, each once. */
const distinct = (all: StudyRecord['secondary']) => [...new Map(all.map((one) => [one.id, one])).values()];

const isExpected = ({ enrolment }: StudyRecord) => termOf(enrolment?.type ?? '') === 'ESTIMATED';

function plannedOf({ planned }: StudyRecord, report: string, list: FactList): Data[] {
  const counts = { primary: 0, secondary: 0, other: 0 };
  return planned.map(({ role, measure, description, timeFrame }) => {
    counts[role] += 1;
    return {
      id: list.ids.take(['planned', slug(measure, 60) || undefined], 'planned'),
      role,
      endpoint: list.endpointNamed(measure),
      measure,
      timeFrame: timeFrame ?? 'not stated',
      ...given('definition', description === undefined ? undefined : oneLine(description)),
      report,
      locator: `${role} outcome ${counts[role]}`,
    };
  });
}

function addFacts(record: StudyRecord, enrolled: string, list: FactList): void {
  const count = printedCount(record.enrolment?.count);
  if (count !== undefined)
    list.add({
      kind: 'count',
      names: ['Enrolled', 'Enrolment', 'Enrollment'],
      about: ['enrolled-registry'],
      section: 'enrolment',
      role: isExpected(record) ? 'planned' : undefined,
      population: enrolled,
      figures: { value: count },
      more: { unit: 'patients' },
    });
  const { results } = record;
  if (!results) return;
  addFlow(results, enrolled, list);
  results.baseline.forEach((measure, i) => {
    addMeasure(measure, `baseline measure ${i + 1}`, list);
  });
  results.measures.forEach((measure, i) => {
    addMeasure(measure, `outcome measure ${i + 1}`, list);
  });
  if (results.events) addEvents(results.events, list);
}

/** The record as a work of the library. Its number stands before its title, which a paper may have, too. */
function referenceOf({ nct, title }: StudyRecord, report: string): DataMap & { id: string } {
  return {
    id: report,
    type: 'webpage',
    genre: 'Trial registry record',
    title: `${nct ?? 'Registry record'}: ${title}`,
    ...(nct === undefined ? {} : { number: nct, URL: `https://clinicaltrials.gov/study/${nct}` }),
    language: 'en-US',
    custom: {
      'no-identifier': { because: 'registry-record' },
      'short-label': `Registry record (${nct ?? title})`,
    },
  };
}

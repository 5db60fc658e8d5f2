import { Ids, slug } from '../ids.ts';
import { nameKey, type KnownNames } from '../vocabulary-names.ts';
import type { Data } from '../yaml-text.ts';
import { dateOf } from './dates.ts';
import { bodyOf } from './entry-body.ts';
import { addEvents, addFlow } from './events.ts';
import { FactList } from './fact-list.ts';
import { given, oneLine } from './loose.ts';
import { addMeasure } from './measures.ts';
import { printedCount } from './printed.ts';
import type { DateName, RecordArm, StudyRecord } from './record.ts';
import { Sides } from './sides.ts';
import { tallyOf, type Tally } from './tally.ts';
import { designInWords, inWords, roleOf, standingOf, termOf } from './terms.ts';

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

/** The arm that stands for all participants where a file lists none. */
export const untoldArm = 'all-participants';

/** Where a setting or an age group stands that neither the record nor the vocabulary can tell. */
export const toSettle = 'to-settle';

/**
 * Makes an entry of a record: what it says and no more. What it does not say stands in `unsettled`, for a person.
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
  const list = new FactList(report, sides, names);
  const count = printedCount(record.enrolment?.count);
  const enrolled = sides.population('enrolled', {
    id: ['enrolled'],
    kind: 'enrolled',
    label: 'Participants of the study',
    ...(count === undefined || isExpected(record) ? {} : { n: count }),
  });
  const planned = plannedOf(record, report, list);
  addFacts(record, enrolled, list);
  if (list.unknown.size > 0) said.push(`no endpoint has the name of ${someOf(list.unknown)}; they stand as unassigned`);
  if (sides.foreign.size > 0)
    said.push(`groups of the results that are no arm of the record, and stand as populations: ${someOf(sides.foreign)}`);
  const ageGroup = ageGroupOf(record, names);
  const condition = record.conditions.join('; ');
  if (condition === '') unsettled.push('population.condition: the record names no condition');
  unsettled.unshift('setting: a record does not say it in a word; name it from vocabulary.yaml');
  if (ageGroup === undefined) unsettled.push('population.ageGroup: no age group of vocabulary.yaml has just these ages');
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
      condition: condition === '' ? 'Not stated in the record' : condition,
      ageGroup: ageGroup ?? names.unstated.ageGroup ?? toSettle,
      ...given('ages', agesInWords(record)),
    },
    arms: arms.map(({ id: arm, label, role, therapies, regimen }) => ({ id: arm, label, role, therapies, regimen })),
    populations: sides.populations,
    reports: [
      {
        reference: report,
        kind: 'registry',
        ...(record.nct === undefined
          ? {}
          : { sources: [{ id: 'record', url: `https://clinicaltrials.gov/study/${record.nct}`, read: 'registry' }] }),
      },
    ],
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
    body: bodyOf(record, { report, hasEnrolment: count !== undefined, works: references.flatMap(({ key }) => key ?? []) }),
    reference: referenceOf(record, report),
    sections: list.index.sections(),
    tally: tallyOf(record, planned.length, list),
    said,
  };
}

const most = 12;
/** The first of many names, and how many more there are. */
function someOf(names: ReadonlySet<string>): string {
  const some = [...names].slice(0, most).map((name) => `"${name}"`);
  return [...some, ...(names.size > most ? [`${names.size - most} more`] : [])].join(', ');
}

/** Registrations, each once. */
const distinct = (all: StudyRecord['secondary']) => [...new Map(all.map((one) => [one.id, one])).values()];

const isExpected = ({ enrolment }: StudyRecord) => termOf(enrolment?.type ?? '') === 'ESTIMATED';

interface MadeArm {
  id: string;
  label: string;
  role: string;
  therapies: string[];
  regimen: string | undefined;
}

function armsOf(record: StudyRecord, names: KnownNames, unsettled: string[]): MadeArm[] {
  const ids = new Ids();
  const untold: RecordArm = { label: 'All participants', interventions: record.interventions.map(({ name }) => name) };
  if (record.arms.length === 0) unsettled.push('arms: the file lists none, so that all participants stand as one');
  const listed = record.arms.length === 0 ? [untold] : record.arms;
  return listed.map(({ label, type, description, interventions }, i) => {
    const role = listed.length === 1 ? 'single' : roleOf(type);
    if (role === undefined) unsettled.push(`arms: the role of ${label}, which the record does not say`);
    const given = interventions.map((name) => name.replace(/^[A-Z][A-Za-z ]{2,30}: /, ''));
    const found = given.map((name) => ({ name, therapy: therapyOf(name, record, names) }));
    for (const { name, therapy } of found)
      if (therapy === undefined) unsettled.push(`arms: the therapy of ${label}, which no entry calls ${name}`);
    const regimen = [given.join('; '), description === undefined ? '' : oneLine(description)].filter((part) => part !== '');
    return {
      id: ids.take([slug(label, 50)], `arm-${i + 1}`),
      label,
      role: role ?? 'experimental',
      therapies: [...new Set(found.flatMap(({ therapy }) => therapy ?? []))],
      regimen: regimen.length > 0 ? regimen.join('. ') : undefined,
    };
  });
}

/** The therapy that has the name of an intervention, or one of its other names. */
function therapyOf(name: string, { interventions }: StudyRecord, names: KnownNames): string | undefined {
  const own = interventions.find((one) => nameKey(one.name) === nameKey(name));
  return [name, ...(own?.others ?? [])].map((one) => names.therapy(one)).find((id) => id !== undefined);
}

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

/** The age group whose name says just whom the record takes. */
function ageGroupOf({ ages }: StudyRecord, names: KnownNames): string | undefined {
  const groups = new Set(ages.groups.map(termOf));
  const [child, adult, older] = ['CHILD', 'ADULT', 'OLDER_ADULT'].map((group) => groups.has(group));
  if (child && !adult && !older) return names.ageGroup('Children', 'Child');
  if (!child && adult) return names.ageGroup('Adults', 'Adult');
  if (!child && older) return names.ageGroup('Older adults', 'Older adult');
  const isOpen = [ages.minimum, ages.maximum].every((limit) => limit === undefined || /^n\/?a$/i.test(limit));
  return child && adult && older && isOpen ? names.ageGroup('Children and adults', 'All ages') : undefined;
}

function agesInWords({ ages: { minimum, maximum } }: StudyRecord): string | undefined {
  const [from, to] = [minimum, maximum].map((limit) => (limit === undefined || /^n\/?a$/i.test(limit) ? undefined : limit));
  if (from !== undefined) return to === undefined ? `${from} and older` : `${from} to ${to}`;
  return to === undefined ? undefined : `up to ${to}`;
}

function referencesOf({ references }: StudyRecord, work: Known['work']) {
  return references.map(({ kind, pmid, doi, citation }) => {
    const key = work({ pmid, doi });
    const isNumbered = pmid !== undefined || doi !== undefined;
    return {
      ...given('kind', inWords(kind ?? '') || undefined),
      ...given('pmid', pmid),
      ...given('doi', doi),
      ...given('citation', isNumbered ? undefined : citation),
      ...given('key', key),
    };
  });
}

function registeredOf(record: StudyRecord, report: string, references: ReturnType<typeof referencesOf>, said: string[]): DataMap {
  const type = (written: string | undefined) =>
    ({ ACTUAL: 'actual', ESTIMATED: 'estimated', ANTICIPATED: 'estimated' })[termOf(written ?? '')];
  const dates = (Object.entries(record.dates) as [DateName, { date: string; type?: string }][]).flatMap(([name, one]) => {
    const date = dateOf(one.date);
    if (date === undefined) said.push(`the date ${name} is "${one.date}", which is no date; left out`);
    return date === undefined ? [] : [[name, { date, ...given('type', type(one.type)) }] as const];
  });
  const count = printedCount(record.enrolment?.count);
  if (record.enrolment && count === undefined)
    said.push(`the enrolment is "${record.enrolment.count}", which is no number; left out`);
  const isKnownStatus = record.status === undefined || standingOf(record).status !== 'not-reported';
  return {
    report,
    ...given('status', isKnownStatus ? undefined : inWords(record.status ?? '') || undefined),
    ...given('whyStopped', record.whyStopped && oneLine(record.whyStopped)),
    ...designInWords(record),
    ...given('enrolment', count === undefined ? undefined : { count, ...given('type', type(record.enrolment?.type)) }),
    ...(Object.fromEntries(dates) as DataMap),
    ...given('conditions', record.conditions.length > 0 ? record.conditions : undefined),
    ...given(
      'interventions',
      record.interventions.length > 0
        ? record.interventions.map(({ type: kind, name }) => [inWords(kind ?? ''), name].filter((part) => part !== '').join(': '))
        : undefined,
    ),
    ...given('sponsor', record.sponsor),
    ...given('sites', record.sites),
    ...given('otherIds', record.otherIds.length > 0 ? record.otherIds : undefined),
    ...given('references', references.length > 0 ? references : undefined),
  };
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
    custom: { 'no-identifier': { because: 'registry-record' }, 'short-label': `Registry record (${nct ?? title})` },
  };
}

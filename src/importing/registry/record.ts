/**
 * A study as a registry's record describes it, whatever file it came in. Texts are clean; what the record
 * leaves out is not there.
 */
export interface StudyRecord {
  /** How the file writes it; a record of a text has no number. */
  form: 'json' | 'csv' | 'text';
  nct?: string;
  title: string;
  officialTitle?: string;
  acronym?: string;
  /** Numbers of other registries, and those that are no registrations. */
  secondary: { registry: string; id: string }[];
  otherIds: string[];
  status?: string;
  whyStopped?: string;
  dates: Partial<Record<DateName, RecordDate>>;
  studyType?: string;
  phases: string[];
  allocation?: string;
  /** Of an interventional or observational study. */
  model?: string;
  timePerspective?: string;
  purpose?: string;
  masking?: string;
  whoMasked: string[];
  enrolment?: { count: string; type?: string };
  conditions: string[];
  interventions: { type?: string; name: string; others: string[] }[];
  arms: RecordArm[];
  ages: { minimum?: string; maximum?: string; groups: string[] };
  sponsor?: string;
  sites?: number;
  planned: PlannedMeasure[];
  references: RecordReference[];
  hasResults: boolean;
  results?: Results;
  /** What of the file was left out or could not be read, with its reason. */
  said: string[];
}

export type DateName = 'start' | 'primaryCompletion' | 'completion' | 'resultsPosted' | 'lastUpdate';

export interface RecordDate {
  date: string;
  type?: string;
}

export interface RecordArm {
  label: string;
  type?: string;
  description?: string;
  interventions: string[];
}

export interface PlannedMeasure {
  role: 'primary' | 'secondary' | 'other';
  measure: string;
  description?: string;
  timeFrame?: string;
}

export interface RecordReference {
  kind?: string;
  pmid?: string;
  doi?: string;
  citation?: string;
}

/** What is posted of a study. */
export interface Results {
  flow: FlowPeriod[];
  flowGroups: Group[];
  baseline: Measure[];
  measures: Measure[];
  events?: AdverseEvents;
}

export interface Group {
  id: string;
  title: string;
  description?: string;
}

export interface FlowPeriod {
  title: string;
  /** Milestones, and the reasons of those who did not complete. */
  rows: { title: string; isReason: boolean; counts: GroupCount[] }[];
}

export interface GroupCount {
  group: string;
  value: string;
  units?: string;
  comment?: string;
}

/** Participants, or other units, that were counted. */
export interface Denominator {
  units: string;
  counts: ReadonlyMap<string, string>;
}

/** A posted measure: of an outcome, or of the participants at their start. */
export interface Measure {
  role: 'primary' | 'secondary' | 'other' | 'baseline';
  title: string;
  description?: string;
  timeFrame?: string;
  population?: string;
  /** COUNT_OF_PARTICIPANTS, NUMBER, MEAN, MEDIAN … */
  param?: string;
  dispersion?: string;
  unit?: string;
  /** What is counted, where it is not participants. */
  unitsAnalysed?: string;
  groups: Group[];
  rows: MeasureRow[];
  denominators: Denominator[];
  analyses: Analysis[];
  isPosted: boolean;
}

/** One category of one class, with the denominators of the class where it has its own. */
export interface MeasureRow {
  className?: string;
  category?: string;
  denominators: Denominator[];
  values: Measurement[];
}

export interface Measurement {
  group: string;
  value?: string;
  spread?: string;
  low?: string;
  high?: string;
  comment?: string;
}

/** A statistical analysis of a measure. */
export interface Analysis {
  groups: string[];
  param?: string;
  estimate?: string;
  level?: string;
  sides?: string;
  low?: string;
  high?: string;
  p?: string;
  method?: string;
  dispersion?: string;
  dispersionValue?: string;
  nonInferiority?: string;
  /** All that is said in words. */
  comments: string[];
}

export interface AdverseEvents {
  threshold?: string;
  timeFrame?: string;
  description?: string;
  groups: Group[];
  /** Deaths, serious and other events in all, then each event. */
  rows: AdverseEventRow[];
}

export interface AdverseEventRow {
  kind: 'deaths' | 'serious' | 'other';
  /** Undefined for the number of all who had one. */
  term?: string;
  organ?: string;
  counts: { group: string; affected?: string; atRisk?: string; events?: string }[];
}

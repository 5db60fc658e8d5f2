import { compareWords as words } from '../i18n/compare.ts';
import type { RiskOfBias } from '../model/appraisal-tools.ts';
import type { Absence, Interval } from '../model/figure.ts';
import type { OutcomeKind } from '../model/outcome.ts';
import type { Overlap } from '../model/patients.ts';
import type { Denominator } from '../model/population.ts';
import type { ReadKind } from '../model/read-kinds.ts';
import type { Report } from '../model/trial.ts';
import type { Family } from '../model/families.ts';

/**
 * A dataset is the part of the evidence that a comparison or a synthesis works on, worded at build and small
 * enough to be fetched when asked for: `/sheets/trials/ID.json` holds one trial, `/sheets/endpoints/ID.json`
 * all figures of one endpoint. Everything here is plain data, so that the browser and the build use the same
 * functions on it.
 */
export interface Dataset {
  trials: DatasetTrial[];
  endpoints: DatasetEndpoint[];
  facts: DatasetFact[];
  /** Of the dataset of a trial: OpenURL context objects of its entry and of its reports. */
  context?: string[];
}

/** A trial, an arm or a therapy by name, with its arms: `/sheets/index.json` lists them for programs. */
export interface DatasetChoice {
  name: string;
  /** `trial` for all its arms, `trial.arm` for one. */
  arms: string[];
}

export interface DatasetTrial {
  id: string;
  name: string;
  path: string;
  year?: number;
  design: string;
  /** Whether patients were allocated to its arms by chance. */
  randomised: boolean;
  /**
   * What must agree before figures are pooled, by name: setting, age group, and the facets of the disease.
   */
  setting: string;
  ageGroup: string;
  attributes: Record<string, string>;
  /** Which of these values stand for reports that do not say. */
  unstated?: string[];
  /** The age groups that hold all patients of its own, by name. */
  ageWithin?: string[];
  arms: DatasetArm[];
  /** Trials of the base that share patients with it, historical arms included. */
  overlaps: Overlap[];
  /** Endpoints that were registered, whether or not anything is reported of them. */
  planned: string[];
}

export interface DatasetArm {
  id: string;
  label: string;
  role: string;
  therapies: string[];
  classes: string[];
  targets: string[];
  /** The therapies without what only prepares for others, where something does. */
  treatments?: string[];
  /**
   * The same in English, in the dataset of another language: addresses and the order of lists are those of
   * English.
   */
  english?: Pick<DatasetArm, 'label' | 'therapies' | 'classes' | 'targets'>;
}

export interface DatasetEndpoint {
  id: string;
  label: string;
  path: string;
  family: Family;
  direction: 'higher' | 'lower' | 'neutral';
  /** Its place in the vocabulary. */
  order: number;
}

/** The populations on which a view can be re-based. */
export { denominators, type Denominator } from '../model/population.ts';

/** A proportion on another denominator, in percent with its exact 95% interval; or why there is none. */
export type Rebased =
  { events: number; total: number; percent: number; low: number; high: number } | { missing: string };

/** One figure of one report. Texts are as pages show them; numbers are for plots and pooling. */
export interface DatasetFact {
  /** `trial/outcome` */
  uid: string;
  path: string;
  trial: string;
  /** undefined for a figure of the whole study */
  arm?: string;
  /** Name and id of the arm on the other side of a contrast. */
  comparator?: string;
  comparatorArm?: string;
  versus?: string;
  endpoint: string;
  kind: OutcomeKind;
  /**
   * Facts of one endpoint that share a row have this in common: statistic, time of a landmark, grade and
   * scale.
   */
  row: string;
  rowLabel: string;
  rowOrder: number;
  value: string;
  valueComputed?: true;
  fraction?: string;
  interval?: string;
  /** The interval was computed by the build, not printed. */
  intervalComputed?: true;
  /** What the printed interval is, where it is no confidence interval. */
  intervalKind?: Exclude<Interval['kind'], 'confidence'>;
  p?: string;
  at?: string;
  /** Why there is no figure; `value` says it in words. */
  missing?: Absence;
  population: { kind: string; label: string };
  definition?: string;
  /** Assay and threshold of residual disease. */
  measured?: string;
  /** Grading scale of an adverse event, by name. */
  scale?: string;
  /**
   * Which of its events an adverse event counts: of any grade, or severe ones, whether by that word or from
   * grade 3 on.
   */
  severity?: 'any' | 'severe';
  report: { key: string; label: string; path: string; kind: Report['kind'] };
  /** What was read for it; and in words, where that is not the report itself: `read in a news report`. */
  readIn?: ReadKind;
  readElsewhere?: string;
  /** How the risk of bias in it was appraised, and with which tool; absent where it was not. */
  riskOfBias?: RiskOfBias;
  /** The report states results of its own, and does not repeat those of others. */
  own: boolean;
  /** A later report gives the same figure of the same patients. */
  superseded?: true;
  /** Its place among the figures of its trial for its endpoint and row: the first of an arm stands for it. */
  place: number;
  /** Why it cannot be pooled; absent where it can. */
  obstacle?: string;
  /** It is pooled where the reader chooses nothing. */
  usual?: true;
  contested?: true;
  untraced?: true;
  /** For the axis: percent, ratio, or time in months. */
  axis?: 'percent' | 'ratio' | 'time';
  point?: number;
  low?: number;
  high?: number;
  /** Level of the interval in percent; a range and quartiles have none. */
  level?: number;
  /** The time the figure belongs to, in months. */
  months?: number;
  counts?: { events: number; total: number; inferred?: true };
  /** A ratio with its printed confidence interval, level in percent, as it can be pooled. */
  ratio?: { estimate: number; low: number; high: number; level: number };
  /** The same events on other denominators; absent where the figure is no proportion of patients. */
  rebased?: Record<Denominator, Rebased>;
}

/** Who states a figure, and where it was read if not there. */
export const toldBy = ({ report, readElsewhere }: DatasetFact): string =>
  readElsewhere ? words.readElsewhere(report.label, readElsewhere) : report.label;

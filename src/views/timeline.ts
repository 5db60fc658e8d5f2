import type { Library, ReportNode, TherapyNode, TrialNode } from '../evidence/library.ts';
import { trialsTreating } from '../evidence/treatments.ts';
import { inWords } from '../i18n/locale.ts';
import { mapWords } from '../i18n/map.ts';
import { words } from '../i18n/words.ts';
import type { Report } from '../model/trial.ts';
import { shortLabel } from '../citations/label.ts';
import type { Look } from '../charts/marks.ts';
import { radiusOf, type Shape } from '../charts/shapes.ts';
import { firstIn, need } from '../model/need.ts';
import { byText } from '../model/order.ts';

/**
 * What kinds of reports share a mark, which is named after the first, in the order in which a study usually
 * has them.
 */
export const reportMarks = [
  { kinds: ['registry'], shape: 'plus', hollow: false },
  { kinds: ['abstract'], shape: 'square', hollow: true },
  { kinds: ['primary'], shape: 'circle', hollow: false },
  { kinds: ['update', 'final'], shape: 'triangle', hollow: false },
  { kinds: ['subgroup', 'ancillary'], shape: 'inverted', hollow: true },
  { kinds: ['regulatory'], shape: 'hexagon', hollow: true },
  { kinds: ['review'], shape: 'diamond', hollow: true },
] as const satisfies readonly { kinds: readonly Report['kind'][]; shape: Shape; hollow: boolean }[];
type ReportMark = (typeof reportMarks)[number];

/** How a kind of report is drawn. */
export const lookOfReport = ({ shape, hollow }: ReportMark): Look => ({ shape, hollow, colour: 'study' });

/** One work on the timeline: a report of a study, or a review with the studies that it reports. */
interface TimelineEntry {
  mark: ReportMark;
  kind: Report['kind'];
  /** Of publication; undefined for works without a date. */
  year: number | undefined;
  /** Author and year. */
  label: string;
  /** The page about the work: that of its study; a review has its own. */
  path: string;
  trials: TrialNode[];
  /** Patients enrolled in the study; undefined for reviews, and where nobody says. */
  patients: number | undefined;
  radius: number;
}

interface TimelineRow {
  /** undefined for studies that give no therapy of the base */
  therapy: TherapyNode | undefined;
  years: Map<number | undefined, TimelineCell>;
}

/** The works of one therapy and year; the largest of them where there are too many to show. */
interface TimelineCell {
  shown: TimelineEntry[];
  /** How many are left to the list. */
  more: number;
}

/** Marks that a cell can hold without becoming a picture of its own. */
const most = 12;

export interface Timeline {
  /** Every year from the first to the last, and undefined where some work has no date. */
  years: (number | undefined)[];
  groups: { label: string; rows: TimelineRow[] }[];
  /** Every work once, in order. */
  entries: TimelineEntry[];
}

/** The reports of all studies by therapy and year of publication. */
export function timelineOf({ trials, therapies, vocabulary }: Library): Timeline {
  const row = (therapy: TherapyNode | undefined, own: readonly TrialNode[]): TimelineRow => ({
    therapy,
    years: new Map(
      [...Map.groupBy(entriesOf(own), ({ year }) => year)].map(([year, works]) => [year, cellOf(works)]),
    ),
  });
  const groups = vocabulary.therapyClasses.map((term) => ({
    label: inWords(term.label),
    rows: therapies
      .filter((one) => one.class === term)
      .map((one) => ({ one, own: trialsTreating(one) }))
      .flatMap(({ one, own }) => (own.length > 0 ? [row(one, own)] : [])),
  }));
  const others = trials.filter((trial) => trial.therapies.length === 0);
  if (others.length > 0) groups.push({ label: mapWords.time.others, rows: [row(undefined, others)] });
  const entries = entriesOf(trials);
  return { years: yearsOf(entries), groups: groups.filter(({ rows }) => rows.length > 0), entries };
}

/** The reports of some studies, the earliest first; a review once, however many of them it reports. */
function entriesOf(trials: readonly TrialNode[]): TimelineEntry[] {
  const reports = trials.flatMap((trial) => trial.reports);
  const reviews = Map.groupBy(
    reports.filter(({ review }) => review),
    ({ review }) => review,
  );
  const entries = [
    ...reports.filter(({ review }) => !review).map((report) => entryOf(report, [report.trial])),
    ...[...reviews.values()].map((ofReview) =>
      entryOf(
        firstIn(ofReview),
        ofReview.map(({ trial }) => trial),
      ),
    ),
  ];
  const place = ({ mark }: TimelineEntry) => reportMarks.indexOf(mark);
  return entries.sort(
    (a, b) => (a.year ?? Infinity) - (b.year ?? Infinity) || place(a) - place(b) || byText(a.path, b.path),
  );
}

function entryOf({ id, trial, data, reference, review }: ReportNode, trials: TrialNode[]): TimelineEntry {
  const patients = review ? undefined : trial.enrolled?.value;
  return {
    mark: need(reportMarks.find(({ kinds }) => (kinds as readonly string[]).includes(data.kind))),
    kind: data.kind,
    year: reference.data.issued?.['date-parts'][0]?.[0],
    label: shortLabel(reference.data),
    path: review ? review.path : `${trial.path}#_report-${id}`,
    trials,
    patients,
    radius: radiusOf(patients),
  };
}

/** Marks keep their order, whichever of them are left out. */
function cellOf(entries: TimelineEntry[]): TimelineCell {
  if (entries.length <= most) return { shown: entries, more: 0 };
  const largest = new Set(
    entries.toSorted((a, b) => (b.patients ?? 0) - (a.patients ?? 0)).slice(0, most - 1),
  );
  return { shown: entries.filter((entry) => largest.has(entry)), more: entries.length - largest.size };
}

function yearsOf(entries: readonly TimelineEntry[]): (number | undefined)[] {
  const dated = entries.flatMap(({ year }) => year ?? []);
  const [first, last] = [Math.min(...dated), Math.max(...dated)];
  const all = dated.length > 0 ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : [];
  return entries.some(({ year }) => year === undefined) ? [...all, undefined] : all;
}

/** What a mark stands for, in words: "ABC-01, Smith et al. 2018: primary report, 75 patients". */
export function entryText({ kind, label, trials, patients, mark }: TimelineEntry): string {
  if (mark.kinds[0] === 'review') return mapWords.time.review(label, firstIn(trials).name, trials.length);
  return mapWords.time.report(firstIn(trials).name, label, words.report[kind], patients);
}

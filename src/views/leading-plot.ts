import { firstIn, itemIn } from '../model/need.ts';
import { fluidAxis, type Axis, type AxisKind } from '../charts/axis.ts';
import type { StripMark } from '../charts/strip.ts';
import { isContested } from '../evidence/ledger.ts';
import type { Fact } from '../evidence/library.ts';
import { scaleText } from '../evidence/rows.ts';
import { armOf } from '../evidence/standing.ts';
import { figures } from '../i18n/figures.ts';
import { inWords } from '../i18n/locale.ts';
import { outcomes as said } from '../i18n/outcomes.ts';
import type { Arm } from '../model/trial.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { phrase } from '../model/phrases.ts';
import { partOf } from '../model/outcome.ts';
import { gradeText, statisticText, word } from '../wording/figures.ts';
import { inSentence } from '../wording/sentence.ts';
import { shortLabel } from './references.ts';
import type { LeadingResult } from './leading-results.ts';
import { axisKindOf, markOf } from './marks.ts';
import { lookOf } from './result-figures.ts';

/** One leading result as a row of the plot: its arms as neighbours on one axis. */
export interface LeadingRow {
  name: string;
  /** In whom, by which report, what must be known to read it. */
  notes: string[];
  kind: AxisKind;
  unit: string;
  axis: Axis;
  lines: LeadingLine[];
  /** The other figures of the endpoint: medians beside rates that are drawn, rates beside medians. */
  beside: { label: string; facts: { fact: Fact; value: string }[] } | undefined;
  comparisons: { fact: Fact; value: string; note: string | undefined }[];
  differs: boolean;
}

interface LeadingLine {
  fact: Fact;
  /** The arm, where the study has several. */
  arm: string | undefined;
  value: string;
  /** Its counts and its interval. */
  sureness: { text: string; computed: boolean }[];
  strip: StripMark;
}

const kinds: readonly AxisKind[] = ['percent', 'time', 'ratio'];

/** Leading results as rows: rates first, on 0 to 100 percent, so that all of them share one axis. */
export function leadingRows(results: readonly LeadingResult[], vocabulary: Vocabulary): LeadingRow[] {
  const rows = results.map((result): LeadingRow => {
    const { endpoint, rates, comparisons } = result;
    const facts = result.facts.length > 0 ? result.facts : comparisons.slice(0, 1);
    const drawn = rates.length >= facts.length ? rates : facts;
    const other = drawn === rates ? facts : rates;
    const first = firstIn(drawn);
    const kind = kindOf(first);
    const several = first.trial.data.arms.length > 1;
    return {
      name: timed(nameOf(inWords(endpoint.data.label), first), word(first.outcome, first.derived).at),
      notes: notesOf(first, vocabulary),
      kind,
      unit: unitOf(first, kind),
      axis: fluidAxis(kind, drawn.map(markOf)),
      lines: drawn.map((fact) => lineOf(fact, several)),
      beside: other.length > 0 ? besideOf(other) : undefined,
      comparisons: (result.facts.length > 0 ? comparisons : comparisons.slice(1)).map((fact) =>
        comparedIn(fact),
      ),
      differs: [...drawn, ...other, ...comparisons].some(({ disputes }) => disputes.some(isContested)),
    };
  });
  return rows.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
}

function kindOf(fact: Fact): AxisKind {
  const kind = axisKindOf(fact);
  return kind === 'none' ? 'percent' : kind;
}

const unitOf = ({ outcome }: Fact, kind: AxisKind) =>
  kind === 'percent' ? '%' : kind === 'time' && outcome.kind === 'median' ? said.unit(outcome.unit) : '';

/** `Median overall survival`; the endpoint, or the event where its endpoint is wider. */
function nameOf(endpoint: string, { outcome }: Fact): string {
  const name = 'term' in outcome && outcome.term ? phrase(outcome.term) : endpoint;
  return outcome.kind === 'median'
    ? capital(said.leading.statistic(figures.leading[outcome.statistic], inSentence(name)))
    : capital(name);
}

const timed = (name: string, at: string | undefined) => (at === undefined ? name : said.leading.at(name, at));
const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

function notesOf(fact: Fact, vocabulary: Vocabulary): string[] {
  const { outcome, population, report } = fact;
  const own = partOf(outcome, 'grade');
  const grade =
    own && own.printed !== 'unstated' ? [gradeText(own.printed), scaleText(outcome, vocabulary)] : [];
  return [
    said.listed(grade.filter((part) => part !== undefined)),
    phrase(population.label),
    report.review ? said.leading.review(shortLabel(report.reference)) : shortLabel(report.reference),
  ].filter((note) => note !== '');
}

function lineOf(fact: Fact, several: boolean): LeadingLine {
  const { value, fraction, interval, computedInterval } = word(fact.outcome, fact.derived);
  const arm = several ? labelOf(armOf(fact)) : undefined;
  return {
    fact,
    arm,
    value,
    sureness: [
      ...(fraction && fraction !== value ? [{ text: fraction, computed: false }] : []),
      ...(interval ? [{ text: interval, computed: false }] : []),
      ...(interval === undefined && computedInterval ? [{ text: computedInterval, computed: true }] : []),
    ],
    strip: { mark: markOf(fact), look: lookOf(fact) },
  };
}

const labelOf = (arm: Arm | undefined) => (arm ? phrase(arm.label) : said.allArms);

function besideOf(facts: readonly Fact[]): LeadingRow['beside'] {
  const words = facts.map(({ outcome, derived }) => word(outcome, derived));
  const { outcome } = firstIn(facts);
  const label = firstIn(words).at ?? (outcome.kind === 'median' ? statisticText(outcome.statistic) : '');
  return { label, facts: facts.map((fact, i) => ({ fact, value: itemIn(words, i).value })) };
}

function comparedIn(fact: Fact): LeadingRow['comparisons'][number] {
  const { value, interval, p } = word(fact.outcome, fact.derived);
  const note = [interval, p !== value ? p : undefined].filter((part) => part !== undefined);
  return { fact, value, note: note.length > 0 ? said.apart(note) : undefined };
}

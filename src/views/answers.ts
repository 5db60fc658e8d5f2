import { fluidAxis, type AxisKind, type Axis } from '../charts/axis.ts';
import type { StripMark } from '../charts/strip.ts';
import { termOf, type EndpointNode, type Fact, type Library } from '../evidence/library.ts';
import { armOf } from '../evidence/standing.ts';
import { treatmentsOf } from '../evidence/treatments.ts';
import { patientsCounted } from '../evidence/usual.ts';
import type { Result, Study } from '../synthesis/pool.ts';
import { home } from '../i18n/home.ts';
import { inWords } from '../i18n/locale.ts';
import { synthesisWords } from '../i18n/synthesis.ts';
import { firstIn, itemIn, lastIn } from '../model/need.ts';
import { byRank } from '../model/order.ts';
import { phrase } from '../model/phrases.ts';
import { isComparator } from '../model/roles.ts';
import { word } from '../wording/figures.ts';
import type { ResultsByTherapy } from './by-therapy.ts';
import { lowered, type ArmRow } from './figure-chart.ts';
import { pooledQuestions, type Pooled } from './pooled-questions.ts';
import { resultFigure, standingAmong } from './result-figures.ts';

/** One line of what an answer rests on. */
interface AnswerRow {
  label: string;
  path: string | undefined;
  value: string;
  interval: string | undefined;
  computed: boolean;
  strip: StripMark;
}

/** A question that the base answers, in one sentence made of its figures. */
export interface Answer {
  question: string;
  /** Where the answer is given in full. */
  href: string;
  sentence: string;
  rows: AnswerRow[];
  axis: Axis;
  /** What keeps it from being more than it is. */
  note: string | undefined;
}

/**
 * Questions with their answers, by rule: what pools to an interval that says something, what the largest
 * other randomised study found (the largest two of different treatments, where nothing pools), and how often
 * the severe harm of the chart occurs.
 *
 * @param toxicity what the chart shows of severe harm
 */
export function answersOf(library: Library, toxicity: ResultsByTherapy | undefined): Answer[] {
  const pooled = pooledAnswer(library);
  const versus = randomisedAnswer(library, pooled?.therapies ?? []);
  const second = pooled || !versus ? undefined : randomisedAnswer(library, versus.therapies);
  return [pooled?.answer, versus?.answer, second?.answer, toxicity && harmAnswer(toxicity)].filter(
    (answer) => answer !== undefined,
  );
}

/** An answer with the therapies that it is of. */
interface OfTherapies {
  answer: Answer;
  therapies: readonly string[];
}

function pooledAnswer(library: Library): OfTherapies | undefined {
  const rank = ({ isRatio, question }: Pooled) => [Number(isRatio), question.studies, question.patients];
  // How many had an event depends on how long they were watched: only against others does it answer anything.
  const telling = pooledQuestions(library).filter(
    ({ isRatio, endpoint }) => isRatio || endpoint.data.family !== 'events',
  );
  const [best] = telling.toSorted((a, b) => byRank(rank(b), rank(a)));
  if (!best) return undefined;
  const { question, endpoint, result, studies, facts, isRatio, certainty, value, interval } = best;
  const therapies = [
    ...new Set(facts.flatMap((fact) => treatmentsOf(fact).map(({ data }) => inWords(data.name)))),
  ];
  const given =
    therapies.length === 1 ? firstIn(therapies) : home.answer.ofClass(home.answer.and(question.treatment));
  const label = lowered(inWords(endpoint.data.label));
  const rows = [
    ...studies.map((study, i) => studyRow(study, itemIn(facts, i))),
    pooledRow(result, isRatio, value, interval),
  ];
  const who = [...question.age, ...question.setting].map(lowered).join(', ');
  const what = question.row && question.row !== 'proportion' ? home.answer.row(question.row, label) : label;
  const answer: Answer = {
    question: isRatio ? asked(endpoint, lowered(given)) : home.answer.howOften(label, lowered(given)),
    href: question.href,
    sentence: home.answer.pooled(question.studies, String(question.patients), who, what, value, interval),
    rows,
    axis: axisOf(isRatio ? 'ratio' : 'percent', rows),
    note: certainty && home.answer.certainty(synthesisWords.grade[certainty.grade]),
  };
  return { answer, therapies };
}

function studyRow({ name, fact }: Study, own: Fact): AnswerRow {
  return { ...rowOf(own), label: studyOf(name), path: fact.path };
}

function pooledRow(
  { read: { estimate, ci } }: Result,
  isRatio: boolean,
  value: string,
  interval: string,
): AnswerRow {
  const scale = isRatio ? 1 : 100;
  const mark = { point: scale * estimate, low: scale * ci.low, high: scale * ci.high, computed: false };
  return {
    label: home.answer.pooledHere,
    path: undefined,
    value,
    interval,
    computed: true,
    strip: { mark, look: 'pooled' },
  };
}

/**
 * Whether a treatment does what it is given for: improves what is better when higher, prevents what is better
 * when lower.
 */
function asked({ data: { label, direction } }: EndpointNode, given: string): string {
  return home.answer[direction === 'lower' ? 'prevents' : 'improves'](given, lowered(inWords(label)));
}

/**
 * What the largest randomised study of other treatments found of survival or events, with the response of its
 * arms.
 */
function randomisedAnswer(library: Library, except: readonly string[]): OfTherapies | undefined {
  const ratios = [...library.facts.values()].flatMap((fact) => {
    const { standing, endpoint, comparator, trial } = fact;
    const arm = armOf(fact);
    const isRatio = standing.tested && standing.effect?.kind === 'ratio' && isFate(endpoint);
    return isRatio && trial.data.design === 'randomised' && arm && comparator
      ? [{ fact, arm, comparator }]
      : [];
  });
  const others = ratios.filter(({ fact }) =>
    treatmentsOf(fact).every(({ data }) => !except.includes(inWords(data.name))),
  );
  const order = (fact: Fact) => -library.endpoints.indexOf(fact.endpoint);
  const rank = ({ fact }: { fact: Fact }) => [patientsCounted(fact), order(fact)];
  const [largest] = others.toSorted((a, b) => byRank(rank(b), rank(a)));
  if (!largest) return undefined;
  const { fact: ratio, arm, comparator } = largest;
  const { trial, endpoint, outcome } = ratio;
  const { value, interval } = word(outcome, ratio.derived);
  const responses = standingAmong(trial.facts).filter((fact) => fact.endpoint.data.balance === 'benefit');
  const sides = [arm, comparator];
  const paired = [...Map.groupBy(responses, (fact) => fact.endpoint)].find(([, own]) =>
    sides.every((side) => own.some((fact) => armOf(fact) === side)),
  );
  const arms = paired
    ? sides.flatMap((side) => paired[1].find((fact) => armOf(fact) === side) ?? [])
    : [ratio];
  const name = home.answer.and(treatmentsOf(ratio).map(({ data }) => lowered(inWords(data.name))));
  const rows = arms.map(rowOf);
  const setting = inWords(termOf(library.vocabulary.settings, trial.data.setting).label);
  const age = inWords(termOf(library.vocabulary.ageGroups, trial.data.population.ageGroup).label);
  const who = [age, setting].map(lowered).join(', ');
  const answer: Answer = {
    question: asked(endpoint, name),
    href: ratio.path,
    sentence: home.answer.randomised(
      trial.name,
      patientsCounted(ratio),
      who,
      lowered(phrase(comparator.label)),
      value,
      interval ?? '',
    ),
    rows,
    axis: axisOf(paired ? 'percent' : 'ratio', rows),
    note: paired && home.answer.drawn(lowered(inWords(paired[0].data.label))),
  };
  return { answer, therapies: treatmentsOf(ratio).map(({ data }) => inWords(data.name)) };
}

function rowOf(fact: Fact): AnswerRow {
  const { value, interval, computed, strip } = resultFigure(fact);
  const arm = armOf(fact);
  const look =
    fact.standing.effect?.kind !== 'ratio' && arm && isComparator(arm.role) ? 'comparator' : 'main';
  return {
    label: arm ? phrase(arm.label) : fact.trial.name,
    path: fact.path,
    value,
    interval,
    computed,
    strip: { ...strip, look },
  };
}

/** The span of severe harm in the class with most studies: never pooled, for its grading differs. */
function harmAnswer({ chart: { groups, axis } }: ResultsByTherapy): Answer | undefined {
  const classOf = ({ fact }: ArmRow) => treatmentsOf(fact)[0]?.class;
  const tested = groups.flatMap(({ rows }) => rows).filter(({ strip }) => strip.look !== 'comparator');
  const [most] = [...Map.groupBy(tested, classOf)].toSorted(([, a], [, b]) => b.length - a.length);
  const [of, own] = most ?? [];
  if (!of || !own) return undefined;
  const sorted = own
    .flatMap((row) => (row.strip.mark?.point === undefined ? [] : { row, point: row.strip.mark.point }))
    .toSorted((a, b) => a.point - b.point)
    .map(({ row }) => row);
  if (sorted.length < 3) return undefined;
  const [low, middle, high] = [
    firstIn(sorted),
    itemIn(sorted, Math.floor((sorted.length - 1) / 2)),
    lastIn(sorted),
  ];
  const { endpoint } = low.fact;
  const kinds = new Set(own.map(({ kind }) => kind)).size;
  const rows = [low, middle, high].map(({ name, fact, value, interval, computed, strip }) => {
    return { label: studyOf(name), path: fact.path, value, interval, computed, strip };
  });
  return {
    question: home.answer.howSevere(lowered(inWords(endpoint.data.label)), lowered(inWords(of.label))),
    href: endpoint.path,
    sentence: home.answer.span(low.value, high.value, sorted.length),
    rows,
    axis,
    note: home.answer.graded(kinds),
  };
}

const isFate = ({ data: { family } }: EndpointNode) => family === 'survival' || family === 'events';

const axisOf = (kind: AxisKind, rows: readonly AnswerRow[]): Axis =>
  fluidAxis(
    kind,
    rows.map(({ strip }) => strip.mark),
  );

/** The study of a row that is named `study, arm`. */
const studyOf = (name: string) => name.replace(/,.*/s, '');

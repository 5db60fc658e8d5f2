import type { FactList } from './fact-list.ts';
import type { StudyRecord } from './record.ts';

/** How many of one kind a record has, and how many of them stand in the entry. */
interface Count {
  in: number;
  out: number;
}

/** What came in and what went out, kind by kind. */
export interface Tally {
  planned: Count;
  measures: Count;
  values: Count;
  analyses: Count;
  flow: Count;
  baseline: Count;
  events: Count;
}

/** Counts what a record holds by its own lists, and what stands in the entry by the section of each fact. */
export function tallyOf(record: StudyRecord, planned: number, { outcomes }: FactList): Tally {
  const { results } = record;
  const sectionOf = ({ locator }: (typeof outcomes)[number]) => (typeof locator === 'string' ? locator : '');
  const isAnalysis = ({ kind }: (typeof outcomes)[number]) => kind === 'contrast' || kind === 'association';
  const within = (prefix: string) => outcomes.filter((one) => sectionOf(one).startsWith(prefix));
  const ofMeasures = within('outcome measure ');
  const valuesIn = (measures: readonly { rows: readonly { values: readonly unknown[] }[] }[]) =>
    measures.reduce(
      (sum, { rows }) =>
        sum +
        Math.max(
          rows.reduce((own, { values }) => own + values.length, 0),
          1,
        ),
      0,
    );
  const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
  return {
    planned: { in: record.planned.length, out: planned },
    measures: { in: results?.measures.length ?? 0, out: new Set(ofMeasures.map(sectionOf)).size },
    values: {
      in: valuesIn(results?.measures ?? []),
      out: ofMeasures.filter((one) => !isAnalysis(one)).length,
    },
    analyses: {
      in: sum(results?.measures.map(({ analyses }) => analyses.length) ?? []),
      out: ofMeasures.filter(isAnalysis).length,
    },
    flow: {
      in: sum(results?.flow.flatMap(({ rows }) => rows.map(({ counts }) => counts.length)) ?? []),
      out: within('participant flow').length,
    },
    baseline: { in: valuesIn(results?.baseline ?? []), out: within('baseline measure ').length },
    events: {
      in: sum(results?.events?.rows.map(({ counts }) => counts.length) ?? []),
      out: ['deaths', 'serious adverse events', 'other adverse events'].flatMap(within).length,
    },
  };
}

const nouns: Record<keyof Tally, string> = {
  planned: 'planned endpoints',
  flow: 'numbers of the participant flow',
  baseline: 'baseline values',
  measures: 'outcome measures',
  values: 'their values',
  analyses: 'their analyses',
  events: 'adverse events',
};

/** What came in and went out in lines; what a record has none of is left out. */
export function tallyText(tally: Tally): string[] {
  const counted = (Object.keys(nouns) as (keyof Tally)[]).filter((key) => tally[key].in + tally[key].out > 0);
  if (counted.length === 0) return ['no planned endpoints and no results'];
  return [counted.map((key) => `${nouns[key]}: ${tally[key].in} in, ${tally[key].out} out`).join('; ')];
}

import { isDeepStrictEqual } from 'node:util';
import type { Statement } from '../model/synthesis.ts';
import { partChanges, partsText, type Parts } from '../exports/release.ts';
import { word } from '../wording/figures.ts';
import { wordPooled } from '../wording/pooled.ts';
import type { About } from './about.ts';
import type { FactState } from './state.ts';
import { differences } from './values.ts';
import { describeDifference, turned } from './worded.ts';

/** What became of a fact. */
export interface FactChange {
  id: string;
  change: 'new' | 'changed' | 'gone';
  /** Its id before, where it was renamed. */
  was?: string;
  /** Where a fact that is gone now stands, or why it was withdrawn. */
  fate?: string;
  about: About | undefined;
  /** The change in words: `HR 0.77 → 0.75`; of a fact that is new or gone its figure. */
  text: string;
  /** Printed figures by part, before and after. */
  parts: Parts;
}

/**
 * A fact before and after; undefined where it says the same. Places in an index of a source are no change of
 * a fact.
 */
export function factChange(
  id: string,
  before: FactState | undefined,
  after: FactState | undefined,
): FactChange | undefined {
  const parts = partChanges(before?.figures, after?.figures);
  const about = after?.about ?? before?.about;
  if (!before || !after) {
    const one = before ?? after;
    return one && { id, change: before ? 'gone' : 'new', about, text: figureOf(one), parts };
  }
  const text = before.said && after.said ? changeOf(before.said, after.said, parts) : partsText(parts);
  return text === '' ? undefined : { id, change: 'changed', about, text, parts };
}

/** The figure of a fact, with its interval and P value. */
function figureOf({ said, figures }: FactState): string {
  return said
    ? [...new Set(worded(said).values())].join(', ')
    : Object.entries(figures)
        .map((part) => part.join(' '))
        .join(', ');
}

/** The parts of a figure in words; time and grade stand in what it is a figure of. */
function worded(said: Statement): Map<string, string> {
  const parts = said.kind === 'pooled' ? wordPooled(said) : word(said, {});
  return new Map(
    Object.entries(parts).flatMap(([part, words]: [string, unknown]) =>
      typeof words !== 'string' || part === 'at' || part === 'grade' ? [] : [[part, words]],
    ),
  );
}

/** What `worded` says of a fact. */
const figureKeys =
  /^(?:events|total|percent|value|low|high|estimate|interval|prediction|p|unit|measure|missing|spread|i2|tau2|heterogeneity|studies|patients|favours)(?:\.|$)/;

function changeOf(before: Statement, after: Statement, parts: Parts): string {
  const [old, now] = [worded(before), worded(after)];
  const figures = [...new Set([...now.keys(), ...old.keys()])]
    .filter((key) => old.get(key) !== now.get(key))
    .map((key) => turned(old.get(key), now.get(key)));
  const others = differences(before, after).filter(({ what }) => !/^(?:id|trace)(?:\.|$)/.test(what));
  const further = figures.length > 0 ? others.filter(({ what }) => !figureKeys.test(what)) : others;
  // What has not changed says which figure it is about.
  const head = figures.length === 0 && further.length > 0 ? [`${now.get('value')}:`] : [];
  const lines = [...figures, ...further.map(describeDifference)];
  return lines.length === 0 ? partsText(parts) : [...head, lines.join(', ')].join(' ');
}

/** How many facts say the same, and have another place in the index of their source. */
export const movedPlaces = (
  before: ReadonlyMap<string, FactState>,
  after: ReadonlyMap<string, FactState>,
): number =>
  [...after].filter(([id, { said }]) => {
    const old = before.get(id)?.said;
    return old && said && !isDeepStrictEqual(old.trace, said.trace);
  }).length;

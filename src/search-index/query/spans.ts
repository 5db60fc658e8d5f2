import { itemIn } from '../../model/need.ts';
import type { Unit } from '../fold.ts';
import { functionWords } from '../function-words.ts';
import type { Named, NameTable } from './names.ts';
import { nearest } from './near.ts';

/** Units that one name may have. */
const longestName = 34;

/** A name in a query, or what stands between names. */
export type Span = { units: Unit[]; named: Named[]; near?: boolean } | { units: Unit[] };

export const keyOfUnits = (units: readonly Unit[]): string => units.map(({ name }) => name).join('');

/** Finds the names of the field in a query, the longest first. */
export class Spans {
  readonly #names: NameTable;

  constructor(names: NameTable) {
    this.#names = names;
  }

  /** Cuts a query into names and what stands between them. */
  spansOf(units: readonly Unit[], literal: boolean): Span[] {
    const spans: Span[] = [];
    let open: Unit[] = [];
    const close = () => {
      for (const run of runsOf(open)) spans.push({ units: run });
      open = [];
    };
    for (let i = 0; i < units.length;) {
      const run = this.#slipOfRun(units, i, literal);
      const found = run ?? this.#nameAt(units, i);
      const compound = compoundAt(units, i);
      if (!found && compound > 1) {
        open.push(...units.slice(i, i + compound));
        i += compound;
      } else if (found) {
        close();
        spans.push({
          units: units.slice(i, i + found.length),
          named: found.named,
          ...(run ? { near: true } : {}),
        });
        i += found.length;
      } else {
        open.push(itemIn(units, i));
        i += 1;
      }
    }
    close();
    return spans;
  }

  /** The longest name that begins here. */
  #nameAt(units: readonly Unit[], from: number): { named: Named[]; length: number } | undefined {
    for (let length = Math.min(longestName, units.length - from); length > 0; length--) {
      const own = units.slice(from, from + length);
      const [first] = own;
      if (length === 1 && first && (first.isHan || isFunctionWord(first))) continue;
      // A name ends where its word does: `AB` is none in `AB-C`.
      if (!own.at(-1)?.isHan && isWithin(units, from + length)) continue;
      const named = this.#names.spoken(keyOfUnits(own), length);
      if (named.length > 0) return { named, length };
    }
    return undefined;
  }

  /**
   * A run of Chinese with a wrong character in a name: taken whole, before parts of it are taken for other
   * names.
   */
  #slipOfRun(
    units: readonly Unit[],
    from: number,
    literal: boolean,
  ): { named: Named[]; length: number } | undefined {
    if (literal || units[from]?.joined) return undefined;
    let length = 1;
    while (units[from + length]?.joined) length += 1;
    const run = units.slice(from, from + length);
    if (run.filter(({ isHan }) => isHan).length < 4) return undefined;
    const key = keyOfUnits(run);
    if (this.#isCovered(run) || this.#names.beginning(key).length > 0) return undefined;
    const near = nearest(key, true, this.#names.keys(true));
    return near && { named: this.#names.called(near.what), length };
  }

  #isCovered(units: readonly Unit[]): boolean {
    for (let i = 0; i < units.length;) {
      const found = this.#nameAt(units, i);
      if (!found) return false;
      i += found.length;
    }
    return true;
  }
}

/** A word that says nothing by itself; one of few letters in capitals is a name. */
export const isFunctionWord = ({ text, raw }: Unit): boolean =>
  functionWords.has(raw.toLowerCase()) && !(raw.length > 1 && raw === raw.toUpperCase() && text.length < 4);

/** Whether a place lies within a word that hyphens join. */
const isWithin = (units: readonly Unit[], place: number) => {
  const [before, next] = [units[place - 1], units[place]];
  return before !== undefined && next !== undefined && next.joined && !next.isHan && !before.isHan;
};

/** How many units one word has that hyphens join. */
export function compoundAt(units: readonly Unit[], from: number): number {
  if (units[from]?.isHan || isWithin(units, from)) return 1;
  let length = 1;
  while (isWithin(units, from + length)) length += 1;
  return length;
}

/** Units that stand together in one script; Chinese is split where something stands between. */
function runsOf(units: readonly Unit[]): Unit[][] {
  const runs: Unit[][] = [];
  for (const unit of units) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before && before.isHan === unit.isHan && (!unit.isHan || unit.joined)) last.push(unit);
    else runs.push([unit]);
  }
  return runs;
}

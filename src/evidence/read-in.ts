import { shortLabel } from '../citations/label.ts';
import { figures } from '../i18n/figures.ts';
import { words } from '../i18n/words.ts';
import type { ReadKind } from '../model/read-kinds.ts';
import type { Fact } from './library.ts';

/**
 * How far from the report a figure was read: 0 in the report itself, 1 in an official record of it, 2 in
 * words of others.
 */
const distances: Record<ReadKind, 0 | 1 | 2> = {
  'full-text': 0,
  abstract: 0,
  registry: 1,
  regulator: 1,
  slides: 2,
  news: 2,
  'table-of-later-work': 2,
  summary: 2,
};

type Placed = Pick<Fact, 'report' | 'source' | 'sourceWork'>;

/** A report and what was read of it, linked or not. */
interface Read {
  report: { review?: unknown };
  source: { read: ReadKind } | undefined;
}

/**
 * What was read for a fact; undefined where its report names no page. A review states what it states itself.
 */
export function readIn({ report, source }: Read): ReadKind | undefined {
  return source?.read ?? (report.review ? 'full-text' : undefined);
}

/**
 * How far from its report a fact was read: of two figures, that with the smaller number is nearer to who
 * states it. A report that is a registry record is read in it; where no page is named, the report itself is
 * the source.
 */
export function distanceOf(fact: Pick<Placed, 'report' | 'source'>): 0 | 1 | 2 {
  const kind = readIn(fact);
  if (kind === undefined || (kind === 'registry' && fact.report.data.kind === 'registry')) return 0;
  return distances[kind];
}

/** Who states a fact, and where it was read if not there: `Park et al. 2018, read in a news report`. */
export function toldBy(fact: Placed): string {
  return figures.listed(
    [shortLabel(fact.report.reference.data), readElsewhere(fact)].filter((part) => part !== undefined),
  );
}

/**
 * `read in a table of a later paper (Sheth et al. 2021)`; undefined where it was read in the report itself.
 */
export function readElsewhere(fact: Placed): string | undefined {
  const kind = readIn(fact);
  if (kind === undefined || distanceOf(fact) === 0) return undefined;
  return figures.readIn(words.readIn[kind], fact.sourceWork && shortLabel(fact.sourceWork.data));
}

import type { PageRow, Start } from '../files.ts';
import { heaviest } from '../postings.ts';
import type { Named } from './names.ts';
import type { Part, Understood } from './parts.ts';
import type { IndexReader } from './reader.ts';
import { Understanding } from './understand.ts';

/** A page that answers a query. */
export interface Hit {
  page: number;
  kind: string;
  score: number;
  /** How many of the telling parts it has. */
  met: number;
}

export interface Found {
  query: string;
  understood: Understood;
  /** Pages by how well they answer. */
  hits: Hit[];
  /** How many parts the best page has, of how many. */
  met: number;
  of: number;
}

/** What a page of a kind is worth beside others that say as much. */
const worth: Partial<Record<string, number>> = {
  Therapy: 1.12,
  Trial: 1.06,
  Topic: 1.1,
  Endpoint: 1.05,
  Review: 1.04,
  Synthesis: 0.94,
  Reference: 0.96,
  Page: 0.85,
};

/** How much the parts of a query that say little count. */
const faintShare = 0.12;

export class Search {
  readonly #reader: IndexReader;
  #understanding: Promise<Understanding> | undefined;

  constructor(reader: IndexReader) {
    this.#reader = reader;
  }

  get reader(): IndexReader {
    return this.#reader;
  }

  understanding(): Promise<Understanding> {
    this.#understanding ??= Understanding.of(this.#reader).catch((error: unknown) => {
      this.#understanding = undefined;
      throw error;
    });
    return this.#understanding;
  }

  /** @param among the pages that are asked of; all where left out */
  async find(query: string, { literal = false, among }: { literal?: boolean; among?: ReadonlySet<number> } = {}): Promise<Found> {
    const [start, understanding] = await Promise.all([this.#reader.start(), this.understanding()]);
    const understood = await understanding.of(query, literal);
    return { query, understood, ...rank(understood.parts, start, among) };
  }

  row = (page: number): Promise<PageRow> => this.#reader.page(page);
}

/** What a part tells two pages apart by: much where few pages have it. */
const telling = ({ pages, faint }: Part, all: number) => Math.log(1 + (2 * all) / (1 + pages.size)) * (faint ? faintShare : 1);

export function rank(parts: readonly Part[], start: Start, among?: ReadonlySet<number>): Pick<Found, 'hits' | 'met' | 'of'> {
  const own = parts.filter(({ faint }) => !faint);
  const hits = new Map<number, { score: number; met: number }>();
  for (const part of parts) {
    const by = telling(part, start.pages);
    for (const [page, weight] of part.pages) {
      if (among && !among.has(page)) continue;
      const hit = hits.get(page) ?? { score: 0, met: 0 };
      hit.score += by * (0.15 + weight / heaviest);
      if (!part.faint) hit.met += 1;
      hits.set(page, hit);
    }
  }
  const kindOf = kindsOf(start);
  const all = [...hits]
    .filter(([, { met }]) => met > 0)
    .map(([page, { score, met }]): Hit => {
      const kind = kindOf(page);
      const share = met / own.length;
      return { page, kind, met, score: score * share ** 2 * (worth[kind] ?? 1) };
    })
    .sort((a, b) => b.score - a.score || a.page - b.page);
  const met = Math.max(0, ...all.map((hit) => hit.met));
  return { hits: all, met, of: own.length };
}

/** What kind a page is of, by its number. */
export function kindsOf({ kinds }: Start): (page: number) => string {
  return (page) => kinds.findLast(([, first]) => first <= page)?.[0] ?? 'Page';
}

/** Parts that were taken for something else than was typed, for the reader to know. */
export const takenOtherwise = ({ parts }: Understood): { part: Part; named: Named }[] =>
  parts.flatMap((part) => (part.named[0] && part.named[0].role !== 'label' ? [{ part, named: part.named[0] }] : []));

import type { PageRow, Start } from '../files.ts';
import { common, heaviest, type Postings } from '../postings.ts';
import type { NameTable } from './names.ts';
import type { Part, Understood } from './parts.ts';
import type { IndexReader } from './reader.ts';
import { conditionsIn, pagesThatMeet, type Condition } from './structured.ts';
import { pagesThatMayAnswer } from './telling.ts';
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
  /** What structured search asks. */
  conditions: Condition[];
  /** Pages by how well they answer. */
  hits: Hit[];
  /** How many parts the best page has, of how many. */
  met: number;
  of: number;
  /** Where no page answers: what some pages have, though it says too little to answer. */
  alone: Part[];
}

/** What a page of a kind is worth beside others that say as much. */
const worth: Partial<Record<string, number>> = {
  Therapy: 1.07,
  Trial: 1.05,
  Topic: 1.1,
  Endpoint: 1.05,
  Review: 1.04,
  Synthesis: 0.94,
  Reference: 0.96,
  Page: 0.85,
};
/** Questions, and what many pages have, are answered by pages that survey a subject. */
const surveys: Partial<Record<string, number>> = { Topic: 1.35, Review: 1.2, Endpoint: 1.1 };
/** From this share of the pages on. */
const broad = 0.06;

/** What a page loses that is about one part of a query and only touches another. */
const uneven = 0.2;

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
  async find(
    query: string,
    { literal = false, among }: { literal?: boolean; among?: ReadonlySet<number> } = {},
  ): Promise<Found> {
    const [start, understanding] = await Promise.all([this.#reader.start(), this.understanding()]);
    const { names } = understanding;
    const { conditions, rest } = conditionsIn(query);
    const understood = await understanding.of(rest, literal);
    if (conditions.length === 0)
      return { query, understood, conditions, ...answering(understood, start, names, among) };
    const { pages, unknown } = await this.meeting(conditions);
    understood.missing.push(...unknown);
    const meeting = new Map([...(pages ?? [])].filter(([page]) => !among || among.has(page)));
    if (understood.parts.length > 0)
      return {
        query,
        understood,
        conditions,
        ...answering(understood, start, names, new Set(meeting.keys())),
      };
    const kindOf = kindsOf(start);
    const hits = [...meeting]
      .map(([page, weight]): Hit => ({
        page,
        kind: kindOf(page),
        score: weight * (kindOf(page) === 'Trial' ? 3 : 1),
        met: 1,
      }))
      .sort((a, b) => b.score - a.score || a.page - b.page);
    return { query, understood, conditions, hits, met: Math.min(1, hits.length), of: 1, alone: [] };
  }

  /**
   * The pages that meet all conditions, undefined where there are none; and conditions that name what is not
   * known.
   */
  async meeting(
    conditions: readonly Condition[],
  ): Promise<{ pages: Postings | undefined; unknown: string[] }> {
    const { names } = await this.understanding();
    const each = await Promise.all(
      conditions.map((condition) => pagesThatMeet(condition, this.#reader, names)),
    );
    return {
      pages: each.length > 0 ? common(each.map((pages) => pages ?? new Map<number, number>())) : undefined,
      unknown: conditions.filter((_, i) => each[i] === undefined).map(({ said }) => said),
    };
  }

  row = (page: number): Promise<PageRow> => this.#reader.page(page);
}

/** What a part tells two pages apart by: much where few pages have it. */
const telling = ({ pages, faint }: Part, all: number) =>
  Math.log(1 + (2 * all) / (1 + pages.size)) * (faint ? faintShare : 1);

/** Pages by rank; none where all that they have of the query says too little. */
function answering(
  understood: Understood,
  start: Start,
  names: NameTable,
  among: ReadonlySet<number> | undefined,
): Pick<Found, 'hits' | 'met' | 'of' | 'alone'> {
  const phrases = understood.parts
    .filter(({ isPhrase }) => isPhrase)
    .map(({ pages }) => new Set(pages.keys()));
  const asked = [...(among ? [new Set(among)] : []), ...phrases];
  const ranked = rank(
    understood,
    start,
    asked.length > 0 ? asked.reduce((all, one) => all.intersection(one)) : undefined,
  );
  const may = pagesThatMayAnswer(understood, { start, names, ...ranked });
  if (!may) return { ...ranked, alone: [] };
  const hits = ranked.hits.filter(({ page }) => may.has(page));
  const alone =
    hits.length > 0 ? [] : understood.parts.filter(({ faint, pages }) => !faint && pages.size > 0);
  return { ...ranked, hits, met: Math.max(0, ...hits.map(({ met }) => met)), alone };
}

function rank(
  { parts, isQuestion }: Understood,
  start: Start,
  among?: ReadonlySet<number>,
): Pick<Found, 'hits' | 'met' | 'of'> {
  const own = parts.filter(({ faint }) => !faint);
  const asksForSurvey =
    isQuestion || (own.length > 1 && own.every(({ pages }) => pages.size > broad * start.pages));
  const hits = new Map<number, { score: number; met: number; least: number; most: number }>();
  for (const part of parts) {
    const by = telling(part, start.pages);
    for (const [page, weight] of part.pages) {
      if (among && !among.has(page)) continue;
      const hit = hits.get(page) ?? { score: 0, met: 0, least: Infinity, most: 0 };
      hit.score += by * (0.15 + weight / heaviest);
      if (!part.faint) {
        hit.met += 1;
        hit.least = Math.min(hit.least, weight);
        hit.most = Math.max(hit.most, weight);
      }
      hits.set(page, hit);
    }
  }
  const kindOf = kindsOf(start);
  const all = [...hits]
    .filter(([, { met }]) => met > 0)
    .map(([page, { score, met, least, most }]): Hit => {
      const kind = kindOf(page);
      const share = met / own.length;
      return {
        page,
        kind,
        met,
        score:
          score *
          share ** 2 *
          (1 - uneven * (1 - least / most)) *
          (worth[kind] ?? 1) *
          ((asksForSurvey && surveys[kind]) || 1),
      };
    })
    .sort((a, b) => b.score - a.score || a.page - b.page);
  const met = Math.max(0, ...all.map((hit) => hit.met));
  return { hits: all, met, of: own.length };
}

/** What kind a page is of, by its number. */
function kindsOf({ kinds }: Start): (page: number) => string {
  return (page) => kinds.findLast(([, first]) => first <= page)?.[0] ?? 'Page';
}

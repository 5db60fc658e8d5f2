import type { EndpointNode, Fact, Library } from '../evidence/library.ts';
import { scaleOf } from '../evidence/rows.ts';
import { pages } from '../i18n/pages.ts';
import { onceCompared, onceNoted } from '../model/once.ts';
import { inTableOrder, tablesOf, type OutcomeTable } from './outcome-tables.ts';

/** Figures graded on one scale: they never share a table with those of another. */
interface GradedSection {
  /** The scale; undefined where nothing of the endpoint is graded. */
  scale: string | undefined;
  tables: OutcomeTable[];
}

/** One page of the figures of an endpoint. */
export interface FiguresPage {
  /** From 1. */
  number: number;
  path: string;
  /** Its first and last figure, counted from 1 through all pages. */
  first: number;
  last: number;
  readonly sections: GradedSection[];
}

/** Figures of which no page shows more, so that it stays light however much is known. */
const most = 120;

/**
 * Every figure of an endpoint across all trials, by grading scale and then by trial, page after page. An
 * endpoint without figures has one page, without sections. The tables of a page are made when they are asked
 * for, so that a page costs what it shows, however many there are.
 */
export function figurePages(endpoint: EndpointNode, library: Library, size = most): FiguresPage[] {
  const ordered = inOrder(endpoint, library);
  const count = Math.max(1, Math.ceil(ordered.length / size));
  return Array.from({ length: count }, (_, i): FiguresPage => {
    const own = ordered.slice(i * size, (i + 1) * size);
    return {
      number: i + 1,
      path: i === 0 ? endpoint.path : `${endpoint.path}${i + 1}/`,
      first: i * size + 1,
      last: i * size + own.length,
      get sections() {
        return [...Map.groupBy(own, ({ scale }) => scale)].map(([scale, graded]) => ({
          scale,
          tables: tablesOf(
            graded.map(({ fact }) => fact),
            library.endpoints,
            'trial',
          ),
        }));
      },
    };
  });
}

/** The same, worked out once for all pages of an endpoint. */
export const pagesOf = onceNoted((endpoint: EndpointNode, library: Library) =>
  figurePages(endpoint, library),
);

/** The figures in the order of their pages; each page asks, and shows a part of them. */
const inOrder = onceCompared('figures-in-order', (endpoint: EndpointNode, library: Library) =>
  byScale(endpoint, library).flatMap(([scale, facts]) =>
    inTableOrder(facts, library.endpoints).map((fact) => ({ scale, fact })),
  ),
);

/**
 * Facts by the scale of their grades, in the order of the vocabulary; then those on no scale that is stated,
 * then the rest.
 */
function byScale({ facts }: EndpointNode, library: Library): [scale: string | undefined, facts: Fact[]][] {
  const order = library.vocabulary.scales.map(({ label }) => label.en);
  const place = (scale: string | undefined) => {
    if (scale === undefined) return order.length + 1;
    return order.includes(scale) ? order.indexOf(scale) : order.length;
  };
  const groups = [...Map.groupBy(facts, ({ outcome }) => scaleOf(outcome, library.vocabulary))];
  return groups
    .sort(([a], [b]) => place(a) - place(b))
    .map(([scale, own]) => [scale ?? (groups.length > 1 ? pages.endpoint.notGraded : undefined), own]);
}

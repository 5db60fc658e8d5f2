import type { EndpointNode } from '../evidence/library.ts';
import { inWords } from '../i18n/locale.ts';
import { pages as table } from '../i18n/pages.ts';
import { words } from '../i18n/words.ts';
import { itemIn, lastIn, withId } from '../model/need.ts';
import { onceNoted } from '../model/once.ts';
import { phrase } from '../model/phrases.ts';
import { claimRows } from './claim-rows.ts';
import { endpointCharts } from './endpoint-chart.ts';
import { pagesOf } from './endpoint-figures.ts';
import { shownTables } from './outcome-tables.ts';
import { poolingGate } from './poolability.ts';
import { plannedRows } from './planned-rows.ts';
import { pooledTables } from './pooled-tables.ts';
import type { Site } from './site.ts';

/** The endpoints that are never below one, by its id: those that say so of themselves, turned about. */
const neverLower = onceNoted((endpoints: readonly EndpointNode[]) => {
  const said = endpoints.flatMap((higher) => higher.data.atMost.map((lower) => [lower, higher] as const));
  return new Map(
    [...Map.groupBy(said, ([lower]) => lower)].map(([id, own]) => [id, own.map(([, higher]) => higher)]),
  );
});

/**
 * A page of an endpoint: the first tells everything about it, further ones hold the figures that have no
 * place there.
 */
export function endpointPage(site: Site, endpoint: EndpointNode, number: number) {
  const { library } = site;
  const { data } = endpoint;
  const say = table.endpoint;
  const pages = pagesOf(endpoint, library);
  const { first, last, sections } = itemIn(pages, number - 1);
  const label = inWords(data.label);
  const figures = {
    first,
    last,
    title: number === 1 ? label : say.page(label, first, last),
    span: pages.length > 1 ? say.span(first, last, lastIn(pages).last) : undefined,
    sections: sections.map(({ scale, tables }) => ({
      scale: scale && scale.charAt(0).toUpperCase() + scale.slice(1),
      about: scale ?? label,
      tables: shownTables(site, tables),
    })),
    others:
      pages.length > 1
        ? pages.map((page) => ({
            path: `${page.path}#_figures`,
            label: `${page.first}–${page.last}`,
            isThis: page.number === number,
          }))
        : [],
  };
  return { label, figures, ...(number === 1 ? { about: aboutOf(site, endpoint, lastIn(pages).last) } : {}) };
}

/** What the first page tells beside figures. */
function aboutOf(site: Site, endpoint: EndpointNode, figures: number) {
  const { library } = site;
  const { data, facts, pooled, planned } = endpoint;
  const say = table.endpoint;
  const link = (other: EndpointNode) => ({ href: other.path, label: inWords(other.data.label) });
  const parts = {
    charts: endpointCharts(endpoint, library),
    gate: facts.length > 0 ? poolingGate(endpoint, library) : undefined,
    published: pooledTables(site, pooled),
    planned: plannedRows(planned),
    claims: claimRows(endpoint.claims),
  };
  const studies = new Set(facts.map(({ trial }) => trial)).size;
  return {
    ...parts,
    facts: [
      [say.abbreviation, data.abbreviation],
      [say.family, words.family[data.family]],
      [say.direction, words.direction[data.direction]],
      [say.alsoCalled, table.and(data.synonyms)],
      [say.figures, figures === 0 ? phrase(data.unlinked ?? table.none) : say.size(figures, studies)],
    ] as const,
    atMost: data.atMost.map((id) => link(withId(library.endpoints, id))),
    atLeast: (neverLower(library.endpoints).get(endpoint.id) ?? []).map(link),
    contents: [
      parts.charts.length > 0 && { id: '_drawn', label: say.bySize },
      parts.gate && { id: '_pooling', label: say.pooling },
      figures > 0 && { id: '_figures', label: say.all(figures) },
      parts.published.length > 0 && { id: '_published', label: say.published(pooled.length) },
      planned.length > 0 && { id: '_planned', label: say.planned(planned.length) },
      parts.claims.length > 0 && { id: '_claims', label: say.claims(parts.claims.length) },
    ].filter((entry) => typeof entry === 'object'),
  };
}

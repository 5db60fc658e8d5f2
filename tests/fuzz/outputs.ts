import { link } from '../../src/evidence/link.ts';
import { runChecks, type CheckReport } from '../../src/checks/run.ts';
import { exportAll, editionOf, openSearchFiles, releaseJson, releaseOf } from '../../src/exports/index.ts';
import { release } from '../../src/model/release.ts';
import { renderProse } from '../../src/prose/render.ts';
import type { Corpus } from '../../src/reading/corpus.ts';
import { Citations } from '../../src/views/citations.ts';
import { balanceOf } from '../../src/views/balance.ts';
import { citeBase, citeEntry, citeReference } from '../../src/views/cite.ts';
import { describedEntry, describedReference } from '../../src/site/described.ts';
import { evidenceMap } from '../../src/views/evidence-map.ts';
import { poolability } from '../../src/views/poolability.ts';
import { shortLabel } from '../../src/views/references.ts';
import { searchContent } from '../../src/views/search-entries.ts';
import { datasetOfEndpoint, datasetOfTrial } from '../../src/views/datasets.ts';
import { provideSite } from '../../src/site/store.ts';
import type { Site } from '../../src/views/site.ts';
import { timelineOf } from '../../src/views/timeline.ts';
import { comparisonOf, synthesesOf } from './comparisons.ts';

/** A text that a reader or a program is given, by the name of what it is. */
export type Output = readonly [name: string, text: string];

/** Everything that is made of a checked base but its pages. */
export async function* outputsOf(
  corpus: Corpus,
  report: CheckReport = runChecks(corpus),
): AsyncGenerator<Output> {
  const library = link(corpus);
  const state = { contentHash: 'ab'.repeat(32), releases: [] };
  const site = { library, report, version: '1.2.3', citations: new Citations(library), ...state };
  provideSite(site);
  for (const file of exportAll(library, '1.2.3', report.findings, state)) {
    const content = await file.content;
    yield [file.path, typeof content === 'string' ? content : ''];
  }
  const edition = editionOf(library, '1.2.3', report.findings, state);
  for (const { path, content } of openSearchFiles(edition)) yield [`opensearch/${path}`, content];
  const remembered = releaseJson(releaseOf(library, '1.2.3'));
  release.parse(JSON.parse(remembered));
  yield ['release', remembered];
  yield* viewsOf(site);
}

function* viewsOf(site: Site): Generator<Output> {
  const { library } = site;
  const searched = searchContent(library);
  const json = (name: string, value: unknown): Output => [name, JSON.stringify(value)];
  for (const entry of [
    ...library.trials,
    ...library.therapies,
    ...library.reviews,
    ...library.topics,
    ...library.pages,
  ])
    yield [`prose of ${entry.path}`, renderProse(entry, library, shortLabel).html];
  for (const entry of [...library.trials, ...library.therapies, ...library.reviews, ...library.topics])
    yield json(`head of ${entry.path}`, [
      citeEntry(site, entry).coins,
      citeEntry(site, entry).works,
      describedEntry(entry),
    ]);
  for (const work of library.references)
    yield json(`head of ${work.path}`, [citeReference(site, work), describedReference(work)].map(plain));
  yield json('the base', [citeBase(site).works, searched.entities, searched.entries, [...searched.figures]]);
  yield json('maps', [
    timelineOf(library).entries.length,
    balanceOf(library).panels.length,
    evidenceMap(library).groups.length,
  ]);
  for (const trial of library.trials) {
    const dataset = datasetOfTrial(trial, library);
    yield json(`dataset of ${trial.path}`, dataset);
    yield [`comparison of ${trial.path}`, comparisonOf(dataset)];
  }
  for (const endpoint of library.endpoints) {
    poolability(endpoint, library);
    const dataset = datasetOfEndpoint(endpoint, library);
    yield json(`dataset of ${endpoint.path}`, dataset);
    yield [`syntheses of ${endpoint.path}`, synthesesOf(dataset)];
  }
}

/** What of a view is text; the nodes of a library lead round in circles. */
function plain(view: object): unknown {
  return 'further' in view ? { ...view, further: [] } : view;
}

/** What no output may hold: the words for what a program could not make, where content has none of them. */
const holes = /\[object |(?<![\w-])(?:NaN|undefined|Infinity)(?![\w-])/;

/** What is wrong with an output. */
export function faultOf([name, text]: Output): string[] {
  const isJson = /\.(?:json|ndjson)$|^(?:head|dataset|maps|release|the base)/.test(name);
  // The words of schemas are the project's own: a grade may be undefined.
  if (/^data\/evidence\.schema\.json$|^api\/v1\/(?:openapi\.json$|schemas\/)/.test(name)) return [];
  const hole = holes.exec(text) ?? (isJson ? null : /(?<![\w-])null(?![\w-])/.exec(text));
  if (/\.json$/.test(name)) JSON.parse(text);
  return hole ? [`${name}: …${text.slice(Math.max(0, hole.index - 60), hole.index + 60)}…`] : [];
}

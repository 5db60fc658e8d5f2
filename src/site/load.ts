import fs from 'node:fs';
import path from 'node:path';
import { KeptAnswers } from '../checks/kept/answers.ts';
import { runChecks } from '../checks/run.ts';
import { link } from '../evidence/link.ts';
import { noteRead } from '../model/reads.ts';
import { contentHash } from '../reading/content-hash.ts';
import type { Corpus } from '../reading/corpus.ts';
import { Citations } from '../views/citations.ts';
import { watchFindings } from '../views/findings.ts';
import type { Site } from './store.ts';

/** The content folder of a run: ALMANAC_CONTENT, else the project's own. */
export function contentFolder(root: string): string {
  return process.env.ALMANAC_CONTENT ? path.resolve(process.env.ALMANAC_CONTENT) : path.join(root, 'content');
}

/** Checks and links a content folder that was read; `undefined` site where the checks found errors. */
export function loadSite(corpus: Corpus, root: string): { site: Site | undefined; report: Site['report'] } {
  const { asked, ...said } = runChecks(corpus, undefined, undefined, new KeptAnswers(corpus.root));
  // Until it is worked out which checks asked about what, a report holds all that was read.
  const report = { ...said, asked };
  return { report, site: report.summary.errors > 0 ? undefined : linkedSite(corpus, report, root) };
}

/** Links a content folder that was read and checked. */
export function linkedSite(corpus: Corpus, report: Site['report'], root: string): Site {
  const library = link(corpus);
  const { watched } = library;
  const state = { contentHash: contentHash(corpus.root), releases: corpus.releases };
  const site: Site = {
    library,
    report: watched.watch('report', report, { fixed: ['asked'] }),
    version: versionOf(root),
    citations: new Citations(library),
    ...state,
  };
  watchFindings(site);
  watched.lookup(wholeContent, () => site.contentHash);
  return watched.watch('site', site, { fixed: ['library', 'report', 'citations', 'contentHash'] });
}

const wholeContent = 'content';

/** Writes down that all of the content was read. */
export const noteContent = (): void => noteRead(wholeContent, '*');

/** The version of the base: that of the project. */
function versionOf(root: string): string {
  return (JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string })
    .version;
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { textReport } from '../checks/reporters.ts';
import { auditLinks } from '../checks/built-links.ts';
import { exportAll } from '../exports/index.ts';
import { shown } from '../reading/corpus.ts';
import { buildSearchIndex } from '../search/build.ts';
import { loadSite } from '../site/load.ts';
import { searchTerms } from '../site/search-terms.ts';
import { provideSite } from '../site/store.ts';
import { contentFolder, contentOption, projectRoot, readArgs, UsageError, type Command } from './command.ts';

export const build: Command = {
  usage: 'build [--content DIR] [--out DIR]',
  summary: 'Checks, then makes the site, its data and its search; the old output stays until all of it succeeded.',
  async run(args) {
    const { values } = readArgs(args, { ...contentOption, out: { type: 'string' } });
    const out = values.out === undefined ? path.join(projectRoot, 'dist') : path.resolve(values.out);
    if (fs.existsSync(out) && !isReplaceable(out)) {
      throw new UsageError(`${shown(out)} holds something that is not a build; choose an empty or new folder with --out DIR`);
    }
    const content = contentFolder(values.content);
    const { site, report } = loadSite(content, projectRoot);
    process.stdout.write(textReport(report));
    if (!site) {
      console.error('almanac build: the content has errors; the last good build stays as it was');
      return 1;
    }
    const { library, version } = site;
    // Beside the output, so that it can take its place in one move.
    const draft = `${out}.draft-${process.pid}`;
    // The first folder that had to be made for it.
    let begun = draft;
    const stop = (signal: NodeJS.Signals) => {
      remove(begun);
      console.error(`almanac build: stopped by ${signal}; the last good build stays as it was`);
      process.exit(128 + os.constants.signals[signal]);
    };
    for (const signal of interruptions) process.once(signal, stop);
    const standing = process.cwd();
    try {
      provideSite(site);
      begun = fs.mkdirSync(draft, { recursive: true }) ?? draft;
      // Loaded here, so that the commands that build nothing start at once.
      const { build: buildPages } = await import('astro');
      // The bundler looks for packages from where it stands.
      process.chdir(projectRoot);
      await buildPages({ root: projectRoot, outDir: draft, logLevel: 'error' });
      for (const file of await exportAll(library, version, report.findings, site))
        write(path.join(draft, file.path), file.content);
      const { pages } = await buildSearchIndex(draft, searchTerms(library));
      const broken = auditLinks(draft);
      if (broken.length > 0) {
        console.error(
          `almanac build: ${broken.length} links of the built site lead nowhere; the last good build stays as it was`,
        );
        for (const { page, href, problem } of broken.slice(0, 20)) console.error(`  ${page}: ${href}: ${problem}`);
        return 1;
      }
      replace(out, draft);
      begun = draft;
      process.chdir(standing);
      process.stdout.write(
        `${library.trials.length} trials, ${library.facts.size} facts, ${pages} pages in the search: ${shown(out)}\n`,
      );
      return 0;
    } finally {
      process.chdir(standing);
      remove(begun);
      for (const signal of interruptions) process.off(signal, stop);
    }
  },
};

const interruptions = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Others may still be writing into a folder that is on its way out. */
function remove(folder: string): void {
  fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

/** An empty folder, or an earlier build, which has its entry point and its data and no history of its own. */
function isReplaceable(folder: string): boolean {
  if (!fs.statSync(folder).isDirectory()) return false;
  const names = fs.readdirSync(folder);
  if (names.includes('.git')) return false;
  return names.length === 0 || (names.includes('index.html') && fs.existsSync(path.join(folder, 'data', 'evidence.json')));
}

function write(file: string, content: string | Uint8Array): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, content);
}

/** Puts a finished draft in the place of the old output. */
function replace(out: string, draft: string): void {
  const old = `${out}.old-${process.pid}`;
  fs.mkdirSync(path.dirname(out), { recursive: true });
  const replaced = fs.existsSync(out);
  if (replaced) fs.renameSync(out, old);
  try {
    fs.renameSync(draft, out);
  } catch (error) {
    if (replaced) fs.renameSync(old, out);
    throw error;
  }
  remove(old);
}

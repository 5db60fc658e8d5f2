import fs from 'node:fs';
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
import { Draft } from './draft.ts';

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
    performance.mark('almanac:check');
    const { site, report } = loadSite(content, projectRoot);
    process.stdout.write(textReport(report));
    if (!site) {
      console.error('almanac build: the content has errors; the last good build stays as it was');
      return 1;
    }
    const { library, version } = site;
    const place = new Draft(out, (signal) => `almanac build: stopped by ${signal}; the last good build stays as it was`);
    const draft = place.folder;
    const standing = process.cwd();
    try {
      provideSite(site);
      place.begin();
      performance.mark('almanac:pages');
      // Loaded here, so that the commands that build nothing start at once.
      const { build: buildPages } = await import('astro');
      // The bundler looks for packages from where it stands.
      process.chdir(projectRoot);
      await buildPages({ root: projectRoot, outDir: draft, logLevel: 'error' });
      performance.mark('almanac:exports');
      for await (const file of exportAll(library, version, report.findings, site)) place.write(file.path, file.content);
      performance.mark('almanac:search');
      const { pages } = await buildSearchIndex(draft, searchTerms(library));
      performance.mark('almanac:audit');
      const broken = auditLinks(draft);
      performance.mark('almanac:done');
      if (broken.length > 0) {
        console.error(
          `almanac build: ${broken.length} links of the built site lead nowhere; the last good build stays as it was`,
        );
        for (const { page, href, problem } of broken.slice(0, 20)) console.error(`  ${page}: ${href}: ${problem}`);
        return 1;
      }
      place.take();
      process.chdir(standing);
      process.stdout.write(
        `${library.trials.length} trials, ${library.facts.size} facts, ${pages} pages in the search: ${shown(out)}\n`,
      );
      return 0;
    } finally {
      process.chdir(standing);
      place.close();
    }
  },
};

/** An empty folder, or an earlier build, which has its entry point and its data and no history of its own. */
function isReplaceable(folder: string): boolean {
  if (!fs.statSync(folder).isDirectory()) return false;
  const names = fs.readdirSync(folder);
  if (names.includes('.git')) return false;
  return names.length === 0 || (names.includes('index.html') && fs.existsSync(path.join(folder, 'data', 'evidence.json')));
}

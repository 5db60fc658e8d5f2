import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { textReport } from '../checks/reporters.ts';
import { readCorpus } from '../reading/corpus.ts';
import { site } from './library.ts';
import { contentFolder, loadSite } from './load.ts';
import { providedSite, provideSite } from './store.ts';

/**
 * Astro's door onto the evidence: loads the base once before pages are made,
 * and again in preview when a file of the content changes.
 */
export function evidence(): AstroIntegration {
  return {
    name: 'evidence',
    hooks: {
      'astro:config:setup': ({ config, command, updateConfig }) => {
        if (command === 'sync') return;
        if (!providedSite()) {
          const root = fileURLToPath(config.root);
          const { site, report } = loadSite(readCorpus(contentFolder(root)), root);
          if (!site) throw new Error(`the content has errors\n${textReport(report)}`);
          provideSite(site);
        }
        updateConfig({ site: site().library.base.url });
      },
      'astro:server:setup': ({ server, logger }) => {
        const root = fileURLToPath(new URL('../..', import.meta.url));
        const content = contentFolder(root);
        server.watcher.add(content);
        server.watcher.on('all', (_event, file) => {
          if (!file.startsWith(content + path.sep)) return;
          const { site, report } = loadSite(readCorpus(content), root);
          // The last good base stays on show while an entry is being fixed.
          if (site) provideSite(site);
          else logger.error(`\n${textReport(report)}`);
          server.hot.send({ type: 'full-reload' });
        });
      },
    },
  };
}

import fs from 'node:fs';
import path from 'node:path';
import { pathIn, type Locale } from '../i18n/locale.ts';
import { need } from '../model/need.ts';

/** Digits of the hash of the content that pages show. */
const shown = 12;

interface Edition {
  contentHash: string;
  /** Names the code that made the pages. */
  code: string;
  languages: readonly Locale[];
  /** The path below which the site lies. */
  basePath: string;
}

/**
 * `/service-worker.js`: says of which edition the site is, and loads what `browser/offline/worker.ts` became.
 * It stands at the root, for a service worker serves what lies below its own address, and changes with
 * content and code, by which browsers know a newer edition.
 *
 * @param client the folder of the scripts of the pages
 */
export function serviceWorker(client: string, { contentHash, code, languages, basePath }: Edition): string {
  const program = need(
    fs.readdirSync(path.join(client, '_astro')).find((file) => /^worker-.+\.js$/.test(file)),
    'the script of the service worker',
  );
  // The root holds every address, so its language is asked last.
  const offline = Object.fromEntries(
    languages.toReversed().map((language) => [language, basePath + pathIn(language, '/offline/')]),
  );
  const edition = {
    content: contentHash.slice(0, shown),
    build: `${contentHash.slice(0, shown)}-${code.slice(0, shown)}`,
    offline,
  };
  return `self.edition = ${JSON.stringify(edition)};\nimportScripts(${JSON.stringify(`${basePath}/_astro/${program}`)});\n`;
}

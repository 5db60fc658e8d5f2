import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroInlineConfig, AstroIntegration } from 'astro';
import { basePathOf } from '../model/site-address.ts';
import { cacheFolder } from '../reading/cache.ts';
import { styleBelow } from '../site/below.ts';
import type { ChildProcesses } from './child-processes.ts';
import { loadAstro, projectRoot } from './command.ts';
import { isRunning, remove } from './folders.ts';
import { filesBelow, hashOfFiles, keepFolder, takeFolder } from './kept-folder.ts';
import { mergeStyles, type PageStyle } from './merged-styles.ts';
import { takeTurn } from './turn.ts';

/** The pages as modules, with what they need in a browser. */
export interface Bundle {
  /** What goes into the site as it is: scripts, styles, fonts, `public/`. */
  client: string;
  /** The module to begin with. */
  entry: string;
  /** The styles of each page, by Astro's key of it. */
  pages: [key: string, data: { styles: PageStyle[] }][];
}

const rooms = path.join(projectRoot, '.almanac');

/** A folder of the checkout for the modules of this run; those that killed runs left are removed. */
export function roomOfModules(kind: 'pages' | 'preview'): string {
  for (const name of fs.existsSync(rooms) ? fs.readdirSync(rooms) : []) {
    const pid = /^(?:pages|preview)-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) remove(path.join(rooms, name));
  }
  return path.join(rooms, `${kind}-${process.pid}`);
}

/** All that the modules are made of. */
const sources = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** What makes this code, wherever it runs. */
export const sourcesKey = (): string =>
  hashOfFiles(
    projectRoot,
    sources.flatMap((name) => filesBelow(projectRoot, name)),
  );

/** What makes this code here: a build by another one begins anew. */
export const codeKey = (ofSources = sourcesKey()): string =>
  hash('sha256', `${process.version}\n${ofSources}`);

/**
 * The same for a site at an address: nothing is taken over from a build for another, which may be of the same
 * content.
 */
export const siteKey = (code: string, site: string): string => hash('sha256', `${code}\n${site}`);

const nameOf = (code: string, site: string) => `bundle-${siteKey(code, site).slice(0, 16)}`;

/**
 * Has another process make the modules of the pages, where they are not kept; ends when it has. Nothing
 * depends on it: what it has not left among the kept folders is made by whoever asks for it.
 */
export async function bundleAhead(processes: ChildProcesses, code: string, site: string): Promise<void> {
  if (fs.existsSync(path.join(cacheFolder(), nameOf(code, site)))) return;
  // It may have to say that it waits for another build.
  await processes.run('bundle-ahead.ts', [code, site], { saysErrors: true });
}

/**
 * Brings the modules of the pages into a folder of the checkout, from which they find their packages. They
 * depend on the code and on the address of the base alone, so they are kept, and Vite runs where one of these
 * has changed.
 *
 * @param command that needs them
 */
export async function bringBundle(
  room: string,
  code: string,
  site: string,
  command: 'build' | 'dev',
): Promise<Bundle> {
  const folder = path.join(room, 'bundle');
  const name = nameOf(code, site);
  const isKept = () => takeFolder(cacheFolder(), name, folder);
  if (!isKept()) {
    // What Astro keeps in .astro/ has one name in all runs of a checkout, until it begins with the pages.
    const begins = await takeTurn(path.join(rooms, 'turn'), (holder) =>
      console.error(`almanac ${command}: waiting for another build of this checkout (process ${holder})`),
    );
    // Whoever had the turn may have made them.
    if (isKept()) begins();
    else {
      await makeBundle(room, folder, begins);
      keepFolder(cacheFolder(), name, folder);
    }
  }
  const client = path.join(folder, 'client');
  putStylesBelow(basePathOf(site), client);
  const server = path.join(folder, 'server');
  const entry = fs.readdirSync(server).find((file) => file.startsWith('prerender-entry'));
  if (entry === undefined) throw new Error('Astro made no module to begin with');
  return {
    client,
    entry: path.join(server, entry),
    pages: JSON.parse(fs.readFileSync(path.join(folder, 'pages.json'), 'utf8')) as Bundle['pages'],
  };
}

/** Styles name fonts from the root of the site; those that are kept do so for every site. */
function putStylesBelow(basePath: string, client: string): void {
  if (basePath === '') return;
  for (const file of filesBelow(client, '_astro').filter((name) => name.endsWith('.css'))) {
    const full = path.join(client, file);
    fs.writeFileSync(full, styleBelow(basePath, fs.readFileSync(full, 'utf8')));
  }
}

/**
 * Has Astro make the modules, and no page: those are made from the modules, whether these were kept or not.
 */
async function makeBundle(room: string, folder: string, begins: () => void): Promise<void> {
  // Loaded here, so that a build which needs no Vite starts at once.
  const { build } = await loadAstro();
  // The bundler looks for packages from where it stands.
  const standing = process.cwd();
  process.chdir(projectRoot);
  let pages: ReadonlyMap<string, { styles: PageStyle[] }> = new Map();
  let out = '';
  const modules: AstroIntegration = {
    name: 'modules',
    hooks: {
      'astro:config:done': ({ config }) => void (out = fileURLToPath(config.outDir)),
      'astro:build:setup': (setup) => void (pages = setup.pages as unknown as typeof pages),
      'astro:build:start': ({ setPrerenderer }) => {
        begins();
        setPrerenderer({
          name: 'modules',
          // Called when all modules stand there; Astro removes them when it is done with the pages.
          getStaticPaths() {
            fs.mkdirSync(folder, { recursive: true });
            fs.renameSync(path.join(out, '.prerender'), path.join(folder, 'server'));
            return Promise.resolve([]);
          },
          render: () => Promise.reject(new Error('Astro makes no page')),
        });
      },
    },
  };
  const settings: AstroInlineConfig = {
    root: projectRoot,
    outDir: path.join(room, 'site'),
    cacheDir: path.join(room, 'cache'),
    integrations: [modules],
    // What goes wrong comes back as an error, without a trace.
    logLevel: 'silent',
  };
  try {
    // The collections of content.config.ts serve editors, and `astro sync` writes them; no page reads them.
    await build(settings, { sync: false } as object);
  } finally {
    begins();
    process.chdir(standing);
  }
  fs.renameSync(out, path.join(folder, 'client'));
  const styles = mergeStyles(path.join(folder, 'client'), [...pages]);
  fs.writeFileSync(path.join(folder, 'pages.json'), JSON.stringify(styles));
}

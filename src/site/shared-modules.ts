import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const source = fileURLToPath(new URL('..', import.meta.url));

/** What Vite has to make: it runs in a browser, or has templates and styles. */
const made = /^(?:pages|components|layouts|browser|styles)\b/;

/**
 * The name under which the modules of the pages find a module that Node runs as it stands in `src/`;
 * undefined for what Vite makes. So a build has each such module once, with all that it has worked out, in
 * its pages and beside them.
 *
 * @param id what is imported
 * @param importer the file that imports it
 */
export function sharedModule(id: string, importer: string): string | undefined {
  if (!id.startsWith('.') || !/\.ts$/.test(id)) return undefined;
  const [file = ''] = importer.split('?');
  const place = path.relative(source, path.resolve(path.dirname(file), id));
  return place.startsWith('..') || made.test(place) ? undefined : `#src/${place.replaceAll(path.sep, '/')}`;
}

/**
 * Leaves them out of what Vite makes for pages; a preview by Astro itself has them anew whenever they change.
 */
export function sharedModules(): AstroIntegration {
  return {
    name: 'shared-modules',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        const plugin = {
          name: 'shared-modules',
          enforce: 'pre' as const,
          applyToEnvironment: ({ name }: { name: string }) => name !== 'client',
          resolveId(id: string, importer: string | undefined) {
            const shared = importer === undefined ? undefined : sharedModule(id, importer);
            return shared === undefined ? undefined : { id: shared, external: true };
          },
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}

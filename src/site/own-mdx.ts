import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

const pages = fileURLToPath(new URL('../pages/', import.meta.url));

/**
 * Refuses to run an MDX file that is no chapter of a page of the site itself. What contributors write has the
 * same suffix and is data (reading/body.ts parses it, checks/mdx.ts refuses code); no import, glob or
 * collection may make a module of it.
 *
 * @param id what a bundler is asked to load: a path with slashes, and a query
 * @throws Error for the path of another MDX file
 */
export function refuseForeignMdx(id: string): undefined {
  const [file = ''] = id.split('?');
  if (file.endsWith('.mdx') && !file.startsWith(pages.replaceAll('\\', '/')))
    throw new Error(
      `${file}: only the MDX chapters in src/pages/ are run; an entry is data, read by src/reading/`,
    );
}

/** Holds the bundler to it. */
export function ownMdx(): AstroIntegration {
  return {
    name: 'own-mdx',
    hooks: {
      'astro:config:setup': ({ updateConfig }) =>
        void updateConfig({
          vite: { plugins: [{ name: 'own-mdx', enforce: 'pre', load: refuseForeignMdx }] },
        }),
    },
  };
}

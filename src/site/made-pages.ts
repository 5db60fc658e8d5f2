import type { AstroIntegration } from 'astro';
import { withoutIndentation } from './indentation.ts';
import { valueIn } from '../model/need.ts';

/** What is done with each page as soon as it is made, by its file within the site and what stands in it; gives what is written. */
export type PageMade = (file: string, html: string) => string;

/**
 * Makes the pages, once all that they need is `ready`, in the order of their files, writes them without their indentation, and
 * hands each over as it is made, so that nothing has to read them again.
 */
export function madePages(ready: Promise<void>, made: PageMade): AstroIntegration {
  return {
    name: 'made-pages',
    hooks: {
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer((astro) => ({
          ...astro,
          async getStaticPaths() {
            await ready;
            const paths = await astro.getStaticPaths();
            const files = new Map(paths.map((path) => [path, fileOf(path.pathname)]));
            return paths.sort((a, b) => (valueIn(files, a) < valueIn(files, b) ? -1 : 1));
          },
          async render(request, options) {
            const rendered = await astro.render(request, options);
            const response = 'response' in rendered ? rendered.response : rendered;
            if (!/^text\/html\b/.test(response.headers.get('content-type') ?? '')) return rendered;
            const html = withoutIndentation(await response.text());
            return new Response(made(fileOf(new URL(request.url).pathname), html), response);
          },
        })),
    },
  };
}

/** Where Astro writes a page. */
function fileOf(pathname: string): string {
  const page = decodeURI(pathname).replace(/^\/|\/$/g, '');
  if (page === '404') return '404.html';
  return page === '' ? 'index.html' : `${page}/index.html`;
}

import { pathToFileURL } from 'node:url';
import { withoutIndentation } from './indentation.ts';
import { need } from '../model/need.ts';

/** A page to be made, or a file that is made as pages are. */
export interface PagePath {
  /** Its address within the site. */
  pathname: string;
  /** The file that it is written to, within the site. */
  file: string;
  /** What its module is handed. */
  props: unknown;
  route: Route;
}

/** What is used here of Astro's routes. */
interface Route {
  route: string;
  type: string;
  pathname?: string | undefined;
  component: string;
}
type Params = Record<string, string | undefined>;
interface PageModule {
  getStaticPaths?: () => { params: Params; props?: unknown }[];
}

/** What is used here of the application that Astro makes of the modules. */
interface App {
  manifest: { routes: { routeData: Route }[] };
  setInternals(internals: object): void;
  setOptions(options: object): void;
  getComponentByRoute(route: Route): Promise<PageModule>;
  render(request: Request, options: { routeData: Route }): Promise<Response>;
}

/** Makes pages of the modules that Astro made of `pages/`, in this process and one after the other. */
export class MadePages {
  readonly #app: App;
  readonly #origin: string;

  private constructor(app: App, origin: string) {
    this.#app = app;
    this.#origin = origin;
  }

  /**
   * @param entry the module to begin with
   * @param pages the styles of each page, by Astro's key of it
   */
  static async of(entry: string, pages: readonly [string, object][], origin: string): Promise<MadePages> {
    const { app } = (await import(pathToFileURL(entry).href)) as { app: App };
    app.setInternals({ pagesByKeys: new Map(pages), entrySpecifierToBundleMap: new Map() });
    // What goes wrong comes back as an error, without a trace.
    app.setOptions({ settings: { scripts: [] }, logger: { options: { destination: { write: () => true } } } });
    return new MadePages(app, origin);
  }

  /** All pages, in the order of their files. */
  async paths(): Promise<PagePath[]> {
    const paths: PagePath[] = [];
    for (const { routeData: route } of this.#app.manifest.routes) paths.push(...(await this.#pathsOf(route)));
    paths.sort((a, b) => (a.file < b.file ? -1 : 1));
    const twice = paths.find(({ file }, i) => file === paths[i + 1]?.file);
    if (twice) throw new Error(`two pages would stand at ${twice.pathname}`);
    return paths;
  }

  async #pathsOf(route: Route): Promise<PagePath[]> {
    if (route.pathname !== undefined) return [pathOf(route, route.pathname, undefined)];
    const { getStaticPaths } = await this.#app.getComponentByRoute(route);
    return need(getStaticPaths, `the list of pages of ${route.route}`)().map(({ params, props }) =>
      pathOf(route, filled(route.route, params), props),
    );
  }

  /** A page as it is written: without indentation; whatever else is made as pages are, as it is. */
  async render({ pathname, route }: PagePath): Promise<{ content: string; isHtml: boolean }> {
    const response = await this.#app.render(new Request(new URL(pathname, this.#origin)), { routeData: route });
    const content = await response.text();
    const isHtml = /^text\/html\b/.test(response.headers.get('content-type') ?? '');
    return { content: isHtml ? withoutIndentation(content) : content, isHtml };
  }
}

/** `/trials/[id]` with an id. */
const filled = (route: string, params: Params) =>
  route.replace(/\[(?:\.\.\.)?([^\]]+)\]/g, (_, name: string) => params[name] ?? '');

function pathOf(route: Route, filledRoute: string, props: unknown): PagePath {
  const bare = filledRoute.replace(/^\/+|\/+$/g, '');
  if (route.type !== 'page') return { pathname: `/${bare}`, file: bare, props, route };
  const folder = bare === '' ? '' : `${bare}/`;
  return { pathname: `/${folder}`, file: bare === '404' ? '404.html' : `${folder}index.html`, props, route };
}

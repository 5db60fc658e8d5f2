import { pathToFileURL } from 'node:url';
import { inLocale, pathIn, type Locale } from '../i18n/locale.ts';
import { withoutIndentation } from './indentation.ts';
import { dataBelow, pageBelow } from './below.ts';
import { linkedIn } from './linked-in.ts';
import { need } from '../model/need.ts';
import { basePathOf } from '../model/site-address.ts';
import { Unmade } from '../model/unmade.ts';
import { byText } from '../model/order.ts';

/** A page to be made, or a file that is made as pages are. */
export interface PagePath {
  /** Its address within the site. */
  pathname: string;
  /** The language that it is made in. */
  language: Locale;
  /** The address that its module knows: that of the same page in English. */
  asked: string;
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
  /** What Astro keeps of the lists of pages, with their props. */
  routeCache: { clearAll(): void };
}

/** Makes pages of the modules that Astro made of `pages/`, in this process and one after the other. */
export class MadePages {
  readonly #app: App;
  readonly #site: string;
  readonly #basePath: string;
  /** The addresses of pages in English. */
  readonly #paths = new Set<string>();

  private constructor(app: App, site: string) {
    this.#app = app;
    this.#site = site;
    this.#basePath = basePathOf(site);
  }

  /**
   * @param entry the module to begin with
   * @param pages the styles of each page, by Astro's key of it
   * @param site the address of the site
   */
  static async of(entry: string, pages: readonly [string, object][], site: string): Promise<MadePages> {
    const { app } = (await import(pathToFileURL(entry).href)) as { app: App };
    app.setInternals({ pagesByKeys: new Map(pages), entrySpecifierToBundleMap: new Map() });
    // What goes wrong comes back as an error, without a trace.
    app.setOptions({
      settings: { scripts: [] },
      logger: { options: { destination: { write: () => true } } },
    });
    return new MadePages(app, site);
  }

  /** All pages of the base as it is now in all languages, in the order of their files. */
  async paths(languages: readonly Locale[]): Promise<PagePath[]> {
    this.#app.routeCache.clearAll();
    const paths: PagePath[] = [];
    for (const { routeData: route } of this.#app.manifest.routes)
      for (const page of await this.#pathsOf(route))
        for (const language of languages)
          if (language === 'en') paths.push(page);
          else if (!onceOnly.test(route.component))
            paths.push({
              ...page,
              language,
              pathname: pathIn(language, page.pathname),
              file: `${language}/${page.file}`,
            });
    for (const { pathname, language } of paths) if (language === 'en') this.#paths.add(pathname);
    paths.sort((a, b) => byText(a.file, b.file));
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

  /**
   * A page as it is written: without indentation, below the path of the site; whatever else is made as pages
   * are likewise.
   */
  async render({ asked, language, route }: PagePath): Promise<{ content: string; isHtml: boolean }> {
    return inLocale(language, async () => {
      const { content, type } = await this.#answer(asked, route).catch((error: unknown) => {
        // Astro knows only the file of its code.
        throw error instanceof Unmade ? error : new Unmade(asked, error);
      });
      const isHtml = /^text\/html\b/.test(type);
      if (!isHtml) return { content: dataBelow(this.#basePath, content), isHtml };
      const page = linkedIn(language, withoutIndentation(content), this.#paths);
      return { content: pageBelow(this.#basePath, page), isHtml };
    });
  }

  async #answer(asked: string, routeData: Route): Promise<{ content: string; type: string }> {
    const response = await this.#app.render(new Request(new URL(asked, this.#site)), { routeData });
    return { content: await response.text(), type: response.headers.get('content-type') ?? '' };
  }
}

/**
 * What stands at one address for all languages: pages that only lead elsewhere, and the one that servers show
 * for all that is not there.
 */
const onceOnly = /\/(?:\[\.\.\.former\]|404)\.astro$/;

/** `/trials/[id]` with an id. */
const filled = (route: string, params: Params) =>
  route.replace(/\[(?:\.\.\.)?([^\]]+)\]/g, (_, name: string) => params[name] ?? '');

function pathOf(route: Route, filledRoute: string, props: unknown): PagePath {
  const bare = filledRoute.replace(/^\/+|\/+$/g, '');
  const folder = bare === '' ? '' : `${bare}/`;
  const pathname = route.type === 'page' ? `/${folder}` : `/${bare}`;
  const file =
    route.type === 'page' && bare !== '404' ? `${folder}index.html` : bare === '404' ? '404.html' : bare;
  return { pathname, asked: pathname, language: 'en', file, props, route };
}

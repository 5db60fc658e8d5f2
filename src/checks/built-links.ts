import fs from 'node:fs';
import path from 'node:path';
import { itemIn, valueIn } from '../model/need.ts';

export interface BrokenLink {
  /** The page, as its path in the site. */
  page: string;
  href: string;
  problem: string;
}

/** Where a link leads within the site: to a file of it, or nowhere. */
interface Target {
  file: string | undefined;
  /** The anchor asked for, with `#` and as it is meant; empty where there is none. */
  hash: string;
  anchor: string;
}

const attribute = /\s(?:href|src)="([^"]*)"/g;
const anchor = /\sid="([^"]*)"/g;
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** The links of a page and the anchors that others may lead to. */
export interface PageLinks {
  links: readonly string[];
  anchors: readonly string[];
}

/**
 * Takes the links and anchors of each page while it is made, and says in the end which links lead nowhere.
 */
export class LinkAudit {
  readonly #basePath: string;
  readonly #pages = new Map<string, { links: readonly string[]; anchors: ReadonlySet<string> }>();
  /** Each link once: nearly all begin with a slash and stand on many pages. */
  readonly #links = new Map<string, string>();

  /** @param basePath the path of its host below which the site lies */
  constructor(basePath = '') {
    this.#basePath = basePath;
  }

  /** @param name the file of the page within the site, with slashes */
  add(name: string, html: string): void {
    const links = new Set<string>();
    for (const href of all(html, attribute)) {
      if (elsewhere.test(href)) continue;
      let known = this.#links.get(href);
      if (known === undefined) this.#links.set((known = copied(href)), known);
      links.add(known);
    }
    this.#pages.set(name, { links: [...links], anchors: new Set(all(html, anchor).map(copied)) });
  }

  /** What was taken of a page. */
  of(name: string): PageLinks {
    const { links, anchors } = valueIn(this.#pages, name);
    return { links, anchors: [...anchors] };
  }

  /** Takes the same again, of a page that is as it was. */
  again(name: string, { links, anchors }: PageLinks): void {
    this.#pages.set(name, { links, anchors: new Set(anchors) });
  }

  /**
   * Every link that leads to a page, file or anchor of the site that is not there.
   *
   * @param files all files of the site, with slashes
   */
  broken(files: readonly string[]): BrokenLink[] {
    const present = new Set(files);
    const fromRoot = new Map<string, Target>();
    const targetOf = (href: string, page: string): Target => {
      const known = fromRoot.get(href) ?? this.#resolve(href, page, present);
      if (href.startsWith('/')) fromRoot.set(href, known);
      return known;
    };
    return [...this.#pages.keys()].sort().flatMap((name) => {
      const page = `/${name.replace(/index\.html$/, '')}`;
      return valueIn(this.#pages, name).links.flatMap((href): BrokenLink[] => {
        const { file, hash, anchor: id } = targetOf(href, page);
        if (file === undefined) return [{ page, href, problem: 'no such page or file in the site' }];
        if (!hash || !file.endsWith('.html') || this.#pages.get(file)?.anchors.has(id)) return [];
        return [{ page, href, problem: `${file} has no anchor ${hash}` }];
      });
    });
  }

  #resolve(href: string, page: string, present: ReadonlySet<string>): Target {
    const { pathname = '', hash = '' } = URL.parse(href, `http://site${this.#basePath}${page}`) ?? {};
    const isBelow = pathname.startsWith(`${this.#basePath}/`);
    const name = isBelow ? decoded(pathname.slice(this.#basePath.length)) : undefined;
    return {
      file: name === undefined ? undefined : fileOf(name, present),
      hash,
      anchor: decoded(hash.slice(1)) ?? '',
    };
  }
}

/** Everything below a folder, folders too, with slashes. */
export function filesOf(folder: string): string[] {
  return (fs.readdirSync(folder, { recursive: true }) as string[]).map((name) =>
    name.replaceAll(path.sep, '/'),
  );
}

/** What a pattern finds in a page, as it is meant. */
const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((match) => decode(itemIn(match, 1)));

/** A text by itself: a piece of a page keeps the whole of it in memory. */
const copied = (text: string) => Buffer.from(text).toString();

/** A part of an address without its escapes; nothing for `%zz`, which stands for no character. */
export function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}

function fileOf(pathname: string, present: ReadonlySet<string>): string | undefined {
  const name = pathname.slice(1);
  return [name, `${name}index.html`, `${name}.html`].find(
    (candidate) => candidate !== '' && present.has(candidate) && !isFolder(candidate, present),
  );
}

function isFolder(name: string, present: ReadonlySet<string>): boolean {
  return !name.includes('.') && present.has(`${name}/index.html`);
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, digits: string) =>
      String.fromCodePoint(parseInt(digits, hex ? 16 : 10)),
    )
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

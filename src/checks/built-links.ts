import fs from 'node:fs';
import path from 'node:path';

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

/** Every link of a built site that leads to a page, file or anchor of the site that is not there. */
export function auditLinks(folder: string): BrokenLink[] {
  const files = (fs.readdirSync(folder, { recursive: true }) as string[]).map((name) => name.replaceAll(path.sep, '/'));
  const present = new Set(files);
  // Nearly all links begin with a slash and stand on many pages.
  const fromRoot = new Map<string, Target>();
  const targetOf = (href: string, page: string): Target => {
    const known = fromRoot.get(href) ?? resolve(href, page, present);
    if (href.startsWith('/')) fromRoot.set(href, known);
    return known;
  };
  const anchors = new Map<string, Set<string>>();
  // The links that may be broken: of a large site not all pages fit into memory side by side.
  const open: (BrokenLink & { target: Target })[] = [];
  for (const name of files.filter((file) => file.endsWith('.html')).sort()) {
    const html = fs.readFileSync(path.join(folder, name), 'utf8');
    const page = `/${name.replace(/index\.html$/, '')}`;
    const own = new Set(all(html, anchor));
    anchors.set(name, own);
    for (const href of new Set(all(html, attribute))) {
      if (elsewhere.test(href)) continue;
      const target = targetOf(href, page);
      if (target.file === undefined) open.push({ page, href, problem: 'no such page or file in the site', target });
      else if (target.hash && target.file.endsWith('.html') && !(target.file === name && own.has(target.anchor)))
        open.push({ page, href, problem: `${target.file} has no anchor ${target.hash}`, target });
    }
  }
  return open
    .filter(({ target: { file, anchor: id } }) => file === undefined || !anchors.get(file)!.has(id))
    .map(({ page, href, problem }) => ({ page, href, problem }));
}

/** What a pattern finds in a page, as it is meant. */
function all(html: string, pattern: RegExp): string[] {
  // Copies: a piece of a text keeps the whole of it in memory.
  return [...html.matchAll(pattern)].map((match) => Buffer.from(decode(match[1]!)).toString());
}

function resolve(href: string, page: string, present: ReadonlySet<string>): Target {
  const { pathname = '', hash = '' } = URL.parse(href, `http://site${page}`) ?? {};
  const name = decoded(pathname);
  return { file: name === undefined ? undefined : fileOf(name, present), hash, anchor: decoded(hash.slice(1)) ?? '' };
}

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
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, digits: string) => String.fromCodePoint(parseInt(digits, hex ? 16 : 10)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

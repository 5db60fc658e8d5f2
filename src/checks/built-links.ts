import fs from 'node:fs';
import path from 'node:path';

export interface BrokenLink {
  /** The page, as its path in the site. */
  page: string;
  href: string;
  problem: string;
}

const attribute = /\s(?:href|src)="([^"]*)"/g;
const anchor = /\sid="([^"]*)"/g;
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

/** Every link of a built site that leads to a page, file or anchor of the site that is not there. */
export function auditLinks(folder: string): BrokenLink[] {
  const files = (fs.readdirSync(folder, { recursive: true }) as string[]).map((name) => name.replaceAll(path.sep, '/'));
  const present = new Set(files);
  const pages = files.filter((name) => name.endsWith('.html')).sort();
  const read = new Map(pages.map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));
  const anchors = new Map<string, Set<string>>();
  const anchorsOf = (name: string) => {
    if (!anchors.has(name)) anchors.set(name, new Set([...read.get(name)!.matchAll(anchor)].map((match) => decode(match[1]!))));
    return anchors.get(name)!;
  };
  const broken: BrokenLink[] = [];
  for (const [name, html] of read) {
    const page = `/${name.replace(/index\.html$/, '')}`;
    const seen = new Set<string>();
    for (const [, raw] of html.matchAll(attribute)) {
      const href = decode(raw!);
      if (seen.has(href) || elsewhere.test(href)) continue;
      seen.add(href);
      const { pathname, hash } = new URL(href, `http://site${page}`);
      const target = fileOf(decodeURIComponent(pathname), present);
      if (target === undefined) broken.push({ page, href, problem: 'no such page or file in the site' });
      else if (hash && target.endsWith('.html') && !anchorsOf(target).has(decodeURIComponent(hash.slice(1)))) {
        broken.push({ page, href, problem: `${target} has no anchor ${hash}` });
      }
    }
  }
  return broken;
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
  return text
    .replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, digits: string) => String.fromCodePoint(parseInt(digits, hex ? 16 : 10)))
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

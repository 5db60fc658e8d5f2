import { createHash } from 'node:crypto';
import type { HtmlElement } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { attribute, parseHtml, textOf } from '../support/html.ts';
import { files, pages, read, somePages } from '../support/site-pages.ts';

/** Reading a page as a tree takes longer than all that is asked of it. */
const trees = somePages(8).map(({ path, html }) => ({ path, html, root: parseHtml(html) }));

/** What `fault` says of each page that has one. */
function faults(fault: (page: (typeof trees)[number]) => unknown): string[] {
  return trees.flatMap((page) => {
    const found = fault(page);
    const list = Array.isArray(found) ? found : found ? [found] : [];
    return list.map((one) => `${page.path}: ${one}`);
  });
}

/** A block of data, which no browser runs: the policy is not asked about it. */
const isData = (script: HtmlElement) => attribute(script, 'type') === 'application/ld+json';

describe('every page', () => {
  test('has one h1', () => {
    expect(faults(({ root }) => root.querySelectorAll('h1').length !== 1 && 'not one h1')).toEqual([]);
  });

  test('has a title of its own, a description and a language', () => {
    // A work has the same title in all languages.
    for (const isChinese of [false, true]) {
      const own = pages.filter(({ path }) => path.startsWith('/zh/') === isChinese);
      const titles = own.map(({ html }) =>
        /<title>([^<]*)<\/title>/.exec(html)![1]!.replace(/\s+/g, ' ').trim(),
      );
      expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
    }
    expect(faults(({ root }) => !textOf(root.querySelector('title')!) && 'no title')).toEqual([]);
    expect(
      faults(
        ({ root }) =>
          !attribute(root.querySelector('meta[name="description"]')!, 'content') && 'no description',
      ),
    ).toEqual([]);
    expect(
      faults(
        ({ root }) =>
          !/^[a-z]{2}(-[A-Z]{2})?$/.test(attribute(root.querySelector('html')!, 'lang') ?? '') &&
          'no language',
      ),
    ).toEqual([]);
  });

  test('names its own address as the canonical one', () => {
    const canonical = faults(({ root, path }) => {
      const href = attribute(root.querySelector('link[rel="canonical"]')!, 'href')!;
      const moved = root.querySelector('meta[http-equiv="refresh"]') !== null;
      return path !== '/404.html' && !moved && new URL(href).pathname !== path && href;
    });
    expect(canonical).toEqual([]);
  });

  test('has no id twice', () => {
    const twice = faults(({ root }) => {
      const ids = root.querySelectorAll('[id]').map((element) => attribute(element, 'id'));
      return ids.filter((id, i) => ids.indexOf(id) !== i);
    });
    expect(twice).toEqual([]);
  });

  test('loads nothing from another host', () => {
    const foreign = faults(({ root }) =>
      root
        .querySelectorAll(
          'script[src], link[rel="stylesheet"], link[rel="icon"], link[rel="preload"], link[rel="modulepreload"], img, source, iframe, video, audio, object',
        )
        .map(
          (element) =>
            attribute(element, 'src') ??
            attribute(element, 'href') ??
            attribute(element, 'srcset') ??
            attribute(element, 'data'),
        )
        .filter((address) => !address?.startsWith('/') || address.startsWith('//')),
    );
    expect(foreign).toEqual([]);
    const sheets = files.filter((file) => file.endsWith('.css')).map((file) => read(file));
    const loaded = sheets.flatMap((sheet) =>
      [...sheet.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].map(([, a, b]) => a ?? b!),
    );
    expect(loaded.length, 'the fonts of the site').toBeGreaterThan(0);
    expect(loaded.filter((address) => !address.startsWith('/_astro/'))).toEqual([]);
  });

  test('has no script or style in its attributes', () => {
    const inline = faults(({ root }) =>
      root
        .querySelectorAll('*')
        .flatMap((element) =>
          element.attributes
            .filter(({ key, value }) => /^(on|style$)/.test(key) || /^\s*javascript:/i.test(String(value)))
            .map(({ key }) => `<${element.tagName} ${key}>`),
        ),
    );
    expect(inline).toEqual([]);
  });

  test('blocks its first paint by no script', () => {
    const blocking = faults(({ root }) =>
      root
        .querySelectorAll('script')
        .filter((script) => !isData(script))
        .filter((script) =>
          script.hasAttribute('src')
            ? attribute(script, 'type') !== 'module' && !script.hasAttribute('defer')
            : script.textContent.length > 200,
        )
        .map((script) => attribute(script, 'src') ?? script.textContent.slice(0, 60)),
    );
    expect(blocking).toEqual([]);
  });

  test('has no blank cell but where a plot has nothing to draw', () => {
    const blank = faults(({ root }) =>
      root
        .querySelectorAll('tbody th, tbody td')
        .filter((cell) => !cell.classList.contains('plot') && textOf(cell) === '')
        .map((cell) => textOf(cell.parent!)),
    );
    expect(blank).toEqual([]);
  });

  test('has no space before a comma or a full stop', () => {
    const loose = faults(({ root }) =>
      root
        .querySelectorAll('p, li, td, th, dd, dt')
        .filter((element) => !element.querySelector('table, ul, ol, p'))
        .flatMap((element) => textOf(element).match(/\S+ [.,;:](?= |$)/g) ?? []),
    );
    expect(loose).toEqual([]);
  });
});

describe('the content security policy', () => {
  const policies = trees.map(({ path, root, html }) => {
    const meta = root.querySelectorAll('meta[http-equiv="content-security-policy"]');
    const content = meta[0] ? attribute(meta[0], 'content')! : '';
    const directives = new Map(
      content
        .split(';')
        .map((directive) => directive.trim().split(/\s+/))
        .map(([name, ...sources]) => [name!, sources] as const),
    );
    return { path, root, html, count: meta.length, directives };
  });

  test('stands on every page, before everything that loads', () => {
    expect(policies.filter(({ count }) => count !== 1).map(({ path }) => path)).toEqual([]);
    const late = policies.filter(({ html }) => {
      const before = html.slice(0, html.indexOf('http-equiv="content-security-policy"'));
      return /<script[^>]+src=|<link[^>]+stylesheet|<img|<body/.test(before);
    });
    expect(late.map(({ path }) => path)).toEqual([]);
  });

  test('allows nothing but what is named', () => {
    for (const { path, directives } of policies) {
      expect(directives.get('default-src'), path).toEqual(["'none'"]);
      expect(directives.get('base-uri'), path).toEqual(["'self'"]);
      expect(directives.get('form-action'), path).toEqual(["'self'"]);
      const allowed = /^'(self|sha256-[A-Za-z0-9+/]{43}=)'$/;
      expect(
        directives.get('script-src')!.filter((source) => !allowed.test(source)),
        path,
      ).toEqual([]);
      expect(
        directives.get('style-src')!.filter((source) => !/^'(self|sha256-.+)'$/.test(source)),
        path,
      ).toEqual([]);
      const others = [...directives]
        .filter(([name]) => !/^(script|style)-src$/.test(name))
        .flatMap(([, sources]) => sources);
      expect(
        others.filter((source) => !["'none'", "'self'", 'data:', 'blob:'].includes(source)),
        path,
      ).toEqual([]);
    }
  });

  test('knows every script that stands on a page', () => {
    for (const { path, root, directives } of policies) {
      const inline = root
        .querySelectorAll('script')
        .filter((element) => !element.hasAttribute('src') && !isData(element));
      for (const script of inline) {
        const hash = createHash('sha256').update(script.textContent).digest('base64');
        expect(directives.get('script-src'), `${path}: ${script.textContent.slice(0, 60)}`).toContain(
          `'sha256-${hash}'`,
        );
      }
      expect(root.querySelectorAll('style').length, path).toBe(0);
    }
  });
});

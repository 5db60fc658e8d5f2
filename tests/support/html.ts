import { HtmlValidate, Parser, StaticConfigLoader, type HtmlElement } from 'html-validate';

const parser = new Parser(
  await new HtmlValidate(new StaticConfigLoader({ root: true })).getConfigFor('page.html'),
);

const parsed = new Map<string, HtmlElement>();

/** Reads the text of a page as a tree of elements, once for all test files that run in one process. */
export function parseHtml(html: string): HtmlElement {
  const root = parsed.get(html) ?? parser.parseHtml(html);
  parsed.set(html, root);
  return root;
}

/** An attribute as text; undefined where it is absent or has no value. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.getAttribute(name)?.value?.toString();
}

/** The text of an element as it is read: white space is one space. */
export function textOf(element: HtmlElement): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}

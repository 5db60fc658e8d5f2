import { HtmlValidate, Parser, StaticConfigLoader, type HtmlElement } from 'html-validate';

const parser = new Parser(await new HtmlValidate(new StaticConfigLoader({ root: true })).getConfigFor('page.html'));

/** Reads the text of a page as a tree of elements. */
export function parseHtml(html: string): HtmlElement {
  return parser.parseHtml(html);
}

/** An attribute as text; undefined where it is absent or has no value. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.getAttribute(name)?.value?.toString();
}

/** The text of an element as it is read: white space is one space. */
export function textOf(element: HtmlElement): string {
  return element.textContent.replace(/\s+/g, ' ').trim();
}

import type { Page } from 'playwright-core';

/**
 * Takes out of a page the rows and items in which no element stands that is not in one before them: what axe
 * says of those it says of these, and it is asked of some thousand elements less. The first of each table and
 * list stays.
 */
function takeOut(): void {
  const build = (element: Element): string => {
    const attributes = [...element.attributes].map(({ name, value }) =>
      ['class', 'role', 'type'].includes(name) || value === '' ? `${name}=${value}` : name,
    );
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '',
    );
    return `${element.localName} ${attributes.sort().join(' ')} ${hasText}`;
  };
  /** Each element of a row with the two that it stands in. */
  const partsOf = (element: Element, outer: string, inner: string): string[] => {
    const own = build(element);
    return [
      `${outer} > ${inner} > ${own}`,
      ...[...element.children].flatMap((child) => partsOf(child, inner, own)),
    ];
  };
  const seen = new Set<string>();
  const out: { row: Element; parent: Element; next: Node | null }[] = [];
  for (const row of document.querySelectorAll('tr, li')) {
    const parent = row.parentElement;
    // Elements with scripts of their own would begin anew when they come back.
    const isPlain = ![...row.querySelectorAll('*')].some(({ localName }) => localName.includes('-'));
    if (!parent || !row.isConnected || !isPlain) continue;
    const parts = partsOf(row, parent.parentElement ? build(parent.parentElement) : '', build(parent));
    if (row !== parent.firstElementChild && parts.every((part) => seen.has(part))) {
      out.push({ row, parent, next: row.nextSibling });
      row.remove();
    }
    for (const part of parts) seen.add(part);
  }
  Object.assign(globalThis, {
    putBack: () => {
      for (const { row, parent, next } of out.reverse()) parent.insertBefore(row, next);
    },
  });
}

/** Does something on a page while rows that are built like others are not on it. */
export async function withoutAlikeRows<T>(page: Page, work: () => Promise<T>): Promise<T> {
  await page.evaluate(takeOut);
  const done = await work();
  await page.evaluate(() => (globalThis as unknown as { putBack: () => void }).putBack());
  return done;
}

import { entryFields } from './bibtex-fields.ts';
import type { Citable } from './entry.ts';
import type { TexOptions } from './tex.ts';

/**
 * A library in BibTeX, for classic BibTeX and for biber alike.
 *
 * Items come in the given order, their ids as keys, UTF-8 (`ascii`: accents as TeX commands, what has none as
 * it is), one blank line between entries and one newline at the end; no items give an empty text. The same
 * items always give the same bytes.
 *
 * @throws Error naming the keys that BibTeX could not distinguish or could not hold
 */
export function toBibtex(items: Citable[], options: TexOptions = {}): string {
  checkKeys(items.map((item) => item.id));
  return items.map((item) => entry(item, options)).join('\n');
}

/**
 * A library in BibTeX of ASCII alone, for pdfLaTeX and for styles that count bytes: accents as TeX commands.
 * Works in writings that TeX has no commands for, such as Chinese, are left out, and a comment at its head
 * names them.
 */
export function toAsciiBibtex(items: Citable[]): { text: string; leftOut: Citable[] } {
  const [held = [], leftOut = []] = [true, false].map((ascii) =>
    items.filter((item) => /^[\n\x20-\x7e]*$/.test(entry(item, { ascii: true })) === ascii),
  );
  const keys = leftOut.map(({ id }) => `% ${id}\n`).join('');
  const head = keys && `% Left out, for TeX has no ASCII for their letters; library.bib has them:\n${keys}\n`;
  return { text: head + toBibtex(held, { ascii: true }), leftOut };
}

function entry(item: Citable, options: TexOptions): string {
  const { type, fields } = entryFields(item, options);
  const lines = fields.map(([name, value]) => `  ${name} = ${name === 'month' ? value : `{${value}}`},\n`);
  return `@${type}{${item.id},\n${lines.join('')}}\n`;
}

function checkKeys(keys: string[]): void {
  const unusable = keys.filter((key) => !/^[A-Za-z0-9][A-Za-z0-9_:.-]*$/.test(key));
  if (unusable.length > 0) {
    throw new Error(
      `Unusable BibTeX key ${unusable.map((key) => JSON.stringify(key)).join(', ')}: ` +
        'expected ASCII letters, digits and _ : . - with a letter or digit first, such as smith-2016.',
    );
  }
  const first = new Map<string, string>();
  for (const key of keys) {
    const earlier = first.get(key.toLowerCase());
    if (earlier !== undefined) {
      const what = earlier === key ? `${key} is given twice` : `${earlier} and ${key} differ only in case`;
      throw new Error(
        `Duplicate BibTeX key: ${what}, and BibTeX would drop the second. Give one of them another id.`,
      );
    }
    first.set(key.toLowerCase(), key);
  }
}

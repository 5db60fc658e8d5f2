import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** A stylesheet of a page, as Astro lists it. */
export interface PageStyle {
  depth: number;
  order: number;
  sheet: { type: string; src?: string };
}
type PageStyles = [key: string, data: { styles: PageStyle[] }][];

/**
 * Puts the small stylesheets of each page into one, in the order in which the page has them: a dozen files of
 * a few lines each compress badly and are asked for one by one. What all pages share stays a file of its own,
 * which browsers have once.
 *
 * @param client the folder of the files, in which those that no page names any more are removed
 */
export function mergeStyles(client: string, pages: PageStyles): PageStyles {
  const sheets = pages.map(([, { styles }]) =>
    styles.toSorted(byPlace).flatMap(({ sheet }) => sheet.src ?? []),
  );
  // What is made as pages are, such as JSON, has no styles.
  const styled = sheets.filter((own) => own.length > 0);
  const shared = new Set(styled[0]?.filter((src) => styled.every((own) => own.includes(src))));
  const merged = pages.map(([key], i): PageStyles[number] => {
    const runs = (sheets[i] ?? []).reduce<string[][]>((all, src) => {
      const last = all.at(-1);
      if (last && !shared.has(src) && !last.some((one) => shared.has(one))) last.push(src);
      else all.push([src]);
      return all;
    }, []);
    const names = runs.map((run) => (run.length === 1 ? run.join() : together(client, run)));
    return [
      key,
      { styles: names.map((src, order) => ({ depth: 0, order, sheet: { type: 'external', src } })) },
    ];
  });
  const kept = new Set(merged.flatMap(([, { styles }]) => styles.map(({ sheet }) => sheet.src)));
  for (const src of new Set(sheets.flat())) if (!kept.has(src)) fs.rmSync(path.join(client, src));
  return merged;
}

/** The order of Astro, which every sheet of a page has a place in. */
const byPlace = (a: PageStyle, b: PageStyle) => a.order - b.order || b.depth - a.depth;

/** Writes some sheets into one, which has the same name wherever they are the same. */
function together(client: string, sheets: readonly string[]): string {
  const text = sheets.map((src) => fs.readFileSync(path.join(client, src), 'utf8').trim()).join('\n');
  const src = `_astro/page.${hash('sha256', text).slice(0, 8)}.css`;
  fs.writeFileSync(path.join(client, src), `${text}\n`);
  return src;
}

import fs from 'node:fs';
import path from 'node:path';

const scripts = /<script[\s\S]*?<\/script>/g;
const holes = /\[object |(?<![\w-])(?:NaN|undefined|Infinity|null)(?![\w-])/;

/**
 * What is wrong with the pages of a built site: ids that stand twice, and words for what could not be made.
 */
export function faultsOfPages(folder: string): string[] {
  return (fs.readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => name.endsWith('.html'))
    .flatMap((name) => {
      const html = fs.readFileSync(path.join(folder, name), 'utf8').replace(scripts, '');
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]!);
      const twice = [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
      const hole = holes.exec(html);
      return [
        ...twice.map((id) => `${name}: the id ${id} stands twice`),
        ...(hole ? [`${name}: …${html.slice(Math.max(0, hole.index - 80), hole.index + 80)}…`] : []),
      ];
    });
}

import fs from 'node:fs';

/**
 * The rooms of `src/` as ARCHITECTURE.md lists them: folder → what it may import from the others, and the
 * packages that only it may import. The lint rules are made from this list, so that document and rules cannot
 * differ.
 *
 * @returns {Map<string, { imports: string[], packages: string[] }>} in the order of the table
 */
export function readRooms() {
  const text = fs.readFileSync(new URL('../ARCHITECTURE.md', import.meta.url), 'utf8');
  const quoted = (/** @type {string} */ cell) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name.replace(/\/$/, ''));
  const [, section = ''] = /^## The rooms$([^]*?)^## /m.exec(text) ?? [];
  const rows = section
    .split('\n')
    .filter((line) => /^\| `\w[\w-]*\/`/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
  const rooms = new Map();
  for (const [names, , imports, packages] of rows)
    for (const name of quoted(names))
      rooms.set(name, { imports: quoted(imports), packages: quoted(packages) });
  if (rooms.size === 0) throw new Error('ARCHITECTURE.md: no table of rooms was found');
  return rooms;
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Writes pages, by path and the inside of `<main>`, into a new folder. */
export function writeSite(pages: Record<string, string>, lang = 'lang="en"'): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'allmanac-search-'));
  for (const [page, main] of Object.entries(pages)) {
    const file = path.join(folder, page, 'index.html');
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(
      file,
      `<!doctype html><html ${lang}><body><main data-index-body>${main}</main></body></html>`,
    );
  }
  return folder;
}

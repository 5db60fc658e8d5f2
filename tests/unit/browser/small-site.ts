import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Pagefind } from '../../../src/browser/search/pagefind.ts';

/** Writes pages, by path and the inside of `<main>`, into a new folder. */
export function writeSite(pages: Record<string, string>, lang = 'lang="en"'): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'allmanac-search-'));
  for (const [page, main] of Object.entries(pages)) {
    const file = path.join(folder, page, 'index.html');
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, `<!doctype html><html ${lang}><body><main data-pagefind-body>${main}</main></body></html>`);
  }
  return folder;
}

/** Opens the index of a folder with the real Pagefind, outside a browser. */
export async function openIndex(folder: string): Promise<{ engine: Pagefind; close(): void }> {
  const server = http.createServer((request, response) => {
    const file = path.join(folder, new URL(request.url ?? '', 'http://localhost').pathname);
    if (fs.existsSync(file)) response.end(fs.readFileSync(file));
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  const script = pathToFileURL(path.join(folder, 'pagefind', 'pagefind.js')).href;
  const engine = (await import(/* @vite-ignore */ script)) as Pagefind & {
    options(o: { basePath: string; baseUrl: string }): Promise<void>;
  };
  await engine.options({ basePath: `http://localhost:${port}/pagefind/`, baseUrl: '/' });
  await engine.init();
  return { engine, close: () => server.close() };
}

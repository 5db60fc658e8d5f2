import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { shown } from '../reading/corpus.ts';
import { projectRoot, readArgs, UsageError, type Command } from './command.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.ndjson': 'application/x-ndjson; charset=utf-8',
  '.parquet': 'application/vnd.apache.parquet',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

export const serve: Command = {
  usage: 'serve [--dir DIR] [--port N]',
  summary: 'Serves a build at http://localhost:4321/ (PORT changes it).',
  async run(args) {
    const { values } = readArgs(args, { dir: { type: 'string' }, port: { type: 'string' } });
    const folder = values.dir === undefined ? path.join(projectRoot, 'dist') : path.resolve(values.dir);
    if (!fs.existsSync(path.join(folder, 'index.html')))
      throw new UsageError(`${shown(folder)} holds no build; run: almanac build`);
    const server = await listen(folder, readPort(values.port));
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`The base is at http://localhost:${port}/ (Ctrl-C stops it)\n`);
    await new Promise((resolve) => server.once('close', resolve));
    return 0;
  },
};

/** The port that --port names; else PORT, else 4321. */
export function readPort(given: string | undefined): number {
  const port = given ?? (process.env.PORT || '4321');
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535)
    throw new UsageError(`the port cannot be ${port || 'empty'}; expected a whole number up to 65535`);
  return Number(port);
}

/** Serves a folder on this machine only; port 0 takes any free one. */
export function listen(folder: string, port: number): Promise<http.Server> {
  const server = http.createServer((request, response) => answer(folder, request, response));
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = { EADDRINUSE: 'is taken', EACCES: 'may not be used by you' }[error.code ?? ''];
      reject(why ? new UsageError(`port ${port} ${why}; choose another with PORT=… or --port N`) : error);
    });
    server.listen(port, 'localhost', () => resolve(server));
  });
}

function answer(folder: string, request: http.IncomingMessage, response: http.ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const url = URL.parse(`http://localhost${request.url}`);
  if (!url) {
    response.writeHead(400).end();
    return;
  }
  const { pathname, search } = url;
  const file = resolveFile(folder, pathname);
  if (file === 'folder') {
    response.writeHead(301, { Location: `${pathname}/${search}` }).end();
    return;
  }
  const found = file ?? path.join(folder, '404.html');
  if (!fs.existsSync(found)) {
    response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n');
    return;
  }
  const body = fs.readFileSync(found);
  response.writeHead(file ? 200 : 404, {
    'Content-Type': types[path.extname(found)] ?? 'application/octet-stream',
    'Content-Length': body.length,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function resolveFile(folder: string, pathname: string): string | 'folder' | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  const file = path.join(folder, decoded);
  if (decoded.includes('\0') || (file !== folder && !file.startsWith(folder + path.sep))) return undefined;
  const found = fs.statSync(file, { throwIfNoEntry: false });
  if (found?.isFile()) return file;
  if (!found?.isDirectory()) return undefined;
  if (!pathname.endsWith('/')) return 'folder';
  const index = path.join(file, 'index.html');
  return fs.existsSync(index) ? index : undefined;
}

import fs from 'node:fs';
import { STATUS_CODES, type OutgoingHttpHeaders, type RequestListener } from 'node:http';
import path from 'node:path';
import type { Readable } from 'node:stream';
import sirv from 'sirv';
import { mediaTypes } from '../exports/file.ts';

const asText = new Set(['.json', '.csv', '.ndjson']);

const types: Record<string, string> = {
  ...Object.fromEntries(
    Object.entries(mediaTypes).map(([ending, type]) => [
      ending,
      asText.has(ending) ? `${type}; charset=utf-8` : type,
    ]),
  ),
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.ris': 'application/x-research-info-systems; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.R': 'text/plain; charset=utf-8',
  '.py': 'text/plain; charset=utf-8',
};

/** What lets a page of any other host read data; `public/_headers` says the same where others serve them. */
const shared = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'Accept-Ranges, Content-Range, ETag',
};

/** What every answer says. */
export const guards = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  // A page can say the rest of its policy itself, but not this.
  'Content-Security-Policy': "frame-ancestors 'none'",
};

/** The media type of what a name with this ending holds. */
export const typeOf = (ending: string): string => types[ending] ?? 'application/octet-stream';

/**
 * Answers requests for the files below a folder, as they are at the time: a new build is served at once.
 *
 * @param basePath below which path of the host they stand; requests are as from there
 */
export function staticFiles(folder: string, basePath = ''): RequestListener {
  const send = sirv(folder, {
    dev: true,
    etag: true,
    extensions: [],
    setHeaders: (response, name) => response.setHeader('Content-Type', typeOf(path.extname(name))),
  });
  return (request, response) => {
    for (const [name, value] of Object.entries({ ...guards, ...shared })) response.setHeader(name, value);
    const end = (
      status: number,
      headers: OutgoingHttpHeaders = {},
      body: string | Buffer = `${STATUS_CODES[status]}\n`,
    ) => {
      response.writeHead(status, {
        'Content-Type': types['.txt'],
        'Content-Length': Buffer.byteLength(body),
        ...headers,
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(405, { Allow: 'GET, HEAD' });
    const url = URL.parse(`http://localhost${request.url}`);
    if (!url) return end(400);
    const found = find(folder, url.pathname);
    if (found?.size === undefined)
      return found ? end(301, { Location: basePath + found.address + url.search }) : notFound(folder, end);
    request.url = found.address;
    request.headers.range = request.headers['if-range']
      ? undefined
      : readableRange(request.headers.range, found.size);
    // A file may be gone between being found and being read.
    response.once('pipe', (file: Readable) => file.once('error', () => response.destroy()));
    try {
      send(request, response, () => end(404));
    } catch {
      end(404);
    }
  };
}

function notFound(
  folder: string,
  end: (status: number, headers?: OutgoingHttpHeaders, body?: Buffer) => void,
): void {
  let page: Buffer | undefined;
  try {
    page = fs.readFileSync(path.join(folder, '404.html'));
  } catch {
    return end(404);
  }
  end(404, { 'Content-Type': types['.html'] }, page);
}

/** A file; or, without a size, a folder that is asked for without the slash at its end. */
interface Found {
  /** Always one on this host, whatever way led there. */
  address: string;
  size?: number;
}

function find(folder: string, pathname: string): Found | undefined {
  try {
    const asked = path.join(folder, decodeURIComponent(pathname));
    if (asked !== folder && !asked.startsWith(folder + path.sep)) return undefined;
    const isFolder = fs.statSync(asked).isDirectory();
    if (isFolder && !pathname.endsWith('/'))
      return { address: addressOf(folder, path.join(asked, path.sep)) };
    const file = isFolder ? path.join(asked, 'index.html') : asked;
    fs.accessSync(file, fs.constants.R_OK);
    const stats = fs.statSync(file);
    return stats.isFile() ? { address: addressOf(folder, file), size: stats.size } : undefined;
  } catch {
    // Not there, closed to us, a name that is too long or no text: in each case there is nothing to show.
    return undefined;
  }
}

/** The address of a file or folder (with a separator at its end) below the one that is served. */
function addressOf(root: string, file: string): string {
  const relative = file.slice(root.length).replaceAll(path.sep, '/').replace(/^\/*/, '/');
  return encodeURI(relative).replace(/[?#]/g, encodeURIComponent);
}

/**
 * A range in the one form that sirv reads as RFC 9110 means it, `bytes=FIRST-` or `bytes=FIRST-LAST`; the
 * whole file where several ranges are asked for or none that can be. The last N bytes (`bytes=-N`), as
 * readers of Parquet ask for, count from the size.
 */
function readableRange(asked: string | undefined, size: number): string | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(asked ?? '') ?? [];
  if (first === '') return last === '' ? undefined : `bytes=${Math.max(size - Number(last), 0)}-`;
  return last !== '' && (Number(last) === 0 || Number(last) < Number(first)) ? undefined : asked;
}

/*
 * The service worker: keeps the pages that a reader has seen, with what they are made of, so that they can be
 * read without a network. It asks for nothing that no page asks for, but the page that is shown where nothing
 * else can be.
 */

import { keptIn } from './kept-in.ts';

/** What `/service-worker.js` says of the build before it loads this. */
interface Edition {
  /** The first digits of the hash of the content. */
  content: string;
  /** Names the content and the code that made the pages of it. */
  build: string;
  /**
   * By language, the page that is shown where an asked page is not kept; the language of the root stands
   * last.
   */
  offline: Record<string, string>;
}

/** What is used here of the types of workers, of which those of pages know nothing. */
interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends LastingEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface ServiceWorkerScope {
  readonly edition: Edition;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: LastingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'message', listener: (event: LastingEvent & MessageEvent<unknown>) => void): void;
}
const scope = globalThis as unknown as ServiceWorkerScope;
const { edition } = scope;

/** The path of the home page: the worker stands beside it, and serves what lies below. */
const root = new URL('.', location.href).pathname;
const prefix = keptIn(root);
const current = prefix + edition.build;

/** An address as it is from the root of the site. */
const within = (path: string) => path.slice(root.length - 1);
/** Files whose names change with what is in them. */
const fixed = /^\/(?:_astro|search-index\/[^/]+)\//;
/** Pages, and the data that pages read; nothing that is downloaded. */
const read = /\/$|^\/search-index\/|^\/(?:\w+\/)?sheets\/|^\/favicon\./;
/** What a page, a style or a script is made of. */
const named = /(?:(?:src|href)=|from\s*|import\s*|url\()["']?([^"')\s]+\.(?:css|js|woff2))["')]/g;

scope.addEventListener('install', (event) => {
  event.waitUntil(Promise.all(Object.values(edition.offline).map((path) => keepWhole(path))));
});

scope.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([removeOld(), scope.clients.claim()])),
);

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(root)) return;
  if (request.headers.has('range')) return;
  if (fixed.test(within(pathname))) event.respondWith(keptOrFetched(event, pathname));
  else if (request.mode === 'navigate' || read.test(within(pathname)))
    event.respondWith(fetchedOrKept(event, pathname));
});

scope.addEventListener('message', (event) => {
  const { data, ports } = event;
  if (data === 'edition') ports[0]?.postMessage(edition.content);
  else if (data === 'take over') void scope.skipWaiting();
  else if (typeof data === 'string' && data.startsWith('/'))
    event.waitUntil(keepWhole(data, { cache: 'force-cache' }));
});

/** What this edition has kept, else what the one before has. */
async function kept(path: string): Promise<Response | undefined> {
  const others = (await ownCaches()).filter((name) => name !== current).reverse();
  for (const name of [current, ...others]) {
    const found = await (await caches.open(name)).match(path);
    if (found) return found;
  }
  return undefined;
}

async function keep(path: string, response: Response): Promise<void> {
  if (response.status !== 200 || response.redirected) return;
  // Where no more can be kept, what is kept stays.
  await (await caches.open(current)).put(path, response).catch(() => undefined);
}

async function keptOrFetched(event: FetchEvent, path: string): Promise<Response> {
  const found = await kept(path);
  if (found) return found;
  const response = await fetch(event.request);
  event.waitUntil(keep(path, response.clone()));
  return response;
}

async function fetchedOrKept(event: FetchEvent, path: string): Promise<Response> {
  try {
    const response = await fetch(event.request);
    event.waitUntil(keep(path, response.clone()));
    const language = /^\/search-index\/(\w+)\.json$/.exec(within(path))?.[1];
    if (language !== undefined) event.waitUntil(keepSearch(language, response.clone()));
    return response;
  } catch {
    const found =
      (await kept(path)) ?? (event.request.mode === 'navigate' ? await kept(insteadOf(path)) : undefined);
    return found ?? Response.error();
  }
}

/** Whoever searches in a dialog finds the page of the search, too, with its filters. */
async function keepSearch(language: string, start: Response): Promise<void> {
  const path = (edition.offline[language] ?? '').replace(/[^/]+\/$/, 'search/');
  if (path === '' || (await (await caches.open(current)).match(path))) return;
  const { at } = (await start.json()) as { at: string };
  await Promise.all([path, `${root}search-index/${at}/facets.json`].map((one) => keepWhole(one)));
}

/** Keeps a page or file with all files that it names and that these name. */
async function keepWhole(path: string, how: RequestInit = {}, seen = new Set<string>()): Promise<void> {
  if (seen.has(path)) return;
  seen.add(path);
  const response = (fixed.test(within(path)) && (await kept(path))) || (await fetch(path, how));
  const text = /html|css|javascript/.test(response.headers.get('content-type') ?? '')
    ? await response.clone().text()
    : '';
  await keep(path, response);
  const files = [...text.matchAll(named)].map(
    ([, file = '']) => new URL(file, new URL(path, location.origin)).pathname,
  );
  await Promise.all(files.map((file) => keepWhole(file, how, seen)));
}

/** The page that says that a page is not kept, in its language. */
const insteadOf = (path: string): string =>
  Object.values(edition.offline).find((one) => path.startsWith(one.replace(/[^/]+\/$/, ''))) ?? root;

const ownCaches = async () => (await caches.keys()).filter((name) => name.startsWith(prefix));

/** The edition before this one stays, for what was seen of it and not yet of this one. */
async function removeOld(): Promise<void> {
  const others = (await ownCaches()).filter((name) => name !== current);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
}

import fs from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { hash } from 'node:crypto';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pageBelow } from '../../site/below.ts';
import { markup } from '../../wording/markup.ts';
import { projectRoot } from '../command.ts';
import { watchFolder } from '../watch-folder.ts';
import { guards, staticFiles, typeOf } from '../static-files.ts';
import { entryPage } from './entry-page.ts';
import type { Preview } from './preview.ts';
import { findingsOn } from './panel-findings.ts';

/** Below this address stands what the preview adds to the site. */
const own = '/_preview/';

interface Serving {
  preview: Preview;
  /** Scripts, styles and fonts of the pages. */
  client: string;
  editor: string;
  /** The path below which the site lies. */
  basePath: string;
}

/** Answers for the pages and files of a base as it is now, and notifies open pages when it has changed. */
export class PreviewServer {
  readonly #serving: Serving;
  readonly #files: RequestListener;
  readonly #listeners = new Set<ServerResponse>();
  /** How many changes open pages were notified of. */
  #changes = 0;

  constructor(serving: Serving) {
    this.#serving = serving;
    this.#files = staticFiles(serving.client, serving.basePath);
  }

  readonly answer: RequestListener = (request, response) => {
    this.#answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) this.#send(response, 500, this.#fault(firstLine(error)), '.html');
      else response.destroy();
    });
  };

  /** Tells every open page that something has changed. */
  notify(milliseconds: number): void {
    this.#changes += 1;
    for (const listener of this.#listeners) listener.write(messageOf(milliseconds));
  }

  close(): void {
    for (const listener of this.#listeners) listener.end();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = URL.parse(`http://localhost${request.url}`);
    if (!url || (request.method !== 'GET' && request.method !== 'HEAD')) {
      this.#files(request, response);
      return;
    }
    if (url.pathname.startsWith(own)) return this.#own(url, response);
    const { preview } = this.#serving;
    if (url.pathname.endsWith('/')) return this.#page(url.pathname, response);
    const file = await preview.file(url.pathname.slice(1));
    if (file !== undefined) {
      this.#send(response, 200, file, path.extname(url.pathname));
      return;
    }
    // What is made as pages are but is none: datasets.
    const made = await preview.page(url.pathname);
    if (made?.status === 200) {
      this.#send(response, 200, made.content, path.extname(url.pathname));
      return;
    }
    this.#files(request, response);
  }

  async #page(pathname: string, response: ServerResponse): Promise<void> {
    const { preview } = this.#serving;
    const seen = this.#changes;
    const page = await preview.page(pathname);
    if (!page) {
      this.#send(
        response,
        503,
        this.#fault(preview.unreadable ?? 'No state of this content could be linked so far.'),
        '.html',
      );
      return;
    }
    this.#send(response, page.status, this.#withPanel(page.content, seen), '.html');
  }

  #own(url: URL, response: ServerResponse): void | Promise<void> {
    const name = url.pathname.slice(own.length);
    const { preview, editor } = this.#serving;
    if (name === 'events') return this.#listen(response, Number(url.searchParams.get('seen')));
    if (name === 'panel.js') return this.#send(response, 200, script(), '.js');
    if (name === 'panel.css') return this.#send(response, 200, stylesheet(), '.css');
    if (name === 'findings.json') {
      const on = url.searchParams.get('path') ?? '/';
      const { errors, warnings } = preview.counts;
      return this.#send(
        response,
        200,
        JSON.stringify({
          findings: findingsOn(on, preview.findings, editor),
          errors,
          warnings,
          isBehind: preview.isBehind,
          unreadable: preview.unreadable,
        }),
        '.json',
      );
    }
    const view =
      preview.corpus &&
      entryPage(name.replace(/\/$/, ''), { corpus: preview.corpus, findings: preview.findings, editor });
    return view
      ? this.#send(response, 200, this.#withPanel(this.#below(view.text)), '.html')
      : this.#send(response, 404, this.#fault(`There is no entry ${name.replace(/\/$/, '')}.`), '.html');
  }

  /** @param seen the changes that the page already shows: later ones it has missed */
  #listen(response: ServerResponse, seen: number): void {
    response.writeHead(200, { ...guards, 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(seen === this.#changes ? ': open\n\n' : messageOf());
    this.#listeners.add(response);
    response.once('close', () => this.#listeners.delete(response));
  }

  #send(response: ServerResponse, status: number, content: string | Uint8Array, ending: string): void {
    response.writeHead(status, { ...guards, 'Content-Type': typeOf(ending), 'Cache-Control': 'no-store' });
    response.end(response.req.method === 'HEAD' ? undefined : content);
  }

  #below(html: string): string {
    return pageBelow(this.#serving.basePath, html);
  }

  /** A page with the panel, a digest by which it knows a change, and how many changes it already shows. */
  #withPanel(html: string, seen = this.#changes): string {
    const at = this.#serving.basePath + own;
    return html.replace(
      /<\/body>/,
      `<link rel="stylesheet" href="${at}panel.css"><script type="module" src="${at}panel.js" data-digest="${hash('sha256', html).slice(0, 16)}" data-seen="${seen}"></script></body>`,
    );
  }

  /** A page in the place of one that cannot be made. */
  #fault(message: string): string {
    return this.#withPanel(
      markup`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Preview</title></head><body class="preview-form"><main><h1>This page cannot be made</h1><p>${message}</p></main></body></html>`
        .text,
    );
  }
}

const messageOf = (milliseconds?: number) => `data: ${JSON.stringify({ milliseconds })}\n\n`;

const firstLine = (error: unknown) =>
  String(error instanceof Error ? error.message : error).replace(/\n[^]*$/, '');

const script = () =>
  stripTypeScriptTypes(
    fs.readFileSync(path.join(projectRoot, 'src', 'browser', 'preview', 'panel.ts'), 'utf8'),
  );
const stylesheet = () => fs.readFileSync(path.join(projectRoot, 'src', 'styles', 'preview.css'), 'utf8');

/** How long it waits for more files to be saved, in milliseconds. */
const pause = 30;
/** How long the other checks wait, so that pages which are open come first. */
const rest = 400;

/**
 * Follows a folder until it is stopped: what was saved is read, linked and shown at once, and all checks
 * follow.
 *
 * @param changed is called after each, with the time it took
 */
export function follow(
  content: string,
  preview: Preview,
  changed: (milliseconds: number) => void,
): () => void {
  const saved = new Set<string>();
  let turn = 0;
  const again = async () => {
    turn += 1;
    const mine = turn;
    await setTimeout(pause);
    if (mine !== turn) return;
    const files = [...saved];
    saved.clear();
    const begun = performance.now();
    preview.reload(files);
    changed(performance.now() - begun);
    await setTimeout(rest);
    if (mine !== turn) return;
    preview.checkAll();
    changed(performance.now() - begun);
  };
  return watchFolder(content, (file) => {
    saved.add(file);
    void again();
  });
}

import fs from 'node:fs';
import type { RequestListener } from 'node:http';
import path from 'node:path';
import { guards } from './static-files.ts';

/**
 * Hands on what is asked for below a path of this host, as if it were asked for from the root, and leads
 * there from the root.
 */
export function belowPath(basePath: string, answer: RequestListener): RequestListener {
  if (basePath === '') return answer;
  return (request, response) => {
    const asked = request.url ?? '/';
    const [, within] = asked.startsWith(basePath)
      ? (/^([/?].*|)$/.exec(asked.slice(basePath.length)) ?? [])
      : [];
    if (within?.startsWith('/')) {
      request.url = within;
      answer(request, response);
      return;
    }
    const isAtDoor = within !== undefined || asked === '/';
    response.writeHead(isAtDoor ? 302 : 404, {
      ...guards,
      'Content-Type': 'text/plain; charset=utf-8',
      ...(isAtDoor ? { Location: `${basePath}/${within ?? ''}` } : {}),
    });
    response.end(request.method === 'HEAD' || isAtDoor ? undefined : `The site stands below ${basePath}/\n`);
  };
}

/** Below which path a site was built to stand: its pages say it. */
export function basePathIn(folder: string): string {
  const home = path.join(folder, 'index.html');
  if (!fs.existsSync(home)) return '';
  return /<html\b[^>]*?\sdata-base-path="([^"]*)"/.exec(fs.readFileSync(home, 'utf8'))?.[1] ?? '';
}

import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { shown } from '../reading/shown.ts';
import { basePathIn, belowPath } from './below-path.ts';
import { projectRoot, readArgs, UsageError, type Command } from './command.ts';
import { staticFiles } from './static-files.ts';

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
    process.stdout.write(`The base is at http://localhost:${port}${basePathIn(folder)}/ (Ctrl-C stops it)\n`);
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

/** Serves a build on this machine only, below the path that it was made for; port 0 takes any free one. */
export async function listen(folder: string, port: number): Promise<http.Server> {
  const basePath = basePathIn(folder);
  const server = http.createServer(belowPath(basePath, staticFiles(folder, basePath)));
  await openPort(server, port);
  return server;
}

/** Has a server answer at a port of this machine; gives the port, which is any free one for 0. */
export function openPort(server: http.Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = { EADDRINUSE: 'is taken', EACCES: 'may not be used by you' }[error.code ?? ''];
      reject(why ? new UsageError(`port ${port} ${why}; choose another with PORT=… or --port N`) : error);
    });
    server.listen(port, 'localhost', () => resolve((server.address() as AddressInfo).port));
  });
}

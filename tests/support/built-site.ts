import { spawn } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { basePathIn } from '../../src/cli/below-path.ts';
import { projectRoot } from '../../src/cli/command.ts';
import { listen } from '../../src/cli/serve.ts';
import { layOutBelow } from './below-site.ts';
import { keptSites } from './kept-sites.ts';
import { layOutMade } from './made-site.ts';

/** A site, built once for a run, or before it of the same sources, and served until its end. */
export interface BuiltSite {
  /** The base that it was built from. */
  content: string;
  /** Where the files lie. */
  folder: string;
  /** Where they are served: `http://localhost:PORT`, with the path below which the site stands. */
  address: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The site of `content/`. */
    site: BuiltSite;
    /** The site of a base that was made up: `made-site.ts`. */
    made: BuiltSite;
    /** The site of the base in `examples/`. */
    example: BuiltSite;
    /** The same below a path of its host: `below-site.ts`. */
    below: BuiltSite;
  }
}

const exampleContent = path.join(projectRoot, 'examples', 'heart-failure');

interface Sites {
  site: BuiltSite;
  made: BuiltSite;
  example: BuiltSite;
  below: BuiltSite;
  remove(): void;
}

// The projects of a run have this file loaded once each; what they share lies here.
const slot = Symbol.for('almanac.built-site');
const shared = globalThis as { [slot]?: Promise<Sites> | undefined };

export async function setup({ provide }: TestProject): Promise<void> {
  const { site, made, example, below } = await (shared[slot] ??= start());
  provide('site', site);
  provide('made', made);
  provide('example', example);
  provide('below', below);
}

export async function teardown(): Promise<void> {
  const sites = await shared[slot]?.catch(() => undefined);
  shared[slot] = undefined;
  sites?.remove();
}

async function start(): Promise<Sites> {
  const { folder: kept, remove } = await keptSites(async (folder) => {
    layOutMade(path.join(folder, 'content'));
    layOutBelow(exampleContent, path.join(folder, 'below-content'));
    await Promise.all([
      build(path.join(projectRoot, 'content'), path.join(folder, 'site')),
      build(path.join(folder, 'content'), path.join(folder, 'made')),
      build(exampleContent, path.join(folder, 'example')),
      build(path.join(folder, 'below-content'), path.join(folder, 'below')),
    ]);
  });
  const servers: Awaited<ReturnType<typeof listen>>[] = [];
  const served = async (content: string, name: string): Promise<BuiltSite> => {
    const folder = path.join(kept, name);
    const server = await listen(folder, 0);
    servers.push(server);
    return {
      content,
      folder,
      address: `http://localhost:${(server.address() as AddressInfo).port}${basePathIn(folder)}`,
    };
  };
  return {
    site: await served(path.join(projectRoot, 'content'), 'site'),
    made: await served(path.join(kept, 'content'), 'made'),
    example: await served(exampleContent, 'example'),
    below: await served(path.join(kept, 'below-content'), 'below'),
    remove() {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
      remove();
    },
  };
}

/** Builds by the command that users type. */
async function build(content: string, folder: string): Promise<void> {
  const command = ['src/cli/almanac.js', 'build', '--content', content, '--out', folder];
  const child = spawn(process.execPath, command, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()));
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.on('close', resolve);
  const code = await promise;
  if (code !== 0)
    throw new Error(`the site of ${content} could not be built, so its tests cannot run\n\n${output}`);
}

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { projectRoot } from '../../../src/cli/command.ts';
import { listForEditors } from '../../../src/cli/editors.ts';
import { withContent } from './almanac.ts';

const modules = path.join(projectRoot, 'node_modules');

/** The language server that the Astro extension of VS Code runs, on a folder; gives a way to ask it. */
async function languageServer(folder: string) {
  const server = path.join(modules, '@astrojs/language-server/bin/nodeServer.js');
  const child = spawn(process.execPath, [server, '--stdio'], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill());
  const waiting = new Map<number, (result: unknown) => void>();
  let left = Buffer.alloc(0);
  const send = (message: object) => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  child.stdout.on('data', (data: Buffer) => {
    left = Buffer.concat([left, data]);
    for (;;) {
      const [head, length] =
        /^[\s\S]*?Content-Length: (\d+)[\s\S]*?\r\n\r\n/.exec(left.toString('latin1')) ?? [];
      if (head === undefined || left.length < head.length + Number(length)) return;
      const message = JSON.parse(left.toString('utf8', head.length, head.length + Number(length))) as Record<
        string,
        unknown
      >;
      left = left.subarray(head.length + Number(length));
      // What the server asks of an editor is answered with nothing.
      if ('method' in message && 'id' in message) send({ id: message.id, result: null });
      else waiting.get(message.id as number)?.(message.result);
    }
  });
  const ask = (method: string, params: object) =>
    new Promise<unknown>((resolve) => {
      waiting.set(waiting.size, resolve);
      send({ id: waiting.size - 1, method, params });
    });
  const uri = pathToFileURL(folder).href;
  await ask('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'base' }],
    capabilities: {
      textDocument: { hover: { contentFormat: ['markdown'] } },
      workspace: { workspaceFolders: true },
    },
    initializationOptions: {
      typescript: { tsdk: path.join(modules, 'typescript/lib') },
      contentIntellisense: true,
    },
  });
  send({ method: 'initialized', params: {} });
  return { ask, send };
}

it('an editor explains and completes the frontmatter of an entry', async () => {
  const folder = withContent();
  fs.writeFileSync(path.join(folder, 'tsconfig.json'), '{"files": []}');
  listForEditors(path.join(folder, 'content'), folder);
  const file = path.join(folder, 'content/trials/alpha.mdx');
  const text = fs.readFileSync(file, 'utf8');
  const document = { uri: pathToFileURL(file).href };
  const { ask, send } = await languageServer(folder);
  send({
    method: 'textDocument/didOpen',
    params: { textDocument: { ...document, languageId: 'mdx', version: 1, text } },
  });
  const at = (key: string, character: number) => {
    const line = text.split('\n').findIndex((one) => one.trimStart().startsWith(key));
    expect(line).toBeGreaterThan(0);
    return { textDocument: document, position: { line, character } };
  };
  const hover = async (key: string, character: number) =>
    JSON.stringify(await ask('textDocument/hover', at(key, character)));
  expect(await hover('design:', 2)).toContain('How patients came to their arms');
  expect(await hover('locator: table 2', 6)).toContain('Where in the report: abstract, table 2');
  const { items } = (await ask('textDocument/completion', at('design:', 8))) as {
    items: { label: string }[];
  };
  expect(items.map(({ label }) => label)).toEqual(expect.arrayContaining(['randomised', 'single-arm']));
});

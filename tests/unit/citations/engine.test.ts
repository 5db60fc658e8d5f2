import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseBibtex } from '../../support/citation-readers.ts';

const root = path.resolve(import.meta.dirname, '../../..');

test('only engine.ts imports citation-js', () => {
  const importers = globSync('{src,scripts}/**/*.{ts,js,mjs,astro}', { cwd: root })
    .filter((file) =>
      /from '@citation-js|import '@citation-js|(import|require)\('@citation-js/.test(
        readFileSync(path.join(root, file), 'utf8'),
      ),
    )
    .map((file) => file.replaceAll('\\', '/'));
  expect(importers).toEqual(['src/citations/engine.ts']);
});

test('loading and formatting print nothing, open no connection and start no process', () => {
  const script = `
    import net from 'node:net';
    import process from 'node:process';
    import childProcess from 'node:child_process';
    import { syncBuiltinESMExports } from 'node:module';
    const refuse = (what) => () => { throw new Error('citation-js wants ' + what); };
    net.Socket.prototype.connect = refuse('the network');
    for (const name of ['spawn', 'spawnSync', 'fork', 'execFileSync']) childProcess[name] = refuse('a process');
    globalThis.fetch = refuse('fetch');
    syncBuiltinESMExports();
    const { referenceTexts } = await import('./src/citations/format.ts');
    const { toBibtex } = await import('./src/citations/bibtex.ts');
    const item = { id: 'a', type: 'article-journal', title: 'https://doi.org/10.1056/NEJMoa1509277', DOI: '10.1056/NEJMoa1509277', language: 'en-US' };
    referenceTexts([item]);
    toBibtex([item]);
  `;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: '', stderr: '' });
});

describe('reading BibTeX', () => {
  test('relations, accents and entities of other programs', () => {
    const [item] = parseBibtex(
      `@article{a, title = {NF-$\\kappa$B $\\geq$ 2 in Stra{\\ss}e}, author = "G{\\"o}kbuget, N and others", year = 2020}`,
    );
    expect(item).toMatchObject({
      title: 'NF-κB ≥ 2 in Straße',
      author: [{ family: 'Gökbuget', given: 'N' }],
      custom: { 'authors-truncated': true },
    });
  });

  test('malformed text is an error, not half a library', () => {
    expect(() => parseBibtex('@article{a, title = {never closed')).toThrow();
  });
});

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { accepted } from '../../fuzz/accepted.ts';
import { draftOf } from '../../fuzz/draft.ts';
import { faultOf, outputsOf } from '../../fuzz/outputs.ts';
import { faultsOfPages } from '../../fuzz/pages.ts';
import { some } from '../../support/sweep.ts';
import { command, folder } from './almanac.ts';

/** `npm run fuzz:builds` asks the same of thousands. */
describe('untidy content that the check accepts', () => {
  it('leaves no hole in anything made of it', async () => {
    const made = some(100, 30);
    const draft = draftOf(1, made);
    const { corpus, report } = accepted(draft, path.join(folder(), 'content'));
    expect(draft.entries.length).toBeGreaterThan(made / 2);
    const faults: string[] = [];
    for await (const output of outputsOf(corpus, report)) faults.push(...faultOf(output));
    expect(faults).toEqual([]);
  });

  it('is built, every link and id of it', async () => {
    const cwd = folder();
    const draft = draftOf(3, some(60, 20));
    accepted(draft, path.join(cwd, 'content'));
    const { code, stderr } = await command('build --content content --out dist', { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(fs.existsSync(path.join(cwd, 'dist', 'trials', draft.entries[0]!.id, 'index.html'))).toBe(true);
    expect(faultsOfPages(path.join(cwd, 'dist'))).toEqual([]);
  });
});

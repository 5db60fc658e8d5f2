import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { parseBibtex, parseRis } from '../../support/citation-readers.ts';
import { styleIds } from '../../../src/citations/styles.ts';
import { main } from '../../../src/cli/main.ts';
import { command, withContent } from './almanac.ts';

const cwd = withContent();
const content = path.join(cwd, 'content');

/** Runs the command in this process, on the good base. */
async function cite(line: string, folder = content) {
  const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const stderr = vi.spyOn(console, 'error').mockReturnValue();
  const code = await main(['cite', ...line.split(' '), '--content', folder]);
  const told = (spy: typeof stdout | typeof stderr) => spy.mock.calls.map(([text]) => String(text)).join('');
  const run = { code, stdout: told(stdout), stderr: told(stderr) };
  vi.restoreAllMocks();
  return run;
}
const keys = {
  bibtex: parseBibtex,
  ris: parseRis,
  'csl-json': (text: string) => JSON.parse(text) as { id: string }[],
};

describe('almanac cite', () => {
  it.each(Object.entries(keys))('prints a work, and a trial with its reports, as %s', async (style, read) => {
    const work = await cite(`smith-2020 --style ${style}`);
    expect([work.code, work.stderr]).toEqual([0, '']);
    expect(read(work.stdout).map(({ id }) => id)).toEqual(['smith-2020']);
    const trial = await cite(`alpha smith-2020 --style ${style}`);
    expect(read(trial.stdout).map(({ id }) => id)).toEqual([
      'trial-alpha',
      'smith-2020',
      'smith-2023',
      'li-2022',
    ]);
  });

  it.each(styleIds)('prints one citation a line in the style %s', async (style) => {
    const { code, stdout } = await cite(`smith-2020 li-2022 --style ${style}`);
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
    expect(stdout).toMatch(/smith/i);
  });

  it('prints a figure with the report that states it, and other entries by their folder', async () => {
    const figure = await cite('alpha/cr-new --style bibtex');
    expect(figure.stdout).toMatch(/^@misc\{fact-alpha-cr-new,/);
    expect(figure.stdout).toContain('/trials/alpha/#cr-new');
    expect(parseBibtex(figure.stdout)).toHaveLength(2);
    const therapy = await cite('therapies/testumab --style nlm');
    expect(therapy.stdout).toContain('/therapies/testumab/');
  });

  it.each([
    ['smith-2002 --style nlm', 'there is no work or entry smith-2002; did you mean smith-2020?'],
    ['alhpa --style nlm', 'there is no work or entry alhpa; did you mean alpha?'],
    ['alpha/cr-neew --style nlm', 'did you mean alpha/cr-new?'],
    ['therapies/testumap --style nlm', 'did you mean therapies/testumab?'],
    ['constructor --style nlm', 'there is no work or entry constructor'],
    ['__proto__/constructor --style nlm', 'there is no work or entry'],
    ['smith-2020', '--style is missing; expected one of bibtex, ris, csl-json, nlm, ama, apa, gb-t-7714'],
    ['smith-2020 --style vancouver', '--style cannot be vancouver; expected one of bibtex'],
    ['smith-2020 --style constructor', '--style cannot be constructor'],
    ['--style nlm', 'expected the key of a work or the id of a trial, found none'],
  ])('%s is refused with the fix and 2', async (line, says) => {
    const { code, stdout, stderr } = await cite(line);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(says);
    expect(stderr).not.toMatch(/\n\s+at |fault of the program/);
  });

  it('of content with errors says where the first one is', async () => {
    const { code, stdout, stderr } = await cite(
      'smith-2020 --style nlm',
      path.join(withContent('bad-yaml-tab'), 'content'),
    );
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/trials\/beta\.mdx:12:1: .*; the content has errors, see: almanac check/);
    const unlinked = await cite(
      'smith-2020 --style nlm',
      path.join(withContent('bad-unknown-reference'), 'content'),
    );
    expect([unlinked.code, unlinked.stdout]).toEqual([2, '']);
    expect(unlinked.stderr).toContain('the content has errors');
  });

  it('is the same as the shell sees it, and says in its help what is printed', async () => {
    const [run, help] = await Promise.all([
      command('cite smith-2020 --style ris --content content', { cwd }),
      command('cite --help'),
    ]);
    expect(run).toEqual({ code: 0, stdout: (await cite('smith-2020 --style ris')).stdout, stderr: '' });
    expect(help.stdout).toMatch(/of a trial \(the entry in its version, then its reports\)/);
  });
});

import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../src/cli/main.ts';
import { readCorpus } from '../../../src/reading/corpus.ts';
import { bytesOf, withContent } from './almanac.ts';

/**
 * Figure index of the review of the good base, whose claims are written one a line, in braces. The span that
 * `alpha/cr-span` states of both works stands behind the same span of one.
 */
const index = `of: overview
title: full text
sections:
  - {id: "1", passages: [{cites: [1], numbers: [50]}, {numbers: [6.0, 5, 10, 2021, 5]}]}
  - {id: "2.1", passages: [{cites: [7], numbers: [53, 94]}, {cites: [1, 7], numbers: [53, 94, 347]}]}
  - {id: "3", numbers: [12]}
  - {id: "4", numbers: []}
`;

/** Runs `almanac trace …` on a folder; what it says. */
async function trace(cwd: string, ...args: string[]) {
  const said: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  vi.spyOn(console, 'error').mockImplementation((text: string) => void said.push(text));
  const code = await main(['trace', ...args, '--content', path.join(cwd, 'content')]);
  return { code, said: said.join('\n') };
}
afterEach(() => void vi.restoreAllMocks());

describe('trace locate', () => {
  it('says where the figures of a fact stand in its source', async () => {
    const { code, said } = await trace(withContent(), 'locate', 'alpha/os-two-years');
    expect([code, said]).toEqual([0, expect.stringContaining('percent 23.0 at 5')]);
    expect(said).toContain('3 of 3 figures traced');
  });

  it('of a fact that is not there is wrong usage', async () => {
    const { code, said } = await trace(withContent(), 'locate', 'alpha/os-ten-years');
    expect([code, said]).toEqual([2, expect.stringContaining('there is no fact alpha/os-ten-years')]);
  });

  it('writes the places into the entries, and nothing else; a second time it changes nothing', async () => {
    const cwd = withContent(undefined, { 'sources/overview.yaml': index });
    const before = fs.readFileSync(path.join(cwd, 'content/trials/alpha.mdx'), 'utf8');
    await trace(cwd, 'locate', '--write');
    const once = bytesOf(cwd);
    expect(fs.readFileSync(path.join(cwd, 'content/trials/alpha.mdx'), 'utf8')).toBe(
      before.replace('    locator: §2.1\n', '    locator: §2.1\n    trace: {low: 3, high: 4}\n'),
    );
    await trace(cwd, 'locate', '--write');
    expect(bytesOf(cwd)).toEqual(once);
  });

  it('leaves a fact as it is that is not written one key a line, and says so', async () => {
    const cwd = withContent(undefined, { 'sources/overview.yaml': index });
    const review = path.join(cwd, 'content/reviews/overview.mdx');
    const before = fs.readFileSync(review, 'utf8');
    const { code, said } = await trace(cwd, 'locate', '--write');
    expect([code, said]).toEqual([
      0,
      expect.stringContaining('7 facts are not written one key a line and stay as they were'),
    ]);
    expect(fs.readFileSync(review, 'utf8')).toBe(before);
  });
});

describe('trace index', () => {
  it('writes the passages of a text with the references that it calls out, and no other word', async () => {
    const cwd = withContent();
    const file = path.join(cwd, 'review.txt');
    fs.writeFileSync(
      file,
      '1 Results\nSmith^[1] treated twelve patients; 5 of 12 died.\n\nThe price is 47.5.\n',
    );
    const { code, said } = await trace(
      cwd,
      'index',
      file,
      '--of',
      'overview',
      '--title',
      'full text',
      '--read',
      '2026-01-30',
    );
    expect([code, said.split('\n').slice(0, 3)]).toEqual([
      0,
      ['of: overview', 'title: "full text"', 'read: 2026-01-30'],
    ]);
    expect(said).toContain(`sections:
  - id: "introduction"
    numbers: []
  - id: "1"
    passages:
      - {cites: [1], numbers: [twelve, 5, 12]}
      - {numbers: [47.5]}
`);
    fs.mkdirSync(path.join(cwd, 'content/sources'), { recursive: true });
    fs.writeFileSync(path.join(cwd, 'content/sources/overview.yaml'), said);
    expect(readCorpus(path.join(cwd, 'content')).findings).toEqual([]);
  });

  it('writes one section of one passage where the text calls out nothing', async () => {
    const cwd = withContent();
    const file = path.join(cwd, 'abstract.txt');
    fs.writeFileSync(file, 'Of 12 patients\n\nnone died.\n');
    const { said } = await trace(
      cwd,
      'index',
      file,
      '--of',
      'smith-2020',
      '--title',
      'abstract',
      '--section',
      'abstract',
    );
    expect(said).toContain('sections:\n  - id: "abstract"\n    numbers: [12, none]\n');
  });
});

describe('trace report', () => {
  it('counts what is traced, and lists by reason and report what is not', async () => {
    const { code, said } = await trace(withContent(undefined, { 'sources/overview.yaml': index }), 'report');
    expect(code).toBe(0);
    expect(said).toMatch(/^2 of \d+ facts with figures are traced \(\d+\.\d%\); \d+ facts in all/);
    expect(said).toMatch(/the report has no index\s+smith-2020: .*alpha\/cr-new/);
    expect(said).toMatch(/the source is indexed, but .*\s+overview: .*overview\/share/);
    const counts = [...said.matchAll(/^ *(\d+) {2}/gm)].map(([, count]) => Number(count));
    expect(counts.reduce((sum, count) => sum + count)).toBe(Number(/; (\d+) facts in all/.exec(said)![1]));
  });

  it('of a base without figures has no share', async () => {
    const { said } = await trace(withContent(), 'report');
    expect(said).not.toContain('NaN');
  });
});

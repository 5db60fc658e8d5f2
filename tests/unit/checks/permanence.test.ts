import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { addressesOf } from '../../../src/evidence/addresses.ts';
import { link } from '../../../src/evidence/link.ts';
import { readCorpus } from '../../../src/reading/corpus.ts';
import { projectRoot } from '../../../src/cli/command.ts';
import { check, fixtures } from './fixtures.ts';

const all = addressesOf(readCorpus(path.join(fixtures, 'good'))).map(({ address }) => address);
const list = (...changes: [was: string, line?: string][]) => {
  const lines = new Map<string, string | undefined>(all.map((one) => [one, `- ${one}`]));
  for (const [was, line] of changes) lines.set(was, line);
  return { 'permanent-urls.yaml': [...lines.values()].filter(Boolean).join('\n') };
};
const told = (changes: Parameters<typeof check>[1]) =>
  check(undefined, changes).findings.map(({ code, severity, at, message }) => [code, severity, at, message]);

describe('permanent addresses', () => {
  it('are asked for only where there is a list', () => {
    const { checks } = check();
    expect(checks.filter(({ id, run }) => id.startsWith('permanence/') && run > 0)).toEqual([]);
  });

  it('are all on the list and all there', () => {
    expect(told(list())).toEqual([]);
  });

  it('that are new are named with the command that adds them, at their place', () => {
    const { findings } = check(undefined, list(['/trials/alpha/#os-hr'], ['/references/li-2022/']));
    expect(findings.map(({ code, severity, actual, help }) => [code, severity, actual, help])).toEqual([
      [
        'permanence/listed',
        'warning',
        '/references/li-2022/',
        expect.stringContaining('almanac addresses --write'),
      ],
      [
        'permanence/listed',
        'warning',
        '/trials/alpha/#os-hr',
        expect.stringContaining('- /trials/alpha/#os-hr'),
      ],
    ]);
    expect(findings.map(({ at }) => at)).toEqual([
      expect.stringMatching(/^references\.yaml:\d+:\d+$/),
      expect.stringMatching(/^trials\/alpha\.mdx:\d+:\d+$/),
    ]);
  });

  it('of what stood on a page that moved are looked for on the new page', () => {
    const moved: [string, string] = ['/trials/old/', '- {was: /trials/old/, now: /trials/alpha/}'];
    expect(told(list(moved, ['/trials/old/#os-hr', '- /trials/old/#os-hr']))).toEqual([]);
    expect(told(list(moved, ['/trials/old/#never', '- /trials/old/#never']))).toEqual([
      [
        'permanence/kept',
        'error',
        expect.stringMatching(/^permanent-urls/),
        expect.stringContaining('/trials/alpha/#never'),
      ],
    ]);
  });

  it('of what stood on a page that was withdrawn went with it', () => {
    const gone: [string, string] = [
      '/trials/gone/',
      '- {was: /trials/gone/, withdrawn: A duplicate, on: 2026-01-31}',
    ];
    expect(told(list(gone, ['/trials/gone/#cr', '- /trials/gone/#cr']))).toEqual([]);
  });

  it('of a work lead on where its former key is kept', () => {
    expect(told(list(['/references/smith-2022/', '- /references/smith-2022/']))).toEqual([]);
  });

  it('of one figure can move and be withdrawn', () => {
    expect(
      told(
        list(
          ['/trials/alpha/#was', '- {was: /trials/alpha/#was, now: /trials/alpha/#os-hr}'],
          ['/trials/alpha/#bad', '- {was: /trials/alpha/#bad, withdrawn: Misread, on: 2026-01-31}'],
        ),
      ),
    ).toEqual([]);
  });

  it.each(['- trials/alpha', '- {was: /trials/a/, gone: /trials/b/}', '- https://example.org/'])(
    'are written as such: %s',
    (line) => {
      const { findings } = check(undefined, { 'permanent-urls.yaml': line });
      expect(findings.map(({ severity, file }) => [severity, file])).toEqual([
        ['error', 'permanent-urls.yaml'],
      ]);
    },
  );
});

describe('the addresses of the base', () => {
  const content = path.join(projectRoot, 'content');
  const corpus = readCorpus(content);
  const addresses = addressesOf(corpus).map(({ address }) => address);

  it('are those that its pages and anchors have', () => {
    const { trials, therapies, topics, reviews, syntheses, references, endpoints, facts, claims, pooled } =
      link(corpus);
    const further = trials.flatMap(({ planned, appraisals }) => [...planned, ...appraisals]);
    const nodes = [...trials, ...therapies, ...topics, ...reviews, ...syntheses, ...references, ...endpoints];
    const paths = [...nodes, ...further, ...facts.values(), ...claims.values(), ...pooled.values()].map(
      (node) => node.path,
    );
    expect(addresses).toEqual([...paths, ...endpoints.map(({ id }) => `/endpoints/#${id}`)].sort());
  });

  it('are all on its list: where this fails, run npx almanac addresses --write', () => {
    const published = readFileSync(path.join(content, 'permanent-urls.yaml'), 'utf8');
    expect(addresses.filter((address) => !published.includes(`- ${address}\n`))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { exportFiles } from '../../support/export-files.ts';
import { mdx } from '../helpers/corpus.ts';
import { editionWith, everyKind, projectEdition } from './editions.ts';

const topic = {
  'topics/remission.mdx': mdx(
    'title: {en: Remission}\nsummary: About it\nendpoints: [cr]\ntherapies: [testumab]',
  ),
};
const approved = mdx(`
name: {en: testumab}
class: antibody
targets: [cd19]
approvals:
  - agency: FDA
    date: 2017-08
    indication: Adults
    source: "https://agency.example/notice"
    locator: notice
    claims: [{report: jones, locator: §1, says: for all}]
  - {agency: EMA, date: 2018, indication: Adults, report: smith-2020, locator: §1}
`);
const edition = editionWith({ ...everyKind, ...topic, 'therapies/testumab.mdx': approved });
const files = exportFiles(edition.library, '1.2.3', [], { contentHash: edition.contentHash, releases: [] });
const text = (path: string) => files.find((file) => file.path === path)!.content;
const json = (path: string) =>
  JSON.parse(text(path)) as Record<string, unknown> & { references: { id: string }[] };

describe('an entry as JSON', () => {
  it.each(['trials/alpha', 'therapies/testumab', 'reviews/jones', 'topics/remission'])(
    '%s says where it comes from',
    (path) => {
      expect(json(`${path}.json`)).toMatchObject({
        base: {
          name: 'Testmanac',
          version: '1.2.3',
          contentHash: `sha256:${'ab'.repeat(32)}`,
          licence: { name: 'CC BY 4.0' },
        },
        id: path.split('/')[1],
        url: `https://base.example/${path}/`,
        version: '1.0',
      });
    },
  );

  it('holds the facts of a trial as evidence.json does, what is computed marked, and its works', () => {
    const evidence = JSON.parse(text('data/evidence.json')) as { trials: Record<string, unknown>[] };
    const { base, references, ...trial } = json('trials/alpha.json');
    expect(base).toBeDefined();
    expect(trial).toEqual(evidence.trials[0]);
    expect(trial.outcomes).toContainEqual(
      expect.objectContaining({ uid: 'alpha/a', derived: expect.anything() as object }),
    );
    expect(references.map(({ id }) => id)).toEqual(['smith-2020', 'jones-2022']);
  });

  it('names the works of approvals, and those that a review cites', () => {
    expect(json('therapies/testumab.json').references.map(({ id }) => id)).toEqual([
      'jones-2022',
      'smith-2020',
    ]);
    expect(json('reviews/jones.json').references.map(({ id }) => id)).toEqual(['jones-2022']);
  });

  it('is there for every entry of the project', () => {
    const { library, version } = projectEdition();
    const paths = new Set(exportFiles(library, version).map(({ path }) => path));
    const entries = [...library.trials, ...library.therapies, ...library.reviews, ...library.topics];
    expect(entries.filter(({ path }) => !paths.has(`${path.slice(1, -1)}.json`))).toEqual([]);
  });
});

describe('what programs read first', () => {
  it('is robots.txt with the map of the site', () => {
    expect(text('robots.txt')).toBe(
      'User-agent: *\nAllow: /\n\nSitemap: https://base.example/sitemap-index.xml\n',
    );
  });

  it('is llms.txt with name, licence, version, data and pages', () => {
    const lines = text('llms.txt').split('\n');
    expect(lines.slice(0, 3)).toEqual(['# Testmanac', '', '> A base for tests']);
    expect(text('llms.txt')).toContain('CC BY 4.0, https://creativecommons.org/licenses/by/4.0/');
    expect(text('llms.txt')).toContain('20 facts of 1 studies. Version 1.2.3');
    expect(lines).toContainEqual(
      expect.stringMatching(
        /^- \[data\/evidence\.json\]\(https:\/\/base\.example\/data\/evidence\.json\): ./,
      ),
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/^- \[Trials\]\(https:\/\/base\.example\/trials\/\): /),
    );
  });
});

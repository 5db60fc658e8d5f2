import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { link } from '../../../src/evidence/link.ts';
import { UncheckedCorpus } from '../../../src/evidence/named.ts';
import { outcomeKinds } from '../../../src/model/outcome.ts';
import { readCorpus } from '../../../src/reading/corpus.ts';
import { fixtures } from '../checks/fixtures.ts';
import { corpusOf, libraryOf, mdx, smallBase, trial } from '../helpers/corpus.ts';

const library = link(readCorpus(path.join(fixtures, 'good')));
const byId = <T extends { id: string }>(nodes: readonly T[], id: string) =>
  nodes.find((node) => node.id === id)!;
const ids = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id);
const uids = (nodes: readonly { uid: string }[]) => nodes.map(({ uid }) => uid);
const [alpha, beta] = [byId(library.trials, 'alpha'), byId(library.trials, 'beta')];

describe('the good base, linked', () => {
  it('has every kind of fact', () => {
    expect([...new Set(alpha.facts.map(({ outcome }) => outcome.kind))].sort()).toEqual(
      [...outcomeKinds].sort(),
    );
  });

  it('lists everything by id, so that two builds give the same pages', () => {
    for (const list of [
      library.trials,
      library.therapies,
      library.reviews,
      library.topics,
      library.pages,
      library.references,
    ])
      expect(ids(list)).toEqual(ids(list).sort());
  });

  it('gives every entry and fact its permanent address', () => {
    expect(alpha.path).toBe('/trials/alpha/');
    expect(library.facts.get('alpha/os-hr')!.path).toBe('/trials/alpha/#os-hr');
    expect(library.claims.get('overview/span')!.path).toBe('/reviews/overview/#span');
    expect(library.reference('jones-2021').path).toBe('/references/jones-2021/');
    expect(byId(library.endpoints, 'os').path).toBe('/endpoints/os/');
  });
});

describe('a trial', () => {
  it('is called by its acronym, else its short name, else its title', () => {
    expect([alpha.name, beta.name]).toEqual(['ALPHA', 'Jones 2021']);
    expect(byId(libraryOf().trials, 'alpha').name).toBe('Testumab in adults');
  });

  it('knows its therapies and their targets once each, and they know it', () => {
    expect([ids(alpha.therapies), ids(alpha.targets)]).toEqual([['testumab'], ['cd19']]);
    expect(ids(byId(library.therapies, 'testumab').trials)).toEqual(['alpha', 'beta']);
  });

  it('knows its reports, each with its work; the work knows the trial', () => {
    expect(alpha.reports.map(({ id, reference }) => [id, reference.id])).toEqual([
      ['smith-2020', 'smith-2020'],
      ['smith-2023', 'smith-2023'],
      ['overview', 'li-2022'],
    ]);
    expect(library.reference('smith-2023').reports.map((report) => report.trial.id)).toEqual(['alpha']);
  });

  it('told of in a review does not make the review a report of its own', () => {
    expect(library.reference('li-2022').reports).toEqual([]);
    expect(uids(byId(library.reviews, 'overview').facts)).toEqual(['alpha/cr-span']);
  });

  it('is related to trials that share a therapy or a target, not to itself', () => {
    expect([ids(alpha.related), ids(beta.related)]).toEqual([['beta'], ['alpha']]);
  });

  it('has its planned endpoints, and the endpoints have them', () => {
    expect(uids(alpha.planned)).toEqual(['alpha/planned-os', 'alpha/planned-cr']);
    expect(uids(byId(library.endpoints, 'os').planned)).toEqual(['alpha/planned-os']);
  });

  it('counts the patients of its widest population, all arms together', () => {
    expect(alpha.enrolled).toMatchObject({ value: 326, printed: '326' });
    expect(beta.enrolled).toMatchObject({ value: 21 });
  });

  it.each([
    ['that of the primary report', 'kind: primary', 2020],
    ['the earliest where none is called primary', 'kind: ancillary', 2018],
  ])('has a year: %s', (_, kind, year) => {
    const { trials } = libraryOf({
      'references.yaml': `${smallBase['references.yaml']!}
- {id: early-2018, type: article-journal, title: Before, issued: {date-parts: [[2018]]}, language: en}
`,
      'trials/alpha.mdx': trial('- {id: cr, kind: proportion, events: 18, total: 21}', {
        'kind: primary': kind,
        '  - {review: jones': '  - {reference: early-2018, kind: abstract}\n  - {review: jones',
      }),
    });
    expect(trials[0]!.year).toBe(year);
  });

  it('has no year where only a review tells of it, whose year is not its own', () => {
    const onlyReview = trial('- {id: cr, kind: proportion, events: 18, total: 21, report: jones}', {
      '  - reference: smith-2020\n    kind: primary\n    sources: [{id: paper, url: "https://journal.example/1", read: full-text}]\n':
        '',
    });
    expect(libraryOf({ 'trials/alpha.mdx': onlyReview }).trials[0]!.year).toBeUndefined();
  });
});

describe('a fact', () => {
  const hr = library.facts.get('alpha/os-hr')!;

  it('leads to everything that it names', () => {
    expect(hr).toMatchObject({
      endpoint: { id: 'os' },
      report: { id: 'smith-2020' },
      source: { id: 'paper', url: 'https://journal.example/alpha' },
      population: { id: 'all' },
      arm: { id: 'new' },
      comparator: { id: 'old' },
    });
    expect(hr.trial).toBe(alpha);
    expect(library.facts.get('alpha/os-young')!.versus).toMatchObject({ id: 'all' });
  });

  it('is known to its endpoint, its review and the works that are cited for it', () => {
    expect(byId(library.endpoints, 'os').facts).toContain(hr);
    const span = library.facts.get('alpha/cr-span')!;
    expect(span.report.review).toBe(byId(library.reviews, 'overview'));
    expect(uids(library.reference('jones-2021').citedFor)).toEqual(['alpha/cr-span']);
  });

  it('was read at the one source of its report where it names none', () => {
    expect(library.facts.get('beta/cr')!.source).toMatchObject({ id: 'abstract' });
    expect(library.facts.get('alpha/follow-up')!.source).toMatchObject({ id: 'paper' });
    expect(library.facts.get('alpha/os-two-years')!.source).toBeUndefined();
  });

  it('says whether its figures were traced to its source', () => {
    const traced = (uid: string) => library.facts.get(uid)!.traced;
    expect([traced('alpha/os-two-years'), traced('alpha/os-hr')]).toEqual(['traced', 'not-indexed']);
  });
});

describe('a claim of a review', () => {
  it('leads to its endpoint and the works it cites, and back', () => {
    const span = library.claims.get('overview/span')!;
    expect(span.review.id).toBe('overview');
    expect(ids(span.cites)).toEqual(['jones-2021']);
    expect(span.endpoint.claims).toContain(span);
    expect(byId(library.reviews, 'overview').claims).toHaveLength(11);
  });
});

describe('a work of the library', () => {
  it('knows where it is listed, with its number there, and in which prose it is cited', () => {
    const jones = library.reference('jones-2021');
    expect(jones.listedBy.map(({ review, number }) => [review.id, number])).toEqual([['overview', 7]]);
    expect(jones.citedIn.map(({ path: at }) => at)).toEqual(['/trials/beta/']);
    expect(library.reference('smith-2020').citedIn.map(({ path: at }) => at)).toEqual([
      '/trials/alpha/',
      '/topics/remission/',
    ]);
  });

  it('still answers to its former key', () => {
    expect(library.reference('smith-2022')).toBe(library.reference('smith-2023'));
  });

  it('of another key is not there, and that is said', () => {
    expect(() => library.reference('smith-1999')).toThrow(UncheckedCorpus);
  });
});

describe('two reports of one study', () => {
  const two = (first: string, second: string) =>
    libraryOf({
      'trials/alpha.mdx': trial(`
        - {id: primary, kind: proportion, arm: new, ${first}}
        - {id: review, kind: proportion, arm: new, report: jones, locator: §1, ${second}}`),
    });

  it('that print the same figure back each other', () => {
    const { facts, ledger } = two('events: 18, total: 21, percent: 85.7', 'percent: 85.7');
    expect(ledger).toEqual([]);
    expect(uids(facts.get('alpha/primary')!.corroboratedBy)).toEqual(['alpha/review']);
    expect(uids(facts.get('alpha/review')!.corroboratedBy)).toEqual(['alpha/primary']);
  });

  it('that print different ones stand in the ledger with both values, and both facts know', () => {
    const { facts, ledger } = two('events: 18, total: 21, percent: 85.7', 'percent: 58.7');
    expect(ledger.map(({ values }) => values)).toEqual([['85.7%', '58.7%']]);
    expect(uids(ledger[0]!.facts)).toEqual(['alpha/primary', 'alpha/review']);
    for (const fact of facts.values()) expect(fact.disputes).toEqual(ledger);
  });
});

describe('a base that was not checked', () => {
  it.each([
    ['without a file of the whole base', { 'base.yaml': '' }],
    ['with an entry that cannot be read', { 'trials/alpha.mdx': mdx('title: 7') }],
    [
      'with an unknown reference',
      { 'reviews/jones.mdx': mdx('title: {en: R}\nreference: jones-1999\nscope: All') },
    ],
    [
      'with an unknown endpoint',
      { 'trials/alpha.mdx': trial('- {id: x, kind: count, value: 1, unit: patients, endpoint: nothing}') },
    ],
  ])('%s is not linked', (_, files) => {
    expect(() => link(corpusOf(files))).toThrow(UncheckedCorpus);
  });
});

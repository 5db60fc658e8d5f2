import { describe, expect, it } from 'vitest';
import type { Library } from '../../../src/evidence/library.ts';
import { figurePages, type FiguresPage } from '../../../src/views/endpoint-figures.ts';
import { poolability } from '../../../src/views/poolability.ts';
import { libraryOf, smallBase, trial, type Files } from '../helpers/corpus.ts';

const events = (...outcomes: string[]) =>
  libraryOf({
    'vocabulary.yaml': smallBase['vocabulary.yaml']!.replace(
      'scales: [{id: ctcae-4, label: {en: CTCAE v4}}]',
      'scales: [{id: own, label: {en: Own scale}}, {id: ctcae-4, label: {en: CTCAE v4}}]',
    ),
    'trials/alpha.mdx': trial(outcomes.map((outcome, i) => `- {id: o${i}, ${outcome}}`).join('\n')),
  });
const event = (scale: string, grade = '">=3"') =>
  `kind: adverse-event, grade: ${grade}, scale: ${scale}, events: 3, total: 20, arm: new`;
const share = 'kind: proportion, events: 18, total: 21, arm: new';

const uids = ({ sections }: FiguresPage) =>
  sections.flatMap(({ tables }) =>
    tables.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows.map(({ fact }) => fact.uid))),
  );
const pagesOf = (library: Library, size?: number) => figurePages(library.endpoints[0]!, library, size);

describe('the figures of an endpoint', () => {
  it('stand apart by grading scale: the scales in order, then unstated ones, then what is not graded', () => {
    const [page] = pagesOf(
      events(share, event('unstated'), event('ctcae-4'), event('own'), event('ctcae-4', '1')),
    );
    expect(page!.sections.map(({ scale }) => scale)).toEqual([
      'Own scale',
      'CTCAE v4',
      'scale not stated',
      'Not graded',
    ]);
    expect(uids(page!)).toEqual(['alpha/o3', 'alpha/o2', 'alpha/o4', 'alpha/o1', 'alpha/o0']);
  });

  it('have no heading of a scale where nothing is graded', () => {
    const [page] = pagesOf(events(share));
    expect(page!.sections.map(({ scale }) => scale)).toEqual([undefined]);
  });

  it('are grouped by trial', () => {
    const [page] = pagesOf(events(share));
    expect(page!.sections[0]!.tables[0]!.groups).toMatchObject([
      { label: 'Testumab in adults', path: '/trials/alpha/' },
    ]);
  });

  it('fill page after page, each figure on one', () => {
    const library = events(...Array.from({ length: 7 }, () => share), event('own'));
    const pages = pagesOf(library, 3);
    expect(pages.map(({ path, first, last }) => [path, first, last])).toEqual([
      ['/endpoints/cr/', 1, 3],
      ['/endpoints/cr/2/', 4, 6],
      ['/endpoints/cr/3/', 7, 8],
    ]);
    expect(pages.flatMap(uids).sort()).toEqual([...library.facts.keys()].sort());
    expect(pages.map(({ sections }) => sections.map(({ scale }) => scale))).toEqual([
      ['Own scale', 'Not graded'],
      ['Not graded'],
      ['Not graded'],
    ]);
  });

  it('have one page, without sections, where there are none', () => {
    const library = libraryOf({ 'trials/alpha.mdx': trial('') });
    expect(pagesOf(library)).toEqual([
      { number: 1, path: '/endpoints/cr/', first: 1, last: 0, sections: [] },
    ]);
  });
});

describe('what may be pooled of an endpoint', () => {
  const two = (first: string, second: string, changes: Record<string, string> = {}): Files => ({
    'trials/alpha.mdx': trial(`- {id: a, ${first}}`),
    'trials/beta.mdx': trial(`- {id: b, ${second}}`, { 'Testumab in adults': 'Testumab again', ...changes }),
  });
  const of = (files: Files) => {
    const library = libraryOf(files);
    return poolability(library.endpoints[0]!, library);
  };

  it('counts own figures with counts, and the trials that give them', () => {
    const found = of(two(share, share));
    expect(found).toMatchObject({
      figures: 2,
      trials: 2,
      kinds: [{ label: 'proportion', figures: 2 }],
      failing: [],
    });
  });

  it('leaves out what has no counts, and what only a review states', () => {
    expect(of(two(share, 'kind: proportion, percent: 80, arm: new')).figures).toBe(1);
    expect(of(two(share, `${share}, report: jones`)).figures).toBe(1);
  });

  it('names the rules that all figures together break', () => {
    const { failing, unstated } = of(
      two(event('ctcae-4'), event('unstated'), { 'design: randomised': 'design: single-arm' }),
    );
    expect(failing.map(({ rule, hard }) => [rule, hard])).toEqual([['grading', true]]);
    expect(unstated.map(({ rule }) => rule)).toEqual(['scale']);
  });

  it('says that one figure alone is not enough', () => {
    expect(of({}).failing.map(({ rule }) => rule)).toEqual(['studies']);
  });
});

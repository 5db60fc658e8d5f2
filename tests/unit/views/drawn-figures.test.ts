import { describe, expect, it } from 'vitest';
import { factsInText } from '../../../src/evidence/cited-facts.ts';
import { drawnFigures, drawnPairs } from '../../../src/views/drawn-figures.ts';
import { countsOf } from '../../../src/views/review-differences.ts';
import { libraryOf, mdx, trial } from '../helpers/corpus.ts';

const rates = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `- {id: r${i}, kind: proportion, events: ${i}, total: 21, arm: new}`,
  ).join('\n');
const topic = (body: string) => mdx('title: {en: Remission}\nsummary: What is known\nendpoints: [cr]', body);
const drawn = (outcomes: string, body: string) => {
  const library = libraryOf({ 'trials/alpha.mdx': trial(outcomes), 'topics/remission.mdx': topic(body) });
  return drawnFigures(factsInText(library.topics[0]!, library), library.vocabulary);
};

describe('the figures of a text', () => {
  it('are those that it names, once each, in its order', () => {
    const { groups } = drawn(
      rates(3),
      'First <Fact id="alpha/r2" />, then <Fact id="alpha/r0" /> and <Fact id="alpha/r2" />.',
    );
    expect(groups.flatMap(({ rows }) => rows.map(({ path }) => path))).toEqual([
      '/trials/alpha/#r2',
      '/trials/alpha/#r0',
    ]);
    expect(groups.map(({ label, more }) => [label, more])).toEqual([['Complete remission', 0]]);
  });

  it('are few of one endpoint, with the number of the others', () => {
    const all = Array.from({ length: 7 }, (_, i) => `<Fact id="alpha/r${i}" />`).join(' ');
    expect(drawn(rates(7), all).groups.map(({ rows, more }) => [rows.length, more])).toEqual([[4, 3]]);
  });

  it('are told in a list where they cannot be drawn', () => {
    const { groups, others } = drawn(
      '- {id: n, kind: count, value: 3, unit: doses}',
      'In <Fact id="alpha/n" />.',
    );
    expect(groups).toEqual([]);
    expect(others).toEqual([{ path: '/endpoints/cr/', label: 'Complete remission', count: 1 }]);
  });
});

describe('the figures of a review', () => {
  const report = (id: string, events: number, by: string) =>
    `- {id: ${id}, kind: proportion, events: ${events}, total: 21, arm: ${id.split('-')[0]}, report: ${by}}`;
  const library = libraryOf({
    'trials/alpha.mdx': trial(
      [
        report('new-primary', 18, 'smith-2020'),
        report('new-review', 18, 'jones'),
        report('old-primary', 9, 'smith-2020'),
        report('old-review', 8, 'jones'),
        '- {id: young, kind: proportion, events: 2, total: 5, population: young, report: jones}',
      ].join('\n'),
    ),
  });

  it('are counted once each: the same elsewhere, otherwise elsewhere, nowhere else', () => {
    expect(countsOf(library.reviews[0]!)).toEqual({ all: 3, agree: 1, differ: 1, otherCut: 0, alone: 1 });
  });

  it('are drawn on one line with what another source says', () => {
    const [own, other] = ['old-review', 'old-primary'].map((id) => library.facts.get(`alpha/${id}`)!);
    const [group] = drawnPairs([{ fact: own!, other: other! }], library.vocabulary);
    expect(group!.rows[0]).toMatchObject({ value: '38.1%, not 42.9%', path: '/trials/alpha/#old-review' });
    expect(group!.rows[0]!.strips.map(({ look }) => look)).toEqual(['main', 'comparator']);
  });
});

import { expect, test } from 'vitest';
import { staleOf } from '../../../src/evidence/stale.ts';
import { corpusOf, mdx, trial, type Files } from '../helpers/corpus.ts';

const index = (read: string, url = 'https://example.org/abstract') =>
  `of: smith-2020\ntitle: abstract\nurl: ${url}\nread: ${read}\nsections: [{id: abstract, numbers: [1]}]`;
const topic = (more: string) => mdx(`title: {en: A topic}\nsummary: About it\n${more}`);
const found = (files: Files, before = '2025-06-01') =>
  staleOf(corpusOf(files), before).map(({ entry, reason, since }) => [entry, reason, since]);

test('a study is stale where no page about it was read since', () => {
  expect(found({ 'sources/a.yaml': index('2025-07-01') })).toEqual([]);
  expect(found({ 'sources/a.yaml': index('2025-05-31') })).toEqual([
    ['trials/alpha', 'report', '2025-05-31'],
  ]);
  expect(found({ 'sources/a.yaml': index('2024-01-01'), 'sources/b.yaml': index('2025-06-01') })).toEqual([]);
  expect(found({})).toEqual([['trials/alpha', 'report', undefined]]);
});

test('its registry record is asked about by itself', () => {
  const record = 'https://registry.example/NCT01';
  const page = 'https://journal.example/1", read: full-text';
  const files = {
    'trials/alpha.mdx': trial('', { [page]: `${record}", read: registry` }),
    'sources/a.yaml': index('2025-07-01'),
  };
  expect(found(files)).toEqual([['trials/alpha', 'registry', undefined]]);
  expect(found({ ...files, 'sources/b.yaml': index('2025-08-01', record) })).toEqual([]);
});

test('a later report that nobody has read is told whatever the day', () => {
  const later =
    '  - {reference: jones-2022, kind: update, supersedes: [smith-2020]}\n  - {review: jones, kind: review}';
  const files = {
    'trials/alpha.mdx': trial('', { '  - {review: jones, kind: review}': later }),
    'sources/a.yaml': index('2025-07-01'),
  };
  expect(found(files)).toEqual([['trials/alpha', 'successor', '2025-07-01']]);
});

test('a topic is stale by the day of its search', () => {
  const of = (more: string) => found({ 'topics/t.mdx': topic(more), 'sources/a.yaml': index('2025-07-01') });
  expect(of('searched: 2025-06-01')).toEqual([]);
  expect(of('searched: 2025-05-01')).toEqual([['topics/t', 'topic', '2025-05-01']]);
  expect(of('endpoints: []')).toEqual([['topics/t', 'topic', undefined]]);
});

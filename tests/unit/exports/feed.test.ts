import { describe, expect, it } from 'vitest';
import { feed } from '../../../src/exports/feed.ts';
import { changesOf, releaseJson, releaseOf } from '../../../src/exports/release.ts';
import { release, type Release } from '../../../src/model/release.ts';
import { trial, type Files } from '../helpers/corpus.ts';
import { editionWith, everyKind, projectEdition } from './editions.ts';

const outcomes = `
- {id: a, kind: proportion, events: 18, total: 21}
- {id: b, kind: median, value: 5.0, unit: months, interval: {level: 95, low: 4.6, high: not-reached}}`;
const at = (text: string, edition = 'version: "1.0"\nupdated: 2026-01-31'): Files => ({
  'trials/alpha.mdx': trial(text).replace('version: "1.0"\nupdated: 2026-01-31', edition),
});
const stateOf = (files: Files, version = '1.0.0'): Release => releaseOf(editionWith(files).library, version);
const later = 'version: "2.0"\nupdated: 2026-02-01';

describe('a release', () => {
  it('remembers the figures of each fact as printed, and can be read back', () => {
    const state = stateOf(at(outcomes));
    expect(state.entries['/trials/alpha/']).toEqual({
      version: '1.0',
      updated: '2026-01-31',
      facts: {
        a: { events: '18', total: '21' },
        b: {
          value: '5.0',
          unit: 'months',
          'interval.level': '95',
          'interval.low': '4.6',
          'interval.high': 'not-reached',
        },
      },
    });
    expect(Object.keys(state.entries)).toEqual(['/reviews/jones/', '/therapies/testumab/', '/trials/alpha/']);
    expect(release.parse(JSON.parse(releaseJson(state)))).toEqual(state);
    expect(releaseJson(state)).toContain('\n  "a": {"events":"18","total":"21"},\n');
  });

  it('of every kind of figure leaves none out', () => {
    const { facts } = stateOf(everyKind).entries['/trials/alpha/']!;
    expect(facts).toMatchObject({
      c: { events: '<11', total: '>100' },
      f: { missing: 'not-reached' },
      g: { percent: '22.9', 'spread.value': '4.0', 'at.value': '2', 'at.unit': 'years' },
      i: { estimate: '0.45', p: '<.001' },
      m: { grade: '≥3' },
      r: { low: '0.5', high: '2' },
    });
    expect(Object.values(facts).filter((figures) => Object.keys(figures).length === 0)).toEqual([]);
  });

  it('is the same for the same base, line by line', () => {
    const { library } = projectEdition();
    expect(releaseJson(releaseOf(library, '0.1.0'))).toBe(releaseJson(releaseOf(library, '0.1.0')));
  });
});

describe('what changed since a release', () => {
  const before = stateOf(at(outcomes));
  const changes = (files: Files) => changesOf(before, stateOf(files, '1.1.0'));

  it('is nothing where nothing did', () => {
    expect(changes(at(outcomes))).toEqual([]);
  });

  it.each([
    ['a figure that changed', outcomes.replace('18', '19'), [{ id: 'a', parts: { events: ['18', '19'] } }]],
    ['a trailing zero', outcomes.replace('5.0', '5'), [{ id: 'b', parts: { value: ['5.0', '5'] } }]],
    [
      'a limit that was reached',
      outcomes.replace('not-reached', '9'),
      [{ id: 'b', parts: { 'interval.high': ['not-reached', '9'] } }],
    ],
    [
      'a figure that is gone',
      outcomes.split('\n')[1]!,
      [{ id: 'b', parts: expect.objectContaining({ value: ['5.0', undefined] }) as object }],
    ],
    [
      'a new figure',
      `${outcomes}\n- {id: c, kind: proportion, arm: new, percent: 50}`,
      [{ id: 'c', parts: { percent: [undefined, '50'] } }],
    ],
  ])('is %s', (_, text, facts) => {
    expect(changes(at(text))).toMatchObject([{ path: '/trials/alpha/', isNew: false, facts }]);
  });

  it('is an entry whose words changed, and one that is new', () => {
    const files = {
      ...at(outcomes, later),
      'trials/beta.mdx': trial('- {id: a, kind: proportion, events: 1, total: 2}'),
    };
    expect(changes(files)).toMatchObject([
      { path: '/trials/alpha/', isNew: false, facts: [] },
      { path: '/trials/beta/', isNew: true },
    ]);
  });
});

describe('the feed', () => {
  const edition = (files: Files, releases: Release[] = []) => ({ ...editionWith(files), releases });
  const titles = (xml: string) =>
    [...xml.matchAll(/<entry>\s*<title type="html"><!\[CDATA\[(.*?)\]\]>/g)].map((match) => match[1]);

  it('tells of each entry where there was no release yet, the latest first', () => {
    const xml = feed(edition(at(outcomes, later)));
    expect(titles(xml)).toEqual(['New: Testumab in adults', 'New: The review', 'New: testumab']);
    expect(xml).toContain('<updated>2026-02-01T00:00:00.000Z</updated>');
    expect(xml).toContain('<link rel="self" href="https://base.example/feed.xml"/>');
  });

  it('says which figure changed from what to what, with its address', () => {
    const xml = feed(edition(at(outcomes.replace('18', '19'), later), [stateOf(at(outcomes))]));
    expect(titles(xml)[0]).toBe('Changed: Testumab in adults');
    expect(xml).toContain('<a href="https://base.example/trials/alpha/#a">a</a>: events 18 → 19');
    expect(xml).toContain('since release 1.0.0');
  });

  it('keeps telling what an earlier release changed', () => {
    const [first, second] = [
      stateOf(at(outcomes)),
      stateOf(at(outcomes.replace('18', '19'), later), '1.1.0'),
    ];
    const xml = feed(edition(at(outcomes.replace('18', '19'), later), [first, second]));
    expect(xml).toContain('events 18 → 19');
    expect(titles(xml)).toContain('New: Testumab in adults');
  });

  it('escapes what stands in it', () => {
    const changed = at(outcomes.replace('value: 5.0', 'value: "<5"'), later);
    const xml = feed(edition(changed, [stateOf(at(outcomes))]));
    expect(xml).toContain('value 5.0 → &lt;5');
  });

  it('is the same at any time, and no longer than a reader needs', () => {
    const project = projectEdition();
    expect(feed(project)).toBe(feed(project));
    expect(titles(feed(project)).length).toBeLessThanOrEqual(100);
    const now = new Date().toISOString().slice(0, 10);
    const days = [...feed(project).matchAll(/<updated>(.{10})/g)].map((match) => match[1]);
    const editions = new Set(
      Object.values(releaseOf(project.library, '1').entries).map(({ updated }) => updated),
    );
    expect(
      days.filter((day) => !editions.has(day!)),
      now,
    ).toEqual([]);
  });
});

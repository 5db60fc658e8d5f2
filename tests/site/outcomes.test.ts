import { describe, expect, test } from 'vitest';
import { en } from '../../src/i18n/en/words.ts';
import { attribute, parseHtml, textOf } from '../support/html.ts';
import { pages, read as readFile } from '../support/site-pages.ts';
import { sample } from '../support/sweep.ts';
import { typedEntries } from '../support/typed-content.ts';

/** The parts of an outcome that are looked for on the page, as they are typed. */
interface TypedOutcome {
  id: string;
  kind: string;
  arm?: string;
  events?: unknown;
  total?: unknown;
  interval?: { low: unknown; high: unknown };
  report: string;
  source?: string;
}

interface TypedReport {
  reference?: string;
  kind: string;
  sources?: { id: string; read: keyof typeof en.readIn }[];
}

interface TypedTrial {
  outcomes?: TypedOutcome[];
  planned?: { id: string }[];
  reports: TypedReport[];
  arms: { id: string; role: string }[];
}

const trials = sample([...typedEntries<TypedTrial>('trials')], 4).map(
  ([id, { outcomes = [], planned = [], reports, arms }]) => ({
    id,
    arms,
    outcomes,
    planned,
    /** Each outcome with what was read for it. */
    read: outcomes.flatMap(({ id: row, report: key, source }) => {
      const report = reports.find(({ reference }) => reference === key);
      const read = report?.sources?.find((one, _, all) => one.id === source || all.length === 1)?.read;
      return report && read ? [{ row, read, isRecord: report.kind === 'registry' }] : [];
    }),
  }),
);

/** A limit as it is printed, with the trailing zeros that YAML drops: `not reached`, `−1.50`. */
const limit = (typed: unknown) =>
  typeof typed === 'number'
    ? `${typed < 0 ? '−' : ''}${String(Math.abs(typed)).replace('.', '\\.')}(\\.0+|0*)`
    : String(typed).replaceAll('-', ' ');
const printed = ({ low, high }: { low: unknown; high: unknown }) =>
  new RegExp(`${limit(low)}(–| to )${limit(high)}(?!\\d)`);

/** `trial,fact` of what prints counts and a percentage that contradict each other. */
const contradictory = new Set(
  readFile('/data/findings.csv')
    .split('\n')
    .filter((row) => row.includes(',arithmetic/percent,'))
    .map((row) => row.split(',').slice(0, 2).join()),
);

describe.each(trials)('the page of $id', ({ id, outcomes, planned, arms, read }) => {
  const rootAt = (address: string) => parseHtml(pages.find((page) => page.path === address)!.html);
  const [root, cards] = [rootAt(`/trials/${id}/`), rootAt(`/trials/${id}/figures/`)];
  // What another figure stands for has its place in the row of that one.
  const rows = new Map(root.querySelectorAll('tr[id], .asked[id]').map((row) => [attribute(row, 'id'), row]));

  /**
   * What a reader is told of a figure: in its row, or beside the figure that it stands with, and on its card.
   */
  const told = (row: string): string => {
    const place = rows.get(row)!;
    const own = place.classList.contains('asked') ? place.parent! : place;
    return `${textOf(own)} ${textOf(cards.querySelector(`[id="${row}"]`)!)}`;
  };

  test('has a place for each outcome and each planned endpoint', () => {
    expect([...rows.keys()].sort()).toEqual([...outcomes, ...planned].map((one) => one.id).sort());
  });

  test('prints each interval as its report does', () => {
    const without = outcomes.filter(
      ({ id: row, interval }) => interval && !printed(interval).test(told(row)),
    );
    expect(without).toEqual([]);
  });

  test.skipIf(read.length === 0)('says of each figure where it was read, if not in its report', () => {
    const own = ['full-text', 'abstract'];
    const wrong = read.filter(({ row, read: kind, isRecord }) => {
      const place = cards.querySelector(`[id="${row}"] [data-read]`);
      const isOwn = own.includes(kind) || (isRecord && kind === 'registry');
      return isOwn
        ? place
        : !place ||
            !textOf(place).includes(en.read[kind]) ||
            !attribute(place, 'data-read')?.includes(en.readIn[kind]);
    });
    expect(wrong).toEqual([]);
  });

  test('draws comparators and historical arms as hollow squares, and no other', () => {
    const drawn = outcomes.filter(({ id: row }) => rows.get(row)!.querySelector('svg.strip'));
    // What an SVG holds is no part of the parsed page.
    const { html } = pages.find((page) => page.path === `/trials/${id}/`)!;
    const strips = new Map(
      [...html.matchAll(/<tr id="([^"]+)"(?:(?!<tr ).)*?<svg class="strip".*?<\/td>/gs)].map(([row, own]) => [
        own,
        row,
      ]),
    );
    const hollow = drawn.filter(({ id: row }) => strips.get(row)!.includes('fill="var(--paper)"'));
    const compared = arms
      .filter(({ role }) => role === 'comparator' || role === 'historical')
      .map((arm) => arm.id);
    expect(hollow).toEqual(drawn.filter(({ arm }) => arm !== undefined && compared.includes(arm)));
  });

  const counted = outcomes.filter(
    ({ kind, events, total, interval }) =>
      /^(proportion|adverse-event)$/.test(kind) &&
      events !== undefined &&
      total !== undefined &&
      interval === undefined,
  );
  test.skipIf(counted.length === 0)(
    'has a computed interval for each share whose counts are printed without one, but where they contradict its percentage',
    () => {
      const without = counted.filter(({ id: row }) => !/95% CI \d+\.\d–\d+\.\d, computed/.test(told(row)));
      expect(without).toEqual(counted.filter(({ id: row }) => contradictory.has(`trials/${id},${row}`)));
    },
  );
});

test('there are trials to look at', () => {
  expect(trials.flatMap(({ outcomes }) => outcomes).length).toBeGreaterThan(100);
});

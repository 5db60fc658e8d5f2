import type { Sized } from './bench.ts';

type Row = [label: string, value: (sized: Sized, before: Sized | undefined) => string | undefined];

const seconds = (value: number | undefined) =>
  value === undefined ? undefined : `${value.toFixed(value < 10 ? 2 : 1)} s`;
const milliseconds = (value: number) => `${value.toFixed(2)} ms`;
const megabytes = (value: number | undefined) =>
  value === undefined ? undefined : `${Math.round(value)} MB`;
const kilobytes = (bytes: number | undefined) =>
  bytes === undefined ? undefined : `${(bytes / 1000).toFixed(1)} kB`;
const step =
  (name: string): Row[1] =>
  ({ build }) =>
    seconds(build?.steps[name]);

/** What one more study costs beyond a smaller base, in milliseconds. */
const slope =
  (of: (sized: Sized) => number | undefined): Row[1] =>
  (sized, before) => {
    const [more, less] = [of(sized), before && of(before)];
    return more === undefined || less === undefined
      ? undefined
      : milliseconds((1000 * (more - less)) / (sized.trials - before!.trials));
  };

const rows: Row[] = [
  ['floor', ({ floor }) => seconds(floor.wall)],
  ['  each further study', slope(({ floor }) => floor.wall)],
  ['  memory', ({ floor }) => megabytes(floor.memory)],
  ['check', ({ check }) => seconds(check.wall)],
  ['  each further study', slope(({ check }) => check.wall)],
  ['  beside the floor', ({ floor, check }) => `${(check.wall / floor.wall).toFixed(2)} ×`],
  ['  the same in processor time', ({ floor, check }) => `${(check.cpu / floor.cpu).toFixed(2)} ×`],
  ['  memory', ({ check }) => megabytes(check.memory)],
  ['build', ({ build }) => seconds(build?.wall)],
  ['  each further study', slope(({ build }) => build?.wall)],
  ['  check and link', step('check')],
  ['  pages', step('pages')],
  ['  exports', step('exports')],
  ['  search index', step('search')],
  ['  link audit', step('audit')],
  ['  memory', ({ build }) => megabytes(build?.memory)],
  ['files', ({ build }) => build?.files.toLocaleString('en')],
  ['  together', ({ build }) => build && megabytes(build.total / 1e6)],
  ['  data and citations', ({ build }) => kilobytes(build?.data)],
  ['entry page, compressed', ({ build }) => kilobytes(build?.entryPage)],
  ['list of trials', ({ build }) => kilobytes(build?.listPage.plain)],
  ['  compressed', ({ build }) => kilobytes(build?.listPage.compressed)],
  ['largest page', ({ build }) => kilobytes(build?.largestPage.plain)],
  ['  which is', ({ build }) => build?.largestPage.address],
  ['search, before a word', ({ build }) => kilobytes(build?.searchStart)],
  ['  for a word and five pages', ({ build }) => kilobytes(build?.searchWord)],
];

/** One column a base, one row a measure; rows that nothing fills are left out. */
export function tableOf(measured: readonly Sized[]): string {
  const sorted = measured.toSorted((a, b) => a.trials - b.trials);
  const lines = rows
    .map(([label, value]) => [label, ...sorted.map((sized, i) => value(sized, sorted[i - 1]) ?? '')])
    .filter(([, ...cells]) => cells.some((cell) => cell !== ''));
  const head = ['studies', ...sorted.map(({ trials }) => trials.toLocaleString('en'))];
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]!.length)));
  return [head, ...lines]
    .map((line) =>
      line
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join('   ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

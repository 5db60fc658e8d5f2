import type { CheckCount, CheckReport } from './run.ts';
import { firstIn, itemIn } from '../model/need.ts';

/** What a run asked: a line for each check, grouped by family, its numbers under each other. */
interface CountTable {
  heading: string;
  rows: { text: string; failed: number }[];
  /** The checks that found nothing to ask about. */
  silent: string[];
}

const columns = ['asked', 'passed', 'failed', 'waived', 'skipped'] as const;

/**
 * The counts of every check, aligned for a terminal; nothing is a dot, so that the eye finds what is there.
 */
export function countTable(report: CheckReport): CountTable {
  const checks = [...Map.groupBy(report.checks, ({ id }) => firstIn(id.split('/'))).values()].flat();
  const names = checks.map(({ id }) => id.split('/') as [string, string]);
  const family = Math.max(...names.map(([one]) => one.length));
  const name = Math.max(...names.map(([, one]) => one.length));
  const widths = columns.map((column) =>
    Math.max(column.length, ...checks.map((check) => shown(check, column).length)),
  );
  const line = (first: string, second: string, cells: string[]) =>
    `  ${first.padEnd(family)}  ${second.padEnd(name)}  ${cells.map((cell, i) => cell.padStart(itemIn(widths, i))).join('  ')}`;
  return {
    heading: line('', '', [...columns]),
    rows: checks.map((check, i) => {
      const [own, title] = itemIn(names, i);
      const first = own === names[i - 1]?.[0] ? '' : own;
      return {
        text: line(
          first,
          title,
          columns.map((column) => shown(check, column)),
        ),
        failed: check.failed,
      };
    }),
    silent: checks.filter(({ run, skipped }) => run === 0 && skipped === 0).map(({ id }) => id),
  };
}

function shown({ run, failed, waived, skipped }: CheckCount, column: (typeof columns)[number]): string {
  const number = { asked: run, passed: run - failed - waived, failed, waived, skipped }[column];
  return number === 0 ? '·' : String(number);
}

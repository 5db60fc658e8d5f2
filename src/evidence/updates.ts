import type { Trial } from '../model/trial.ts';

/** Whether a report updates another of the same patients, itself or through reports between them. */
export function updates({ reports }: Pick<Trial, 'reports'>, later: string, earlier: string): boolean {
  const seen = new Set<string>();
  const queue = [later];
  for (const id of queue) {
    for (const next of reports.find((report) => report.id === id)?.supersedes ?? []) {
      if (next === earlier) return true;
      if (!seen.has(next)) queue.push(next);
      seen.add(next);
    }
  }
  return false;
}

import { staleOf } from '../evidence/stale.ts';
import { date } from '../model/text.ts';
import { contentFolder, contentOption, readArgs, readWhole, UsageError, type Command } from './command.ts';

export const stale: Command = {
  usage: 'stale [--before YYYY-MM-DD] [--json] [--content DIR]',
  summary: 'Lists what was last looked at before a day (a year ago), and later reports that nobody has read.',
  run(args) {
    const { values } = readArgs(args, { ...contentOption, before: { type: 'string' }, json: { type: 'boolean' } });
    const before = values.before ?? aYearAgo(new Date());
    if (!date.safeParse(before).success) throw new UsageError(`--before is "${before}"; expected a day such as 2025-11-29`);
    const found = staleOf(readWhole(contentFolder(values.content)), before);
    if (values.json) {
      process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
      return 0;
    }
    for (const { file, since, what } of found) process.stdout.write(`${since ?? 'no day   '}  ${file}: ${what}\n`);
    process.stdout.write(`${found.length} to look at again, of what was last looked at before ${before} or has a later report\n`);
    return 0;
  },
};

function aYearAgo(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear() - 1, now.getUTCMonth(), now.getUTCDate())).toISOString().slice(0, 10);
}

import { staleOf } from '../evidence/stale.ts';
import { date, day } from '../model/text.ts';
import { contentFolder, contentOption, readArgs, readWhole, UsageError, type Command } from './command.ts';

export const stale: Command = {
  usage: 'stale [--as-of YYYY-MM-DD | --before YYYY-MM-DD] [--json] [--content DIR]',
  summary:
    'Lists what nobody had looked at for a year on a day (--as-of, today), or since another (--before), and later reports that nobody has read.',
  run(args) {
    const days = { before: { type: 'string' }, 'as-of': { type: 'string' } } as const;
    const { values } = readArgs(args, { ...contentOption, ...days, json: { type: 'boolean' } });
    for (const [name, schema] of [
      ['before', date],
      ['as-of', day],
    ] as const) {
      const given = values[name];
      if (given !== undefined && !schema.safeParse(given).success)
        throw new UsageError(`--${name} is "${given}"; expected a day such as 2025-11-29`);
    }
    if (values.before !== undefined && values['as-of'] !== undefined)
      throw new UsageError('--as-of and --before say the same in two ways; expected one of them');
    const before =
      values.before ?? aYearBefore(values['as-of'] === undefined ? new Date() : new Date(values['as-of']));
    const found = staleOf(readWhole(contentFolder(values.content)), before);
    if (values.json) {
      process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
      return 0;
    }
    for (const { file, since, what } of found)
      process.stdout.write(`${since ?? 'no day   '}  ${file}: ${what}\n`);
    process.stdout.write(
      `${found.length} to look at again, of what was last looked at before ${before} or has a later report\n`,
    );
    return 0;
  },
};

function aYearBefore(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear() - 1, now.getUTCMonth(), now.getUTCDate()))
    .toISOString()
    .slice(0, 10);
}

import type { FormatId } from './styles.ts';

/** Key → record of a citation file of this site, in the order of the file. */
export function recordsOf(file: string, format: FormatId): Map<string, string> {
  if (format === 'json')
    return new Map(
      (JSON.parse(file) as { id: string }[]).map((item) => [item.id, JSON.stringify(item, null, 2)]),
    );
  const [begins, key] =
    format === 'bib' ? [/^(?=@)/m, /^@\w+\{(.*),$/m] : [/^(?=TY {2}- )/m, /^ID {2}- (.*)$/m];
  return new Map(
    file.split(begins).flatMap((record): [string, string][] => {
      const [, own] = key.exec(record) ?? [];
      return own === undefined ? [] : [[own, record.trimEnd() + (format === 'bib' ? '\n' : ' \n')]];
    }),
  );
}

/** Records as one file. */
export function joined(records: readonly string[], format: FormatId): string {
  if (format !== 'json') return records.join('\n');
  return `[\n${records.map((record) => record.replace(/^/gm, '  ')).join(',\n')}\n]\n`;
}

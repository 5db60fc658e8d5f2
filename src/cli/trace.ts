import { sourceIndex } from '../model/source.ts';
import { documentHash } from '../reading/numbers.ts';
import { indexNumbers, indexSection, type PassageNumbers } from '../reading/passages.ts';
import { checkShape } from '../reading/shape.ts';
import { readBytes } from '../reading/text.ts';
import { contentFolder, contentOption, readArgs, UsageError, type Command } from './command.ts';
import { locateFacts } from './trace-locate.ts';
import { reportTraces } from './trace-report.ts';

export const trace: Command = {
  usage:
    'trace index FILE --of KEY --title TEXT [--url URL] [--read DATE] [--section ID] | trace locate [ENTRY/FACT] [--write] | trace report',
  summary:
    'Indexes the numbers of a source document, finds where the figures of facts stand in the indexes, or counts what is traced.',
  run(args) {
    const options = {
      ...contentOption,
      of: { type: 'string' },
      title: { type: 'string' },
      url: { type: 'string' },
      read: { type: 'string' },
      section: { type: 'string' },
      write: { type: 'boolean' },
    } as const;
    const { values, positionals } = readArgs(args, options, true);
    const [action, subject] = positionals;
    const content = contentFolder(values.content);
    if (action === 'index') {
      if (!subject || !values.of || !values.title) throw new UsageError('index needs FILE, --of KEY and --title TEXT');
      process.stdout.write(indexYaml(subject, { ...values, of: values.of, title: values.title }));
      return 0;
    }
    if (action === 'locate') return locateFacts(content, subject, values.write ?? false);
    if (action === 'report') return reportTraces(content);
    throw new UsageError(`expected index, locate or report, found ${action ?? 'nothing'}`);
  },
};

/** The figure index of a document as YAML: numbers only. With --section the whole text is one section of that name. */
function indexYaml(
  file: string,
  {
    of,
    title,
    url,
    read,
    section,
  }: { of: string; title: string; url?: string | undefined; read?: string | undefined; section?: string | undefined },
): string {
  const bytes = readBytes(file);
  const text = bytes.toString('utf8');
  const sections = section === undefined ? indexNumbers(text) : [indexSection(section, text)];
  const quoted = (text: string) => JSON.stringify(text);
  const about = { of, title, ...(url ? { url } : {}), ...(read ? { read } : {}) };
  const checked = checkShape(sourceIndex, { ...about, sha256: documentHash(bytes), sections: [] });
  const wrong = 'problems' in checked ? checked.problems.find(({ path: [key] }) => String(key) in about) : undefined;
  if (wrong) throw new UsageError(`--${wrong.message}`);
  return [
    `of: ${of}`,
    `title: ${quoted(title)}`,
    ...(url ? [`url: ${quoted(url)}`] : []),
    ...(read ? [`read: ${read}`] : []),
    `sha256: ${documentHash(bytes)}`,
    'sections:',
    ...sections.flatMap(({ id, passages }) => [`  - id: ${quoted(id)}`, ...passagesYaml(passages)]),
    '',
  ].join('\n');
}

/** One passage without works is the section itself; several stand one a line. */
function passagesYaml(passages: readonly PassageNumbers[]): string[] {
  const list = (numbers: readonly (string | number)[]) => `[${numbers.join(', ')}]`;
  if (passages.length <= 1 && !passages[0]?.cites.length) return [`    numbers: ${list(passages[0]?.numbers ?? [])}`];
  return [
    '    passages:',
    ...passages.map(
      ({ cites, numbers }) => `      - {${cites.length > 0 ? `cites: ${list(cites)}, ` : ''}numbers: ${list(numbers)}}`,
    ),
  ];
}

import { indexNumbers, indexSection } from '../reading/passages.ts';
import { readBytes } from '../reading/text.ts';
import { contentFolder, contentOption, readArgs, UsageError, type Command } from './command.ts';
import { indexYaml } from './trace-index.ts';
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
      if (!subject || !values.of || !values.title)
        throw new UsageError('index needs FILE, --of KEY and --title TEXT');
      const bytes = readBytes(subject);
      const text = bytes.toString('utf8');
      // With --section the whole text is one section of that name.
      const sections =
        values.section === undefined ? indexNumbers(text) : [indexSection(values.section, text)];
      process.stdout.write(indexYaml(bytes, { ...values, of: values.of, title: values.title }, sections));
      return 0;
    }
    if (action === 'locate') return locateFacts(content, subject, values.write ?? false);
    if (action === 'report') return reportTraces(content);
    throw new UsageError(`expected index, locate or report, found ${action ?? 'nothing'}`);
  },
};

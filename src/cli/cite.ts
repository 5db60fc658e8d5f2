import type { Citable } from '../citations/entry.ts';
import { formatCitations } from '../citations/format.ts';
import { styleIds, type FormatId, type StyleId } from '../citations/styles.ts';
import { write } from '../citations/write.ts';
import { factOf, worksOf } from '../evidence/citable.ts';
import type { Library } from '../evidence/library.ts';
import { link } from '../evidence/link.ts';
import { UncheckedCorpus } from '../evidence/named.ts';
import { shown } from '../reading/shown.ts';
import { suggest } from '../reading/shape.ts';
import {
  contentFolder,
  contentOption,
  readArgs,
  readWhole,
  UsageError,
  withErrors,
  type Command,
} from './command.ts';

const files: Record<string, FormatId> = { bibtex: 'bib', ris: 'ris', 'csl-json': 'json' };
const choices = [...Object.keys(files), ...styleIds];

export const cite: Command = {
  usage: `cite KEY|TRIAL|TRIAL/FACT… --style ${choices.join('|')} [--content DIR]`,
  summary:
    'Prints citations: of a work by its key, of a trial (the entry in its version, then its reports), of a single fact; of other entries as therapies/ID, topics/ID, reviews/ID, syntheses/ID.',
  run(args) {
    const { values, positionals } = readArgs(args, { ...contentOption, style: { type: 'string' } }, true);
    const { style } = values;
    if (style === undefined || !choices.includes(style))
      throw new UsageError(
        style === undefined
          ? `--style is missing; expected one of ${choices.join(', ')}`
          : `--style cannot be ${style || 'empty'}; expected one of ${choices.join(', ')}`,
      );
    if (positionals.length === 0)
      throw new UsageError('expected the key of a work or the id of a trial, found none');
    const library = linked(contentFolder(values.content));
    const items = new Map<string, Citable>();
    for (const name of positionals) for (const item of itemsOf(name, library)) items.set(item.id, item);
    process.stdout.write(printed(style, [...items.values()]));
    return 0;
  },
};

function printed(style: string, items: Citable[]): string {
  const format = files[style];
  if (format) return write[format](items);
  return [...formatCitations(style as StyleId, items).values()].map(({ text }) => `${text}\n`).join('');
}

/** The works that a name stands for. The key of a work comes before the id of a trial. */
function itemsOf(name: string, library: Library): Citable[] {
  const { trials, therapies, topics, reviews, syntheses, references, facts, base } = library;
  const work = references.find(({ id, data }) => id === name || data.custom?.aliases?.includes(name));
  if (work) return [work.data];
  const fact = facts.get(name);
  if (fact) return [factOf(fact, base), fact.report.reference.data];
  const [folder, id] = name.includes('/') ? name.split('/') : ['trials', name];
  const folders = { trials, therapies, topics, reviews, syntheses };
  const entry =
    folder !== undefined && Object.hasOwn(folders, folder)
      ? folders[folder as keyof typeof folders].find((node) => node.id === id)
      : undefined;
  if (entry) return worksOf(entry, library);
  const known = name.includes('/')
    ? [
        ...facts.keys(),
        ...[...therapies, ...topics, ...reviews, ...syntheses].map(({ path }) => path.slice(1, -1)),
      ]
    : [...references, ...trials].map((node) => node.id);
  throw new UsageError(`there is no work or entry ${name}; ${suggest(name, known.sort(), 'keys')}`);
}

/** The content, linked. Citing asks for less than a build, so warnings of checks do not matter here. */
function linked(content: string): Library {
  const corpus = readWhole(content);
  try {
    return link(corpus);
  } catch (error) {
    if (!(error instanceof UncheckedCorpus)) throw error;
    throw withErrors(shown(content), content);
  }
}

import { readArgs, contentOption, UsageError, type Command } from './command.ts';

/** What an import asks for, whatever it reads. */
export interface ImportOptions {
  files: string[];
  content: string | undefined;
  /** Says what would be written, and writes nothing. */
  dryRun: boolean;
  /** Changes what is in the base already; without it only what is new is written. */
  update: boolean;
  /** Single fields of works that are taken from the file, as KEY.FIELD. */
  take: string[];
}

/** Each kind of file is loaded when it is asked for. */
const kinds: Record<string, () => Promise<(options: ImportOptions) => number | Promise<number>>> = {
  ctgov: async () => (await import('./import-ctgov.ts')).importCtgov,
  refs: async () => (await import('./import-refs.ts')).importRefs,
};

export const importFrom: Command = {
  usage: 'import ctgov|refs FILE… [--content DIR] [--dry-run] [--update] [--take KEY.FIELD]…',
  summary:
    'ctgov: makes entries of study records of ClinicalTrials.gov (JSON of its API, CSV, text). refs: puts the works of reference managers and databases (BibTeX, RIS, PubMed, EndNote, CNKI, CSL …) into references.yaml.',
  async run(args) {
    const flag = { type: 'boolean' } as const;
    const options = {
      ...contentOption,
      'dry-run': flag,
      update: flag,
      take: { type: 'string', multiple: true },
    } as const;
    const { values, positionals } = readArgs(args, options, true);
    const [kind, ...files] = positionals;
    const load = kind !== undefined && Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    if (!load)
      throw new UsageError(`expected ${Object.keys(kinds).join(' or ')}, found ${kind ?? 'nothing'}`);
    if (files.length === 0) throw new UsageError(`import ${kind} needs a FILE`);
    const run = await load();
    return run({
      files,
      content: values.content,
      dryRun: values['dry-run'] ?? false,
      update: values.update ?? false,
      take: values.take ?? [],
    });
  },
};

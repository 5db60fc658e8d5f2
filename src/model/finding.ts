/**
 * Every check by its code: what it asks and why. A finding carries one of these codes.
 *
 * - `error`: impossible or broken; the build stops.
 * - `warning`: unlikely; shown on the site.
 * - `note`: worth knowing.
 */
export const checkTable = {
  'schema/content': ['error', 'There is content to check', 'A run that checks nothing must not pass.'],
  'schema/missing-file': [
    'error',
    'The files of the whole base are there',
    'Every entry rests on its terms, endpoints and references.',
  ],
  'schema/encoding': ['error', 'Files are UTF-8', 'Names and Chinese text survive only in one agreed encoding.'],
  'schema/empty': ['error', 'No file is empty', 'An empty file is usually a lost one.'],
  'schema/filename': [
    'error',
    'The file name is a usable permanent id',
    'The id is the address of the entry; it can never change.',
  ],
  'schema/yaml': ['error', 'Frontmatter and YAML files can be read', 'What cannot be read cannot be checked.'],
  'schema/unknown-key': ['error', 'Every key is known', 'A misspelt key would silently lose its figure.'],
  'schema/shape': [
    'error',
    'Every value has the shape the model asks for',
    'A figure of the wrong type cannot be compared or exported.',
  ],
  'schema/duplicate-id': ['error', 'Every id is defined once', 'Two things under one id cannot be cited apart.'],
  'mdx/syntax': ['error', 'The body can be parsed', 'What cannot be parsed cannot be shown.'],
  'mdx/code': [
    'error',
    'The body holds no code',
    'Entries come from many hands; none of them may run code on a reader or on the build.',
  ],
  'mdx/component': [
    'error',
    'Only known components with known attributes are used',
    'A component that is not on the list does not render.',
  ],
  'mdx/address': ['error', 'Links and images stay harmless', 'Only web, mail and in-site addresses; images only from this site.'],
  'prose/figure': [
    'error',
    'A result in prose comes from a typed fact',
    'A number typed into prose can drift from the data; a fact cannot.',
  ],
  'links/vocabulary': ['error', 'Every controlled term is defined', 'Facets and labels come from the vocabulary.'],
  'links/endpoint': [
    'error',
    'Every endpoint named is defined and allows the kind of fact',
    'Comparison rests on shared endpoints.',
  ],
  'links/therapy': ['error', 'Every therapy named has an entry', 'An arm must lead to what it gives.'],
  'links/reference': ['error', 'Every reference named is in the library', 'Each figure must lead to its source.'],
  'links/arm': ['error', 'Every arm named is an arm of the trial', 'A figure must belong to someone.'],
  'links/population': [
    'error',
    'Every analysis population named is defined',
    'A figure without its denominator cannot be compared.',
  ],
  'links/report': ['error', 'Every report and source named is listed', 'Each fact says who reports it and where it was read.'],
  'links/entry': ['error', 'Every trial, review or topic named exists', 'Cross-links must lead somewhere.'],
  'links/citation': ['error', 'Every [@key] in prose is in the library', 'A citation must resolve.'],
  'links/fact': ['error', 'Every <Fact id> names a fact', 'A fact in prose must resolve.'],
  'links/orphan': [
    'error',
    'Nothing is defined that nothing uses',
    'What no entry uses is either forgotten or needs a reason (unlinked).',
  ],
} as const satisfies Record<string, readonly [severity: Severity, title: string, why: string]>;

export type Severity = 'error' | 'warning' | 'note';
export type Code = keyof typeof checkTable;

export interface Position {
  line: number;
  column: number;
}

/** One message about the content. A position is real or absent, never a guess. */
export interface Finding {
  code: Code;
  message: string;
  /** Path of the file, relative to the working directory where it lies below it. */
  file: string;
  line?: number;
  column?: number;
  /** `trials/ID`, `references.yaml` … */
  entry?: string;
  actual?: string;
  expected?: string;
  /** The mend: what to do. */
  help: string;
}

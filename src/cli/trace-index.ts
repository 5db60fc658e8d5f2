import { sourceIndex } from '../model/source.ts';
import { documentHash } from '../reading/numbers.ts';
import type { PassageNumbers, SectionNumbers } from '../reading/passages.ts';
import { checkShape } from '../reading/shape.ts';
import { UsageError } from './command.ts';

/** What a figure index says of its document. */
interface AboutDocument {
  of: string;
  title: string;
  url?: string | undefined;
  read?: string | undefined;
}

/**
 * The figure index of a document as YAML: numbers only.
 *
 * @throws UsageError naming the option that does not fit
 */
export function indexYaml(
  bytes: Uint8Array,
  { of, title, url, read }: AboutDocument,
  sections: readonly SectionNumbers[],
): string {
  const quoted = (text: string) => JSON.stringify(text);
  const about = { of, title, ...(url ? { url } : {}), ...(read ? { read } : {}) };
  const checked = checkShape(sourceIndex, { ...about, sha256: documentHash(bytes), sections: [] });
  const wrong =
    'problems' in checked ? checked.problems.find(({ path: [key] }) => String(key) in about) : undefined;
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
  if (passages.length <= 1 && !passages[0]?.cites.length)
    return [`    numbers: ${list(passages[0]?.numbers ?? [])}`];
  return [
    '    passages:',
    ...passages.map(
      ({ cites, numbers }) =>
        `      - {${cites.length > 0 ? `cites: ${list(cites)}, ` : ''}numbers: ${list(numbers)}}`,
    ),
  ];
}

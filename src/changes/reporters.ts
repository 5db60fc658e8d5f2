import { visible } from '../reading/shown.ts';
import type { Changes } from './compare.ts';
import { describeChanges, type Block, type Line } from './lines.ts';

/** What a state is held against. */
export interface Since {
  /** As it was asked for. */
  name: string;
  kind: 'revision' | 'release';
  /** The commit that the name stands for. */
  commit?: string;
}

/** `revision v1.0.0 (0123456789ab)`, `release 1.0.0` */
export const sinceText = ({ name, kind, commit }: Since): string =>
  `${kind} ${name}${commit === undefined || commit.startsWith(name) ? '' : ` (${commit.slice(0, 12)})`}`;

/** For people at a terminal. */
function text(changes: Changes, since: Since): string {
  const { summary, blocks } = describeChanges(changes, sinceText(since));
  const block = ({ heading, at, lines }: Block) => [
    '',
    visible(heading === at ? at : `${heading}  (${at})`),
    ...lines.map((line) =>
      visible(`  ${line.sign} ${line.text}${line.id === undefined ? '' : `  (${line.id})`}`),
    ),
  ];
  return `${[visible(summary), ...blocks.flatMap(block)].join('\n')}\n`;
}

/** A comment on GitHub takes 65,536 characters; what is left out is counted. */
const mostOfComment = 60_000;
/** A block of more lines is folded. */
const mostOpen = 12;

/**
 * For a pull request. Content comes from anyone, so nothing in it is Markdown, HTML or the name of an
 * account.
 */
function markdown(changes: Changes, since: Since): string {
  const { summary, blocks } = describeChanges(changes, sinceText(since));
  const parts = blocks.map(blockInMarkdown);
  let room = mostOfComment - summary.length;
  const kept = parts.filter((part) => (room -= part.length + 1) >= 0);
  const left = parts.length - kept.length;
  return [
    '## Evidence that changes',
    '',
    `${plain(summary)}.`,
    ...kept.map((part) => `\n${part}`),
    ...(left > 0 ? ['', `${left} more are left out here: \`almanac diff\` tells all.`] : []),
    '',
  ].join('\n');
}

function blockInMarkdown({ heading, at, lines }: Block): string {
  const head = heading === at ? `**${code(at)}**` : `**${plain(heading)}** ${code(at)}`;
  const list = lines.map(lineInMarkdown);
  if (list.length <= mostOpen) return [head, '', ...list].join('\n').trimEnd();
  return [head, '', `<details><summary>${list.length} changes</summary>`, '', ...list, '', '</details>'].join(
    '\n',
  );
}

const marks = { '+': '➕ ', '-': '➖ ', '~': '', '!': '⚠️ ' } as const;
const lineInMarkdown = ({ sign, text: words, id }: Line): string =>
  `- ${marks[sign]}${plain(words)}${id === undefined ? '' : ` ${code(id)}`}`;

/**
 * A text in which Markdown and GitHub see no marks, links, issues or accounts. The last two are looked for in
 * the text as it is shown, so that a character without width stands in them.
 */
const plain = (words: string): string =>
  visible(words)
    .replace(/[\\`*_{}[\]()<>#|~&]|:(?=\/\/)|(?<=www)\./gi, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/@|&#35;/g, '$&&#8288;');

/** An id or path, which may be that of a file with any name. */
const code = (words: string): string => `<code>${plain(words)}</code>`;

/** For programs: the changes as they are, and each in words. */
function json(changes: Changes, since: Since): string {
  const { summary } = describeChanges(changes, sinceText(since));
  return `${JSON.stringify({ since, summary, ...changes }, null, 2)}\n`;
}

export const reporters = { text, markdown, json } as const;
export type DiffFormat = keyof typeof reporters;

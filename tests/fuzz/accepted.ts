import fs from 'node:fs';
import path from 'node:path';
import { runChecks, type CheckReport } from '../../src/checks/run.ts';
import { readCorpus, type Corpus } from '../../src/reading/corpus.ts';
import type { Data, Draft, DraftEntry } from './parts.ts';
import { Bare } from './untidy.ts';

/** A value in YAML on one line. */
function yaml(value: unknown): string {
  if (value instanceof Bare) return value.source;
  if (Array.isArray(value)) return `[${value.map(yaml).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .map(([key, one]) => `${JSON.stringify(key)}: ${yaml(one)}`)
      .join(', ')}}`;
  return value === undefined ? 'null' : JSON.stringify(value);
}

/** The frontmatter of an entry, each item of a list on a line of its own, and what stands on each line. */
function frontmatter(data: Data): {
  lines: string[];
  items: (readonly [key: string, index: number] | undefined)[];
} {
  const lines: string[] = ['---'];
  const items: ReturnType<typeof frontmatter>['items'] = [undefined];
  for (const [key, value] of Object.entries(data)) {
    const isList = Array.isArray(value) && value.length > 0;
    lines.push(isList ? `${key}:` : `${key}: ${yaml(value)}`);
    items.push(undefined);
    if (!isList) continue;
    value.forEach((item, i) => {
      lines.push(`  - ${yaml(item)}`);
      items.push([key, i]);
    });
  }
  return { lines: [...lines, '---', ''], items };
}

const fileOf = ({ collection, id }: DraftEntry) => `${collection}/${id}.mdx`;
const listed = (items: readonly Data[]) => items.map((item) => `- ${yaml(item)}\n`).join('') || '[]\n';

/** Writes a draft as a content folder. */
export function write(draft: Draft, root: string): void {
  fs.rmSync(root, { recursive: true, force: true });
  const put = (name: string, content: string) => {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), content);
  };
  put('base.yaml', yaml(draft.base));
  put('vocabulary.yaml', yaml(draft.vocabulary));
  put('endpoints.yaml', listed(draft.endpoints));
  put('references.yaml', listed(draft.references));
  for (const entry of draft.entries)
    put(fileOf(entry), `${frontmatter(entry.data).lines.join('\n')}\n${entry.body}\n`);
}

/** What is left of a draft when everything is taken out that `check` refuses, with its report. */
export function accepted(draft: Draft, root: string): { corpus: Corpus; report: CheckReport } {
  for (let round = 0; ; round += 1) {
    write(draft, root);
    const corpus = readCorpus(root);
    const report = runChecks(corpus);
    const errors = report.findings.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) return { corpus, report };
    if (round > 60)
      throw new Error(
        `no end of errors: ${errors
          .map(({ code, message, entry }) => `${entry}: ${code} ${message}`)
          .slice(0, 5)
          .join('\n')}`,
      );
    correct(draft, errors);
  }
}

type Errors = CheckReport['findings'];

/** Lists of an entry whose items can go one by one. */
const removable = ['outcomes', 'claims', 'pooled', 'appraisals'];

/**
 * Takes out what the check refuses: an outcome, appraisal or statement, a work, an entry; says why a thing
 * stands alone, or no longer.
 */
function correct(draft: Draft, errors: Errors): void {
  const gone = new Set<unknown>();
  for (const { code, entry: name, line = 0, message } of errors) {
    const list =
      name === 'references.yaml' ? draft.references : name === 'endpoints.yaml' ? draft.endpoints : undefined;
    const entry = draft.entries.find((one) => name === `${one.collection}/${one.id}`);
    const item = list?.[line - 1];
    if (code === 'links/orphan')
      toggle(item ?? entry!.data, name === 'references.yaml', /nothing uses/.test(message));
    else if (item) gone.add(item);
    else if (entry) {
      const { lines, items } = frontmatter(entry.data);
      const [key, i] = items[line - 1] ?? [];
      if (line >= lines.length) entry.body = withoutLine(entry.body, line - lines.length);
      else gone.add(removable.includes(key!) ? (entry.data[key!] as Data[])[i!] : entry);
    } else throw new Error(`${name}:${line}: ${code} ${message}`);
  }
  draft.entries = draft.entries.filter((entry) => !gone.has(entry));
  draft.references = draft.references.filter((item) => !gone.has(item));
  draft.endpoints = draft.endpoints.filter((item) => !gone.has(item));
  for (const { data } of draft.entries)
    for (const key of removable)
      if (Array.isArray(data[key])) data[key] = data[key].filter((item) => !gone.has(item));
}

/** A body without the paragraph of a line, counted from 0. */
function withoutLine(body: string, line: number): string {
  let from = 0;
  return body
    .split('\n\n')
    .filter((paragraph) => {
      const next = from + paragraph.split('\n').length + 1;
      const holds = line >= from && line < next;
      from = next;
      return !holds;
    })
    .join('\n\n');
}

function toggle(item: Data, isWork: boolean, alone: boolean): void {
  const at = (isWork ? (item.custom ??= {}) : item) as Data;
  if (alone) at.unlinked = 'Made by chance';
  else delete at.unlinked;
}

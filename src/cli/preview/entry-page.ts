import type { RankedFinding } from '../../checks/run.ts';
import { allFiles, type Corpus, type Entry } from '../../reading/corpus.ts';
import { expectedOf } from '../../views/expectations.ts';
import { fieldsOf } from '../../views/entry-form.ts';
import type { Collection } from '../../model/collections.ts';
import type { Outcome } from '../../model/outcome.ts';
import { word } from '../../wording/figures.ts';
import { markup, type Markup } from '../../wording/markup.ts';
import { opensAt } from './panel-findings.ts';

/** What the view of an entry is made of. */
interface Viewed {
  corpus: Corpus;
  findings: readonly RankedFinding[];
  editor: string;
}

/**
 * An entry as a form: each key with what stands there and what may, and for a study what its design asks for.
 */
export function entryPage(name: string, { corpus, findings, editor }: Viewed): Markup | undefined {
  const source = allFiles(corpus).find(({ entry }) => entry === name) as Entry | undefined;
  if (!source) return undefined;
  const [collection] = name.split('/') as [Collection];
  const open = (path: (string | number)[], words: string) =>
    markup`<a href="${opensAt(editor, source.file, source.data ? source.at(path) : {})}">${words}</a>`;
  const own = findings.filter(({ entry }) => entry === name);
  return frame(
    name,
    markup`<p>${open([], source.file)} · <a href="/${name}/">${source.data ? 'See its page' : 'Its page, as it was'}</a> · ${String(own.length)} findings</p>
${source.data ? wanting(collection, source) : markup`<p>The file cannot be read as an entry: the findings on the right say why.</p>`}
<h2>Keys</h2>
<p>* must be there.</p>
<table><thead><tr><th>Key</th><th>What stands there</th><th>What it holds</th></tr></thead><tbody>${fieldsOf(
      collection,
      source.data,
    ).map(
      ({ key, value, description, isRequired }) =>
        markup`<tr${value === undefined && markup` class="empty"`}><th scope="row">${value === undefined ? key : open([key], key)}${isRequired && ' *'}</th><td>${value ?? '–'}</td><td>${description}</td></tr>`,
    )}</tbody></table>
${'outcomes' in (source.data ?? {}) ? figures(source, own, open) : ''}`,
  );
}

/** What a study of its design should say, what is there and what is not. */
function wanting(collection: Collection, source: Entry): Markup | undefined {
  if (collection !== 'trials') return undefined;
  const { data } = source as Entry<'trials'>;
  if (!data) return undefined;
  const expected = expectedOf(data);
  return markup`<h2>What readers look for in a study of this design (${data.design})</h2>
<ul class="expected">${expected
    .toSorted((a, b) => Number(a.isMet) - Number(b.isMet))
    .map(
      ({ name, isMet }) =>
        markup`<li class="${isMet ? 'there' : 'missing'}">${isMet ? '✓' : 'Missing:'} ${name}</li>`,
    )}</ul>`;
}

function figures(
  { data }: Entry<'trials'>,
  own: readonly RankedFinding[],
  open: (path: (string | number)[], words: string) => Markup,
): Markup | undefined {
  if (!data) return undefined;
  const foundIn = (id: string) =>
    own.filter(({ fact }) => fact === id).map(({ severity, code }) => `${severity}: ${code}`);
  return markup`<h2>Outcomes</h2>
<table><thead><tr><th>Id</th><th>Endpoint</th><th>Figure</th><th>Arm</th><th>Patients</th><th>Report</th><th>Traced</th><th>Findings</th></tr></thead><tbody>${data.outcomes.map(
    (one, i) =>
      markup`<tr><th scope="row">${open(['outcomes', i], one.id)}</th><td>${one.endpoint}</td><td>${figureOf(one)}</td><td>${one.arm}</td><td>${one.population}</td><td>${one.report}, ${one.locator}</td><td>${one.trace ? 'yes' : 'no'}</td><td>${foundIn(one.id).join(', ')}</td></tr>`,
  )}</tbody></table>`;
}

/** As it is printed: a preview of an entry computes nothing. */
function figureOf(one: Outcome): string {
  const { value, fraction, interval, p, at } = word(one, {});
  return [value, fraction === value ? undefined : fraction, interval, p === value ? undefined : p, at]
    .filter((part) => part !== undefined)
    .join(', ');
}

const frame = (name: string, body: Markup) => markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name} · preview</title></head>
<body class="preview-form"><main><h1>${name}</h1>
${body}</main></body></html>`;

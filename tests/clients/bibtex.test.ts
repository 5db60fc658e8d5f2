import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { toBibtex } from '../../src/citations/bibtex.ts';
import { references, type Reference } from '../../src/model/reference.ts';
import type { TexOptions } from '../../src/citations/tex.ts';
import { hostileLibrary } from '../unit/citations/items.ts';
import { complaints, missing, packages, run, typeset, workshop } from './latex.ts';

const file = path.resolve(import.meta.dirname, '../../content/references.yaml');
const library = existsSync(file) ? references.parse(parse(readFileSync(file, 'utf8'))) : [];

describe.each<[name: string, items: Reference[], options?: TexOptions]>([
  ['the library', library],
  ['the library in ASCII', library, { ascii: true }],
  ['a hostile library', hostileLibrary],
])('%s in real BibTeX clients', (name, items, options) => {
  const reason =
    missing.length > 0
      ? `skipped: no ${missing.join(', ')} here; apt-get install -y --no-install-recommends ${packages}`
      : items.length === 0 && 'skipped: there is no content/references.yaml yet';
  if (reason) {
    console.error(`${name} in real BibTeX clients is ${reason}`);
    test.skip(`${name} (${reason})`, () => {});
    return;
  }

  // Both clients miss a year, and none can be made up: an undated work is complained of, and nothing else is.
  const undated = items.filter((item) => item.issued === undefined && item.accessed === undefined).map((item) => item.id);
  let directory: string;
  beforeAll(() => {
    directory = workshop(toBibtex(items, options));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  const read = (written: string): string => readFileSync(path.join(directory, written), 'utf8');

  const keysOf = (type: string): string[] =>
    [...toBibtex(items).matchAll(new RegExp(`^@${type}\\{(.*),$`, 'gm'))].map((match) => match[1]!);

  // Names in Latin letters may come apart and turn around; these must not.
  const chinese = items.flatMap(({ author = [] }) =>
    author.flatMap((one) => ('family' in one && /^\p{sc=Han}+$/u.test(one.family) ? [one.family + (one.given ?? '')] : [])),
  );
  const lost = () => chinese.filter((one) => !read('paper.bbl').includes(one));

  test('biber finds every field valid', () => {
    run(directory, 'biber', '--tool', '--validate-datamodel', '--output-file', 'checked.bib', 'library.bib');
    const lacks = (key: string, field: string): string =>
      `WARN - Datamodel: Entry '${key}' (library.bib): Missing mandatory field ${field}`;
    const expected = [
      ...undated.map((key) => lacks(key, "- one of 'date, year' must be defined")),
      // Editors of books are not in the model; biber minds only when it is asked to validate.
      ...keysOf('incollection').map((key) => lacks(key, "'editor'")),
    ];
    const complained = complaints(directory, 'library.bib.blg').map((line) => line.replace(/^.*?(?=WARN)/, ''));
    expect(complained.sort()).toEqual(expected.sort());
    expect(read('checked.bib').match(/^@/gm)).toHaveLength(items.length);
  });

  test('biblatex and biber typeset every entry without a word', () => {
    typeset(directory, '\\usepackage{biblatex}\\addbibresource{library.bib}', '\\printbibliography', 'biber');
    expect(complaints(directory, 'paper.blg')).toEqual([]);
    expect(complaints(directory, 'paper.log')).toEqual([]);
    expect(read('paper.bbl').match(/\\entry\{/g)).toHaveLength(items.length);
    expect(lost()).toEqual([]);
  });

  test.each(['unsrtnat', 'plain'])('classic BibTeX typesets every entry in %s without a word', (style) => {
    typeset(directory, '\\usepackage{natbib,url}', `\\bibliographystyle{${style}}\\bibliography{library}`, 'bibtex');
    // `plain` lets an undated @misc pass.
    const expected = style === 'plain' ? [] : undated.map((id) => `Warning--empty year in ${id}`);
    expect(complaints(directory, 'paper.blg')).toEqual(expected);
    expect(complaints(directory, 'paper.log')).toEqual([]);
    expect(read('paper.bbl').match(/\\bibitem/g)).toHaveLength(items.length);
    expect(chinese.length).toBeGreaterThan(0);
    expect(lost()).toEqual([]);
  });

  test('"et al." stands for the authors who are missing, in both clients, and for nobody else', () => {
    const cut = items.filter((item) => item.author && item.custom?.['authors-truncated']).length;
    typeset(directory, '\\usepackage{biblatex}\\addbibresource{library.bib}', '\\printbibliography', 'biber');
    expect(read('paper.bbl').match(/\\true\{moreauthor\}/g) ?? []).toHaveLength(cut);
    typeset(directory, '\\usepackage{url}', '\\bibliographystyle{plain}\\bibliography{library}', 'bibtex');
    expect(read('paper.bbl').match(/et~al\./g) ?? []).toHaveLength(cut);
  });
});

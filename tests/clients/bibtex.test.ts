import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { toAsciiBibtex, toBibtex } from '../../src/citations/bibtex.ts';
import { references, type Reference } from '../../src/model/reference.ts';
import { isWhole } from '../support/sweep.ts';
import { hostileLibrary } from '../unit/citations/items.ts';
import { complaints, missing, packages, run, typeset, workshop } from './latex.ts';

const file = path.resolve(import.meta.dirname, '../../content/references.yaml');
const library = existsSync(file) ? references.parse(parse(readFileSync(file, 'utf8'))) : [];

const { leftOut } = toAsciiBibtex(library);

/**
 * What clients may take otherwise in a work: each field of its type, what it lacks, who wrote it, and whether
 * all are named.
 */
const traitsOf = (work: Reference): string[] => {
  const { author = [], custom, issued, type } = work;
  return [
    ...Object.keys(work),
    issued ? '' : 'no year',
    author.length === 0 ? 'nobody' : '',
    author.some((one) => !('family' in one)) ? 'a group' : '',
    /\p{sc=Han}/u.test(JSON.stringify(author)) ? 'Chinese names' : '',
    custom?.['authors-truncated'] ? 'more authors' : '',
  ].map((trait) => `${type}: ${trait}`);
};

/**
 * Biber takes a minute for the library. By day it is asked about one work in ten, and those that first have a
 * trait.
 */
const traits = new Set<string>();
const fewer = library.filter((work, i) => {
  const before = traits.size;
  for (const trait of traitsOf(work)) traits.add(trait);
  return i % 10 === 0 || traits.size > before;
});

type Client = 'biber' | 'bibtex';
type Row = [name: string, items: Reference[], write: (items: Reference[]) => string, clients: Client[]];
const both: Client[] = ['biber', 'bibtex'];
const classic: Client[] = ['bibtex'];

describe.each<Row>([
  ['the library', library, toBibtex, isWhole ? both : classic],
  ...(isWhole ? [] : [['each kind of work', fewer, toBibtex, ['biber']] as Row]),
  // Of one library in two alphabets the other is enough for most days.
  [
    'the library in ASCII',
    library.filter((item) => !leftOut.includes(item)),
    () => toAsciiBibtex(library).text,
    isWhole ? both : classic,
  ],
  ['a hostile library', hostileLibrary, toBibtex, both],
])('%s in real BibTeX clients', (name, items, write, clients) => {
  const reason =
    missing.length > 0
      ? `skipped: no ${missing.join(', ')} here; apt-get install -y --no-install-recommends ${packages}`
      : items.length === 0 && 'skipped: there is no content/references.yaml yet';
  if (reason) {
    console.error(`${name} in real BibTeX clients is ${reason}`);
    test.skip(`${name} (${reason})`, () => {});
    return;
  }

  let directory: string;
  beforeAll(() => {
    directory = workshop(write(items));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  const read = (written: string): string => readFileSync(path.join(directory, written), 'utf8');

  const keysOf = (type: string): string[] =>
    [...toBibtex(items).matchAll(new RegExp(`^@${type}\\{(.*),$`, 'gm'))].map((match) => match[1]!);

  // Both clients miss an author and a year, and none can be made up: they say so, and nothing else.
  const misc = new Set(keysOf('misc'));
  const undated = items.filter((item) => item.issued === undefined).map((item) => item.id);
  const nameless = items
    .filter((item) => item.author === undefined && !misc.has(item.id))
    .map((item) => item.id);

  /** Works with authors who are not listed: each client says "et al." of them, and of no other. */
  const cut = items.filter((item) => item.author && item.custom?.['authors-truncated']).length;

  // Names in Latin letters may come apart and turn around; these must not.
  const chinese = items.flatMap(({ author = [] }) =>
    author.flatMap((one) =>
      'family' in one && /^\p{sc=Han}+$/u.test(one.family) ? [one.family + (one.given ?? '')] : [],
    ),
  );
  const lost = () => chinese.filter((one) => !read('paper.bbl').includes(one));

  test.runIf(clients.includes('biber'))('biber finds every field valid', () => {
    run(directory, 'biber', '--tool', '--validate-datamodel', '--output-file', 'checked.bib', 'library.bib');
    const lacks = (key: string, field: string): string =>
      `WARN - Datamodel: Entry '${key}' (library.bib): Missing mandatory field ${field}`;
    const expected = [
      ...undated.map((key) => lacks(key, "- one of 'date, year' must be defined")),
      ...nameless.map((key) => lacks(key, "'author'")),
      // Editors of books are not in the model; biber minds only when it is asked to validate.
      ...keysOf('incollection').map((key) => lacks(key, "'editor'")),
    ];
    const complained = complaints(directory, 'library.bib.blg').map((line) =>
      line.replace(/^.*?(?=WARN)/, ''),
    );
    expect(complained.sort()).toEqual(expected.sort());
    expect(read('checked.bib').match(/^@/gm)).toHaveLength(items.length);
  });

  test.runIf(clients.includes('biber'))('biblatex and biber typeset every entry without a word', () => {
    typeset(directory, '\\usepackage{biblatex}\\addbibresource{library.bib}', '\\printbibliography', 'biber');
    expect(complaints(directory, 'paper.blg')).toEqual([]);
    expect(complaints(directory, 'paper.log')).toEqual([]);
    expect(read('paper.bbl').match(/\\entry\{/g)).toHaveLength(items.length);
    expect(
      read('paper.bbl').match(/\\true\{moreauthor\}/g) ?? [],
      '"et al." where authors are missing',
    ).toHaveLength(cut);
    expect(lost()).toEqual([]);
  });

  // By day each library in one style, so that both are seen.
  test
    .runIf(clients.includes('bibtex'))
    .each(isWhole ? ['unsrtnat', 'plain'] : [write === toBibtex ? 'plain' : 'unsrtnat'])(
    'classic BibTeX typesets every entry in %s, with a word only of missing authors and years',
    (style) => {
      typeset(
        directory,
        '\\usepackage{natbib,url}',
        `\\bibliographystyle{${style}}\\bibliography{library}`,
        'bibtex',
      );
      const books = new Set(keysOf('book'));
      const expected = [
        // `plain` lets an undated @misc pass.
        ...undated
          .filter((id) => style !== 'plain' || !misc.has(id))
          .map((id) => `Warning--empty year in ${id}`),
        ...nameless.map((id) => `Warning--empty author ${books.has(id) ? 'and editor ' : ''}in ${id}`),
      ];
      // Some are told twice.
      expect([...new Set(complaints(directory, 'paper.blg'))].sort()).toEqual(expected.sort());
      expect(complaints(directory, 'paper.log')).toEqual([]);
      expect(read('paper.bbl').match(/\\bibitem/g)).toHaveLength(items.length);
      // unsrtnat says it in the labels of its works too.
      if (style === 'plain') expect(read('paper.bbl').match(/et~al\./g) ?? []).toHaveLength(cut);
      expect(chinese.length > 0).toBe(name !== 'the library in ASCII');
      expect(lost()).toEqual([]);
    },
  );
});

import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { write } from '../../../../src/citations/write.ts';
import { projectRoot } from '../../../../src/cli/command.ts';
import { ReferenceImport } from '../../../../src/importing/references/import.ts';
import { references } from '../../../../src/model/reference.ts';
import { readYaml } from '../../../../src/reading/yaml.ts';

const text = fs.readFileSync(path.join(projectRoot, 'content', 'references.yaml'), 'utf8');
const works = references.parse(readYaml(text).data);

test.each(['bib', 'ris', 'json'] as const)(
  'what is written of the library as %s is the library, read back',
  (format) => {
    const library = new ReferenceImport(works, [], () => false);
    const { outcomes } = library.read('the file', Buffer.from(write[format](works)));
    expect(outcomes).toHaveLength(works.length);
    const differing = outcomes.filter(
      (outcome) =>
        !('joined' in outcome) ||
        outcome.merge.filled.length + outcome.merge.kept.length > 0 ||
        outcome.notes.length > 0,
    );
    expect(differing).toEqual([]);
    expect(outcomes.map((outcome) => 'joined' in outcome && outcome.joined)).toEqual(
      works.map(({ id }) => id),
    );
    expect(library.textOf(text)).toEqual({ text: undefined, uneditable: [] });
  },
);

test.each(['bib', 'ris', 'json'] as const)(
  'and makes the same keys, titles, years and numbers in an empty library as %s',
  (format) => {
    const library = new ReferenceImport([], [], () => false);
    const { outcomes } = library.read('the file', Buffer.from(write[format](works)));
    const found = outcomes.flatMap((outcome) => ('added' in outcome ? [outcome.added] : []));
    const compared = (list: typeof works) =>
      list.map(({ title, issued, DOI, PMID, PMCID, author = [] }) => ({
        title: title.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, ''),
        year: issued?.['date-parts'][0]?.[0],
        numbers: [DOI, PMID, PMCID],
        authors: author.map((name) =>
          'literal' in name
            ? name.literal
            : [name.family, name.given].filter(Boolean).join(/\p{Script=Han}/u.test(name.family) ? '' : ' '),
        ),
      }));
    expect(compared(found)).toEqual(compared(works));
  },
);

import { describe, expect, test } from 'vitest';
import { ReferenceImport } from '../../../../src/importing/references/import.ts';
import { references, type Reference } from '../../../../src/model/reference.ts';
import { readYaml } from '../../../../src/reading/yaml.ts';
import { refusedIn } from './read-file.ts';

const library = `# A library; this line stays.
- id: smith-2020 # and this
  type: article-journal
  title: "Testumab in adults at first relapse"
  author:
    - {family: Smith, given: A B}
    - {family: Nguyễn, given: C}
  container-title: Journal of Tests
  volume:   "12"
  issued: {date-parts: [[2020, 3]]}
  language: en-US
  custom:
    # Looked up twice.
    no-identifier: {because: not-found, looked: 2026-11-29}
    short-label: Smith 2020

# A section
- {id: flow-2021, type: book, title: "In braces", issued: {date-parts: [[2021]]}, DOI: 10.5555/flow, language: en-US}
- id: li-2022
  type: article-journal
  title: 测试综述与展望
  author: [{family: 李, given: 明}]
  issued: {date-parts: [[2022]]}
  DOI: 10.5555/li
  language: zh-CN
`;
const works: Reference[] = references.parse(readYaml(library).data);

function importing(ris: string, taken: readonly string[] = [], text = library, known = works) {
  const library = new ReferenceImport(known, ['smith-2021'], (key, field) =>
    taken.includes(`${key}.${field}`),
  );
  const read = library.read('the file', Buffer.from(ris));
  return { read, ...library.textOf(text) };
}

const ris = (...lines: string[]) => `TY  - JOUR\n${lines.join('\n')}\nER  - \n`;
const smith = [
  'AU  - Smith, Anna',
  'AU  - Nguyen, C',
  'TI  - Testumab in Adults at First Relapse.',
  'JO  - J Tests',
  'PY  - 2020',
];
const mergeOf = ({ read }: ReturnType<typeof importing>) => {
  const [outcome] = read.outcomes;
  if (!outcome || !('joined' in outcome)) throw new Error(`not joined: ${JSON.stringify(outcome)}`);
  return { joined: outcome.joined, by: outcome.by, ...outcome.merge };
};

describe('a record that is a work of the library', () => {
  test('is found by its DOI whatever its case, its PMID, then its title', () => {
    expect(mergeOf(importing(ris('TI  - 测试综述与展望', 'DO  - 10.5555/LI')))).toMatchObject({
      joined: 'li-2022',
      by: 'DOI',
    });
    expect(mergeOf(importing(ris(...smith)))).toMatchObject({
      joined: 'smith-2020',
      by: 'title',
      filled: [],
      kept: [],
    });
  });

  test('fills what is missing, on lines of its own, and leaves every other byte', () => {
    const { text, read } = importing(
      ris(...smith, 'VL  - 012', 'IS  - 4', 'SP  - 34', 'EP  - 5', 'DO  - 10.5555/smith', 'DA  - 2020/03/01'),
    );
    expect(mergeOf({ text, read, uneditable: [] })).toMatchObject({
      filled: [
        { field: 'issue', value: '4' },
        { field: 'page', value: '34-35' },
        { field: 'DOI', value: '10.5555/smith' },
      ],
      removed: ['custom.no-identifier'],
      kept: [
        { field: 'issued', ours: { 'date-parts': [[2020, 3]] }, theirs: { 'date-parts': [[2020, 3, 1]] } },
      ],
    });
    expect(text).toBe(
      library
        .replace('  volume:   "12"\n', '  volume:   "12"\n  issue: "4"\n  page: "34-35"\n')
        .replace('[[2020, 3]]}\n', '[[2020, 3]]}\n  DOI: "10.5555/smith"\n')
        .replace('    no-identifier: {because: not-found, looked: 2026-11-29}\n', ''),
    );
  });

  test('overwrites nothing, and says what differs; what is asked for by name is taken', () => {
    const other = ris(
      ...smith.with(2, 'TI  - Testumab in adults at first relapse').with(4, 'PY  - 2021'),
      'VL  - 12',
      'DO  - 10.5555/smith',
    );
    const kept = importing(other);
    expect(mergeOf(kept).kept.map(({ field }) => field)).toEqual(['issued']);
    expect(kept.text).toContain('issued: {date-parts: [[2020, 3]]}');
    const taken = importing(other, ['smith-2020.issued']);
    expect(mergeOf(taken)).toMatchObject({ kept: [], taken: [{ field: 'issued' }] });
    expect(taken.text).toContain('  issued: {date-parts: [[2021]]}\n  DOI:');
  });

  test('a longer list of authors is a difference, too; once taken, the list is whole', () => {
    const cut = library.replace('    short-label', '    authors-truncated: true\n    short-label');
    const known = references.parse(readYaml(cut).data);
    const more = ris(...smith.toSpliced(2, 0, 'AU  - Third, T'), 'VL  - 12');
    expect(mergeOf(importing(more, [], cut, known)).kept).toMatchObject([{ field: 'author' }]);
    const { text } = importing(more, ['smith-2020.author'], cut, known);
    expect(text).toContain('    - {family: Third, given: T}\n  container-title');
    expect(text).not.toContain('authors-truncated');
  });

  test('one that is written in braces is not edited, and is named', () => {
    const { text, uneditable } = importing(
      'TY  - BOOK\nTI  - In braces\nDO  - 10.5555/flow\nPB  - Press\nER  - \n',
    );
    expect({ text, uneditable }).toEqual({ text: undefined, uneditable: ['flow-2021'] });
  });

  test('another journal, year, volume, author or number is another work', () => {
    const others = [
      ris(...smith.with(3, 'JO  - Annals of Otherwise')),
      ris(...smith.with(4, 'PY  - 2010')),
      ris(...smith, 'VL  - 99'),
      ris(...smith.with(0, 'AU  - Jones, A')),
    ];
    for (const one of others)
      expect(importing(one).read.outcomes[0]).toMatchObject({ alike: ['smith-2020'] });
  });

  test('numbers that name two works, or a work with another title and author, are refused', () => {
    const two = importing(
      ris('TI  - 测试综述与展望', 'DO  - 10.5555/li', 'UR  - https://x.example', 'AN  - 1', 'DB  - PubMed'),
      [],
      library,
      [
        ...works.slice(0, 2),
        ...works.slice(2).map((work) => ({ ...work })),
        { ...works[0], id: 'other-2020', title: 'Something else altogether', PMID: '1' } as Reference,
      ],
    );
    expect(refusedIn(two.read)).toEqual([
      [1, 'its DOI is that of li-2022, its PMID that of other-2020; look up which number is right'],
    ]);
    const wrong = importing(
      ris('TI  - Nothing of the kind', 'AU  - Jones, B', 'DO  - 10.5555/SMITH'),
      [],
      library,
      [{ ...works[0], DOI: '10.5555/smith' } as Reference],
    );
    expect(refusedIn(wrong.read)).toEqual([
      [
        1,
        'its DOI is that of smith-2020, but title and first author are others; look up which number is right',
      ],
    ]);
  });
});

describe('a new work', () => {
  const made = (...records: string[]) =>
    importing(records.join('')).read.outcomes.map((outcome) =>
      'added' in outcome ? outcome.added.id : undefined,
    );

  test('gets a key by author and year that no work has or had', () => {
    const of = (title: string, ...lines: string[]) => ris(`TI  - ${title}`, ...lines);
    expect(
      made(
        of('A first trial', 'AU  - Müller-Łukasik, J', 'PY  - 2030'),
        of('Second trial of it', 'AU  - Smith, B', 'PY  - 2020'),
        // The key of an address that was withdrawn is never used again.
        of('Third trial of it', 'AU  - Smith, C', 'PY  - 2021'),
        of('Fourth of all', 'AU  - Smith, Bo', 'PY  - 2020'),
        of('虚构单抗', 'AU  - 欧阳修', 'PY  - 2030'),
        of('Nobody wrote this', 'PY  - 2030'),
        of('With a key', 'ID  - roe-2019-update', 'AU  - Roe, R', 'PY  - 2019'),
        of('With another', 'ID  - Roe2019', 'AU  - Roe, R', 'PY  - 2019'),
      ),
    ).toEqual([
      ...[
        'muller-lukasik-2030',
        'smith-b-2020',
        'smith-c-2021',
        'smith-2020-fourth',
        'ouyang-2030',
        'nobody-wrote-this-2030',
      ],
      ...['roe-2019-update', 'roe-2019'],
    ]);
  });

  test('stands at the end, is read back as it was meant, and is joined by a second record of it', () => {
    const odd = ris(
      'TI  - Of "quotes": a \\ and # - yes',
      "AU  - O'Brien, No",
      'AU  - Null, N',
      'JO  - yes',
      'VL  - 1e5',
      'PY  - 2030',
    );
    const { text, read } = importing(odd + odd);
    expect(read.outcomes.map((outcome) => 'added' in outcome)).toEqual([true, false]);
    expect(text?.startsWith(library)).toBe(true);
    expect(references.parse(readYaml(text ?? '').data).at(-1)).toMatchObject({
      id: 'obrien-2030',
      title: 'Of "quotes": a \\ and # - yes',
      author: [
        { family: "O'Brien", given: 'No' },
        { family: 'Null', given: 'N' },
      ],
      'container-title': 'yes',
      volume: '1e5',
    });
  });

  test('goes into an empty library, one with CR LF, and one that says []', () => {
    const one = ris('TI  - A first trial', 'PY  - 2030');
    for (const [text, expected] of [
      ['', /^- id: first-trial-2030\n/],
      ['[]\n', /^- id: first-trial-2030\n/],
      ['# Head\r\n', /^# Head\r\n\r\n- id: first-trial-2030\r\n {2}type/],
    ] as const)
      expect(importing(one, [], text, []).text).toMatch(expected);
  });
});

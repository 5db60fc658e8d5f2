import { describe, expect, it } from 'vitest';
import { mdx } from '../helpers/corpus.ts';
import { checkBase } from './helpers.ts';

const work = (id: string, authors: string, more = '') =>
  `- {id: ${id}, type: article-journal, title: The work ${id}, author: [${authors}], language: en-US${more}}`;
const truncated = ', custom: {authors-truncated: true}';
/** Works whose authors' names are of every sort that the library holds. */
const library = [
  work(
    'smith-2020',
    '{family: Smith, given: A B}, {family: Gökbuget, given: "N"}, {family: "O\'Brien", given: S}',
  ),
  work('stegen-2018', '{family: van der Stegen, given: S J C}, {family: De Moerloose, given: B}'),
  work('berg-2019', '{family: Berg, given: A, non-dropping-particle: van den}, {family: Orłowski, given: R}'),
  work('kozani-2021', '{family: Safarzadeh Kozani, given: P}, {family: Stetler-Stevenson, given: M}'),
  work(
    'wei-2023',
    '{family: 韦, given: 楠}, {family: 陈, given: 天平}',
    ', custom: {short-label: Wei et al. 2023}',
  ),
  work(
    'mi-2021',
    '{family: 糜, given: 坚青}, {family: 田, given: 洁}',
    ', custom: {short-label: Mi & Tian 2021}',
  ),
  work('cao-2021', '{family: 曹, given: 星玉}'),
  work('zhang-2022', '{family: Zhang, given: Yijing}'),
  work('group-2016', '{literal: GRAALL}'),
  work('miller-2015', '{family: Miller}, {family: Maude, given: S}', truncated),
  '- {id: page-2024, type: webpage, title: A page, language: en-US}',
].join('\n');

/** What the checks of names say of a body: `severity code: name`. */
function namesIn(body: string): string[] {
  const files = {
    'references.yaml': library,
    'topics/testing.mdx': mdx('title: {en: Testing}\nsummary: What it is', body),
  };
  return checkBase('- {id: a, kind: count, value: 1, unit: patients}', {}, files).findings.flatMap(
    ({ code, severity, actual, line, column }) => {
      if (!/^identity\/(bare-)?author$/.test(code)) return [];
      const lines = files['topics/testing.mdx'].split('\n');
      // The place is exact: the name stands there.
      expect(lines[line! - 1]!.slice(column! - 1).replace(/[*_]/g, '')).toMatch(
        new RegExp(`^${actual!.slice(0, 4)}`),
      );
      return [`${severity} ${code.replace('identity/', '')}: ${actual}`];
    },
  );
}

describe('a name before a citation is that of an author', () => {
  it.each([
    'Smith et al. [@smith-2020] report',
    'by Smith et al [@smith-2020]',
    'Smith, et al. [@smith-2020]',
    'Smith *et al.* [@smith-2020]',
    'Smith et al. 2020 [@smith-2020]',
    'Smith et al. (2020) [@smith-2020]',
    'Smith A et al. [@smith-2020]',
    'A. B. Smith and colleagues [@smith-2020]',
    'Smith and co-workers [@smith-2020]',
    'Smith [@smith-2020]',
    'Gokbuget et al. [@smith-2020]',
    'Goekbuget et al. [@smith-2020]',
    'O’Brien et al. [@smith-2020]',
    'OBrien and her colleagues [@smith-2020]',
    'van der Stegen et al. [@stegen-2018]',
    'Van Der Stegen et al. [@stegen-2018]',
    'as De Moerloose et al. [@stegen-2018] say',
    'Berg et al. [@berg-2019]',
    'van den Berg et al. [@berg-2019]',
    'Orlowski et al. [@berg-2019]',
    'Safarzadeh Kozani et al. [@kozani-2021]',
    'Stetler Stevenson et al. [@kozani-2021]',
    'Wei et al. [@wei-2023]',
    '韦楠等[@wei-2023]',
    '研究由陈天平等人[@wei-2023]',
    'Tian et al. [@mi-2021]',
    'Zhang Yijing et al. [@zhang-2022]',
    'Yijing Zhang et al. [@zhang-2022]',
    'GRAALL and colleagues [@group-2016]',
    'Smith et al. [@stegen-2018; @smith-2020]',
    'In Smith et al. [@smith-2020]',
    'It ended. Smith et al. [@smith-2020]',
    'Maude et al. [@miller-2015]',
  ])('%s', (body) => {
    expect(namesIn(body)).toEqual([]);
  });
});

describe('a name of another work', () => {
  it.each([
    ['Miller et al. [@smith-2020]', 'warning author: Miller'],
    ['Miller and colleagues [@smith-2020]', 'warning author: Miller'],
    ['so that Nobody et al. [@smith-2020] say', 'warning author: Nobody'],
    ['Smithson et al. [@smith-2020]', 'warning author: Smithson'],
    ['As Miller *et al.* [@smith-2020; @stegen-2018] say', 'warning author: Miller'],
    ['van Smith et al. [@stegen-2018]', 'warning author: van Smith'],
    ['Wei et al. [@zhang-2022]', 'warning author: Wei'],
    ['Miller等[@wei-2023]', 'warning author: Miller'],
    ['糜坚青等[@wei-2023]', 'warning author: 糜坚青'],
    // By custom the name before et al. is that of the first author, which the library knows.
    ['Smith et al. [@miller-2015]', 'warning author: Smith'],
    ['as in Miller [@smith-2020]', 'note bare-author: Miller'],
    ['words\nand Miller [@smith-2020]', 'note bare-author: Miller'],
  ])('%s: %s', (body, told) => {
    expect(namesIn(body)).toEqual([told]);
  });

  it('is told with the authors of the work', () => {
    const files = {
      'references.yaml': library,
      'topics/testing.mdx': mdx(
        'title: {en: Testing}\nsummary: What it is',
        'Miller et al. [@smith-2020] say so.',
      ),
    };
    const found = checkBase('- {id: a, kind: count, value: 1, unit: patients}', {}, files).findings.find(
      ({ code }) => code === 'identity/author',
    );
    expect(found).toMatchObject({
      entry: 'topics/testing',
      message: "Miller stands before @smith-2020, whose authors are Smith, Gökbuget, O'Brien",
      expected: "Smith, Gökbuget, O'Brien",
    });
  });
});

describe('what is no name, or cannot be told, is not asked about', () => {
  it.each([
    'at one hospital in Beijing [@smith-2020]',
    'loss of CD22 [@smith-2020]',
    'ELIANA [@smith-2020]',
    'Kymriah [@smith-2020]',
    'in the Miller [@smith-2020]',
    'The review credits it to Miller [@smith-2020]',
    'the authors and colleagues [@smith-2020]',
    'remission and others [@smith-2020]',
    'Miller reports remission [@smith-2020]',
    '<Fact id="alpha/a" /> [@smith-2020]',
    'Miller\n\n[@smith-2020]',
    '本研究者等[@wei-2023]',
    'Miller et al. [@page-2024]',
    'Miller et al. [@unknown-2024]',
    // The last author may be among those whom the library leaves out.
    'Smith and colleagues [@miller-2015]',
    'Smith [@miller-2015]',
    // Nor does it know in Latin letters whom it has in Chinese ones.
    'Chen and colleagues [@wei-2023]',
    'Smith [@wei-2023]',
    'Cao et al. [@cao-2021]',
    '陈天平等[@smith-2020]',
  ])('%s', (body) => {
    expect(namesIn(body)).toEqual([]);
  });

  it('is counted as skipped where the authors are not all known', () => {
    const { checks } = checkBase(
      '- {id: a, kind: count, value: 1, unit: patients}',
      {},
      {
        'references.yaml': library,
        'topics/testing.mdx': mdx(
          'title: {en: T}\nsummary: S',
          'Smith and colleagues [@miller-2015] and Smith et al. [@smith-2020]',
        ),
      },
    );
    expect(checks.find(({ id }) => id === 'identity/author')).toMatchObject({
      run: 1,
      skipped: 1,
      failed: 0,
    });
  });
});

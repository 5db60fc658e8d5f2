import { describe, expect, it } from 'vitest';
import { mdx, smallBase } from '../helpers/corpus.ts';
import { checkBase, readBase } from './helpers.ts';

const work = (id: string, title: string, authors: string, more = '') =>
  `- {id: ${id}, type: article-journal, title: "${title}", author: [${authors}], language: en-US${more}}`;
const library = [
  work(
    'smith-2020',
    'A trial of oldumab/newumab in adults',
    '{family: Smith, given: A}, {family: Gökbuget, given: "N"}',
  ),
  work(
    'plain-2021',
    'A trial in adults',
    '{family: Plain}',
    ', custom: {authors-truncated: true, aliases: [plain-2020]}',
  ),
  work(
    'zh-2022',
    '新药治疗成人',
    '{family: 韦, given: 楠}',
    ', custom: {short-label: Wei 2022, title-en: The code TST-1 in adults}',
  ),
  '- {id: page-2024, type: webpage, title: A page, language: en-US}',
].join('\n');
const vocabulary = `${smallBase['vocabulary.yaml']!.replace(
  'therapyClasses: [',
  'therapyClasses: [{id: steroid, label: {en: Steroid}}, ',
)}agents:
  - {id: oldumab, label: {en: Oldumab, zh: 旧药}, class: antibody, synonyms: [Old-1]}
  - {id: newumab, label: {en: Newumab}, class: antibody}
  - {id: otherumab, label: {en: Otherumab}, class: antibody}
  - {id: cortisone, label: {en: Cortisone}, class: steroid}
`;
const testumab = mdx('name: {en: Testumab, zh: 新药}\ncode: [TST-1]\nclass: antibody\ntargets: [cd19]');
const files = {
  'references.yaml': library,
  'vocabulary.yaml': vocabulary,
  'therapies/testumab.mdx': testumab,
};
const fact = (cites: string, citedAs: string) =>
  `- {id: a, kind: proportion, percent: 80, report: jones, cites: [${cites}], citedAs: {${citedAs}}}`;
const found = (cites: string, citedAs: string) =>
  checkBase(fact(cites, citedAs), {}, files).findings.filter(({ code }) => code.startsWith('identity/cited'));

describe('the author whom a review names', () => {
  it.each([
    ['smith-2020', 'Smith'],
    ['smith-2020', 'SMITH A'],
    ['plain-2020', 'Plain'], // a former key
    ['zh-2022', 'Wei'],
    ['zh-2022', '韦楠'],
    ['plain-2021, smith-2020', 'Smith'], // two works at one place
    ['page-2024', 'Anybody'], // a work without authors
  ])('of %s may be %s', (cites, author) => {
    expect(found(cites, `author: ${author}`)).toEqual([]);
  });

  it.each([
    [
      'smith-2020',
      'Smit',
      'jones names Smit where it cites smith-2020, whose authors begin with Smith, Gökbuget',
    ],
    [
      'smith-2020',
      'Gökbuget',
      'jones names Gökbuget where it cites smith-2020, whose authors begin with Smith, Gökbuget',
    ],
    [
      'plain-2021',
      'Smith',
      'jones names Smith where it cites plain-2021, whose authors begin with Plain and others',
    ],
  ])('of %s is not %s by custom, which is a note', (cites, author, message) => {
    expect(found(cites, `author: ${author}`)).toMatchObject([
      { code: 'identity/cited-author', severity: 'note', fact: 'a', actual: author, message },
    ]);
  });
});

describe('the agents that a review names', () => {
  it.each([
    ['all of the title', 'smith-2020', 'oldumab, newumab'],
    ['one of the title', 'smith-2020', 'newumab'],
    ['all of the title and more', 'smith-2020', 'oldumab, newumab, otherumab'],
    ['one of another class than those of the title', 'smith-2020', 'cortisone'],
    ['where the title names none', 'plain-2021', 'otherumab'],
    ['by its code in the English title', 'zh-2022', 'testumab'],
    ['in one of two titles', 'plain-2021, smith-2020', 'oldumab'],
  ])('may be %s', (_, cites, agents) => {
    expect(found(cites, `agents: [${agents}]`)).toEqual([]);
  });

  it.each([
    ['one of the class of the title', 'smith-2020', 'otherumab', 'Otherumab', 'Oldumab'],
    [
      'one in place of another beside a right one',
      'smith-2020',
      'otherumab, newumab',
      'Otherumab',
      'Oldumab',
    ],
    ['a therapy of the base', 'smith-2020', 'testumab', 'Testumab', 'Oldumab'],
    ['told by a Chinese title', 'zh-2022', 'oldumab', 'Oldumab', 'Testumab'],
  ])('are a warning: %s', (_, cites, agents, wrong, right) => {
    expect(found(cites, `agents: [${agents}]`)).toMatchObject([
      {
        code: 'identity/cited-agent',
        severity: 'warning',
        fact: 'a',
        actual: wrong,
        expected: right,
        message: `jones names ${wrong}, but the title of ${cites} names ${right}`,
      },
    ]);
  });

  it('may be waived with a reason', () => {
    const waived = fact('smith-2020', 'agents: [otherumab]').replace(
      /\}$/,
      ', waivers: [{check: identity/cited-agent, reason: Printed so}]}',
    );
    const { findings } = checkBase(waived, {}, files);
    expect(findings.filter(({ code }) => code === 'identity/cited-agent')).toMatchObject([
      { severity: 'note', waived: 'Printed so' },
    ]);
  });

  it('of a claim are held against its works too', () => {
    const review = mdx(
      'title: {en: The review}\nreference: smith-2020\nscope: Everything\nclaims:\n  - {id: c, kind: statement, endpoint: cr, locator: §1, subject: All, cites: [smith-2020], citedAs: {agents: [otherumab]}}',
    );
    const { findings } = checkBase(
      '- {id: a, kind: count, value: 1, unit: patients}',
      {},
      { ...files, 'reviews/jones.mdx': review },
    );
    expect(findings.filter(({ code }) => code === 'identity/cited-agent')).toMatchObject([
      { entry: 'reviews/jones', fact: 'c' },
    ]);
  });
});

describe('what a work is cited as', () => {
  it('needs the key of the work, and something to say', () => {
    expect(() => readBase(fact('', 'author: Smith'), {}, files)).toThrow(
      /cites is \[\]; expected its key under cites/,
    );
    expect(() => readBase(fact('smith-2020', ''), {}, files)).toThrow(/expected author or agents/);
  });

  it('is skipped where the work is not in the library', () => {
    const { checks } = checkBase(fact('nobody-1999', 'author: Smith'), {}, files);
    expect(checks.find(({ id }) => id === 'identity/cited-author')).toMatchObject({ run: 0, skipped: 1 });
  });
});

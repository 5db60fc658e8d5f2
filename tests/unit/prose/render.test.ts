import { describe, expect, it } from 'vitest';
import type { EntryNode } from '../../../src/evidence/library.ts';
import { factViews } from '../../../src/model/prose.ts';
import { renderProse } from '../../../src/prose/render.ts';
import { libraryOf, mdx, smallBase, trial, type Files } from '../helpers/corpus.ts';

const references = `${smallBase['references.yaml']!}
- id: hostile-2021
  type: article-journal
  title: '<script>alert(1)</script>'
  author: [{family: '"><img src=x onerror=alert(1)>'}]
  language: en
  custom: {aliases: [harmless-2020]}
`;
const vocabulary = smallBase['vocabulary.yaml']!.replace(
  'abbreviations: []',
  'abbreviations: [{abbreviation: CR, en: complete remission}, {abbreviation: MRD, en: "measurable \\"residual\\" disease"}]',
);

/** A page with this body, rendered; works are labelled by their first author. */
function render(body: string, files: Files = {}) {
  const library = libraryOf({
    'references.yaml': references,
    'vocabulary.yaml': vocabulary,
    'pages/page.mdx': mdx('title: {en: A page}', body),
    ...files,
  });
  return renderProse(library.pages[0]!, library, ({ data }) => {
    const [author] = data.author!;
    return 'family' in author! ? author.family : '';
  });
}
/** What stands between the tags. */
const words = (html: string) => html.replaceAll(/<(?:[^>"]|"[^"]*")*>/g, '').replaceAll('&#x3C;', '<');

describe('citations', () => {
  const { html, cited } = render(
    'First [@jones-2022]; then [@smith-2020; @jones-2022]. Again [@smith-2020].',
  );

  it('are numbered in the order in which readers meet them', () => {
    expect(words(html)).toBe('First1; then2,1. Again2.');
    expect(cited.map(({ reference, times }) => [reference.id, times])).toEqual([
      ['jones-2022', 2],
      ['smith-2020', 2],
    ]);
  });

  it('lead to the list, and each has an anchor of its own to come back to', () => {
    expect([...html.matchAll(/href="([^"]+)" id="([^"]+)"/g)].map(([, to, from]) => [to, from])).toEqual([
      ['#_ref-1', '_cite-1-1'],
      ['#_ref-2', '_cite-2-1'],
      ['#_ref-1', '_cite-1-2'],
      ['#_ref-2', '_cite-2-2'],
    ]);
  });

  it('say what they lead to, for those who do not see', () => {
    expect(html).toContain('aria-label="Reference 1: Jones"');
  });

  it('stand close to the word before them, and keep the space behind', () => {
    expect(html).toMatch(/^<p>First<sup class="cites">.*<\/sup>; then<sup/);
  });

  it('under a former key have the number of the work', () => {
    const { html: own, cited: works } = render('One [@harmless-2020], the same [@hostile-2021].');
    expect(words(own)).toBe('One1, the same1.');
    expect(works).toHaveLength(1);
  });

  it('are found in tables, lists, quotations, headings and emphasis', () => {
    const body =
      '## On it [@smith-2020]\n\n- a [@smith-2020]\n\n> b [@smith-2020]\n\n| c |\n|---|\n| d [@smith-2020] |\n\n*e [@smith-2020]*';
    expect(render(body).cited).toMatchObject([{ times: 5 }]);
  });
});

describe('facts', () => {
  const facts = {
    'trials/alpha.mdx': trial(`
      - {id: share, kind: proportion, arm: new, events: 18, total: 21, percent: 85.7, interval: {level: 95, low: 63.7, high: 97.0}, at: {value: 28, unit: days}, threshold: 0.010}
      - {id: hr, kind: contrast, arm: new, comparator: old, measure: HR, estimate: .450, interval: {level: 97.5, low: 0.34, high: 0.61}, p: <0.001}
      - {id: p, kind: contrast, arm: new, comparator: old, measure: p-only, p: {printed: .0105, sides: 1}}
      - {id: later, kind: landmark, percent: 23.0, at: {value: 2, unit: years}, spread: {kind: standard-error, value: 4.10}}
      - {id: counted, kind: proportion, events: 9, total: 20}`),
  };
  const shown = (id: string, show: string) =>
    words(render(`<Fact id="alpha/${id}" show="${show}" /> of them.`, facts).html).replace(' of them.', '');

  it.each([
    ['share', 'value', '85.7%'],
    ['share', 'full', '85.7% (95% CI 63.7–97.0)'],
    ['share', 'fraction', '18/21'],
    ['share', 'interval', '95% CI 63.7–97.0'],
    ['share', 'events', '18'],
    ['share', 'total', '21'],
    ['share', 'at', '28 days'],
    ['share', 'threshold', '0.010%'],
    ['hr', 'value', 'HR .450'],
    ['hr', 'full', 'HR .450 (97.5% CI 0.34–0.61; P < 0.001)'],
    ['hr', 'p', 'P < 0.001'],
    ['p', 'full', 'P = .0105 (one-sided)'],
    ['later', 'full', '23.0% (±4.10 (SE))'],
    ['later', 'interval', '±4.10 (SE)'],
    ['later', 'at', '2 years'],
  ])('%s shown as %s reads %s', (id, show, text) => {
    expect(shown(id, show)).toBe(text);
  });

  it('are tested in every view there is', () => {
    const views = ['value', 'full', 'fraction', 'interval', 'p', 'at', 'total', 'events', 'threshold'];
    expect([...factViews].sort()).toEqual(views.sort());
  });

  it('show their value where nothing else is asked for, and lead to their row', () => {
    const { html } = render('Of them <Fact id="alpha/share" />.', facts);
    expect(html).toBe(
      '<p>Of them <a href="/trials/alpha/#share" class="fact" title="Complete remission, Testumab; table 2">85.7%</a>.</p>',
    );
  });

  it('of the entry itself need no name in front', () => {
    const library = libraryOf({
      'trials/alpha.mdx': `${facts['trials/alpha.mdx']}Of them <Fact id="share" />.`,
    });
    const [alpha] = library.trials;
    expect(words(renderProse(alpha as EntryNode, library, () => '').html)).toBe('Of them 85.7%.');
  });

  it('of a review are its claims', () => {
    const claim = '{id: share, kind: proportion, endpoint: cr, locator: §1, subject: All, percent: 12}';
    const review = mdx(
      `title: {en: R}\nreference: jones-2022\nscope: All\nclaims:\n  - ${claim}`,
      'It says <Fact id="share" />.',
    );
    const library = libraryOf({ 'reviews/jones.mdx': review });
    expect(renderProse(library.reviews[0]!, library, () => '').html).toContain(
      'href="/reviews/jones/#share"',
    );
  });

  it('alone on a line make a paragraph; within lowered text they are kept', () => {
    expect(render('<Fact id="alpha/share" />', facts).html).toMatch(/^<p><a .*<\/p>$/);
    expect(words(render('x<sub>n = <Fact id="alpha/share" show="total" /></sub>', facts).html)).toBe(
      'xn = 21',
    );
  });
});

describe('hostile text', () => {
  it('that looks like markup is shown as text', () => {
    const { html } = render('&lt;script&gt;alert(1)&lt;/script&gt; and `<img src=x onerror=alert(1)>`');
    expect(html).not.toMatch(/<(?:script|img)/);
    expect(html).toContain('&#x3C;script>');
  });

  it('in the data of a work cannot leave its attribute', () => {
    const { html } = render('As shown [@hostile-2021].');
    expect(words(html)).toBe('As shown1.');
    expect(html).toContain('title="&#x22;><img src=x onerror=alert(1)>"');
  });

  it.each([
    ['an expression', 'Words {globalThis.process.exit(7)} end'],
    ['an import', 'import fs from "node:fs"\n\nWords end'],
    ['an export', 'export const a = globalThis.process.exit(7)\n\nWords end'],
    ['an attribute that is an expression', 'Words <sub title={globalThis.process.exit(7)}>low</sub> end'],
  ])('%s does nothing, even if no check stops it', (_, body) => {
    const text = words(render(body).html);
    expect(text).toMatch(/^Words .*end$/);
    expect(text).not.toContain('process');
  });

  it.each(['script', 'style', 'iframe', 'object', 'svg', 'math', 'form', 'Widget'])(
    '<%s> leaves its words only',
    (name) => {
      const { html } = render(
        `Before <${name} src="https://elsewhere.example/" onload="alert(1)">words</${name}> after`,
      );
      expect(html).toBe('<p>Before words after</p>');
    },
  );

  it('lowered and raised text loses its attributes', () => {
    expect(render('H<sub onclick="alert(1)" class="x">2</sub>O<sup>+</sup>').html).toBe(
      '<p>H<sub>2</sub>O<sup>+</sup></p>',
    );
  });
});

describe('abbreviations', () => {
  it('are explained where they first stand, and only there', () => {
    const { html } = render('CR was common. CR lasted, and MRD fell; MRD rose.');
    expect(html).toBe(
      '<p><abbr title="complete remission">CR</abbr> was common. CR lasted, and <abbr title="measurable &#x22;residual&#x22; disease">MRD</abbr> fell; MRD rose.</p>',
    );
  });

  it('are not explained within other words, headings, links or code', () => {
    const { html } = render('## CR\n\n[CR](https://journal.example/), CRi, SCR, `CR`.\n\nThen CR.');
    expect(html.match(/<abbr/g)).toHaveLength(1);
    expect(html).toContain('<p>Then <abbr title="complete remission">CR</abbr>.</p>');
  });
});

describe('headings', () => {
  it('have anchors, each its own, also in Chinese and where they say the same', () => {
    const { html, headings } = render(
      '## What was reported\n\n## 治疗\n\n## Again\n\n## Again\n\n### Again\n\n## !',
    );
    expect([...html.matchAll(/<h\d id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
      '_about-what-was-reported',
      '_about-治疗',
      '_about-again',
      '_about-again-2',
      '_about-again-3',
      '_about-section',
    ]);
    expect(headings.map(({ text }) => text)).toEqual(['What was reported', '治疗', 'Again', 'Again', '!']);
  });

  it('are named without the numbers of their citations', () => {
    expect(render('## Response [@smith-2020]').headings).toEqual([
      { id: '_about-response', text: 'Response' },
    ]);
  });
});

it('a body is rendered the same twice, and stays as it was', () => {
  const library = libraryOf({
    'pages/page.mdx': mdx('title: {en: A page}', '## CR\n\nCR [@smith-2020] <Fact id="alpha/cr" />.'),
  });
  const before = JSON.stringify(library.pages[0]!.body);
  const [first, second] = [1, 2].map(() => renderProse(library.pages[0]!, library, () => 'Smith').html);
  expect(second).toBe(first);
  expect(JSON.stringify(library.pages[0]!.body)).toBe(before);
});

describe('a link to a copy of another page', () => {
  const withCopies = {
    'vocabulary.yaml': `${vocabulary}copies: [{host: mirror.example, kind: mirror, of: Journal of Tests}, {host: proxy.example, kind: proxy}]\n`,
  };

  it('is words that say which kind of copy it is', () => {
    const { html } = render(
      'Read in [an *early* table](http://mirror.example/1) of [a report](https://journal.example/1).',
      withCopies,
    );
    expect(html).toContain(
      'an <em>early</em> table [mirror of Journal of Tests, not linked] of <a href="https://journal.example/1">',
    );
    expect(html).not.toContain('mirror.example');
  });

  it('is found where the address stands elsewhere, and more than once', () => {
    const { html } = render(
      '[One][a] and [two](http://192.0.2.7/2).\n\n[a]: https://www.proxy.example/?q=1',
      withCopies,
    );
    expect(words(html).trim()).toBe(
      'One [web proxy, not linked] and two [server without a name, not linked].',
    );
  });
});

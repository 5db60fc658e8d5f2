import { tidy } from '../../../src/citations/text.ts';
import type { Reference } from '../../../src/model/reference.ts';

/** A journal article with everything that both BibTeX clients ask of one, and whatever the test adds. */
export function article(overrides: Partial<Reference> & { id?: string } = {}): Reference {
  return {
    id: 'test-2020',
    type: 'article-journal',
    title: 'A title',
    author: [{ family: 'Advani', given: 'A S' }],
    'container-title': 'Blood',
    volume: '135',
    issue: '11',
    page: '804-813',
    issued: { 'date-parts': [[2020, 3, 12]] },
    language: 'en-US',
    ...overrides,
  };
}

/** The item with some of its fields missing. */
export function without(item: Reference, ...names: (keyof Reference)[]): Reference {
  return Object.fromEntries(
    Object.entries(item).filter(([name]) => !names.includes(name as keyof Reference)),
  ) as Reference;
}

/** Titles that have broken one BibTeX client or another. */
export const hostileTitles: Record<string, string> = {
  percent: '50% of patients, 100%',
  specials: 'R&D costs $5 for #1 in file_name^2 ~ about',
  backslash: 'C:\\temp\\new and \\textbf{bold} \\input{/etc/passwd} \\',
  braces: 'An {opening, a }closing, {both} and }{ reversed',
  quotes: "\"Straight\", “curly”, ‘single’, 'old', ``TeX'' and 5' 3''",
  dashes: 'A -- B --- C – D — E-F',
  angles: 'x < y > z, <1% of <script>alert(1)</script> and <img src=x onerror=alert(1)>',
  rich: '<i>In vivo</i> CD19<sup>+</sup> H<sub>2</sub>O <b>bold</b>',
  unpaired: '<i>never closed, </sup>never opened <b><i></b>',
  at: '@article{evil, title = {x}} @string{a = "b"} @comment',
  'control characters': 'A\ttab, a\nnewline, a\u0000nul, a\u0007bell, a\u001besc',
  'no-break space': 'Phase\u00a02',
  greek: 'NF-κB, β-cells and TNF-α ≥ 5 µg, ±2, ×3 → Γ/Δ²',
  chinese: '嵌合抗原受体T细胞治疗的心血管毒性：50%、A&B',
  arabic: 'العلاج المناعي لسرطان الدم 50%',
  combining: 'e\u0301te\u0301 q\u0303 Z\u0336 a\u0308',
  accents: 'Ærø, Łódź, Straße, naïve Ünïcödé, Dvořák, Đặng Nguyễn, ı',
  emoji: 'A 🧬 helix',
  dollars: "A $& B $1 C $` D $' E $$",
  entities: 'A &lt;b&gt; &#38; &amp;amp; B',
  long: 'Long title with 10% & more; '.repeat(380),
  'one word of 10 kB': 'A'.repeat(10_000),
};

/** Authors that BibTeX's own grammar of names would take for something else. */
export const hostileNames: Record<string, NonNullable<Reference['author']>> = {
  others: [{ literal: 'others' }, { family: 'Others', given: 'A' }, { family: 'Ali', given: 'S' }],
  'others at the end': [{ family: 'Ali', given: 'S' }, { literal: 'others' }],
  'others by family': [
    { family: 'Ali', given: 'S' },
    { family: 'others', given: 'B' },
  ],
  and: [{ literal: 'and' }, { family: 'And', given: 'and' }, { family: 'A and B', given: 'C and D' }],
  group: [{ literal: 'Barnes and Noble, Inc.' }, { literal: 'Leukaemia & Lymphoma {Group} 50%' }],
  comma: [{ family: 'Smith, Jones', given: 'A, B' }],
  suffix: [
    { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
    { family: 'Doe', suffix: 'III' },
  ],
  particles: [
    { family: 'Berg', given: 'Anna', 'non-dropping-particle': 'van der' },
    { family: 'Fontaine', given: 'Jean', 'dropping-particle': 'de', 'non-dropping-particle': 'La' },
    { family: 'Arcy', given: 'P', 'non-dropping-particle': "d'" },
    { family: 'Sawaf', given: 'O', 'non-dropping-particle': 'al-' },
    { family: 'van der Stegen', given: 'S J C' },
    { family: 'De Moerloose', given: 'B' },
    { family: 'Garcia y Vega', given: 'J' },
    { family: 'von', given: 'A' },
  ],
  punctuation: [
    { family: "O'Donnell", given: 'M' },
    { family: 'Sala-Torra', given: 'J.-P.' },
    { family: '-Dash-', given: '--' },
    { family: 'family=Evil', given: 'given=Name' },
    { family: '{', given: '}' },
    { family: '\\relax', given: '$x$' },
    { family: '"Quoted"', given: '(in) [brackets]' },
  ],
  alphabets: [
    { family: '花', given: '京剩' },
    { family: 'العربي', given: 'محمد' },
    { family: 'Иванов', given: 'Иван' },
    { family: 'Orłowski', given: 'R Z' },
    { family: 'Gökbuget', given: 'Nicola' },
    { family: 'e\u0301lan', given: 'O\u0308' },
  ],
};

/** Every type of work, whole and with what BibTeX asks for missing. */
const types = [
  'article-journal',
  'article',
  'book',
  'chapter',
  'dataset',
  'paper-conference',
  'report',
  'thesis',
  'webpage',
] as const;
const typed = types.flatMap((type): Reference[] => {
  const whole = article({
    id: `${type}-whole`,
    type,
    genre: 'PhD & more',
    publisher: 'Springer & Co',
    number: 'e12',
    PMID: '1',
  });
  const named = { ...whole, URL: 'https://example.org/a_b%20c?d=1&e=~#f', accessed: whole.issued };
  return [
    named,
    { ...without(named, 'author'), id: `${type}-nameless` },
    { ...without(named, 'issued', 'volume'), id: `${type}-undated` },
    { ...without(named, 'container-title', 'publisher', 'page'), id: `${type}-bare` },
  ];
});
// unsrtnat tells works of one author and year apart by one letter, and breaks at the 32nd.
const spread = (item: Reference, index: number): Reference =>
  item.issued ? { ...item, issued: { 'date-parts': [[1950 + index, 3, 12]] } } : item;

/** One article for each hostile title and each hostile list of authors, and works of every type. */
export const hostileLibrary: Reference[] = [
  ...Object.values(hostileTitles).map((title, index) => article({ id: `title-${index}`, title })),
  ...Object.values(hostileNames).map((author, index) => article({ id: `name-${index}`, author })),
  ...typed,
].map(spread);

/** A name as a reader sees it, however its parts are told apart. */
export function shown(name: Record<string, string>): string {
  const particle = tidy([name['dropping-particle'], name['non-dropping-particle']].filter(Boolean).join(' '));
  const family = tidy(name['family'] ?? name['literal'] ?? '');
  const last = /['-]$/.test(particle) ? particle + family : `${particle} ${family}`;
  return [last, name['given'], name['suffix']]
    .map((part) => tidy(part ?? ''))
    .join(' ')
    .replace(/[\s-]+/g, ' ')
    .trim();
}

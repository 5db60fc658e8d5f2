import { hash } from 'node:crypto';
import type { Root } from 'mdast';
import { type Corpus, type Entry, type TranslatedEntry } from '../reading/corpus.ts';
import { bodyText } from '../reading/frontmatter.ts';
import { citations, factReferences } from '../reading/prose.ts';
import { once } from '../reading/once.ts';
import { suggest } from '../reading/shape.ts';
import type { Check } from './check.ts';

/** The entry that a translation belongs to. */
const entryOf = ({ collection, id }: TranslatedEntry, { entries }: Corpus): Entry | undefined =>
  (entries[collection] as Entry[]).find((entry) => entry.id === id);

/** By what a translation says which text it was written after: the first digits of the SHA-256 of the English one. */
export const digestOfText = (text: string): string => hash('sha256', text).slice(0, 8);

const entry: Check<'translation'> = {
  code: 'translation/entry',
  scope: 'translation',
  run({ source }, ask, { corpus }) {
    const known = corpus.entries[source.collection].map(({ id }) => id).sort();
    ask.expect(known.includes(source.id), () => ({
      where: { line: 1, column: 1 },
      message: `there is no ${source.collection}/${source.id}.mdx that this could be the translation of`,
      actual: source.id,
      expected: `the id of an entry in ${source.collection}/`,
      help: suggest(source.id, known, 'entries'),
    }));
  },
};

/** What a text shows and cites, each once: `Fact cr-primary`, `@smith-2016`. */
const namedIn = (body: Root, own: string): Set<string> =>
  new Set([
    ...factReferences(body).map(({ id }) => `<Fact id="${id.startsWith(`${own}/`) ? id.slice(own.length + 1) : id}" />`),
    ...citations(body).map(({ key }) => `@${key}`),
  ]);

const same: Check<'translation'> = {
  code: 'translation/same',
  scope: 'translation',
  run({ source }, ask, { corpus }) {
    const english = entryOf(source, corpus);
    if (!source.body || !source.data || !english?.body) {
      ask.skip();
      return;
    }
    if (source.data.extent !== 'full') return;
    const [here, there] = [namedIn(source.body, source.id), namedIn(english.body, source.id)];
    const [missing, more] = [[...there].filter((name) => !here.has(name)), [...here].filter((name) => !there.has(name))];
    ask.expect(missing.length + more.length === 0, () => ({
      where: ['extent'],
      message: [
        missing.length > 0 ? `the English text has ${missing.join(', ')}, and this has not` : '',
        more.length > 0 ? `this has ${more.join(', ')}, and the English text has not` : '',
      ]
        .filter(Boolean)
        .join('; '),
      actual: [...missing, ...more].join(', '),
      expected: 'the same facts and citations as in the English text',
      help: 'bring both into line, or call the translation a summary',
    }));
  },
};

const behind: Check<'translation'> = {
  code: 'translation/behind',
  scope: 'translation',
  run({ source }, ask, { corpus }) {
    const english = entryOf(source, corpus);
    if (!source.data || !english?.body) {
      ask.skip();
      return;
    }
    const now = digestOfText(bodyText(english.file));
    const { follows } = source.data;
    ask.expect(follows === now, () => ({
      where: ['follows'],
      message: `the English text of ${english.entry} has changed since this was written`,
      actual: follows,
      expected: now,
      help: `read the English text again, change what has to change, and write follows: "${now}"`,
    }));
  },
};

const months = 'January February March April May June July August September October November December'.split(' ');
/** A month with its day or year: "may" is a verb, too. */
const dated = new RegExp(`(?<=\\d )(?:${months.join('|')})\\b|\\b(?:${months.join('|')})(?= \\d)`, 'g');

/** The numbers in a text, months of dates among them, in one order. */
const numbersIn = (text: string): string =>
  (text.replace(dated, (month) => `${months.indexOf(month) + 1}`).match(/\d+(?:[.,]\d+)*/g) ?? []).sort().join(', ');

/** Every text in the data of entries and of the files of the base. */
const textsOf = once(({ entries, files }: Corpus): ReadonlySet<string> => {
  const texts = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') texts.add(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
  };
  for (const source of [...Object.values(entries).flat(), ...Object.values(files)])
    if (source && source !== files.phrases) walk(source.data);
  return texts;
});

const phrase: Check<'file'> = {
  code: 'translation/phrase',
  scope: 'file',
  run({ kind, data }, ask, { corpus }) {
    if (kind !== 'phrases') return;
    for (const [i, { en: english, zh: chinese }] of data.entries()) {
      const [here, there] = [numbersIn(chinese), numbersIn(english)];
      ask.expect(here === there, () => ({
        where: [i, 'zh'],
        message: `the Chinese of “${english}” has other numbers`,
        actual: here || 'no number',
        expected: there || 'no number',
        help: 'write the numbers of the English text, in digits',
      }));
      ask.expect(textsOf(corpus).has(english), () => ({
        where: [i, 'en'],
        message: `no entry says “${english}”`,
        actual: english,
        expected: 'a text of an entry, as it is written there',
        help: 'remove the phrase, or bring it into line with the entry',
      }));
    }
  },
};

export const translationChecks: Check[] = [entry, same, behind, phrase] as Check[];

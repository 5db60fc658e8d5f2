import { hash } from 'node:crypto';
import type { Root } from 'mdast';
import { baseFiles } from '../model/collections.ts';
import { need } from '../model/need.ts';
import type { Phrases } from '../model/phrases.ts';
import type { Entry, TranslatedEntry } from '../reading/corpus.ts';
import { bodyText } from '../reading/frontmatter.ts';
import { citations, factReferences } from '../reading/prose.ts';
import { suggest } from '../reading/shape.ts';
import type { Check } from './check.ts';
import type { CheckContext } from './context.ts';
import { idOf } from './context/ids.ts';
import { mapPart, setPart } from './context/part.ts';
import { allOf, entryKinds, type Extractor } from './context/extracts.ts';

const entries = allOf(...entryKinds);
const originals = mapPart(
  'originals of translations',
  [entries],
  // Of two under one id, the first.
  (collect) =>
    new Map(
      collect(entries)
        .toReversed()
        .map((one) => [`${one.kind}/${idOf(one)}`, one.source as Entry]),
    ),
  ({ digest, data, body }) => digest ?? { data, body },
);

/** The entry that a translation belongs to. */
const entryOf = ({ collection, id }: TranslatedEntry, { of }: CheckContext): Entry | undefined =>
  need(of(originals)).get(`${collection}/${id}`);

/**
 * By what a translation says which text it was written after: the first digits of the SHA-256 of the English
 * one.
 */
const digestOfText = (text: string): string => hash('sha256', text).slice(0, 8);

const entry: Check<'translation'> = {
  code: 'translation/entry',
  scope: 'translation',
  run({ source }, ask, { ids }) {
    const known = ids.entries[source.collection];
    ask.expect(known.has(source.id), () => ({
      where: { line: 1, column: 1 },
      message: `there is no ${source.collection}/${source.id}.mdx that this could be the translation of`,
      actual: source.id,
      expected: `the id of an entry in ${source.collection}/`,
      help: suggest(source.id, [...known].sort(), 'entries'),
    }));
  },
};

/** What a text shows and cites, each once: `Fact cr-primary`, `@smith-2016`. */
const namedIn = (body: Root, own: string): Set<string> =>
  new Set([
    ...factReferences(body).map(
      ({ id }) => `<Fact id="${id.startsWith(`${own}/`) ? id.slice(own.length + 1) : id}" />`,
    ),
    ...citations(body).map(({ key }) => `@${key}`),
  ]);

const same: Check<'translation'> = {
  code: 'translation/same',
  scope: 'translation',
  run({ source }, ask, context) {
    const english = entryOf(source, context);
    if (!source.body || !source.data || !english?.body) {
      ask.skip();
      return;
    }
    if (source.data.extent !== 'full') return;
    const [here, there] = [namedIn(source.body, source.id), namedIn(english.body, source.id)];
    const [missing, more] = [
      [...there].filter((name) => !here.has(name)),
      [...here].filter((name) => !there.has(name)),
    ];
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
  run({ source }, ask, context) {
    const english = entryOf(source, context);
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

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
/** A month with its day or year: "may" is a verb, too. */
const dated = new RegExp(`(?<=\\d )(?:${months.join('|')})\\b|\\b(?:${months.join('|')})(?= \\d)`, 'g');

/** The numbers in a text, months of dates among them, in one order. */
const numbersIn = (text: string): string =>
  (text.replace(dated, (month) => `${months.indexOf(month) + 1}`).match(/\d+(?:[.,]\d+)*/g) ?? [])
    .sort()
    .join(', ');

/** The phrases that are a text in the data of an entry or of a file of the base. */
const phraseTexts: Extractor<string[]> = {
  name: 'phrases',
  of: [...entryKinds, ...baseFiles.filter((name) => name !== 'phrases')],
  beside: 'phrases',
  extract({ source }, phrases) {
    const open = new Set(((phrases?.data ?? []) as Phrases).map(({ en }) => en));
    const found = new Set<string>();
    const walk = (value: unknown): void => {
      if (typeof value === 'string') {
        if (open.has(value)) found.add(value);
      } else if (typeof value === 'object' && value !== null)
        for (const item of Object.values(value)) walk(item);
    };
    if (open.size > 0) walk(source.data);
    return [...found];
  },
};
const texts = setPart(
  'texts',
  [phraseTexts],
  (collect) => new Set(collect(phraseTexts).flatMap(({ value }) => value)),
);

const phrase: Check<'file'> = {
  code: 'translation/phrase',
  scope: 'file',
  run({ kind, data }, ask, { of }) {
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
      ask.expect(need(of(texts)).has(english), () => ({
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

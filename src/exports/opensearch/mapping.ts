import type { Library } from '../../evidence/library.ts';
import {
  functionPhrases,
  functionWords,
  questionPhrase,
  questionWords,
} from '../../search-index/function-words.ts';
import type { Edition } from '../edition.ts';
import type { Field } from '../field.ts';
import type { ColumnEntry } from '../table.ts';
import { facets, indexed } from './documents.ts';
import { synonymLines } from './synonyms.ts';

/** The name of the index: that of the base, as OpenSearch allows it. */
export function indexName({ base }: Library): string {
  return (
    base.name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'base'
  );
}

const types: Record<Field['type'], string> = {
  string: 'keyword',
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
};

/** Long text has no use as a keyword. */
const mappingOf = (field: Field) => {
  const type = field.printed ? 'double' : types[field.type];
  return type === 'keyword' ? { type, ignore_above: 1024 } : { type };
};

const properties = (columns: readonly ColumnEntry[]) => ({
  properties: Object.fromEntries(columns.map((column) => [column.name, mappingOf(column)])),
});

/** Chinese by pairs of characters, which every OpenSearch can do. */
const zh = { type: 'text', analyzer: 'base_chinese', search_analyzer: 'base_chinese_search' } as const;
/** Words as far as they are typed. */
const start = { type: 'text', analyzer: 'base_start', search_analyzer: 'base_words', norms: false } as const;

/** Texts are searched with synonyms. */
const text = {
  ...{ type: 'text', analyzer: 'base_english', search_analyzer: 'base_english_search' },
  fields: { zh },
} as const;
/** A name that stands whole in a longer query. */
const whole = {
  type: 'text',
  analyzer: 'base_whole',
  search_analyzer: 'base_whole_search',
  norms: false,
} as const;
/** Lists of all names of something need no synonyms: what is typed is among them. */
const listed = {
  ...{ type: 'text', analyzer: 'base_english', search_analyzer: 'base_english_typed' },
  fields: { zh, start, whole },
} as const;
/** Own names are also found where others write a hyphen, and in spite of a slip. */
const names = {
  ...listed,
  fields: {
    ...listed.fields,
    begin: { type: 'text', analyzer: 'base_begin', search_analyzer: 'base_whole', norms: false },
    joined: { type: 'text', analyzer: 'base_joined' },
    letters: { type: 'text', analyzer: 'base_letters', norms: false },
  },
} as const;

/**
 * Chinese words of a question that say nothing of what is asked; one character alone may be part of a name.
 */
const questions = functionPhrases.filter((phrase) => phrase.length > 1).join('|');

/** The longest name that is looked for within a query, in words of English and characters of Chinese. */
const longestName = 12;

const analysisOf = (library: Library) => {
  const plain = ['lowercase', 'asciifolding', 'base_possessive'];
  const stems = ['base_stop', 'base_stemmer'];
  const words = ['lowercase', 'asciifolding', 'base_stop'];
  const pairs = ['cjk_width', 'lowercase', 'asciifolding', 'cjk_bigram', 'base_stop'];
  const custom = (tokenizer: string, filter: readonly string[], char_filter: readonly string[] = []) => ({
    type: 'custom',
    ...(char_filter.length > 0 ? { char_filter } : {}),
    tokenizer,
    filter,
  });
  return {
    char_filter: {
      base_hyphen: {
        type: 'pattern_replace',
        pattern: '(?<=[\\p{L}\\p{N}])\\p{Pd}(?=[\\p{L}\\p{N}])',
        replacement: '',
      },
      base_questions: { type: 'pattern_replace', pattern: questions, replacement: ' ' },
      base_asking: { type: 'pattern_replace', pattern: questionPhrase.source, replacement: ' how ' },
      base_letters: { type: 'pattern_replace', pattern: '[^\\p{L}\\p{N}]+', replacement: '' },
    },
    filter: {
      base_possessive: { type: 'stemmer', language: 'possessive_english' },
      base_no_han: { type: 'keep_types', mode: 'exclude', types: ['<IDEOGRAPHIC>'] },
      base_stop: { type: 'stop', stopwords: [...functionWords].sort() },
      base_stemmer: { type: 'stemmer', language: 'english' },
      base_synonyms: { type: 'synonym_graph', lenient: true, synonyms: synonymLines(library) },
      base_runs: {
        type: 'shingle',
        min_shingle_size: 2,
        max_shingle_size: longestName,
        output_unigrams: true,
        token_separator: '',
      },
      base_asks: { type: 'keep', keep_words: [...questionWords].sort() },
      base_question: { type: 'pattern_replace', pattern: '.+', replacement: 'question' },
      base_starts: { type: 'edge_ngram', min_gram: 2, max_gram: 20 },
    },
    tokenizer: { base_threes: { type: 'ngram', min_gram: 3, max_gram: 3, token_chars: ['letter', 'digit'] } },
    analyzer: {
      base_english: custom('standard', ['base_no_han', ...plain, ...stems]),
      base_english_typed: custom('standard', [...plain, ...stems]),
      base_english_search: custom('standard', [...plain, 'base_synonyms', ...stems]),
      base_chinese: custom('standard', pairs),
      base_chinese_search: custom('standard', pairs, ['base_questions']),
      base_whole: custom('keyword', ['lowercase', 'asciifolding'], ['base_letters']),
      base_whole_search: custom('standard', ['lowercase', 'asciifolding', 'base_runs']),
      base_words: custom('standard', words),
      base_start: custom('standard', ['base_no_han', ...words, 'base_starts']),
      base_letters: custom('base_threes', ['lowercase', 'asciifolding']),
      base_begin: custom('keyword', ['lowercase', 'asciifolding', 'base_starts'], ['base_letters']),
      base_asked: custom('standard', ['lowercase', 'base_asks', 'base_question'], ['base_asking']),
      base_joined: custom('standard', words, ['base_hyphen']),
    },
  };
};

/** Settings and mapping; nothing that is not mapped is let in. */
export function indexOf({ library, tables }: Edition) {
  const keyword = { type: 'keyword' } as const;
  return {
    settings: { max_shingle_diff: longestName, analysis: analysisOf(library) },
    mappings: {
      _meta: { base: library.base.name, licence: library.base.licence.url },
      dynamic: 'strict',
      properties: {
        type: keyword,
        url: { type: 'keyword', index: false },
        page: keyword,
        title: { type: 'keyword', index: false, doc_values: false },
        titles: text,
        names,
        about: listed,
        authors: listed,
        body: text,
        answers: { type: 'text', analyzer: 'keyword', search_analyzer: 'base_asked', norms: false },
        figures: { type: 'integer' },
        ...Object.fromEntries(facets.map((facet) => [facet, keyword])),
        ...Object.fromEntries(
          tables
            .filter(({ name }) => indexed.some((known) => known === name))
            .map(({ name, columns }) => [name, properties(columns)]),
        ),
      },
    },
  };
}

import { facets } from './documents.ts';

/** What was typed, as the template is given it; mustache writes it as JSON writes a string. */
const query = '{{q}}';

/** Texts in English by their words, in Chinese by pairs of characters, and words as far as they are typed. */
const english = ['names^2', 'titles^1.5', 'about^2', 'authors^3', 'body^6'];
const chinese = ['names.zh^3', 'titles.zh', 'about.zh^2', 'authors.zh^3', 'body.zh'];
const begun = ['names.start^4', 'about.start^2', 'authors.start^3'];

/**
 * Each of these adds to the score of what it finds. The weights were chosen on judged queries; see
 * docs/scale.md.
 */
const should = [
  // A whole name that stands in the query: of the page itself, then of what it is about.
  { match: { 'names.whole': { query, boost: 10 } } },
  { match: { 'about.whole': { query, boost: 3 } } },
  // The beginning of a name, and a name written without its hyphen.
  { match: { 'names.begin': { query, boost: 8 } } },
  { match: { 'names.joined': { query, minimum_should_match: '2<70%', boost: 2 } } },
  // Every word, wherever each stands; then most of them.
  {
    simple_query_string: {
      ...{ query, flags: 'WHITESPACE', default_operator: 'and', boost: 1.5 },
      fields: [...english, ...chinese, ...begun],
    },
  },
  { multi_match: { query, type: 'most_fields', fields: english, minimum_should_match: '2<60%', boost: 0.5 } },
  {
    multi_match: { query, type: 'cross_fields', fields: chinese, minimum_should_match: '2<70%', boost: 1.5 },
  },
  // A slip of the hand: up to two letters, or most of the threes of letters of a longer name.
  {
    multi_match: {
      query,
      fields: ['names', 'authors'],
      fuzziness: 'AUTO:5,9',
      prefix_length: 1,
      operator: 'and',
    },
  },
  { match: { 'names.letters': { query, minimum_should_match: '8<75%', boost: 0.3 } } },
];

/**
 * By how much a page counts for what it is. A function adds, and every type has one, so that none counts for
 * nothing.
 */
const weights = [
  [['therapy', 'endpoint', 'topic'], 2],
  [['trial'], 1.6],
  [['review', 'synthesis', 'reference'], 1.2],
  [['outcome', 'claim', 'pooled result'], 1],
] as const;

const functions = [
  ...weights.map(([type, weight]) => ({ filter: { terms: { type } }, weight })),
  // A question is answered by a topic.
  { filter: { match: { answers: query } }, weight: 3 },
  { field_value_factor: { field: 'figures', modifier: 'log1p' }, weight: 0.8 },
];

const search = {
  size: 10,
  _source: ['type', 'url', 'page', 'title'],
  query: {
    function_score: {
      query: { bool: { must: [{ bool: { should, minimum_should_match: 1 } }], filter: '@filter' } },
      functions,
      score_mode: 'sum',
    },
  },
  // Places of one page are one result, which names the best of them.
  collapse: { field: 'page', inner_hits: { name: 'places', size: 3, _source: ['type', 'url', 'title'] } },
};

/** Any of the values that are given for a facet; everything where none is. */
const narrowed = (facet: string) =>
  `{"bool":{"should":[{{^${facet}}}{"match_all":{}},{{/${facet}}}` +
  `{{#${facet}}}{"term":{"${facet}":"{{.}}"}},{{/${facet}}}{"match_none":{}}]}}`;

/**
 * The query as a search template in mustache: `q` is what was typed; `trial`, `therapy` and `endpoint`, each
 * an id or a list of ids, narrow it.
 *
 * https://docs.opensearch.org/latest/api-reference/search-apis/search-template/index/
 */
export const queryTemplate = {
  script: {
    lang: 'mustache',
    source: JSON.stringify(search).replace('"@filter"', `[${facets.map(narrowed).join(',')}]`),
  },
};

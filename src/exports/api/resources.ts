import { mediaTypeOf } from '../file.ts';

/**
 * Where the addresses of this version begin, below the address of the base. Within it, addresses and fields
 * are only added.
 */
export const apiRoot = '/api/v1/';

/** What stands at an address of the API, or at each address of one form. */
export interface Resource {
  name: string;
  /** Below the root; what stands in braces is a name of the base. */
  path: string;
  description: string;
  /** The name of its schema; none where it is no JSON of this base's own. */
  schema?: string;
}

/** The kinds of entries that can be asked for one by one, with the word for one of them. */
export const entryKinds = {
  trials: 'trial',
  therapies: 'therapy',
  reviews: 'review',
  syntheses: 'synthesis',
  topics: 'topic',
} as const;
export type EntryList = keyof typeof entryKinds;

const own = (name: string, path: string, description: string): Resource => ({
  name,
  path,
  description,
  schema: name,
});

/** Every address, for the index, for OpenAPI, for the schemas and for the page that explains them. */
export const resources: readonly Resource[] = [
  own(
    'index',
    'index.json',
    'What there is: version, licence, content hash, every form of address, the files of the whole base',
  ),
  own('trials', 'trials.json', 'All studies, with the columns of trials.csv'),
  own(
    'trial',
    'trials/{id}.json',
    'One study: its reports, arms, populations, outcomes with what is computed, and its works',
  ),
  own('therapies', 'therapies.json', 'All therapies by name'),
  own('therapy', 'therapies/{id}.json', 'One therapy: names, class, targets, approvals'),
  own('reviews', 'reviews.json', 'All reviews by title'),
  own('review', 'reviews/{id}.json', 'One review and what it states'),
  own('syntheses', 'syntheses.json', 'All published syntheses by title'),
  own('synthesis', 'syntheses/{id}.json', 'One published synthesis and what it pooled'),
  own('topics', 'topics.json', 'All topics by title'),
  own('topic', 'topics/{id}.json', 'One topic: the endpoints and therapies that it is about'),
  own(
    'endpoints',
    'endpoints.json',
    'What is measured: labels, definitions, and how many facts and studies there are of each',
  ),
  own('facts', 'endpoints/{id}/facts.json', 'Every fact of one endpoint, with the columns of outcomes.csv'),
  own(
    'inputs',
    'endpoints/{id}/inputs.json',
    'What a meta-analysis of one endpoint takes in: one row for each statistic of a study arm',
  ),
  { name: 'inputsCsv', path: 'endpoints/{id}/inputs.csv', description: 'The same as CSV, for R' },
  own('references', 'references.json', 'All works, with the columns of references.csv'),
  own('citation', 'citations/{id}.json', 'One work in CSL-JSON, by its key or a former one'),
  { name: 'citations', path: 'citations.json', description: 'All works in CSL-JSON', schema: 'citation' },
  own(
    'vocabulary',
    'vocabulary.json',
    'Settings, age groups, classes, targets, scales and all else that entries name',
  ),
  { name: 'openapi', path: 'openapi.json', description: 'All of this as OpenAPI 3.1' },
  { name: 'schema', path: 'schemas/{id}.json', description: 'The JSON Schema of each form of address' },
  {
    name: 'poolR',
    path: 'pool.R',
    description: 'An example: what an endpoint gives when it is pooled, in R',
  },
  { name: 'poolPython', path: 'pool.py', description: 'The same in Python' },
];

/** Where a file lies in the output whose path below the root is this. */
export const apiFile = (path: string): string => apiRoot.slice(1) + path;

export const mediaTypeAt = ({ path }: Pick<Resource, 'path'>): string =>
  /\.(?:R|py)$/.test(path) ? 'text/plain' : mediaTypeOf(path);

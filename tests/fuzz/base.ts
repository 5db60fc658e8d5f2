import { claimKinds, outcomeKinds } from '../../src/model/outcome.ts';
import { families } from '../../src/model/families.ts';
import type { Data, List } from './parts.ts';
import type { Draw } from './draw.ts';

/** One list of ids for every kind of term: sections of pages, members of objects, a very long one. */
export const terms = ['content', 'scales', 'constructor', 'cite', 'y'.repeat(100)];

export function endpointsOf(draw: Draw): List {
  const kinds = [...new Set([...outcomeKinds, ...claimKinds])];
  return ['cr', 'safety', 'scales', 'constructor', 'content', 'index', 'z'.repeat(100), ...families].map(
    (id, i) => ({
      id: `${id}${i > 6 ? '-1' : ''}`,
      label: { en: draw.of(['Response', '<i>a</i>', '"', 'x'.repeat(200)]) + i },
      definition: 'A',
      family: families[i % families.length],
      direction: draw.of(['lower', 'neutral']),
      kinds,
      ...(i === 3 ? { atMost: ['constructor'] } : {}),
      ...(i === 4 ? { synonyms: [] } : {}),
    }),
  );
}

export function vocabularyOf(): Data {
  const list = terms.map((id, i) => ({ id, label: { en: `Term ${i} <b>` } }));
  return {
    ...Object.fromEntries(
      ['settings', 'ageGroups', 'targets', 'therapyClasses', 'scales'].map((key) => [key, list]),
    ),
    attributes: [
      { id: 'content', label: { en: 'Of trials' }, applies: 'trial', terms: list },
      { id: 'scales', label: { en: 'Of therapies' }, applies: 'therapy', terms: list },
      { id: 'empty', label: { en: 'Of none' }, applies: 'trial', terms: [] },
    ],
    abbreviations: [{ abbreviation: 'CR', en: 'complete "remission"' }],
  };
}

export function baseOf(draw: Draw): Data {
  const label = { en: 'A base & <b>' };
  return {
    name: 'Fuzz & <b>',
    tagline: label,
    subject: label,
    url: draw.of(['https://base.example/', 'https://base.example', 'http://localhost:8080/']),
    publisher: 'Nobody, "at all"',
    disclaimer: label,
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  };
}

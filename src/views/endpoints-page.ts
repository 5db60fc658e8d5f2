import type { EndpointNode, Library } from '../evidence/library.ts';
import { inWords, locale } from '../i18n/locale.ts';
import { pages } from '../i18n/pages.ts';
import { words } from '../i18n/words.ts';
import { families } from '../model/families.ts';
import { phrase } from '../model/phrases.ts';

/** The Chinese beside the English; on a Chinese page it is what is read. */
const beside = (zh: string | undefined) => (locale() === 'en' ? zh : undefined);

/** The vocabulary for readers: endpoints by family with what is known of each, scales, abbreviations. */
export function endpointsPage({ endpoints, vocabulary }: Library) {
  const byFamily = Map.groupBy(endpoints, ({ data }) => data.family);
  return {
    groups: families.flatMap((family) => {
      const own = byFamily.get(family);
      return own ? [{ id: `_family-${family}`, label: words.family[family], terms: own.map(termOf) }] : [];
    }),
    scales: vocabulary.scales.map(({ id, label, definition }) => ({
      id: `_scale-${id}`,
      label: inWords(label),
      definition: definition && phrase(definition),
    })),
    abbreviations: vocabulary.abbreviations.map((one) => ({
      abbreviation: one.abbreviation,
      label: inWords(one),
      zh: beside(one.zh),
    })),
  };
}

function termOf(endpoint: EndpointNode) {
  const { id, path, data } = endpoint;
  const also = data.synonyms.length > 0 ? [pages.endpoints.also(data.synonyms)] : [];
  return {
    id,
    path,
    label: inWords(data.label),
    abbreviation: data.abbreviation,
    zh: beside(data.label.zh),
    definition: phrase(data.definition),
    note: [words.direction[data.direction], ...also].join('; '),
    known: tallyOf(endpoint),
  };
}

/** How much is known of an endpoint; the vocabulary's own reason where nothing is. */
function tallyOf({ facts, planned, claims, data }: EndpointNode): string | undefined {
  const say = pages.endpoints;
  const parts = [
    ...(facts.length > 0 ? [say.figures(facts.length, trialsOf(facts))] : []),
    ...(planned.length > 0 ? [say.plans(planned.length, trialsOf(planned))] : []),
    ...(claims.length > 0 ? [say.claims(claims.length)] : []),
  ];
  return parts.length > 0 ? pages.and(parts) : data.unlinked && phrase(data.unlinked);
}

const trialsOf = (nodes: readonly { trial: object }[]) => new Set(nodes.map(({ trial }) => trial)).size;

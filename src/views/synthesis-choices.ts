import { levels, usualState } from '../synthesis/state.ts';
import { inWords } from '../i18n/locale.ts';
import { pooling } from '../i18n/pooling.ts';
import { synthesisWords as words } from '../i18n/synthesis.ts';
import { facets, rowsOf } from '../synthesis/candidates.ts';
import type { Library } from '../evidence/library.ts';
import { families, type Family } from '../model/families.ts';
import { datasetOfEndpoint } from './datasets.ts';
import { byText } from '../model/order.ts';

/** An endpoint on offer for a synthesis. */
interface EndpointChoice {
  id: string;
  label: string;
  family: Family;
  /** Arms with a figure that can be pooled, in the row that has most. */
  arms: number;
  /** Why it cannot be pooled. */
  why?: string;
}

/**
 * Endpoints with figures of two or more arms that can be pooled, by family; and the others, with why they
 * cannot.
 */
export function endpointChoices(library: Library): {
  families: { family: Family; endpoints: EndpointChoice[] }[];
  others: EndpointChoice[];
  /** What narrows the figures of an endpoint, with its name. */
  facets: [id: string, label: string][];
} {
  const all = library.endpoints.flatMap((endpoint): EndpointChoice[] => {
    const [first] = rowsOf(datasetOfEndpoint(endpoint, library));
    if (!first) return [];
    const arms = first.candidates.length;
    const { id, data } = endpoint;
    const choice = { id, label: inWords(data.label), family: data.family, arms };
    return [
      arms >= 2
        ? choice
        : {
            ...choice,
            why: arms === 1 ? pooling.oneArm : commonest(first.others.map(({ reason }) => reason)),
          },
    ];
  });
  const poolable = all.filter(({ arms }) => arms >= 2);
  return {
    families: families
      .map((family) => ({ family, endpoints: poolable.filter((choice) => choice.family === family) }))
      .filter(({ endpoints }) => endpoints.length > 0),
    others: all.filter(({ arms }) => arms < 2),
    facets: facets.map((facet) => [facet, pooling.facets[facet]]),
  };
}

function commonest(reasons: readonly string[]): string {
  const counted = [...Map.groupBy(reasons, (reason) => reason)].map(([reason, own]) => ({
    reason,
    times: own.length,
  }));
  return (
    counted.sort((a, b) => b.times - a.times || byText(a.reason, b.reason))[0]?.reason ?? pooling.noFigure
  );
}

/** How figures can be pooled: each list with its name, its options and the one that is usual. */
export function poolingOptions(): {
  name: string;
  label: string;
  options: [value: string, label: string][];
  usual?: string;
}[] {
  return [
    { name: 'measure', label: pooling.options.scale, options: Object.entries(words.measure) },
    { name: 'method', label: pooling.options.model, options: Object.entries(words.method) },
    { name: 'test', label: pooling.options.interval, options: Object.entries(words.test) },
    {
      name: 'level',
      label: pooling.options.level,
      options: levels.map((level) => [String(level), `${level}%`]),
      usual: String(usualState.level),
    },
    {
      name: 'by',
      label: pooling.options.subgroups,
      options: [
        ['', pooling.options.none],
        ...Object.entries(words.partition).map(([id, label]): [string, string] => [
          id,
          pooling.options.by(label),
        ]),
      ],
    },
  ];
}

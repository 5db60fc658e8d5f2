import { inWords } from '../i18n/locale.ts';
import type { TrialNode } from '../evidence/library.ts';
import { provenanceOf, type Provenance } from './provenance.ts';
import type { Site } from './site.ts';
import { familyParts } from './trial-page.ts';

/** The figures of a study in one family of endpoints, endpoint by endpoint. */
interface FamilyCards {
  id: string;
  label: string;
  endpoints: { label: string; path: string; cards: Provenance[] }[];
}

/** Every figure of a study with where it comes from, by family and endpoint as on its page. */
export function figureCards(site: Site, trial: TrialNode): FamilyCards[] {
  const { endpoints } = site.library;
  return familyParts(trial).map(({ id, label, facts, further }) => {
    const byEndpoint = Map.groupBy([...facts, ...further], ({ endpoint }) => endpoint);
    return {
      id,
      label,
      endpoints: endpoints.flatMap((endpoint) => {
        const own = byEndpoint.get(endpoint);
        if (!own) return [];
        return [
          {
            label: inWords(endpoint.data.label),
            path: endpoint.path,
            cards: own.map((fact) => provenanceOf(site, fact)),
          },
        ];
      }),
    };
  });
}

import type { PlannedNode } from '../evidence/library.ts';
import { inWords } from '../i18n/locale.ts';
import { trial as said } from '../i18n/trial.ts';
import { words } from '../i18n/words.ts';
import { phrase } from '../model/phrases.ts';
import type { Link } from './references.ts';

/** An endpoint as it was registered. */
export interface PlannedRow {
  id: string;
  trial: Link;
  endpoint: Link;
  role: string;
  timeFrame: string;
  measure: string;
  definition: string | undefined;
  /** Of whom it is. */
  population: string | undefined;
}

export const plannedRows = (planned: readonly PlannedNode[]): PlannedRow[] =>
  planned.map(({ data, endpoint, trial, path }) => ({
    id: data.id,
    trial: { href: path, label: trial.name },
    endpoint: { href: endpoint.path, label: inWords(endpoint.data.label) },
    role: words.plannedRole[data.role],
    timeFrame: phrase(data.timeFrame),
    measure: phrase(data.measure),
    definition: data.definition && phrase(data.definition),
    population: data.population && said.planned.of(phrase(data.population)),
  }));

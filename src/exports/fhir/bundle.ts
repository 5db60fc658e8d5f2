import type { ReferenceNode, TrialNode } from '../../evidence/library.ts';
import { onceNoted } from '../../model/once.ts';
import { made } from '../../model/unmade.ts';
import type { Edition } from '../edition.ts';
import { entryFile, type ExportFile } from '../file.ts';
import { citationOf } from './citation.ts';
import { evidenceOf } from './evidence.ts';
import { studyOf } from './study.ts';
import { fhirId, uuidOf } from './terms.ts';

/**
 * Each trial as a Bundle of FHIR R5: the study, the works that report it, and each of its facts as
 * `Evidence`. R5 calls these resources trial use, so all of it is marked as experimental. A line holds a
 * resource.
 */
export function* fhirFiles(edition: Edition): Generator<ExportFile> {
  const citation = onceNoted((reference: ReferenceNode) =>
    made(reference.path, () => entry(reference.path, citationOf(reference, edition))),
  );
  for (const trial of edition.library.trials)
    yield entryFile(`trials/${trial.id}.fhir.json`, () => {
      const works = new Set(trial.reports.map(({ reference }) => reference));
      return bundle(trial, edition, [
        made(trial.path, () => entry(trial.path, studyOf(trial, edition))),
        ...[...works].map((work) => citation(work)),
        ...trial.facts.map((fact) => made(fact.path, () => entry(fact.path, evidenceOf(fact, edition)))),
      ]);
    });
}

const entry = (path: string, resource: object) => JSON.stringify({ fullUrl: uuidOf(path), resource });

function bundle(
  { id, path, data }: TrialNode,
  { context: { address }, version }: Edition,
  entries: readonly string[],
): string {
  const head = {
    resourceType: 'Bundle',
    id: fhirId(id),
    meta: {
      tag: [
        {
          system: address('/data/'),
          code: 'experimental',
          display: `Experimental export, version ${version}`,
        },
      ],
    },
    identifier: { system: 'urn:ietf:rfc:3986', value: address(path) },
    type: 'collection',
    timestamp: `${data.updated}T00:00:00Z`,
  };
  return `${JSON.stringify(head).slice(0, -1)},"entry":[\n${entries.join(',\n')}\n]}\n`;
}

import { site } from '../../site/library.ts';
import { datasetIndex } from '../../views/datasets.ts';

/** What can be chosen for a comparison, by name. */
export function GET(): Response {
  return Response.json(datasetIndex(site().library));
}

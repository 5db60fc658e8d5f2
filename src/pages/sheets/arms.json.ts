import { site } from '../../site/library.ts';
import { catalogueOf } from '../../views/catalogue.ts';

/** Every arm of the base with what it is given and in whom, for choosing comparisons. */
export function GET(): Response {
  return Response.json(catalogueOf(site().library));
}

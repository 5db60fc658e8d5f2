import { site } from '../../site/library.ts';
import { sheetIndex } from '../../views/sheets.ts';

/** What can be chosen for a comparison, by name. */
export function GET(): Response {
  return Response.json(sheetIndex(site().library));
}

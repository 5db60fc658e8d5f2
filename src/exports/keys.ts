import type { ReportNode } from '../evidence/library.ts';

/**
 * What a report is named by: the id of the review, or the key of the reference under which the library holds
 * it.
 */
export function keyOf({ review, reference }: ReportNode): string {
  return review?.id ?? reference.id;
}

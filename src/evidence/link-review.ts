import type { Review } from '../model/review.ts';
import { derive } from './derive.ts';
import type { ClaimNode, ReviewNode } from './library.ts';
import type { Named } from './named.ts';

type ReviewEntry = { id: string; data: Review } & Pick<ReviewNode, 'body' | 'translations'>;

/** Links a review to the works that it lists and the endpoints that it speaks of, and those to it. */
export function linkReview(
  { id, data, body, translations }: ReviewEntry,
  { node, watched, reference, endpoint }: Pick<Named, 'node' | 'watched' | 'reference' | 'endpoint'>,
): ReviewNode {
  const review = node<ReviewNode>({
    kind: 'review',
    id,
    path: `/reviews/${id}/`,
    data,
    body,
    translations,
    reference: reference(data.reference),
    bibliography: [],
    claims: [],
    facts: [],
  });
  review.bibliography = data.bibliography.map(({ number, key }) => ({ number, reference: reference(key) }));
  for (const { number, reference: listed } of review.bibliography) listed.listedBy.push({ review, number });
  review.claims = data.claims.map((claim): ClaimNode => {
    const uid = `${id}/${claim.id}`;
    const made = watched.watch(
      `claim:${uid}`,
      {
        uid,
        path: `/reviews/${id}/#${claim.id}`,
        review,
        claim,
        endpoint: endpoint(claim.endpoint),
        cites: claim.cites.map(reference),
        derived: derive(claim),
      },
      { fixed: ['uid', 'path', 'review'] },
    );
    made.endpoint.claims.push(made);
    return made;
  });
  return review;
}

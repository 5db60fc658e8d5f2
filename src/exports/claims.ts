import type { ClaimNode } from '../evidence/library.ts';
import { figureColumns, type Figured } from './figures.ts';
import { joined, table, type Column } from './table.ts';

type Row = ClaimNode & Figured;

const before: readonly Column<Row>[] = [
  ['claim_id', 'Permanent id: review/claim', ({ uid }) => uid],
  ['review', 'The review that states it', ({ review }) => review.id],
  ['subject', 'What the statement is about', ({ claim }) => claim.subject],
  ['endpoint', 'What is measured: an id of the endpoint glossary', ({ endpoint }) => endpoint.id],
  ['kind', 'Shape of the claim: the kinds of outcomes.csv, and date or statement', ({ claim }) => claim.kind],
];

const after: readonly Column<Row>[] = [
  ['locator', 'Where in the review', ({ claim }) => claim.locator],
  ['cites', 'What the review cites for it: reference_id of references.csv', ({ cites }) => joined(cites.map(({ id }) => id))],
  ['findings', 'Codes of the checks that found something', ({ path }, { findings }) => joined(findings(path))],
  ['url', 'Permanent address of the claim', ({ path }, { address }) => address(path)],
];

export const claims = table<Row>({
  name: 'claims',
  description: 'One row for each statement of a review that belongs to no single study.',
  columns: [...before, ...figureColumns, ...after],
  rows: (library) => library.reviews.flatMap((review) => review.claims.map((node) => ({ ...node, fact: node.claim }))),
});

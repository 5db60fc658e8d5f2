import type { ClaimNode } from '../evidence/library.ts';
import { claimKinds } from '../model/outcome.ts';
import { key, list, oneOf, required, saying, text } from './field.ts';
import { figureColumns, type Figured } from './figures.ts';
import { joined, table, type Column } from './table.ts';

type Row = ClaimNode & Figured;

const before: readonly Column<Row>[] = [
  ['claim_id', key, 'Permanent id: review/claim', ({ uid }) => uid],
  ['review', required(text), 'The review that states it', ({ review }) => review.id],
  ['subject', required(text), 'What the statement is about', ({ claim }) => claim.subject],
  [
    'endpoint',
    required(text),
    'What is measured: an id of the endpoint glossary',
    ({ endpoint }) => endpoint.id,
  ],
  ['kind', required(oneOf(claimKinds)), 'Shape of the claim', ({ claim }) => claim.kind],
];

const after: readonly Column<Row>[] = [
  ['locator', required(text), 'Where in the review', ({ claim }) => claim.locator],
  [
    'cites',
    list,
    'What the review cites for it: reference_id of references.csv',
    ({ cites }) => joined(cites.map(({ id }) => id)),
  ],
  [
    'note',
    text,
    'What must be known to read the figure; of a statement in words, what it says',
    ({ claim }) => claim.note,
  ],
  [
    'findings',
    list,
    'Codes of the checks that found something',
    ({ path }, { findings }) => joined(findings(path)),
  ],
  ['url', required(text), 'Permanent address of the claim', ({ path }, { address }) => address(path)],
];

/** A claim may be a date, which is no number. */
const figures: readonly Column<Figured>[] = figureColumns.map(([name, field, ...rest]) => [
  name,
  name === 'value' ? saying(text) : field,
  ...rest,
]);

export const claims = table<Row>({
  name: 'claims',
  description: 'One row for each statement of a review that belongs to no single study',
  primaryKey: ['claim_id'],
  columns: [...before, ...figures, ...after],
  rows: (library) =>
    library.reviews.flatMap((review) => review.claims.map((node) => ({ ...node, fact: node.claim }))),
});

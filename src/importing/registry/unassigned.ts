import { outcomeKinds } from '../../model/outcome.ts';
import { unassigned } from '../../model/vocabulary.ts';

/** The endpoint of what no endpoint of a base stands for, as `endpoints.yaml` has it. */
export const unassignedEndpoint = {
  id: unassigned,
  label: { en: 'Without an endpoint yet', zh: '尚未归入终点' },
  definition:
    'What a registry posts or plans and no endpoint of this base stands for; its figures are never compared or pooled.',
  family: 'context',
  direction: 'neutral',
  kinds: outcomeKinds,
} as const;

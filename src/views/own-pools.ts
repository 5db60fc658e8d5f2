import type { EndpointNode, Library, PooledNode } from '../evidence/library.ts';
import { onceNoted } from '../model/reads.ts';
import { questionsOfEndpoint, type PoolingQuestion } from './pooling-questions.ts';

const byResult = onceNoted((endpoint: EndpointNode, library: Library): ReadonlyMap<PooledNode, PoolingQuestion[]> => {
  const beside = new Map<PooledNode, PoolingQuestion[]>();
  for (const question of questionsOfEndpoint(endpoint, library).pool)
    for (const one of question.published) beside.set(one, [...(beside.get(one) ?? []), question]);
  return beside;
});

/** The questions that figures of this base pool by themselves, beside which a published result stands. */
export const ownPoolsBeside = (result: PooledNode, library: Library): PoolingQuestion[] =>
  byResult(result.endpoint, library).get(result) ?? [];

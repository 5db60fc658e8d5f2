import type { Library, PooledNode } from '../evidence/library.ts';
import { poolingQuestions, type PoolingQuestion } from './pooling-questions.ts';

const found = new WeakMap<Library, Map<PooledNode, PoolingQuestion[]>>();

/** The questions that figures of this base pool by themselves, beside which a published result stands. */
export function ownPoolsBeside(result: PooledNode, library: Library): PoolingQuestion[] {
  let beside = found.get(library);
  if (!beside) {
    beside = new Map();
    for (const question of poolingQuestions(library).pool)
      for (const one of question.published) beside.set(one, [...(beside.get(one) ?? []), question]);
    found.set(library, beside);
  }
  return beside.get(result) ?? [];
}

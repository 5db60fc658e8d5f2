import type { EndpointNode, Library, PooledNode } from '../evidence/library.ts';
import { onceCompared } from '../model/once.ts';
import { questionsOfEndpoint, type PoolingQuestion } from './pooling-questions.ts';

/** What a published result needs of a question beside it. */
export type OwnPool = Pick<PoolingQuestion, 'href' | 'pooled' | 'studies' | 'setting' | 'age'>;

/** The questions of an endpoint beside which published results stand, with these. */
const besidePublished = onceCompared('own-pools', (endpoint: EndpointNode, library: Library) =>
  questionsOfEndpoint(endpoint, library)
    .pool.filter(({ published }) => published.length > 0)
    .map(({ published, href, pooled, studies, setting, age }) => ({
      published,
      own: { href, studies, setting, age, ...(pooled ? { pooled } : {}) },
    })),
);

/** The questions that figures of this base pool by themselves, beside which a published result stands. */
export const ownPoolsBeside = (result: PooledNode, library: Library): OwnPool[] =>
  besidePublished(result.endpoint, library).flatMap(({ published, own }) =>
    published.includes(result) ? own : [],
  );

import type { EndpointNode, Fact, Library } from '../evidence/library.ts';
import { valueIn } from '../model/need.ts';
import { onceCompared, onceNoted } from '../model/once.ts';
import type { Certainty } from '../synthesis/certainty.ts';
import type { Result, Study } from '../synthesis/pool.ts';
import { intervalText, valueText } from '../synthesis/words.ts';
import { questionsOfEndpoint, type PoolingQuestion } from './pooling-questions.ts';

/** A question that pools, with what it pools to. */
export interface Pooled {
  question: PoolingQuestion;
  endpoint: EndpointNode;
  studies: Study[];
  /** The figures of the studies, in their order. */
  facts: Fact[];
  result: Result;
  isRatio: boolean;
  certainty: Certainty | undefined;
  /** The same in words: `0.63` and `0.48–0.83`; `55.1%` and `40.2–69.0`. */
  value: string;
  interval: string;
}

/**
 * The questions of an endpoint that pool to an interval which says something; many pages ask, and the answer
 * is kept.
 */
const pooledOfEndpoint = onceNoted((endpoint: EndpointNode, library: Library): Pooled[] =>
  questionsOfEndpoint(endpoint, library).pool.flatMap((question) => pooledOf(question, library) ?? []),
);

/** The same of all endpoints. */
export const pooledQuestions = (library: Library): Pooled[] =>
  library.endpoints.flatMap((endpoint) => pooledOfEndpoint(endpoint, library));

/** What figures of an endpoint pool to, in words, each with its figures and studies. */
export const pooledTexts = onceCompared('pooled-texts', (endpoint: EndpointNode, library: Library) =>
  pooledOfEndpoint(endpoint, library).map((pooled) => {
    const { facts, question, value, interval } = pooled;
    return { facts, studies: question.studies, href: question.href, value, interval };
  }),
);

function pooledOf(question: PoolingQuestion, library: Library): Pooled | undefined {
  if (!question.synthesis) return undefined;
  const { result, studies, certainty, state } = question.synthesis;
  const { measure } = state;
  const isRatio = measure === 'GEN';
  if (typeof result === 'string' || !saysSomething(result, isRatio)) return undefined;
  const facts = studies.map(({ fact }) => valueIn(library.facts, fact.uid));
  return {
    question,
    endpoint: question.endpoint,
    studies,
    facts,
    result,
    isRatio,
    certainty,
    value: valueText(measure, result.read.estimate),
    interval: intervalText(measure, result.read.ci),
  };
}

/** An interval that leaves less than a factor of three between its ends, or 30 percentage points. */
function saysSomething({ read: { ci } }: Result, isRatio: boolean): boolean {
  return isRatio ? ci.high / ci.low < 3 : ci.high - ci.low < 0.3;
}

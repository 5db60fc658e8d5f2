import type { Certainty, Step } from './certainty.ts';
import { computedText, loweringText, synthesisWords as words } from './words.ts';

/** How the certainty came about, for a paper. */
export function certaintySentence({ grade, computed, start, steps }: Certainty): string {
  const lowered = steps.filter(({ levels }) => levels < 0).map((step) => `${nameOf(step)} (${loweringText(step.levels)})`);
  const own = steps.filter(({ byReader }) => byReader);
  const down = lowered.length > 0 ? `was rated down for ${lowered.join(', ')}` : 'was not rated down';
  const sentences = [
    `The certainty of this evidence (GRADE) was ${words.grade[grade]}: it started at ${words.grade[start.grade]} and ${down}.`,
    own.length > 0 &&
      `Our own judgement replaced the computed one for ${own.map((step) => `${nameOf(step)} (computed: ${computedText(step)})`).join(', ')}; as computed, the certainty was ${words.grade[computed]}.`,
  ];
  return sentences.filter((sentence) => typeof sentence === 'string').join(' ');
}

/** A line for the grade and one for each step, with whose judgement it is and why; for files. */
export function certaintyLines({ grade, computed, start, steps }: Certainty): string[] {
  const differs = steps.some(({ byReader }) => byReader) ? `; as computed: ${words.grade[computed]}` : '';
  return [
    `Certainty (GRADE): ${words.grade[grade]}${differs}`,
    `- start: ${words.grade[start.grade]}. ${start.reason}`,
    ...steps.map((step) => `- ${stepText(step)}. ${step.computed.reason}`),
  ];
}

/** `risk of bias 0`, `imprecision −1 (the reader’s judgement; computed: not serious)`. */
function stepText(step: Step): string {
  const whose = step.byReader ? ` (the reader’s judgement; computed: ${computedText(step)})` : '';
  const isJudged = step.byReader || step.computed.judged;
  return `${nameOf(step)} ${isJudged ? loweringText(step.levels) : 'not judged'}${whose}`;
}

/** All steps in one cell of a table. */
export const certaintySteps = ({ start, steps }: Certainty): string =>
  [`start ${words.grade[start.grade]}`, ...steps.map(stepText)].join('; ');

const nameOf = ({ domain }: Step) => words.domain[domain];

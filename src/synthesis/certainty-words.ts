import type { Certainty, Step } from './certainty.ts';
import { computedText, loweringText, synthesisWords as words } from './words.ts';

/** How the certainty came about, for a paper. */
export function certaintySentence({ grade, computed, start, steps, threshold }: Certainty): string {
  const lowered = steps.filter(({ levels }) => levels < 0).map((step) => `${nameOf(step)} (${loweringText(step.levels)})`);
  const own = steps.filter(({ byReader }) => byReader);
  const down = lowered.length > 0 ? `was rated down for ${listed(lowered)}` : 'was not rated down';
  const sentences = [
    `The certainty of this evidence (GRADE) was ${words.grade[grade]}: it started at ${words.grade[start.grade]} and ${down}.`,
    own.length > 0 &&
      `Our own judgement replaced the computed one for ${listed(
        own.map((step) => `${nameOf(step)} (computed: ${computedText(step)})`),
      )}; as computed, the certainty was ${words.grade[computed]}.`,
    threshold.byReader && `The threshold of imprecision was our own: ${thresholdText(threshold)}.`,
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
export function certaintySteps({ start, steps, threshold }: Certainty): string {
  const own = threshold.byReader ? [`threshold of imprecision ${thresholdText(threshold)} (the reader’s)`] : [];
  return [`start ${words.grade[start.grade]}`, ...steps.map(stepText), ...own].join('; ');
}

const thresholdText = ({ value, of }: Certainty['threshold']): string =>
  of === 'change' ? `a change of ${value}%` : `a half-width of ${value} percentage points`;

const nameOf = ({ domain }: Step) => words.domain[domain];

/** `a, b and c`. */
const listed = (items: readonly string[]) => items.join(', ').replace(/, ([^,]*)$/, ' and $1');

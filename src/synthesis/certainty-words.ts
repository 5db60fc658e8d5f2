import type { Certainty, Step } from './certainty.ts';
import { synthesisWords } from '../i18n/synthesis.ts';
import { computedText, loweringText } from './words.ts';

/** How the certainty was judged, for a paper. */
export function certaintySentence({ grade, computed, start, steps, threshold }: Certainty): string {
  const { grade: grades, certainty: words } = synthesisWords;
  const lowered = steps
    .filter(({ levels }) => levels < 0)
    .map((step) =>
      words.loweredFor(
        nameOf(step),
        loweringText(step.levels),
        step.byReader ? undefined : step.computed.lacking,
      ),
    );
  const own = steps
    .filter(({ byReader }) => byReader)
    .map((step) => words.ownStep(nameOf(step), computedText(step)));
  return synthesisWords.sentences([
    words.sentence(grades[grade], grades[start.grade], lowered),
    ...(own.length > 0 ? [words.ownSentence(own, grades[computed])] : []),
    ...(threshold.byReader ? [words.thresholdSentence(thresholdText(threshold))] : []),
  ]);
}

/** A line for the grade and one for each step, with whose judgement it is and why; for files. */
export function certaintyLines({ grade, computed, start, steps }: Certainty): string[] {
  const { grade: grades, certainty: words } = synthesisWords;
  const differs = steps.some(({ byReader }) => byReader) ? grades[computed] : undefined;
  return [
    words.line(grades[grade], differs),
    words.startLine(grades[start.grade], start.reason),
    ...steps.map((step) => words.stepLine(stepText(step), step.computed.reason)),
  ];
}

/** `risk of bias 0`, `imprecision −1 (the reader’s judgement; computed: not serious)`. */
function stepText(step: Step): string {
  const isJudged = step.byReader || step.computed.judged;
  return synthesisWords.certainty.step(
    nameOf(step),
    isJudged ? loweringText(step.levels) : synthesisWords.notJudged,
    step.byReader ? computedText(step) : undefined,
  );
}

/** All steps in one cell of a table. */
export function certaintySteps({ start, steps, threshold }: Certainty): string {
  const { grade: grades, certainty: words } = synthesisWords;
  const own = threshold.byReader ? [words.thresholdStep(thresholdText(threshold))] : [];
  return synthesisWords.parts([words.startStep(grades[start.grade]), ...steps.map(stepText), ...own]);
}

function thresholdText({ value, of }: Certainty['threshold']): string {
  const { change, halfWidth } = synthesisWords.certainty;
  return of === 'change' ? change(value) : halfWidth(value);
}

const nameOf = ({ domain }: Step) => synthesisWords.domain[domain];

import { markup, type Markup } from '../wording/markup.ts';
import { grades, levelsDown, type Certainty, type Grade, type Step } from './certainty.ts';
import { importantOf, thresholds } from './certainty-domains.ts';
import { synthesisWords as words } from '../i18n/synthesis.ts';
import { computedText, judgementText } from './words.ts';
import type { SettledState } from './state.ts';

/** `Very low certainty.` with the circles of GRADE, and what that means. */
export function certaintyWord({ grade, computed, steps }: Certainty): Markup {
  const own = steps.some(({ byReader }) => byReader);
  return markup`<span class="circles" aria-hidden="true">${circles(grade)}</span> <strong>${capital(
    words.certainty.word(words.grade[grade]),
  )}</strong>${own && words.certainty.own(words.grade[computed])}${words.certainty.after}${words.meaning[grade]}`;
}

const circles = (grade: Grade) => '⊕'.repeat(grades.indexOf(grade) + 1).padEnd(grades.length, '○');

/**
 * The steps from the start to the grade, each with its reason and a list by which the reader may judge
 * otherwise.
 */
export function certaintyTable({ grade, start, steps }: Certainty): Markup {
  const heads = words.certainty;
  return markup`<table class="stacks" role="table"><caption class="visually-hidden">${heads.caption}</caption><thead role="rowgroup"><tr role="row">${[
    heads.domain,
    heads.judgement,
    heads.reason,
  ].map(
    (head) => markup`<th scope="col" role="columnheader">${head}</th>`,
  )}<th scope="col" role="columnheader" class="no-print">${heads.yours}</th></tr></thead><tbody role="rowgroup">${row(
    heads.start,
    markup`${capital(words.grade[start.grade])}`,
    start.reason,
  )}${steps.map((step) =>
    row(capital(words.domain[step.domain]), judgement(step), step.computed.reason, choice(step)),
  )}${row(heads.certainty, markup`<strong>${capital(words.grade[grade])}</strong>`, '')}</tbody></table>`;
}

const row = (head: string, judged: Markup, reason: string, own?: Markup) =>
  markup`<tr role="row"><th scope="row" role="rowheader">${head}</th><td role="cell" data-label="${words.certainty.judgement}">${judged}</td><td role="cell"${
    reason && markup` data-label="${words.certainty.reason}"`
  }>${reason}</td><td role="cell" class="no-print"${own && markup` data-label="${words.certainty.yours}"`}>${own}</td></tr>`;

/** What counts, and beside a judgement of the reader what was computed. */
function judgement(step: Step): Markup {
  const { domain, levels, byReader } = step;
  if (!byReader) return markup`${capital(computedText(step))}`;
  return markup`<strong>${capital(judgementText(domain, levels))}</strong>${words.certainty.readers}<span class="computed line">${words.certainty.computed(computedText(step))}</span>`;
}

function choice({ domain, levels, byReader }: Step): Markup {
  const own = byReader ? levels : undefined;
  return markup`<select id="judge-${domain}" data-domain="${domain}" aria-label="${words.certainty.yoursOf(words.domain[domain])}"><option value="">${words.certainty.asComputed}</option>${levelsDown.map(
    (one) =>
      markup`<option value="${one}"${own === one && markup` selected`}>${judgementText(domain, one)}</option>`,
  )}</select>`;
}

/** The field for the threshold of imprecision, with what it is for the figures at hand. */
export function importantField(state: SettledState): Markup {
  const [label, hint] =
    state.measure === 'GEN'
      ? [words.certainty.importantRatio, words.certainty.importantRatioHint(thresholds.ratio)]
      : [words.certainty.importantShare, words.certainty.importantShareHint(thresholds.proportion)];
  const value = importantOf(state, state.judged.important);
  return markup`<label for="important">${label}</label><input id="important" type="number" min="0.1" max="99.9" step="0.1" value="${value}" aria-describedby="important-hint"><span id="important-hint" class="note">${hint}</span>`;
}

const capital = (text: string) => text.replace(/^./, (first) => first.toUpperCase());

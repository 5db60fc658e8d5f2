import type { EndpointNames } from './endpoints.ts';
import { textPassages, type TextPassage } from './passages.ts';
import type { Parsed, Printed, Result } from './result.ts';
import { compact, evened } from './signs.ts';
import { resultsOf } from './statements.ts';
import { resultsOfTable, tablesIn } from './table.ts';
import { placedNumbers } from '../../reading/numbers.ts';

/**
 * Reads the results that a text prints, as abstracts and tables print them, in English or Chinese. A figure
 * that is not understood beyond doubt is in no result, but among those left over.
 */
export function parseResults(text: string, names: EndpointNames): Parsed {
  const even = evened(text);
  const scales = names.scalesIn(even);
  const passages = withoutBackground(textPassages(text), even);
  const sentences = passages
    .filter(({ kind }) => kind === 'sentence')
    .flatMap((passage) => within(passage, even, names, scales));
  const tables = tablesIn(passages, text).flatMap((rows) => resultsOfTable(rows, text, even, names, scales));
  const results = [...sentences, ...tables].toSorted((a, b) => a.from - b.from || a.to - b.to);
  return { results, leftOver: leftOver(even, results) };
}

const heading =
  /^\s*[[【(]?\s*(?:(?<background>BACKGROUND|Background|INTRODUCTION|Introduction|IMPORTANCE|Importance|背景)|(?:OBJECTIVES?|Objectives?|AIMS?|Aims?|PURPOSE|Purpose|METHODS?|Methods?|PATIENTS|Patients and|DESIGN|Design|RESULTS?|Results?|FINDINGS?|Findings?|CONCLUSIONS?|Conclusions?|目的|方法|结果|结论))(?![A-Za-z])/;

/** Without what stands under the heading of a background: results of others. */
function withoutBackground(passages: readonly TextPassage[], even: string): TextPassage[] {
  let isBackground = false;
  return passages.filter(({ from, to }) => {
    const found = heading.exec(even.slice(from, Math.min(to, from + 60)));
    if (found) isBackground = found.groups?.background !== undefined;
    return !isBackground;
  });
}

/** Where there is no digit and no word, there is nothing to read: marks alone may be many thousands. */
const saysAnything = /\d|\p{L}{2}|\p{sc=Han}/u;

function within(
  { from, to }: TextPassage,
  even: string,
  names: EndpointNames,
  scales: readonly string[],
): Result[] {
  const { text, places } = compact(even.slice(from, to));
  if (!saysAnything.test(text)) return [];
  return resultsOf(text, names, scales).map((one) => moved(one, places, from));
}

/** A result with its places in the whole text. */
function moved(result: Result, places: readonly number[], by: number): Result {
  const start = (at: number) => by + (places[at] ?? 0);
  const end = (at: number) => start(at - 1) + 1;
  const figures = Object.fromEntries(
    Object.entries(result.figures).map(([key, { text, from, to }]) => [
      key,
      { text, from: start(from), to: end(to) },
    ]),
  );
  return { ...result, figures, from: start(result.from), to: end(result.to) };
}

/** Words that are often no number of anything. */
const vague = /^(?:no|none|all|both|half|one|single|zero|全部|所有|半数|均未|均|未|一)$/;

/**
 * The numbers of a text that are in no result; those that stand for several figures are in one of them at
 * least.
 */
function leftOver(text: string, results: readonly Result[]): Printed[] {
  const taken = new Uint8Array(text.length);
  for (const { figures } of results)
    for (const { from, to } of Object.values(figures)) taken.fill(1, from, to);
  return placedNumbers(text).filter(
    (own) =>
      !vague.test(own.text) &&
      !/^\s?-?\s?(?:sided|tailed)/.test(text.slice(own.to)) &&
      !taken.subarray(own.from, own.to).includes(1),
  );
}

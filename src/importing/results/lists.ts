import type { Bound, Sentence } from './bound.ts';
import type { Mention } from './endpoints.ts';
import type { Head } from './heads.ts';
import { isGrade, isTime } from './items.ts';
import { isRespective, isVersus, leadsTo } from './links.ts';

/** What a list says of each of its figures, and the names that it takes. */
interface FigureList {
  bound: Map<Head, Partial<Bound>>;
  claimed: readonly Mention[];
}

/**
 * `OS and EFS were 60% and 45%, respectively`: each of a list of figures has its own of a list of endpoints,
 * times or arms. A list that does not say so leaves open of what its figures are.
 *
 * @param first the first figure of the list
 * @param start where what is about it begins
 * @param mentions the names between two places that no figure has taken
 */
export function listFrom(
  sentence: Sentence,
  first: number,
  start: number,
  mentions: (from: number, to: number) => Mention[],
): FigureList {
  const { text, heads, items } = sentence;
  const bound = new Map<Head, Partial<Bound>>();
  const run = runFrom(sentence, first);
  const [head, last] = [run[0], run.at(-1)];
  if (!head || !last || run.length < 2) return { bound, claimed: [] };
  const tail = text.slice(last.end, Math.min(last.end + 140, heads[first + run.length]?.from ?? Infinity));
  const isBehind = /respectively/.test(tail);
  if (!isBehind && !/分别/.test(text.slice(start, head.from))) {
    for (const one of isPlainList(run, text) ? run : []) bound.set(one, { endpoints: [] });
    return { bound, claimed: [] };
  }
  const end = isBehind ? last.end + tail.search(isRespective) : last.end;
  const before = distinct(
    mentions(start, head.from).filter((one) => !one.conditional && !one.verb && leadsOn(one, head, sentence)),
  );
  const behind = distinct(mentions(last.end, end));
  const list = [before, behind].find(({ length }) => length === run.length);
  const late = /^respectively,? (?:at|by) [^,;.]{1,20}/.exec(text.slice(end))?.[0].length ?? 0;
  const between = (from: number, to: number) =>
    items.filter(isTime).filter((one) => one.from >= from && one.to <= to);
  const times =
    [between(start, head.from), between(last.end, end + late)].find(({ length }) => length > 0) ?? [];
  const single = before.length === 1 || behind.length !== 1 || before.length > 0 ? before : behind;
  const [mention] = list || single.length !== 1 ? [] : single;
  const known = list ?? (mention && !mention.blocked ? run.map(() => mention) : undefined);
  const isByTime = !list && times.length === run.length;
  // Of which of them a grade behind them is, nothing says.
  const grade = items.filter(isGrade).find((one) => one.from >= last.end && one.to <= end);
  run.forEach((one, i) => {
    const own = known?.[i];
    const time = times.length === 1 ? times[0] : isByTime ? times[i] : undefined;
    bound.set(one, {
      endpoints: own && !own.blocked ? own.ids : [],
      ...(time && one.form === 'share' ? { time } : {}),
      ...(grade ? { grade: { ...grade, grade: '?', min: undefined, max: undefined } } : {}),
      ...(!list && !isByTime && known ? { arm: i + 1 } : {}),
    });
  });
  return { bound, claimed: [...before, ...behind] };
}

/** Whether the words behind a name lead on to a list of figures, other names of a list aside. */
function leadsOn({ to }: Mention, { from }: Head, { text, mentions, items }: Sentence): boolean {
  let link = text.slice(to, from);
  for (const own of [...mentions, ...items.filter((item) => isTime(item) || isGrade(item))])
    if (own.from >= to && own.to <= from)
      link = link.slice(0, own.from - to) + ' '.repeat(own.to - own.from) + link.slice(own.to - to);
  return (
    leadsTo(
      link
        .replace(/^(?:\s|,|、|and|or|both|率|[(][^()]*[)]|[和与及])+(?=\s|率|分|为|[A-Za-z])/u, ' ')
        .replace(/[，,]?\s{2,}/g, ' '),
    ) || /^[^;.。]{0,60}(?:was|were|are|of|分别|率)[^;.。]{0,40}$/u.test(link)
  );
}

/**
 * Figures joined by `and` alone, without counts: of one name they may be arms, times, or of a name that is
 * not known.
 */
function isPlainList(run: readonly Head[], text: string): boolean {
  return run.every((head, i) => {
    const next = run[i + 1];
    if (head.figures.events) return false;
    const glue = next ? text.slice(head.end, next.from) : '';
    return next === undefined || (!isVersus(glue) && /(?:and|or|和|及|与)\s*$/u.test(glue));
  });
}

const series = /^[\s)\]]*(?:[,;、]|and|, and|和|及|与|vs?\.?|versus|or|对比?|比)\s*$/u;

/** Figures of one form that follow each other with nothing but commas and words of a list between. */
function runFrom({ text, heads }: Sentence, first: number): Head[] {
  const run = heads.slice(first, first + 1);
  for (let i = first + 1; i < heads.length; i += 1) {
    const [before, head] = [heads[i - 1], heads[i]];
    if (!before || !head || head.form !== before.form || !series.test(text.slice(before.end, head.from)))
      break;
    run.push(head);
  }
  return run;
}

/** Mentions of a list, of which those that follow each other with the same ids are one. */
function distinct(mentions: readonly Mention[]): Mention[] {
  return mentions.filter((one, i) => one.ids.join() !== mentions[i - 1]?.ids.join());
}

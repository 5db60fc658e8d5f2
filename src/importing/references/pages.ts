/**
 * Pages as the library writes them: `101-9` → `101-109`, `S12–9` → `S12-S19`, `1--9` → `1-9`, `pp. 3-4` →
 * `3-4`. A list (`101-105+112`, `9, 12`) stays a list; words in place of pages (`No-Specified`, `n/a`) are
 * none.
 */
export function readPages(text: string | undefined): string | undefined {
  const plain = (text ?? '')
    .trim()
    .slice(0, 200)
    .replace(/^\s*(?:pp?\.\s*|pp?\s+|pp|pages?\s*|页\s*)(?=[\dA-Z])/i, '')
    .replace(/\s*p(?:ages?|p)?\.?\s*$/i, '')
    .replace(/\s*(?:-+|[‐‑‒–—−~～])\s*/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[-\s;,]+|[-\s;,.]+$/g, '')
    .trim();
  if (
    plain === '' ||
    /^(?:no-specified|no specified|not? ?specified|n\/?a|none|unknown|null|no pagination)$/i.test(plain)
  )
    return undefined;
  if (!/\d/.test(plain) && !/^[ivxlcdm]+(?:-[ivxlcdm]+)?$/i.test(plain)) return undefined;
  return plain
    .split(/(?<=[,;+])\s*/)
    .map(wholeRange)
    .join(plain.includes(',') || plain.includes(';') ? ' ' : '')
    .replace(/ ?\+ ?/g, '+');
}

/** A range whose last page is written whole. */
function wholeRange(range: string): string {
  const [, prefix = '', from = '', to = '', rest = ''] = /^([A-Za-z]*)(\d+)-(\d+)([,;+]?)$/.exec(range) ?? [];
  if (from === '' || to.length >= from.length) return range;
  const end = from.slice(0, from.length - to.length) + to;
  return Number(end) < Number(from) ? range : `${prefix}${from}-${prefix}${end}${rest}`;
}

/** First and last page as one: `412` and `21` → `412-421`. */
export function pageSpan(first: string | undefined, last: string | undefined): string | undefined {
  const [from, to] = [readPages(first), readPages(last)];
  if (from === undefined || to === undefined) return from ?? to;
  if (from === to || from.includes('-') || from.endsWith(`-${to}`)) return from;
  return readPages(`${from}-${to}`);
}

/** Whether a last page is read as more than its digits say: 9 after 110 as 119. */
export const areWidened = (ends: readonly [string | undefined, string | undefined] | undefined): boolean => {
  const [first, last] = ends ?? [];
  const span = pageSpan(first, last);
  return (
    first !== undefined &&
    last !== undefined &&
    span?.includes('-') === true &&
    !span.endsWith(`-${readPages(last)}`)
  );
};

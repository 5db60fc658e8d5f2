import { parseFigure } from '../../model/figure.ts';

/** A figure of a record as it is printed, without the commas of thousands; nothing where a text is none. */
export function printedFigure(text: string | undefined): string | undefined {
  const plain = text?.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '').trim();
  return plain !== undefined && parseFigure(plain) ? plain : undefined;
}

/** A whole number of people or events, as printed. */
export function printedCount(text: string | undefined): string | undefined {
  const printed = printedFigure(text);
  const figure = printed === undefined ? undefined : parseFigure(printed);
  return figure && !figure.bound && Number.isInteger(figure.value) && figure.value >= 0 && figure.value <= 1e9
    ? String(figure.value)
    : undefined;
}

/** Whether the record has no value here, in the word that it writes for that. */
export const isNA = (text: string | undefined): boolean =>
  /^(?:NA|N\/A|NE|NR|not (?:reached|estimable|available))\.?$/i.test(text ?? '');

const notReached = /not\s+(?:yet\s+)?(?:been\s+)?reached|\bNR\b/i;

/**
 * Why there is no value: not reached where the record says so in its words, else that it could not be
 * estimated.
 */
export const absenceOf = (
  value: string | undefined,
  comment: string | undefined,
): 'not-reached' | 'not-estimable' =>
  notReached.test(comment ?? '') || /reached|^NR$/i.test(value ?? '') ? 'not-reached' : 'not-estimable';

/**
 * The digits by which an index knows a figure: without sign and bound; nothing where an index cannot hold it.
 */
export function indexedDigits(printed: string): string | undefined {
  const digits = printed
    .replace(/^P?[<>≤≥=\s]+/i, '')
    .replace(/^[+-]/, '')
    .replace(/^\./, '0.')
    .toLowerCase();
  return /^\d+(?:\.\d+)?(?:e\d+)?$/.test(digits) ? digits : undefined;
}

import { need } from '../model/need.ts';

/**
 * Characters that nobody sees, or that no file may hold: controls other than tab and line end, those that
 * turn the direction of the text around them, invisible spaces and tags, halves of characters, and code
 * points that are no characters. The joiners of Persian and of Indian scripts (U+200C, U+200D) stay.
 */
const hidden =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200B\u2028\u2029\u2060\uFEFF\uFFFD\u{E0000}-\u{E007F}]|\p{Bidi_C}|\p{NChar}|\p{Cs}/u;

/** Almost no text contains any of these, so this cheaper test goes first. */
const rare =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uD800-\uDFFF\uFDD0-\uFDEF\uFEFF\uFFFD-\uFFFF]/;

/** The first hidden character of a text: where it is and what it is called. */
export function hiddenCharacter(text: string): { offset: number; name: string } | undefined {
  const found = rare.test(text) ? hidden.exec(text) : undefined;
  if (!found) return undefined;
  const code = need(found[0].codePointAt(0)).toString(16).toUpperCase().padStart(4, '0');
  return { offset: found.index, name: `U+${code}` };
}

/** How a hidden character is reported, in whatever way it came into a text. */
export const hiddenMessage = (name: string) => `the character ${name} cannot be seen`;
export const isHidden = (message: string) => /^the character U\+[0-9A-F]+ cannot be seen$/.test(message);

import { locale } from '../i18n/locale.ts';
import { words } from '../i18n/words.ts';

/**
 * A name within a sentence: its first letter is small where the first word is an ordinary one. What holds a
 * digit or a further capital (`ABC123`, `Hyper-ABC`, `ACE inhibitor`), or begins with a short sign
 * (`Rh-negative`), stays as it is; so does a Latin name within a sentence of another script.
 */
export const inSentence = (name: string): string =>
  locale() === 'en' && /^[A-Z](?:[a-z]+|[a-z]{2,}(?:-[a-z]+)+)(?![\w-])/.test(name)
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name;

/** `a`, `a and b`, `a, b and c`. */
export const listed = (parts: readonly string[]): string => words.all(parts);

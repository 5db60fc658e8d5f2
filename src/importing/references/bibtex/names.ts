import type { Name } from '../draft.ts';
import { andOthers, person, readName } from '../names.ts';
import { plainText } from '../text.ts';
import { closingBrace, texToText } from './tex.ts';

/** The names of a field of BibTeX, separated by `and` outside braces, and whether it ends in `and others`. */
export function readTexNames(tex: string): { names: Name[]; truncated: boolean } {
  let truncated = false;
  const names = divide(tex, /\s+and(?=\s)/gi).flatMap((one): Name[] => {
    const text = one.trim();
    if (andOthers.test(text)) {
      truncated = true;
      return [];
    }
    return [nameIn(text) ?? []].flat();
  });
  return { names, truncated };
}

/** Parts of a text between marks that stand outside braces. */
function divide(tex: string, mark: RegExp): string[] {
  const parts: string[] = [];
  let [from, depth, seen] = [0, 0, 0];
  for (const { 0: found, index } of tex.matchAll(mark)) {
    for (; seen < index; seen += 1) {
      const sign = tex.charAt(seen);
      if (sign === '\\') seen += 1;
      else if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
    }
    if (depth > 0) continue;
    parts.push(tex.slice(from, index));
    from = index + found.length;
  }
  return [...parts, tex.slice(from)];
}

const textOf = (tex: string) => plainText(texToText(tex)).replace(/\\/g, '');

function nameIn(tex: string): Name | undefined {
  if (tex === '') return undefined;
  const extended = extendedName(tex);
  if (extended) return extended;
  // Braces around a whole name say that it is not to be divided; `{\"O}zdemir` has none around the whole.
  if (tex.startsWith('{') && !/^\{\\[^A-Za-z]/.test(tex) && closingBrace(tex, 0) === tex.length - 1) {
    const literal = textOf(tex).replace(/,\s*$/, '');
    return literal === '' ? undefined : readName(`${literal},`);
  }
  const parts = divide(tex, /,/g).map(textOf);
  const [family = '', second = '', third] = parts.filter((part, i) => part !== '' || i === 0);
  if (parts.length > 2 && third !== undefined) return person(family, third, second);
  if (parts.length > 1 && second !== '')
    return family.includes(',') ? { family, given: second } : readName(`${family}, ${second}`);
  // `Anna {van Berg Smith}`: the last name is what the braces hold.
  const [, given, held] = /^([^{}]+)\s\{([^{}\\]+)\}$/.exec(tex) ?? [];
  if (given !== undefined && held !== undefined) return person(textOf(held), textOf(given));
  return readName(family);
}

/** BibLaTeX's other way: `family=Muster, given=Max, prefix=von, suffix=Jr`. */
function extendedName(tex: string): Name | undefined {
  if (!/^\s*(?:family|given|prefix|suffix)\s*=/.test(tex)) return undefined;
  const part = (name: string) => {
    const [, value = ''] =
      new RegExp(`(?:^|,)\\s*${name}\\s*=\\s*("[^"]*"|\\{[^{}]*\\}|[^,]*)`).exec(tex) ?? [];
    return textOf(value.replace(/^"|"$/g, ''));
  };
  const family = [part('prefix'), part('family')].filter(Boolean).join(' ');
  return family === '' ? undefined : person(family, part('given'), part('suffix') || undefined);
}

import { citationPattern, citedKeys } from '../../model/prose.ts';
import type { Reference } from '../../model/reference.ts';
import { once } from '../../reading/once.ts';
import { runningText } from '../../reading/prose.ts';
import type { Check, CheckContext, Tally } from '../check.ts';
import { authorsOf, authorsText, byKey, endings, endsWithName, isHan } from './folded.ts';

/** What stands between a name and its citation where the name is said to be that of an author. */
const others =
  /(?:,?\s+et\s+al\.?|(?<senior>\s+and\s+(?:(?:his|her|their)\s+)?(?:colleagues|co-?workers|co-?authors))|\s*等人?)(?:,?\s*\(?\d{4}[a-z]?\)?)?,?\s*$/u;
/** Capitalised words with their particles, or a Chinese name, at the end of a text. */
const name =
  /(?:(?:(?:van|von|der|den|ter|ten|de|del|della|di|da|dos|du|la|le|al|el|bin)\s+)*(?:\p{Lu}\.|\p{Lu}[\p{L}\p{M}'’-]*)(?:\s+(?:\p{Lu}\.|\p{Lu}[\p{L}\p{M}'’-]*))*|\p{Script=Han}{2,4})$/u;
const firstWords = /^(?:(?:In|As|By|For|From|With|Of|See|And|But|While|When|Both|Like|Unlike|After|Since)\s+)+/;
/** Words after which a name need not be an author of what is cited: the Lancet, credited to Smith. */
const otherwise = /\b(?:the|to)\s+$/i;

/** A name directly before a citation group in prose, and the works that the group names. */
interface Named {
  name: string;
  /** Whether the words behind it say that it is an author, and that it may be the last one. */
  as: 'author' | 'first or last author' | 'it stands';
  /** Whether it is the name of any author in the library. */
  isKnown: boolean;
  works: Reference[];
}

/** The works of a library by key, and the name of everybody in it. */
const namesIn = once((library: Reference[]) => ({
  workOf: byKey(library),
  known: new Set(library.flatMap((item) => authorsOf(item).flat()).filter((one) => one.length > (isHan(one) ? 1 : 2))),
}));

/** Asks about every name that stands directly before a citation. The answer is yes, no, or that nothing can be said. */
function askOfNames({ corpus }: CheckContext, tally: Tally, ask: (named: Named) => boolean | 'unknown' | 'no question'): void {
  const library = corpus.files.references?.data;
  if (!library) return tally.skip();
  const { workOf, known } = namesIn(library);
  for (const source of Object.values(corpus.entries).flat()) {
    if (!source.body) {
      tally.skip();
      continue;
    }
    const { text, positionAt } = runningText(source.body);
    for (const { 1: group, index } of text.matchAll(citationPattern)) {
      const before = text.slice(0, index);
      const behind = others.exec(before.slice(-60));
      const upTo = before.slice(0, before.length - (behind ? behind[0].length : 0)).trimEnd();
      const found = name.exec(upTo.slice(-60))?.[0].replace(firstWords, '');
      const works = citedKeys(group!).flatMap((key) => workOf.get(key) ?? []);
      const named = works.filter((work) => work.author);
      if (!found || named.length === 0 || (!behind && otherwise.test(upTo.slice(-80).slice(0, -found.length)))) continue;
      const as = !behind ? 'it stands' : behind.groups?.senior ? 'first or last author' : 'author';
      const isKnown = endings(found).some((ending) => known.has(ending));
      // In a Chinese sentence nothing but the library tells a name from another word.
      const answer = isHan(found) && !isKnown ? 'no question' : ask({ name: found, as, isKnown, works: named });
      if (answer === 'no question') continue;
      if (answer === 'unknown') tally.skip();
      else
        tally.expect(source, answer, () => ({
          where: positionAt(upTo.length - found.length),
          message: `${found} stands before @${named[0]!.id}, whose authors are ${authorsText(named[0]!)}`,
          actual: found,
          expected: authorsText(named[0]!),
          help: 'compare name and key: one of the two belongs to another work',
        }));
    }
  }
}

const isAuthor = (printed: string, work: Reference) => authorsOf(work).some((names) => endsWithName(printed, names));
const inOtherScript = (printed: string, { author = [] }: Reference) =>
  author.some((one) => isHan('literal' in one ? one.literal : one.family) !== isHan(printed));
/** Whether the library does not know how the first author is written in these letters: the label of a work says it. */
const isFirstUnknown = (printed: string, work: Reference) =>
  work.custom?.['short-label'] === undefined && inOtherScript(printed, work);
/** Whether it may not know one of the others: of a cut list, or in these letters. */
const isOtherUnknown = (printed: string, work: Reference) =>
  work.custom?.['authors-truncated'] === true || inOtherScript(printed, work);

/** `Maude et al. [@key]` names the first author, `Maude and colleagues [@key]` the first or the last. */
export const author: Check = {
  code: 'identity/author',
  run: (context, tally) =>
    askOfNames(context, tally, ({ name: printed, as, works }) => {
      if (as === 'it stands') return 'no question';
      if (works.some((work) => isAuthor(printed, work))) return true;
      const isUnknown = as === 'author' ? isFirstUnknown : isOtherUnknown;
      return works.some((work) => isUnknown(printed, work)) ? 'unknown' : false;
    }),
};

/** `Maude [@key]`: the word may be no name at all, so that only one that the library knows as a name is asked about. */
export const bareAuthor: Check = {
  code: 'identity/bare-author',
  run: (context, tally) =>
    askOfNames(context, tally, ({ name: printed, as, isKnown, works }) => {
      if (as !== 'it stands' || !isKnown) return 'no question';
      if (works.some((work) => isAuthor(printed, work))) return true;
      return works.some((work) => isOtherUnknown(printed, work)) ? 'unknown' : false;
    }),
};

import type { Root } from 'mdast';
import type { Code } from '../../model/check-table.ts';
import type { Position } from '../../model/finding.ts';
import { citationPattern, citedKeys } from '../../model/prose.ts';
import type { Reference } from '../../model/reference.ts';
import { runningText } from '../../reading/prose.ts';
import type { Check } from '../check.ts';
import type { CheckContext } from '../context.ts';
import { setPart } from '../context/part.ts';
import { hasData, type Extractor } from '../context/extracts.ts';
import { authorsOf, authorsText, endings, endsWithName, isHan } from './folded.ts';
import { firstIn, need } from '../../model/need.ts';

/** What stands between a name and its citation where the name is said to be that of an author. */
const others =
  /(?:,?\s+et\s+al\.?|(?<senior>\s+and\s+(?:(?:his|her|their)\s+)?(?:colleagues|co-?workers|co-?authors))|\s*等人?)(?:,?\s*\(?\d{4}[a-z]?\)?)?,?\s*$/u;
/** Capitalised words with their particles, or a Chinese name, at the end of a text. */
const name =
  /(?:(?:(?:van|von|der|den|ter|ten|de|del|della|di|da|dos|du|la|le|al|el|bin)\s+)*(?:\p{Lu}\.|\p{Lu}[\p{L}\p{M}'’-]*)(?:\s+(?:\p{Lu}\.|\p{Lu}[\p{L}\p{M}'’-]*))*|\p{Script=Han}{2,4})$/u;
const firstWords =
  /^(?:(?:In|As|By|For|From|With|Of|See|And|But|While|When|Both|Like|Unlike|After|Since)\s+)+/;
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
  where: Position;
}

const written: Extractor<string[]> = {
  name: 'names of authors',
  of: ['references'],
  extract({ source }) {
    const names = ((source.data ?? []) as Reference[]).flatMap((work) => authorsOf(work).flat());
    return [...new Set(names.filter((one) => one.length > (isHan(one) ? 1 : 2)))];
  },
};
/** The name of everybody in the library. */
const authorNames = setPart(
  'names of authors',
  [written],
  (collect) => new Set(collect(written).flatMap(({ value }) => value)),
);

/** Every name that stands directly before a citation in a body, with its place. */
function* namesBefore(body: Root, { of, works: library }: CheckContext): Generator<Named> {
  const { text, positionAt } = runningText(body);
  for (const { 1: group, index } of text.matchAll(citationPattern)) {
    const before = text.slice(0, index);
    const behind = others.exec(before.slice(-60));
    const upTo = before.slice(0, before.length - (behind ? behind[0].length : 0)).trimEnd();
    const found = name.exec(upTo.slice(-60))?.[0].replace(firstWords, '');
    const works = citedKeys(group ?? '').flatMap((key) => library.get(key) ?? []);
    const named = works.filter((work) => work.author);
    if (!found || named.length === 0 || (!behind && otherwise.test(upTo.slice(-80).slice(0, -found.length))))
      continue;
    const as = !behind ? 'it stands' : behind.groups?.senior ? 'first or last author' : 'author';
    const isKnown = endings(found).some((ending) => need(of(authorNames)).has(ending));
    // In a Chinese sentence only the library distinguishes a name from another word.
    if (isKnown || !isHan(found))
      yield { name: found, as, isKnown, works: named, where: positionAt(upTo.length - found.length) };
  }
}

/** A check of the names that are written before citations in one way. */
function ofNames(
  code: Code,
  isAsked: (named: Named) => boolean,
  isUnknown: (named: Named, work: Reference) => boolean,
) {
  const check: Check<'entry'> = {
    code,
    scope: 'entry',
    needs: ({ files: { references } }) => references !== undefined && hasData(references),
    run({ source: { body } }, ask, context) {
      if (!body) {
        ask.skip();
        return;
      }
      for (const named of namesBefore(body, context)) {
        const { name: found, works, where } = named;
        if (!isAsked(named)) continue;
        const holds = works.some((work) => isAuthor(found, work));
        if (!holds && works.some((work) => isUnknown(named, work))) ask.skip();
        else
          ask.expect(holds, () => ({
            where,
            message: `${found} stands before @${firstIn(works).id}, whose authors are ${authorsText(firstIn(works))}`,
            actual: found,
            expected: authorsText(firstIn(works)),
            help: 'compare name and key: one of the two belongs to another work',
          }));
      }
    },
  };
  return check;
}

const isAuthor = (printed: string, work: Reference) =>
  authorsOf(work).some((names) => endsWithName(printed, names));
const inOtherScript = (printed: string, { author = [] }: Reference) =>
  author.some((one) => isHan('literal' in one ? one.literal : one.family) !== isHan(printed));
/**
 * Whether the library does not know how the first author is written in these letters: the label of a work
 * says it.
 */
const isFirstUnknown = (printed: string, work: Reference) =>
  work.custom?.['short-label'] === undefined && inOtherScript(printed, work);
/** Whether it may not know one of the others: of a cut list, or in these letters. */
const isOtherUnknown = (printed: string, work: Reference) =>
  work.custom?.['authors-truncated'] === true || inOtherScript(printed, work);

/** `Smith et al. [@key]` names the first author, `Smith and colleagues [@key]` the first or the last. */
export const author = ofNames(
  'identity/author',
  ({ as }) => as !== 'it stands',
  ({ name: found, as }, work) => (as === 'author' ? isFirstUnknown : isOtherUnknown)(found, work),
);

/**
 * `Smith [@key]`: the word may be no name at all, so that only one that the library knows as a name is asked
 * about.
 */
export const bareAuthor = ofNames(
  'identity/bare-author',
  ({ as, isKnown }) => as === 'it stands' && isKnown,
  ({ name: found }, work) => isOtherUnknown(found, work),
);

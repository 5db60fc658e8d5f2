import type { Name } from './draft.ts';
import { hasHan, plainText } from './text.ts';

const suffix = /^(?:jr|sr|junior|senior|ii|iii|iv|2nd|3rd|4th|5th|1st)\.?$/i;
const degree =
  /^(?:M\.?D\.?|D\.?O\.?|Ph\.?\s?D\.?|M\.?Sc\.?|B\.?Sc\.?|M\.?B\.?B\.?S\.?|MPH|Pharm\.?D\.?|RN|FRCP\w*|FACP|Prof\.?|Dr\.?)$/;
const initials = /^(?:\p{Lu}\.?[-‐ ]?){1,4}$/u;
const particle =
  /^(?:van|von|der|den|de|del|della|di|da|dos|das|du|la|le|ter|ten|te|zu|zur|af|av|bin|ibn|al|el|y|e|st\.?)$/u;

/** Words that name bodies, not persons. */
const body =
  /\b(?:groups?|consortium|committee|society|association|organi[sz]ation|institutes?|institutions?|universit\w*|hospitals?|network|team|investigators?|collaborat(?:ion|ors?|ive)|study|studies|trialists?|foundation|agency|administration|ministry|department|cent(?:er|re)s?|council|federation|academy|college|board|panel|party|task force|registry|project|program(?:me)?|initiative|alliance|commission|office|bureau|services?|company|corporation|gmbh|inc|ltd|llc|pharma\w*|laborator(?:y|ies)|gruppe|gesellschaft|groupe|société|grupo|sociedad|gruppo)\b/i;
const hanBody =
  /(?:学会|协会|分会|学组|协作组|研究组|工作组|专家组|委员会|联盟|中心|大学|学院|医院|研究所|研究院|编辑部|课题组|总局|管理局|编写组|小组|公司|基金会|出版社)$/u;

/** Whether a name without a comma is that of a body. */
export function isGroup(name: string): boolean {
  if (hasHan(name)) return hanBody.test(name) || name.length > 8;
  if (body.test(name) || /\d|[&/()]|\b(?:for|on behalf of|against)\b/i.test(name) || /^the\s/i.test(name))
    return true;
  // ALLGROUP, SWOG: capitals throughout, but not initials.
  return /^\p{Lu}[\p{Lu}-]{3,}$/u.test(name);
}

/** What is no name though it stands among names. */
const nobody = /^(?:\[?anon(?:ymous|\.)?\]?|n\.?\/?a\.?|null|none|no authors? listed|unknown|佚名|无)$/i;
/** What says that there are others. */
export const andOthers = /^(?:(?:and\s+)?others|et\s+al\.?|等|et\s+coll\.?|\.{3}|…)$/i;

/** A name as text: without addresses, numbers of affiliations and marks behind it. */
function nameText(text: string): string {
  return plainText(text.slice(0, 1_000))
    .replace(/[<([]?[\w.+-]+@[\w-]+(?:\.[\w-]+)+[>)\]]?/g, '')
    .replace(/(?<=\p{L}\.?)[*†‡§¶#]+(?=\s|,|$)/gu, '')
    .replace(/\[\d+(?:,\d+)*\]$|\s*[([]?(?:ORCID|https?:\/\/orcid).*$/i, '')
    .replace(/\s+,/g, ',')
    .trim();
}

/**
 * A name of a list of authors: `Family, Given[, Jr]`, `Given Family`, `Family AB`, a Chinese name in one
 * piece, or a body. A Chinese name that is not divided stays so, as `literal`: of 欧阳修 no rule knows where its
 * family name ends.
 *
 * @returns nothing where it names nobody
 */
export function readName(text: string): Name | undefined {
  const name = nameText(text).replace(/[;，；、]+$/, '');
  // EndNote's mark for a body that is not to be divided: a comma at the end.
  const whole = /,\s*$/.test(name);
  const bare = name.replace(/[,\s]+$/, '').replace(/^[,;\s]+/, '');
  if (bare === '' || nobody.test(bare) || !/\p{L}/u.test(bare)) return undefined;
  if (whole) return { literal: bare };
  const all = bare.split(/\s*[,，]\s*/).filter((part) => part !== '');
  const parts = all.filter((part, i) => i === 0 || !degree.test(part));
  if (parts.length > 1) return withComma(parts as [string, string, ...string[]], bare);
  const [one = bare] = parts;
  return hasHan(one) || isGroup(one) ? { literal: one } : withoutComma(one);
}

function withComma(parts: [string, string, ...string[]], whole: string): Name {
  const [family, second, third] = parts;
  if (parts.length > 3 || (body.test(family) && body.test(whole.slice(family.length))) || hanBody.test(whole))
    return { literal: whole };
  if (third !== undefined) {
    if (suffix.test(second)) return person(family, third, second);
    return suffix.test(third) ? person(family, second, third) : { literal: whole };
  }
  if (suffix.test(second)) return { ...withoutComma(family), suffix: second };
  return person(family, second);
}

/** A person; a `Jr` behind the given names is a suffix. */
export function person(family: string, given: string | undefined, ending?: string): Name {
  const words = (given ?? '').split(' ').filter(Boolean);
  const last = words.at(-1) ?? '';
  const own = ending === undefined && words.length > 1 && suffix.test(last);
  const [names, behind] = own ? [words.slice(0, -1).join(' '), last] : [words.join(' '), ending];
  if (family === '') return names === '' ? { literal: behind ?? '' } : { family: names };
  return { family, ...(names === '' ? {} : { given: names }), ...(behind ? { suffix: behind } : {}) };
}

function withoutComma(name: string): Name {
  const words = name.split(' ');
  const ending = words.length > 2 && suffix.test(words.at(-1) ?? '') ? words.pop() : undefined;
  const last = words.at(-1) ?? '';
  if (words.length === 1) return { family: last };
  // No person goes by so many names.
  if (words.length > 10) return { literal: name };
  // `Example AB`, `de la Beispiel C.`: initials behind are given names, as PubMed and Embase write them.
  for (let from = 1; from < words.length; from += 1) {
    const behind = words.slice(from).join(' ');
    if (!initials.test(behind) || /^\p{Lu}\.$/u.test(words[0] ?? '')) continue;
    return person(words.slice(0, from).join(' '), behind, ending);
  }
  const begins = words.findIndex((word, i) => i > 0 && particle.test(word));
  const from = begins > 0 && begins < words.length - 1 ? begins : words.length - 1;
  return person(words.slice(from).join(' '), words.slice(0, from).join(' '), ending);
}

/** The names of a list, and whether it says that it goes on. */
export function readNames(texts: readonly string[]): { names: Name[]; truncated: boolean } {
  let truncated = false;
  const names: Name[] = [];
  for (const text of texts) {
    const bare = plainText(text).replace(/^[,;\s]+|[,;\s]+$/g, '');
    if (andOthers.test(bare)) truncated = true;
    else {
      const cut = /[,\s]\s*(?:et\s+al\.?|等)$/i.test(bare);
      truncated ||= cut;
      const name = readName(cut ? bare.replace(/[,\s]\s*(?:et\s+al\.?|等)$/i, '') : text);
      if (name) names.push(name);
    }
  }
  return { names, truncated };
}

/**
 * The names of one line of a Chinese database: separated by `;`, `;;`, `，` or spaces between Chinese
 * names.
 */
export function divideNames(line: string): string[] {
  const bySemicolon = line.split(/\s*[;；]+\s*/).filter((part) => part.trim() !== '');
  return bySemicolon.flatMap((part) =>
    hasHan(part) ? part.split(/\s*[,，、]\s*/).filter((one) => one.trim() !== '') : [part],
  );
}

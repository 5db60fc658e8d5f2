import { locale } from '../i18n/locale.ts';
import { quality } from '../i18n/quality.ts';
import { checks as zh } from '../i18n/zh/checks.ts';
import { checkTable, type Code } from './check-table.ts';

/** What a check asks, and why. */
type Asked = readonly [title: string, why: string];
const chinese: Readonly<Record<Code, Asked>> = zh;

const askedBy = (code: Code): Asked => {
  const [, title, why] = checkTable[code];
  return locale() === 'zh' ? chinese[code] : [title, why];
};

/**
 * What a check asks, in the language that is spoken. Reports of the command line and files keep the English
 * of the table.
 */
export const titleOf = (code: Code): string => askedBy(code)[0];

/** Why it is asked. */
export const whyOf = (code: Code): string => askedBy(code)[1];

type Family = Code extends `${infer Name}/${string}` ? Name : never;

/** What a family of checks is called. */
export function familyName(family: string): string {
  const names: Readonly<Record<Family, string>> = quality.families;
  return names[family as Family];
}

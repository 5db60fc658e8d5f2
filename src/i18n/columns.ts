import { locale } from './locale.ts';
import { columns } from './zh/columns.ts';

/**
 * What a file or a column holds, in the language that is spoken. Files describe themselves in English, for
 * they are the same in every language; only pages that show such a description translate it. A test holds
 * that none is without its Chinese.
 */
export const descriptionOf = (english: string): string =>
  locale() === 'zh' ? (columns[english] ?? english) : english;

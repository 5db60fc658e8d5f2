import { expect, it } from 'vitest';
import { speaking } from '../../../src/i18n/locale.ts';
import { count } from '../../../src/wording/count.ts';

it('groups the digits of a number as both languages do', () => {
  for (const language of ['en', 'zh'] as const)
    expect([7, 1044, 83_761].map((n) => speaking(language, () => count(n)))).toEqual([
      '7',
      '1,044',
      '83,761',
    ]);
});

import { describe, expect, it } from 'vitest';
import { check, good } from './fixtures.ts';

const [own, english] = ['topics/remission.zh.mdx', 'topics/remission.mdx'];

/** What is found in the good base with its one translation and the text that it follows changed. */
const found = (change: (text: string) => string, changeEnglish = (text: string) => text) =>
  check(undefined, { [own]: change(good(own)), [english]: changeEnglish(good(english)) }).findings;

describe('a translation', () => {
  it('passes where it says the same', () => {
    expect(found((text) => text)).toEqual([]);
  });

  it('is behind when the English text changes, and is told what to write', () => {
    const [finding, ...others] = found(
      (text) => text,
      (text) => text.replace('was reached by', 'was attained by'),
    );
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ code: 'translation/behind', severity: 'warning', at: `${own}:4:10` });
    const now = /follows: "([0-9a-f]{8})"/.exec(finding?.help ?? '')?.[1] ?? '';
    expect(
      found(
        (text) => text.replace(/follows: .*/, `follows: "${now}"`),
        (text) => text.replace('was reached by', 'was attained by'),
      ),
    ).toEqual([]);
  });

  it('in full has all facts and citations of the English text; a summary need not', () => {
    const without = (text: string) => text.replace('<Fact id="alpha/cr-new" />', '多数');
    expect(found(without)).toMatchObject([
      {
        code: 'translation/same',
        severity: 'warning',
        at: `${own}:3:9`,
        actual: '<Fact id="alpha/cr-new" />',
      },
    ]);
    expect(found((text) => without(text).replace('full', 'summary'))).toEqual([]);
  });

  it('is held to the rules of every body', () => {
    const findings = found((text) =>
      text.replace('[@smith-2020]', '[@smith-2021]').replace('中获得', '中在12个月内获得'),
    );
    expect(findings.map(({ code, file }) => [code, file])).toEqual(
      expect.arrayContaining([
        ['links/citation', expect.stringContaining(own)],
        ['prose/figure', expect.stringContaining(own)],
      ]),
    );
  });
});

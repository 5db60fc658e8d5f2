import { expect, it } from 'vitest';
import { runChecks } from '../../../../src/checks/run.ts';
import { outcomeLines, sentenceLines, workLines } from '../../../../src/views/guide/entry.ts';
import { corpusOf, mdx, smallBase } from '../../helpers/corpus.ts';

it('the entry that the guide shows passes every check', () => {
  const entry = mdx(
    `
title: {en: Testumab in adults}
status: completed
phase: "2"
design: single-arm
setting: relapsed
population: {condition: Disease, ageGroup: adult}
arms: [{id: main, label: Testumab, role: single, therapies: [testumab]}]
populations: [{id: treated, kind: treated, label: Treated, n: 24}]
reports: [{reference: family-2026, kind: primary}]
${outcomeLines.trim()}`,
    sentenceLines,
  );
  const { findings } = runChecks(
    corpusOf({
      'references.yaml': smallBase['references.yaml']! + workLines.trimStart(),
      'trials/shown.mdx': entry,
    }),
  );
  expect(findings.filter(({ file }) => /shown\.mdx|references\.yaml/.test(file))).toEqual([]);
});

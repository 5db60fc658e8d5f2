import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/checks/facts.ts';
import { runChecks, type RankedFinding } from '../../../src/checks/run.ts';
import { subjectNamed } from '../../../src/checks/subjects.ts';
import { allFiles } from '../../../src/reading/corpus.ts';
import { projectCorpus, projectReport } from '../../support/project.ts';
import { sample } from '../../support/sweep.ts';
import { filesOf } from '../figures/helpers.ts';
import { corpusOf } from '../helpers/corpus.ts';

const content = projectCorpus();
const whole = projectReport();
const told = (findings: readonly RankedFinding[]) =>
  findings.map(
    ({ code, line, column, message, severity }) => `${line}:${column} ${severity} ${code} ${message}`,
  );

describe('one part of the content asked about alone', () => {
  it('has the findings that the whole run has in it: every file, or some of each sort', () => {
    expect(whole.findings).not.toEqual([]);
    const sorts = Map.groupBy(allFiles(content), ({ file }) => path.dirname(file));
    for (const source of [...sorts.values()].flatMap((files) => sample(files, 10))) {
      const alone = runChecks(content, undefined, { source, path: [] });
      expect(told(alone.findings), source.file).toEqual(
        told(whole.findings.filter(({ file }) => file === source.file)),
      );
    }
  });

  it('has them for facts, and none of their neighbours', () => {
    const faulty = whole.findings.filter(({ fact }) => fact !== undefined);
    const some = sample(
      faulty.filter((_, i) => i % 10 === 0),
      6,
    );
    expect(some).not.toEqual([]);
    for (const { entry, fact } of some) {
      const alone = runChecks(content, undefined, subjectNamed(content, `${entry!.split('/')[1]}/${fact}`));
      expect(told(alone.findings)).toEqual(
        told(whole.findings.filter((one) => one.entry === entry && one.fact === fact)),
      );
    }
  });

  it('asks about nothing else', () => {
    const [placed] = factsOf(content);
    const { asked, summary } = runChecks(content, undefined, placed);
    expect([...asked.keys()]).toContain(placed!.fact);
    expect(asked.size).toBeLessThan(5);
    expect(summary.run).toBeLessThan(whole.summary.run / 2);
  });

  it('has what its names and its shape break, too', () => {
    const corpus = corpusOf(
      filesOf(
        '- {id: a, kind: proportion, arm: nobody, percent: 80}\n- {id: b, kind: proportion, arm: noone, percent: 81}',
      ),
    );
    const { findings } = runChecks(corpus, undefined, subjectNamed(corpus, 'alpha/a'));
    expect(findings.map(({ message }) => message)).toContain('there is no arm nobody');
    expect(findings.map(({ message }) => message).join()).not.toContain('noone');
  });

  it('is named by entry, file or fact', () => {
    const [{ file, entry }] = content.entries.trials as [(typeof content.entries.trials)[number]];
    for (const name of [entry, file, 'references.yaml'])
      expect(subjectNamed(content, name)).toMatchObject({ path: [] });
    expect(subjectNamed(content, 'nothing/here')).toBeUndefined();
  });
});

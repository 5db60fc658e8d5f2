import { allChecks, runChecks, type CheckReport, type RankedFinding } from '../../../src/checks/run.ts';
import type { Trial } from '../../../src/model/trial.ts';
import type { Corpus } from '../../../src/reading/corpus.ts';
import { corpusOf, trial, type Files } from '../helpers/corpus.ts';

/** Endpoints of every family that the checks tell apart. */
const endpoint = (id: string, family: string, direction: string, atMost = '[]', more = '') =>
  `- {id: ${id}, label: {en: ${id}}, definition: As it says, family: ${family}, direction: ${direction}, atMost: ${atMost}, ${more}` +
  'kinds: [proportion, median, landmark, contrast, association, adverse-event, range, count, dose, follow-up, date, statement]}';
const endpoints = [
  endpoint('cr', 'response', 'higher', '[cr-cri]'),
  endpoint('cri', 'response', 'higher', '[cr-cri]'),
  endpoint('cr-cri', 'response', 'higher', '[orr]', 'divides: {into: [cr, cri], exhaustive: true}, '),
  endpoint('pr', 'response', 'higher', '[orr]'),
  endpoint('orr', 'response', 'higher', '[]', 'divides: {into: [cr-cri, pr]}, '),
  endpoint('mrd', 'residual-disease', 'higher'),
  endpoint('efs', 'survival', 'higher', '[os]'),
  endpoint('os', 'survival', 'higher'),
  endpoint('relapse', 'relapse', 'lower'),
  endpoint('crs', 'safety', 'lower'),
  endpoint('icans', 'safety', 'lower', '[neurotoxicity]'),
  endpoint('neurotoxicity', 'safety', 'lower'),
  endpoint('age', 'participants', 'neutral'),
  endpoint('evaluable', 'participants', 'neutral'),
].join('\n');

const reference = (id: string, year: number, more = '') =>
  `- {id: ${id}, type: article-journal, title: The work ${id}, author: [{family: Smith, given: A}], issued: {date-parts: [[${year}]]}, DOI: 10.1000/${id}, language: en-US${more}}`;

/** The small base with those endpoints, a second report of the trial, and whatever else is given. */
export function filesOf(outcomes: string, changes: Record<string, string> = {}, files: Files = {}): Files {
  const reports = '  - {review: jones, kind: review}';
  return {
    'endpoints.yaml': endpoints,
    'references.yaml': [
      reference('smith-2020', 2020),
      reference('smith-2023', 2023),
      reference('other-2021', 2021, ', custom: {unlinked: Cited by a review only}'),
      reference('jones-2022', 2022),
    ].join('\n'),
    'trials/alpha.mdx': trial(outcomes, {
      [reports]: `  - {reference: smith-2023, kind: update}\n${reports}`,
      ...changes,
    }),
    ...files,
  };
}

/** Such a base, read. Throws where a file has not the shape that the test means it to have. */
export function readBase(outcomes: string, changes?: Record<string, string>, files?: Files): Corpus {
  const corpus = corpusOf(filesOf(outcomes, changes, files));
  const [fault] = corpus.findings;
  if (fault) throw new Error(`${fault.file}:${fault.line} ${fault.code} ${fault.message}`);
  return corpus;
}

/**
 * The checks of figures; that terms are used and pages lead somewhere is not asked of bases of a few facts.
 */
export const figureChecks = allChecks.filter(
  ({ code }) => !/^(schema|mdx|prose|translation|links|permanence)\//.test(code),
);

/** Runs those checks over such a base. */
export function checkBase(outcomes: string, changes?: Record<string, string>, files?: Files): CheckReport {
  return runChecks(readBase(outcomes, changes, files), figureChecks);
}

/** The trial of such a base. */
export const trialOf = (corpus: Corpus): Trial =>
  corpus.entries.trials.find(({ id }) => id === 'alpha')!.data!;

/** What a family says of facts: `arithmetic/percent: message`, by id of the fact. */
export type Said = ReadonlyMap<string, readonly RankedFinding[]>;

/** Checks facts (YAML in braces) side by side in one trial; they get the ids f0, f1 … */
export function sayOf(family: string, facts: readonly string[], changes?: Record<string, string>): Said {
  const lines = facts.map((fact, i) => `- {id: f${i}, ${fact.replace(/^\{/, '')}`).join('\n');
  const { findings } = checkBase(lines, changes);
  return Map.groupBy(
    findings.filter(({ code }) => code.startsWith(`${family}/`)),
    ({ fact }) => fact ?? '',
  );
}

/** The codes of the findings on the i-th fact. */
export const codesOn = (said: Said, i: number): string[] => (said.get(`f${i}`) ?? []).map(({ code }) => code);

import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runChecks, type RankedFinding } from '../../../src/checks/run.ts';
import type { Outcome } from '../../../src/model/outcome.ts';
import type { Trial } from '../../../src/model/trial.ts';
import { tracedOf } from '../../../src/evidence/trace.ts';
import { need } from '../../../src/model/need.ts';
import type { Corpus } from '../../../src/reading/corpus.ts';
import { registryRecords } from '../../support/registry-records.ts';
import { corpusOf, importing, registryBase } from './registry-base.ts';
import { command, type Run } from './almanac.ts';
import { isWhole } from '../../support/sweep.ts';

/**
 * How often a key stands anywhere in a record below another, in a list or not: counted from the record alone.
 */
function under(value: unknown, path: readonly string[]): unknown[] {
  const [key, ...rest] = path;
  if (Array.isArray(value)) return value.flatMap((one) => under(one, path));
  if (key === undefined) return [value];
  if (typeof value !== 'object' || value === null || !(key in value)) return [];
  return under((value as Record<string, unknown>)[key], rest);
}
const isMap = (value: unknown) => typeof value === 'object' && value !== null;
const named = (value: unknown) =>
  isMap(value) && typeof (value as { groupId?: unknown }).groupId === 'string';

let run: Run;
let corpus: Corpus;
let findings: RankedFinding[];
let base: string;
const entry = (nct: string): Trial =>
  need(corpus.entries.trials.find(({ id }) => id === nct.toLowerCase())?.data, nct);

beforeAll(async () => {
  base = registryBase({
    'page.json': JSON.stringify({ studies: registryRecords.map(({ study }) => study) }),
  });
  run = await importing(base, 'page.json');
  corpus = corpusOf(base);
  findings = runChecks(corpus).findings;
});

it('makes an entry of every record, that checks find nothing wrong with', () => {
  expect(registryRecords.length).toBeGreaterThan(60);
  expect(run.stderr).toBe('');
  expect(run.stdout).toMatch(
    new RegExp(
      `\\n${registryRecords.length} records read: ${registryRecords.length} entries written, .* 0 refused`,
    ),
  );
  expect(run.code).toBe(0);
  expect(
    findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message, file, line }) => `${code} ${file}:${line} ${message}`),
  ).toEqual([]);
});

describe.each(registryRecords)('$name', ({ nct, study }) => {
  const facts = (section: RegExp) => entry(nct).outcomes.filter(({ locator }) => section.test(locator));
  const isAnalysis = ({ kind }: Outcome) => kind === 'contrast' || kind === 'association';

  it('loses no planned endpoint', () => {
    const planned = ['primaryOutcomes', 'secondaryOutcomes', 'otherOutcomes'].flatMap((list) =>
      under(study, ['protocolSection', 'outcomesModule', list]).filter(
        (one) => isMap(one) && ['measure', 'description'].some((key) => key in (one as object)),
      ),
    );
    expect(entry(nct).planned).toHaveLength(planned.length);
  });

  it('loses no posted value, analysis, number of the flow or event', () => {
    const measures = under(study, ['resultsSection', 'outcomeMeasuresModule', 'outcomeMeasures']);
    const values = (one: unknown) =>
      under(one, ['classes', 'categories', 'measurements']).filter(named).length;
    expect(facts(/^outcome measure/).filter((one) => !isAnalysis(one))).toHaveLength(
      measures.reduce((sum: number, one) => sum + Math.max(values(one), 1), 0),
    );
    expect(facts(/^outcome measure/).filter(isAnalysis)).toHaveLength(under(measures, ['analyses']).length);
    const baseline = under(study, ['resultsSection', 'baselineCharacteristicsModule', 'measures']);
    expect(facts(/^baseline measure/)).toHaveLength(
      baseline.reduce((sum: number, one) => sum + Math.max(values(one), 1), 0),
    );
    const flow = ['resultsSection', 'participantFlowModule', 'periods'];
    expect(facts(/^participant flow/)).toHaveLength(
      under(study, [...flow, 'milestones', 'achievements']).length +
        under(study, [...flow, 'dropWithdraws', 'reasons']).length,
    );
    const events = ['resultsSection', 'adverseEventsModule'];
    const totals = under(study, [...events, 'eventGroups']).flatMap((group) =>
      ['deathsNumAffected', 'seriousNumAffected', 'otherNumAffected'].filter(
        (key) => isMap(group) && key in (group as object),
      ),
    );
    const each = ['seriousEvents', 'otherEvents'].flatMap((list) => under(study, [...events, list, 'stats']));
    expect(facts(/^(?:deaths|serious|other)/)).toHaveLength(totals.length + each.length);
  });

  it('keeps every number that is posted, in a figure or in a note', () => {
    const text = JSON.stringify(entry(nct)).replace(/(?<=\d),(?=\d{3})/g, '');
    const numbers = [
      'value',
      'spread',
      'lowerLimit',
      'upperLimit',
      'numSubjects',
      'paramValue',
      'ciLowerLimit',
      'ciUpperLimit',
      'pValue',
    ]
      .flatMap((key) => everywhere((study as { resultsSection?: unknown }).resultsSection, key))
      .filter((one) => /^[\d.,<>=\s-]*\d[\d.]*$/.test(one));
    for (const one of numbers) expect(text).toContain(one.replace(/^[<>=\s]+/, '').replace(/,(?=\d{3})/, ''));
  });

  it('traces every figure to the index of the record', () => {
    const untraced = entry(nct).outcomes.filter(
      (one) => tracedOf(one) !== 'traced' && tracedOf(one) !== 'no-figure',
    );
    expect(untraced.map(({ id }) => id)).toEqual([]);
  });
});

/** The texts under a key, wherever it stands; but for the denominators of a group, which every value has. */
function everywhere(value: unknown, key: string): string[] {
  if (Array.isArray(value))
    return value.flatMap((one) =>
      isMap(one) && !('groupId' in (one as object)) ? everywhere(one, key) : own(one, key),
    );
  if (!isMap(value)) return [];
  return Object.entries(value as object).flatMap(([name, one]) =>
    name === 'denoms' ? [] : name === key && typeof one === 'string' ? [one] : everywhere(one, key),
  );
}
const own = (value: unknown, key: string) => {
  const one = isMap(value) && named(value) ? (value as Record<string, unknown>)[key] : undefined;
  return typeof one === 'string' ? [one] : [];
};

it('changes nothing at a second time', async () => {
  const before = fs.readFileSync(path.join(base, 'content', 'references.yaml'), 'utf8');
  const again = await importing(base, 'page.json');
  expect(again.stdout).toMatch(
    new RegExp(` 0 entries written, 0 changed, ${registryRecords.length} unchanged`),
  );
  expect(fs.readFileSync(path.join(base, 'content', 'references.yaml'), 'utf8')).toBe(before);
});

it('lets nothing of a record stand in a text', () => {
  for (const { id } of corpus.entries.trials.filter((one) => one.id.startsWith('nct98'))) {
    const [, body = ''] = fs
      .readFileSync(path.join(base, 'content', 'trials', `${id}.mdx`), 'utf8')
      .split(/^---$/m)
      .slice(1);
    expect(body.replace(/<Fact id="enrolled-registry" \/>|@registry-nct\d+/g, '')).toMatch(
      /^[\sA-Za-z0-9#.,:()[\]'-]*$/,
    );
  }
});

it.runIf(isWhole)('is built, and none of its words becomes markup', async () => {
  const built = await command('build --content content --out site', { cwd: base });
  expect([built.code, built.stderr]).toEqual([0, expect.not.stringMatching(/fault of the program/)]);
  const pages = fs.globSync('site/{trials,references}/**/*.html', { cwd: base });
  expect(pages.length).toBeGreaterThan(100);
  for (const page of pages) {
    const html = fs.readFileSync(path.join(base, page), 'utf8');
    expect(html).not.toContain('href="javascript:');
    // Within the quotes of an attribute a tag is a text.
    expect(html.replace(/="[^"]*"/g, '').includes('<script>alert'), page).toBe(false);
  }
});

import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../src/checks/run.ts';
import { link } from '../../../src/evidence/link.ts';
import { withId } from '../../../src/model/need.ts';
import { datasetOfTrial } from '../../../src/views/datasets.ts';
import { bytesOf } from './almanac.ts';
import { corpusOf, entryIn, examples, importing, registryBase } from './registry-base.ts';

/** A fact as a line: what it is of, and its figures as printed. */
function told(cwd: string, id: string): string[] {
  const { outcomes } = entryIn(cwd, id);
  const printed = (value: unknown) =>
    typeof value === 'object' && value !== null && 'printed' in value
      ? String(value.printed)
      : typeof value === 'string'
        ? value
        : '';
  return outcomes.map((fact) => {
    const loose = fact as unknown as Record<string, unknown>;
    const { level, low, high } = (loose.interval ?? {}) as Record<string, unknown>;
    const figures = ['events', 'total', 'percent', 'value', 'estimate', 'missing', 'p'].flatMap((key) =>
      loose[key] === undefined ? [] : [`${key} ${printed(loose[key])}`],
    );
    const limits = low === undefined ? [] : [`${printed(level)}%: ${printed(low)} to ${printed(high)}`];
    return [fact.locator, fact.endpoint, fact.arm ?? '', ...figures, ...limits].join(' | ');
  });
}

describe('a record with results', () => {
  it('keeps each figure with its denominator, limits and bound', async () => {
    const cwd = registryBase();
    const run = await importing(cwd, 'ctgov-v2-results-two-arms.json');
    expect(run.code).toBe(0);
    expect(told(cwd, 'nct99990001')).toEqual([
      'enrolment | unassigned |  | value 120',
      'participant flow | unassigned | inventumab | value 60',
      'participant flow | unassigned | chemotherapy | value 60',
      'outcome measure 1 | unassigned | inventumab | events 47 | total 58',
      'outcome measure 1 | unassigned | chemotherapy | events 18 | total 55',
      'outcome measure 1 | unassigned | inventumab | p <0.0001',
      'outcome measure 2 | unassigned | inventumab | total 47 | percent 76.6 | 95%: 62.0 to 87.7',
      'outcome measure 2 | unassigned | chemotherapy | total 18 | percent 27.8 | 95%: 9.7 to 53.5',
      'outcome measure 2 | unassigned | inventumab | total 40 | percent 65.0 | 95%: 48.3 to 79.4',
      'outcome measure 2 | unassigned | chemotherapy | total 12 | percent 25.0 | 95%: 5.5 to 57.2',
      'outcome measure 3 | os | inventumab | missing not-reached | 95%: 9.8 to not-reached',
      'outcome measure 3 | os | chemotherapy | value 7.4 | 95%: 5.2 to 9.1',
      'outcome measure 3 | os | inventumab | estimate 0.62 | p 0.014 | 97.5%: 0.41 to 0.95',
      'outcome measure 4 | unassigned |  | missing not-reported',
      'deaths | unassigned | inventumab | events 25 | total 59',
      'deaths | unassigned | chemotherapy | events 39 | total 54',
      'serious adverse events | unassigned | inventumab | events 28 | total 59',
      'serious adverse events | unassigned | chemotherapy | events 26 | total 54',
    ]);
    const { registry, registered, phase, design, outcomes } = entryIn(cwd, 'nct99990001');
    expect([phase, design]).toEqual(['3', 'randomised']);
    expect(registry.map(({ registry: name, id }) => `${name} ${id}`)).toEqual([
      'ClinicalTrials.gov NCT99990001',
      'EudraCT 2030-999999-01',
    ]);
    expect(registered?.start).toEqual({ date: '2031-04', type: 'actual' });
    expect(registered?.references).toEqual([
      { kind: 'result', pmid: '99000001', doi: '10.5555/inv.2034.0001' },
      { kind: 'background', citation: 'Example C. An older trial without a number. 2020.' },
    ]);
    const notes = outcomes.map(({ note }) => note ?? '').join('\n');
    expect(notes).toContain('Not reached: too few events');
    expect(notes).toContain('Nobody was analysed for it.');
    expect(run.stdout).toContain(
      'outcome measures: 4 in, 4 out; their values: 9 in, 9 out; their analyses: 2 in, 2 out',
    );
    expect(runChecks(corpusOf(cwd)).summary.errors).toBe(0);
  });

  it('is compared and pooled only in what has an endpoint', async () => {
    const cwd = registryBase();
    await importing(cwd, 'ctgov-v2-results-two-arms.json');
    const library = link(corpusOf(cwd));
    const trial = withId(library.trials, 'nct99990001');
    const compared = datasetOfTrial(trial, library);
    expect(compared.facts).toHaveLength(3);
    expect(compared.endpoints.map(({ id }) => id)).toEqual(['os']);
    const open = trial.facts.filter(({ endpoint }) => endpoint.id === 'unassigned');
    expect(new Set(open.map(({ standing }) => standing.obstacle))).toEqual(new Set(['unassigned']));
  });

  it('is told in one line a check as what a person has to settle', async () => {
    const cwd = registryBase();
    await importing(cwd, 'ctgov-v2-results-two-arms.json');
    const open = runChecks(corpusOf(cwd)).findings.filter(({ code }) => code === 'lineage/unsettled');
    expect(
      open.every(
        ({ file, line, severity }) =>
          file.endsWith('nct99990001.mdx') && (line ?? 0) > 1 && severity === 'warning',
      ),
    ).toBe(true);
    expect(open.map(({ actual }) => actual)).toEqual(
      expect.arrayContaining([
        'unassigned',
        expect.stringMatching(/^setting: /),
        expect.stringMatching(/^arms: the therapy of Chemotherapy/),
      ]),
    );
  });
});

it('reads a page of a search: what is withdrawn, expanded access, crossover, twice and without a number', async () => {
  const cwd = registryBase();
  const run = await importing(cwd, 'ctgov-v2-studies-mixed.json');
  expect(run.code).toBe(1);
  const ids = corpusOf(cwd).entries.trials.map(({ id }) => id);
  expect(ids.filter((id) => id.startsWith('nct'))).toEqual([2, 3, 4, 5, 6, 7].map((n) => `nct9999000${n}`));
  expect(run.stdout).toContain('record 7 (line 159): nct99990002 stands also at');
  expect(run.stdout).toContain('record 8 (line 173): refused: no registry number');
  expect(run.stdout).toContain('one page of a search of 812 studies in all');
  expect(run.stdout).toContain('the record says that it has results, and carries none');
  const [withdrawn, access, crossover, children] = [2, 3, 4, 5].map((n) => entryIn(cwd, `nct9999000${n}`));
  expect(withdrawn?.registered).toMatchObject({
    whyStopped: 'No funds; no participant was enrolled',
    enrolment: { count: { value: 0 } },
  });
  expect(withdrawn?.outcomes.map((one) => ('value' in one ? one.value?.printed : ''))).toEqual(['0']);
  expect([withdrawn?.status, withdrawn?.phase]).toEqual(['withdrawn', 'early-1']);
  expect([access?.design, access?.registered?.enrolment, access?.outcomes]).toEqual([
    'not-reported',
    undefined,
    [],
  ]);
  expect([crossover?.design, crossover?.phase, crossover?.registered?.model]).toEqual([
    'crossover',
    '2/3',
    'crossover',
  ]);
  expect(children?.title.en).toBe(
    'CAR T Cells in Children: a Single-arm Study by Müller-Łukasik’s Group (小儿白血病)',
  );
  expect(children?.arms[0]).toMatchObject({ label: 'CAR T cells ≥ 1×10⁶/kg', role: 'single' });
  expect(children?.phase).toBe('1/2');
});

it('reads the CSV of today', async () => {
  const cwd = registryBase();
  const run = await importing(cwd, 'ctgov-csv-current.csv');
  expect(run.code).toBe(0);
  expect(run.stdout).toContain('NCT99990008 is withheld by the registry');
  expect(run.stdout).toContain('4 records read: 3 entries written');
  const [first, access, withdrawn] = [1, 3, 2].map((n) => entryIn(cwd, `nct9999000${n}`));
  expect(first?.registered).toMatchObject({
    start: { date: '2031-04' },
    completion: { date: '2034-02-28' },
    sites: 2,
    allocation: 'randomized',
  });
  expect(first?.registered?.conditions).toEqual(['Acute Lymphoblastic Leukemia, B-cell', 'Relapse']);
  expect(first?.registry.map(({ id }) => id)).toEqual(['NCT99990001', '2030-999999-01']);
  expect([access?.phase, access?.registered?.enrolment]).toEqual(['not-reported', undefined]);
  expect(withdrawn?.registered).toMatchObject({
    enrolment: { count: { value: 0 } },
    model: 'single group',
    purpose: 'treatment',
  });
});

it('reads the old CSV', async () => {
  const cwd = registryBase();
  const run = await importing(cwd, 'ctgov-csv-legacy.csv');
  expect(run.code).toBe(0);
  const [first, second, third] = [1, 5, 9].map((n) => entryIn(cwd, `nct9999000${n}`));
  expect(first?.registered).toMatchObject({
    start: { date: '2031-04' },
    completion: { date: '2034-02-28' },
    resultsPosted: { date: '2034-05-02' },
  });
  expect(second?.title.en).toBe('"Inventcel": CAR T Cells in Children');
  expect([second?.phase, second?.status, second?.design]).toEqual([
    '1/2',
    'active-not-recruiting',
    'single-arm',
  ]);
  expect(second?.registered).not.toHaveProperty('completion');
  expect([third?.phase, third?.status, third?.design]).toEqual([
    'not-applicable',
    'unknown',
    'retrospective-cohort',
  ]);
  expect(JSON.stringify([first, second, third])).not.toContain('"null"');
});

const text = `Invented Cells for Relapsed Leukaemia
A summary of the study in some words, with "quotes".
Leukaemia, Lymphoblastic|Lymphoma
BIOLOGICAL: Invented cells|DRUG: Testumab
Dose-limiting toxicity (DLT), Any of these:

Grade 4 events, or \\>28 days of grade 3., Day28 after infusion|Overall survival (OS), From infusion to death, 2-year
Complete remission, No blasts, Within 3 months
What the study is about, in a paragraph of its own, for two years of follow-up.

And a second one.
`;

describe('the text of a record', () => {
  it('is read by its fields, whose paragraphs have empty lines between them', async () => {
    const cwd = registryBase({ 'record.txt': text });
    const run = await importing(cwd, 'record.txt');
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('planned endpoints: 3 in, 3 out');
    const { planned, registry, arms, population } = entryIn(cwd, 'invented-cells-for-relapsed-leukaemia');
    expect(registry).toEqual([]);
    expect(population.condition).toBe('Leukaemia, Lymphoblastic; Lymphoma');
    expect(arms[0]?.therapies).toEqual(['testumab']);
    expect(
      planned.map(({ role, endpoint, measure, timeFrame }) => [role, endpoint, measure, timeFrame]),
    ).toEqual([
      ['primary', 'unassigned', 'Dose-limiting toxicity (DLT)', 'Day28 after infusion'],
      ['primary', 'os', 'Overall survival (OS)', '2-year'],
      ['secondary', 'cr', 'Complete remission', 'Within 3 months'],
    ]);
    expect(planned[0]?.definition).toBe('Any of these: Grade 4 events, or >28 days of grade 3.');
    expect(runChecks(corpusOf(cwd)).summary.errors).toBe(0);
  });

  it.each([
    ['a mark at the start', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    ['UTF-16 of the other order', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['Windows line ends', Buffer.from(text.replaceAll('\n', '\r\n'))],
    ['old line ends', Buffer.from(text.replaceAll('\n', '\r'))],
  ])('is read with %s', async (_, bytes) => {
    const cwd = registryBase({ 'no-ending': bytes });
    expect((await importing(cwd, 'no-ending')).stdout).toContain('planned endpoints: 3 in, 3 out');
  });

  it('is read in the letters of Windows', async () => {
    const cwd = registryBase({
      'record.txt': Buffer.from(
        text.replace('Invented Cells', 'M\u00fcller\u2019s Cells').replace('\u2019', '\u0092'),
        'latin1',
      ),
    });
    await importing(cwd, 'record.txt');
    expect(entryIn(cwd, 'muller-s-cells-for-relapsed-leukaemia').title.en).toBe(
      'Müller’s Cells for Relapsed Leukaemia',
    );
  });
});

describe('a file of any letters and line ends', () => {
  const json = fs.readFileSync(path.join(examples, 'ctgov-v2-studies-mixed.json'), 'utf8');
  it.each([
    ['a mark', Buffer.from(`\uFEFF${json}`)],
    ['UTF-16', Buffer.from(`\uFEFF${json}`, 'utf16le')],
    ['carriage returns', Buffer.from(json.replaceAll('\n', '\r'))],
    ['one line', Buffer.from(JSON.stringify(JSON.parse(json)))],
    ['an array', Buffer.from(JSON.stringify((JSON.parse(json) as { studies: unknown[] }).studies))],
    [
      'records one after another',
      Buffer.from(
        (JSON.parse(json) as { studies: unknown[] }).studies.map((one) => JSON.stringify(one)).join('\n'),
      ),
    ],
  ])('is the same with %s', async (_, bytes) => {
    const cwd = registryBase({ 'page.txt': bytes });
    const run = await importing(cwd, 'page.txt');
    expect(run.stdout).toContain(
      '8 records read: 6 entries written, 0 changed, 0 unchanged, 0 that differ left as they are, 1 that stands twice, 0 left out, 1 refused',
    );
    expect(entryIn(cwd, 'nct99990005').title.en).toContain('Müller-Łukasik’s Group (小儿白血病)');
  });
});

it('reads the XML of before: categories without classes, totals of adverse events, ages, dates in words', async () => {
  const cwd = registryBase();
  const run = await importing(cwd, 'ctgov-legacy.xml');
  expect([run.code, run.stderr]).toEqual([0, '']);
  expect(told(cwd, 'nct99990011')).toEqual([
    'enrolment | unassigned |  | value 120',
    'participant flow | unassigned | inventumab | value 60',
    'participant flow | unassigned | chemotherapy | value 60',
    'outcome measure 1 | os | inventumab | missing not-reached | 95%: 9.8 to not-reached',
    'outcome measure 1 | os | chemotherapy | value 7.4 | 95%: 5.2 to 9.1',
    'outcome measure 1 | os | inventumab | estimate 0.62 | p 0.014 | 97.5%: 0.41 to 0.95',
    'outcome measure 2 | orr | inventumab | events 47 | total 58',
    'outcome measure 2 | orr | chemotherapy | events 18 | total 55',
    'serious adverse events | unassigned | inventumab | events 28 | total 59',
    'serious adverse events | unassigned | chemotherapy | events 26 | total 54',
    'serious adverse events | unassigned | inventumab | events 3 | total 59',
    'serious adverse events | unassigned | chemotherapy | events 5 | total 54',
  ]);
  const { status, phase, design, masking, population, registered } = entryIn(cwd, 'nct99990011');
  expect([status, phase, design, masking, population.ages]).toEqual([
    'terminated',
    '1/2',
    'randomised',
    'double-blind',
    '18 Years and older',
  ]);
  expect(registered).toMatchObject({
    whyStopped: 'Slow recruitment',
    start: { date: '2031-04', type: 'actual' },
    completion: { date: '2034-03-05' },
    sponsor: 'Example Pharma',
    sites: 2,
  });
  expect((await importing(cwd, 'ctgov-legacy.xml')).stdout).toContain(
    ' 0 entries written, 0 changed, 1 unchanged',
  );
  expect(runChecks(corpusOf(cwd)).summary.errors).toBe(0);
});

describe('posted measures', () => {
  const groupId = (i: number) => `OG00${i}`;
  const measure = (title: string, sizes: readonly number[], values: readonly object[]) => ({
    ...{
      type: 'PRIMARY',
      title,
      timeFrame: '12 months',
      paramType: 'NUMBER',
      unitOfMeasure: 'percentage of participants',
    },
    dispersionType: '95% Confidence Interval',
    groups: ['Inventumab', 'Chemotherapy'].map((name, i) => ({ id: groupId(i), title: name })),
    denoms: [
      {
        units: 'Participants',
        counts: sizes.map((value, i) => ({ groupId: groupId(i), value: String(value) })),
      },
    ],
    classes: [
      { categories: [{ measurements: values.map((value, i) => ({ groupId: groupId(i), ...value })) }] },
    ],
  });
  const study = (...outcomeMeasures: object[]) => {
    const armGroups = ['Inventumab', 'Chemotherapy'].map((label) => ({ label, type: 'EXPERIMENTAL' }));
    return JSON.stringify({
      protocolSection: {
        identificationModule: { nctId: 'NCT00000001', briefTitle: 'A study' },
        statusModule: { startDateStruct: { date: '2018-01-15' }, completionDateStruct: { date: '2020-03' } },
        designModule: { enrollmentInfo: { count: 200, type: 'ACTUAL' } },
        armsInterventionsModule: { armGroups },
      },
      resultsSection: { outcomeMeasuresModule: { outcomeMeasures } },
    });
  };
  const share = [{ value: '50' }, { value: '40' }];

  it('name whom they analysed after a measure only where it is that of no other', async () => {
    const page = study(
      measure('Death from any cause', [101, 99], share),
      measure('Admission', [101, 99], share),
      measure('Stroke', [90, 80], share),
    );
    const cwd = registryBase({ 'page.json': page });
    await importing(cwd, 'page.json');
    const { populations, outcomes } = entryIn(cwd, 'nct00000001');
    const labels = new Map(populations.map(({ id, label }) => [id, label]));
    expect(outcomes.map(({ locator, population }) => [locator, labels.get(population ?? '')])).toEqual(
      expect.arrayContaining([
        ['outcome measure 1', 'Participants analysed, 101 and 99'],
        ['outcome measure 2', 'Participants analysed, 101 and 99'],
        ['outcome measure 3', 'Participants analysed for: Stroke'],
      ]),
    );
    expect(populations.map(({ id }) => id)).toEqual(['enrolled', 'analysed-101-99', 'analysed-stroke']);
    expect(fs.readFileSync(path.join(cwd, 'content/trials/nct00000001.mdx'), 'utf8')).toContain(
      'The registry gives <Fact id="enrolled-registry" />, a start on 2018-01-15 and an end in 2020-03.',
    );
  });

  it('that cannot be are told, waived and left to a person, once', async () => {
    const beside = measure(
      'Death',
      [101, 99],
      [{ value: '50', lowerLimit: '60', upperLimit: '70' }, { value: '40' }],
    );
    const cwd = registryBase({ 'page.json': study(beside) });
    const run = await importing(cwd, 'page.json');
    expect(run.code).toBe(0);
    expect(run.stdout).toContain('1 record read: 1 entry written');
    expect(run.stdout).toMatch(
      /figures that checks refuse, waived as the registry posts them: 1\n {4}outcomes\.death-\S+: intervals\//,
    );
    const { unsettled, outcomes } = entryIn(cwd, 'nct00000001');
    expect(JSON.stringify(outcomes).match(/The registry posts it so\./g)).toHaveLength(1);
    expect(unsettled.filter((one) => one.startsWith('outcomes.'))).toHaveLength(1);
    expect((await importing(cwd, 'page.json', '--update')).stdout).toContain('0 changed, 1 unchanged');
  });
});

describe('what cannot be read', () => {
  const study = (nct: string) =>
    JSON.stringify({ protocolSection: { identificationModule: { nctId: nct, briefTitle: `Study ${nct}` } } });
  it.each([
    ['an empty file', '', 'the file: refused: it is empty', 0],
    [
      'XML with entities of its own',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY y SYSTEM "file:///a">]>\n<clinical_study/>',
      'the file: refused: it is XML with a DOCTYPE that defines entities, which is not read',
      0,
    ],
    ['a picture', '\u0000\u0001PNG', 'the file: refused: it is no JSON', 0],
    ['another JSON', '{"a": [1, 2]}', 'record 1 (line 1): refused: no study: it has no protocolSection', 0],
    ['numbers among records', `[1, "x", ${study('NCT00000001')}]`, 'record 2 (line 1): refused: no study', 1],
    [
      'a broken record among others',
      `[${study('NCT00000001')},\n{"protocolSection": {"a": tru}},\n${study('NCT00000002')}]`,
      'record 2 (line 2): refused: no JSON',
      2,
    ],
    [
      'a file that ends too early',
      `{"studies": [${study('NCT00000001')}, {"protocolSection": `,
      'the file ends within the record or list',
      1,
    ],
    [
      'words behind a record',
      `${study('NCT00000001')} and more`,
      '"and more" outside a record; what comes behind it is not read',
      1,
    ],
    ['a number of another form', study('NCT123'), 'refused: no registry number (found NCT123)', 0],
    [
      'a CSV with an open quote',
      'NCT Number,Study Title\nNCT00000001,One\nNCT00000002,"Two\n',
      'a quote that never closes',
      1,
    ],
    [
      'a CSV row that never closes',
      'NCT Number,Study Title\nNCT00000001,"One\nNCT00000002,Two\n',
      'line 2: refused: no row of a table',
      1,
    ],
    [
      'an XML record that is not closed',
      '<clinical_study><id_info>\n<clinical_study><brief_title>A</brief_title></clinical_study>',
      'line 1: refused: the XML is broken (<clinical_study> is not closed)',
      0,
    ],
    [
      'a CSV row without a number',
      'NCT Number,Study Title\n,One\nNCT00000002,Two\n',
      'line 2: refused: no registry number',
      1,
    ],
  ])('%s is refused with its place, and what is beside it is taken', async (_, content, message, written) => {
    const cwd = registryBase({ 'file.json': content });
    const run = await importing(cwd, 'file.json');
    expect(run.stdout).toContain(message);
    expect(run.stdout).toContain(` ${written} ${written === 1 ? 'entry' : 'entries'} written`);
    expect([run.code, run.stderr]).toEqual([1, '']);
  });

  it('a file that is not there ends in a line', async () => {
    const run = await importing(registryBase(), 'nothing.json');
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toMatch(/^almanac import: .*nothing\.json: no such file or directory/);
  });
});

it('takes over no address of a person', async () => {
  const measure = {
    measure: 'Survival',
    description: 'Ask someone.else@clinic.example for the form',
    timeFrame: '1 year',
  };
  const study = {
    protocolSection: {
      identificationModule: { nctId: 'NCT00000001', briefTitle: 'Study' },
      outcomesModule: { primaryOutcomes: [measure] },
    },
  };
  const cwd = registryBase({ 'one.json': JSON.stringify(study) });
  await importing(cwd, 'one.json');
  expect(entryIn(cwd, 'nct00000001').planned[0]?.definition).toBe('Ask (address left out) for the form');
});

describe('a base that has the study', () => {
  it('is not touched by a dry run, nor by a second import', async () => {
    const cwd = registryBase();
    const before = bytesOf(cwd);
    const dry = await importing(cwd, 'ctgov-v2-results-two-arms.json', '--dry-run');
    expect(dry.stdout).toContain('nct99990001.mdx: would be written');
    expect(bytesOf(cwd)).toEqual(before);
    await importing(cwd, 'ctgov-v2-results-two-arms.json');
    const once = bytesOf(cwd);
    expect([...once.keys()].filter((file) => !before.has(file))).toEqual([
      'content/sources/registry-nct99990001.yaml',
      'content/trials/nct99990001.mdx',
    ]);
    const twice = await importing(cwd, 'ctgov-v2-results-two-arms.json', '--update');
    expect(twice.stdout).toContain('nct99990001.mdx: unchanged');
    expect(bytesOf(cwd)).toEqual(once);
  });

  it('changes only with --update, and keeps what a person decided', async () => {
    const cwd = registryBase();
    await importing(cwd, 'ctgov-v2-results-two-arms.json');
    const made = path.join(cwd, 'content/trials/nct99990001.mdx');
    // Under a name that a person gave it.
    const file = path.join(cwd, 'content/trials/invent-1.mdx');
    fs.renameSync(made, file);
    const settled = fs
      .readFileSync(file, 'utf8')
      .replace('setting: not-reported', 'setting: relapsed')
      .replace('therapies: []', 'therapies: [testumab]')
      .replace(/ {2}- "?setting: a record.*\n/, '')
      .replace(/(id: complete-remission-with-or-without-count-inventumab\n {4}endpoint: )unassigned/, '$1cr')
      .concat('\nMore words of a person.\n');
    fs.writeFileSync(file, settled);
    const changed = fs
      .readFileSync(path.join(examples, 'ctgov-v2-results-two-arms.json'), 'utf8')
      .replace(
        '"value": "47"\n          },\n          {\n           "groupId": "OG001",\n           "value": "18"',
        '"value": "48"\n          },\n          {\n           "groupId": "OG001",\n           "value": "18"',
      )
      .replace('"COMPLETED"', '"TERMINATED"');
    fs.writeFileSync(path.join(cwd, 'later.json'), changed);
    const shown = await importing(cwd, 'later.json');
    expect(shown.stdout).toContain('the record differs; nothing is written without --update');
    expect(shown.stdout).toContain('changed: status, from "completed" to "terminated"');
    expect(shown.stdout).toContain(
      'changed: outcomes complete-remission-with-or-without-count-inventumab.events, from "47" to "48"',
    );
    expect(fs.readFileSync(file, 'utf8')).toBe(settled);
    await importing(cwd, 'later.json', '--update');
    expect(fs.existsSync(made)).toBe(false);
    const now = entryIn(cwd, 'invent-1');
    expect([now.status, now.setting, now.arms[0]?.therapies, now.version]).toEqual([
      'terminated',
      'relapsed',
      ['testumab'],
      '2.0',
    ]);
    expect(now.outcomes[3]).toMatchObject({ endpoint: 'cr', events: { printed: '48' } });
    expect(now.unsettled.some((line) => line.startsWith('setting'))).toBe(false);
    expect(fs.readFileSync(file, 'utf8')).toContain('More words of a person.');
    expect(runChecks(corpusOf(cwd)).summary.errors).toBe(0);
  });

  it('takes nothing away where a CSV says less than the record did', async () => {
    const cwd = registryBase();
    await importing(cwd, 'ctgov-v2-results-two-arms.json');
    const before = entryIn(cwd, 'nct99990001');
    await importing(cwd, 'ctgov-csv-current.csv', '--update');
    const after = entryIn(cwd, 'nct99990001');
    expect(after.outcomes).toEqual(before.outcomes);
    expect(after.arms).toEqual(before.arms);
    expect(after.registered).toMatchObject({
      primaryCompletion: { date: '2033-11-02' },
      completion: { date: '2034-02-28' },
    });
    expect(runChecks(corpusOf(cwd)).summary.errors).toBe(0);
  });

  it('is not written over where a person wrote the entry', async () => {
    const cwd = registryBase();
    const trial = path.join(cwd, 'content/trials/alpha.mdx');
    const number = /NCT\d{8}/.exec(fs.readFileSync(trial, 'utf8'))?.[0] ?? '';
    fs.writeFileSync(
      path.join(cwd, 'one.json'),
      JSON.stringify({ protocolSection: { identificationModule: { nctId: number, briefTitle: 'X' } } }),
    );
    const before = bytesOf(path.join(cwd, 'content'));
    const run = await importing(cwd, 'one.json', '--update');
    expect(run.stdout).toContain(
      `${number} is in the base as content/trials/alpha.mdx, which no import made; nothing is written`,
    );
    expect(bytesOf(path.join(cwd, 'content'))).toEqual(before);
  });
});

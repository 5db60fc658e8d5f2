import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { main } from '../../../src/cli/main.ts';

const almanac = fileURLToPath(new URL('../../../src/cli/almanac.js', import.meta.url));
let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-pool-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

interface Run {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Writes a table; gives its path. */
function file(content: string | Uint8Array): string {
  const name = path.join(folder, 'studies.csv');
  fs.writeFileSync(name, content);
  return name;
}

/** Runs the command as people do. Starting it takes a second, so the many cases below run in this process. */
function spawn(...args: string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [almanac, 'pool', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

/** Runs `almanac pool` on a table with such content, in this process. */
async function run(content: string | Uint8Array, ...args: string[]): Promise<Run> {
  const told = { stdout: '', stderr: '' };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    told.stdout += String(text);
    return true;
  });
  const error = vi.spyOn(console, 'error').mockImplementation((text) => {
    told.stderr += `${String(text)}\n`;
  });
  try {
    return { status: await main(['pool', file(content), ...args]), ...told };
  } finally {
    out.mockRestore();
    error.mockRestore();
  }
}

const asCounts = ['--measure', 'PLO', '--method', 'REML', '--test', 'knha'];
const asRatios = ['--measure', 'GEN', '--method', 'REML', '--test', 'knha'];
const four = 'study,events,total\na,54,75\nb,32,53\nc,18,21\nd,61,75\n';
const ratios = 'study,estimate,low,high,level\nA,0.45,0.34,0.61,97.5\nB,0.7,0.5,0.98,95\nC,0.81,0.6,1.1,95\n';

test('--json prints the object of the contract, and only it', () => {
  file(four);
  const { status, stdout, stderr } = spawn('studies.csv', ...asCounts, '--json');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const near = (value: number) => expect.closeTo(value, 7) as number;
  // R metafor 3.8, by tests/golden/pooling.R (platform, PLO, REML, knha, 95)
  expect(JSON.parse(stdout)).toEqual({
    k: 4,
    measure: 'PLO',
    method: 'REML',
    test: 'knha',
    level: 95,
    estimate: near(1.0547126484),
    se: near(0.2829209103),
    ci: { low: near(0.1543320426), high: near(1.9550932542) },
    prediction: { low: near(-0.612331122), high: near(2.7217564188) },
    tau2: near(0.1943480054),
    i2: near(65.39385801),
    h2: near(2.88966045),
    q: { value: near(8.4266908029), df: 3, p: near(0.0379692492) },
    backTransformed: {
      estimate: near(0.7416788297),
      ci: { low: near(0.5385066106), high: near(0.8760009482) },
      prediction: { low: near(0.3515276211), high: near(0.9382982992) },
    },
  });
});

test('without --json it prints studies with their weights, and the pooled ratio', async () => {
  const { status, stdout } = await run(ratios, ...asRatios, '--level', '90');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^A {6}0\.45 \(97\.5% CI 0\.34 to 0\.61\) +\d+\.\d%$/m);
  expect(stdout).toMatch(/^pooled {6}0\.\d+ \(90% CI 0\.\d+ to \d\.?\d*\)$/m);
});

test('one study is tested by z, and has no prediction interval', async () => {
  const { status, stdout } = await run('study,events,total\na,18,21\n', ...asCounts, '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    k: 1,
    test: 'z',
    prediction: null,
    tau2: 0,
    i2: 0,
    q: { value: 0, df: 0, p: 1 },
  });
});

test.each([
  [
    'CR LF, a byte-order mark, quotes, other columns and blank lines',
    '\uFEFFTotal,"note","Study",events\r\n75,"x, ""y""\nz",a,54\r\n\r\n53,,b,32\r\n21,,c,18\r\n75,,d,61\r\n,,,\r\n',
  ],
  ['CR alone', four.replaceAll('\n', '\r')],
  ['no last line break, and spaces', four.trimEnd().replaceAll(',', ' , ')],
  ['semicolons', four.replaceAll(',', ';')],
  ['semicolons, and a name with commas', four.replaceAll(',', ';').replace('\na;', '\n"a, b, c, d; e";')],
  ['tabs', four.replaceAll(',', '\t')],
  ['the names of metafor', four.replace('events', 'xi').replace('total', 'ni')],
])('a CSV may have %s', async (_, content) => {
  expect((await run(content, ...asCounts, '--json')).stdout).toBe(
    (await run(four, ...asCounts, '--json')).stdout,
  );
});

test('a comma is the decimal point where semicolons part the cells', async () => {
  const content = ratios.replaceAll(',', ';').replaceAll('.', ',');
  expect((await run(content, ...asRatios, '--json')).stdout).toBe(
    (await run(ratios, ...asRatios, '--json')).stdout,
  );
});

describe('the table of a reviewer: own headings, decimal commas, thousands, Windows letters, NA', () => {
  const whole = fs.readFileSync(
    new URL('../../fixtures/import/meta-semicolon-decimal-comma.csv', import.meta.url),
  );
  const withoutLast = whole.subarray(0, whole.indexOf('Nobody'));
  const arm = ['--column', 'study=Autor (Jahr)', '--column', 'events=CR_CAR-T', '--column', 'total=N_CAR-T'];
  const ratio = ['study=Autor (Jahr)', 'estimate=HR OS', 'low=lowHR', 'high=uppHR'].flatMap((one) => [
    '--column',
    one,
  ]);

  test('counts are those of the table, and no study is merged', async () => {
    const { stdout, stderr } = await run(withoutLast, ...asCounts, ...arm);
    const rows = stdout.split('\n').slice(1, 5);
    expect(rows.map((row) => row.split(/\s{2,}/).slice(0, 2))).toEqual([
      ['Example 2034', '47/58'],
      ['Beispiel 2033', '960/1204'],
      ['Muster 2032', '0/12'],
      ['Muster 2032', '15/20'],
    ]);
    expect(stderr).toContain('more than one row names the study "Muster 2032"');
  });

  test('a study without a ratio is left out and named', async () => {
    const { stdout, stderr } = await run(withoutLast, ...asRatios, ...ratio);
    expect(
      stdout
        .split('\n')
        .slice(1, 4)
        .map((row) => row.split(/\s{2,}/)[1]),
    ).toEqual(['0.62 (95% CI 0.41 to 0.95)', '0.8 (95% CI 0.7 to 0.91)', '0.55 (95% CI 0.25 to 1.21)']);
    expect(stderr).toContain('left out, for the table says that there is no estimate: "Muster 2032"');
    expect(stderr).toContain('no column level; all intervals are taken as 95%');
  });

  test('a number in words is refused with its place, and nothing is pooled', async () => {
    const { status, stdout, stderr } = await run(whole, ...asCounts, ...arm);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(':6:19: "zweiundzwanzig" is no number; expected a plain number for the events');
  });

  test('a heading that the table does not have is told with those that it has', async () => {
    const { status, stderr } = await run(whole, ...asCounts, '--column', 'study=Author');
    expect(status).toBe(2);
    expect(stderr).toContain('there is no column "Author"; found "autor (jahr)", "land"');
    expect((await run(whole, ...asCounts, '--column', 'odds=HR')).stderr).toContain(
      '--column cannot be odds=HR; expected NAME=HEADING',
    );
  });
});

test('without a column level all intervals are taken as 95%, and it is said', async () => {
  const without = ratios.replaceAll(/,[^,\n]+$/gm, '');
  const all95 = ratios.replace('97.5', '95');
  expect(await run(without, ...asRatios, '--json')).toEqual({
    status: 0,
    stdout: (await run(all95, ...asRatios, '--json')).stdout,
    stderr:
      'almanac pool: note: there is no column level; all intervals are taken as 95% confidence intervals\n',
  });
});

test('a study that stands twice is pooled twice, and it is said', async () => {
  const { status, stderr } = await run('study,events,total\nA,3,10\nA,4,12\nB,1,9\n', ...asCounts);
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: 'almanac pool: note: more than one row names the study "A"; is no patient counted twice?\n',
  });
});

describe('of a table of this base', () => {
  const own = (...rows: string[]) =>
    ['study,comparator,xi,ni,estimate,low,high,level,outcome_id,row,usual,overlaps', ...rows, ''].join('\n');
  const [a, b] = ['a,,54,75,,,,,a/x,proportion,true,', 'b,,32,53,,,,,b/x,proportion,true,'];
  const pooled = async (content: string, ...args: string[]) =>
    JSON.parse((await run(content, ...args, '--json')).stdout) as unknown;

  test('the usual rows are pooled, and it is said how many', async () => {
    const content = own(
      a,
      b,
      'c,,18,21,,,,,c/x,proportion,false,',
      'd,old,,,0.5,0.4,0.7,95,d/x,hazard ratio,true,',
    );
    const { stdout, stderr } = await run(content, ...asCounts, '--json');
    expect(JSON.parse(stdout)).toEqual(await pooled('study,events,total\na,54,75\nb,32,53\n', ...asCounts));
    expect(stderr).toBe('almanac pool: note: 2 of 4 rows are pooled: those of one kind that are usual\n');
    expect(await pooled(content, ...asRatios)).toMatchObject({ k: 1, measure: 'GEN' });
  });

  test('one kind is chosen by name', async () => {
    const content = own(a, b, 'c,,1,21,,,,,c/x,grade 3,true,');
    expect(await pooled(content, ...asCounts, '--row', 'proportion')).toMatchObject({ k: 2 });
    expect(await run(content, ...asCounts)).toMatchObject({
      status: 2,
      stderr: `almanac pool: ${folder}/studies.csv:1:1: rows of several kinds cannot be pooled together; choose one by --row 'proportion' | 'grade 3'\n`,
    });
  });

  test.each<[what: string, content: string, args: string[], said: string]>([
    [
      'no such kind',
      own(a, b),
      ['--row', 'grade 4'],
      `1:1: no usual row is "grade 4"; choose one by --row 'proportion'`,
    ],
    [
      'none that is usual',
      own(a.replace('true', 'false')),
      [],
      '1:1: no row that is usual has events and total; expected one with usual true',
    ],
    [
      'studies that share patients',
      own(`${a}b/x`, `${b}a/x`),
      [],
      '2:34: a/x and b/x share patients, who would be counted twice; remove one of these rows',
    ],
    [
      'a kind of another table',
      four,
      ['--row', 'x'],
      '1:1: the file has no columns row and usual, by which rows of one kind are chosen',
    ],
  ])('%s is refused', async (_, content, args, said) => {
    const { status, stdout, stderr } = await run(content, ...asCounts, ...args);
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: '',
      stderr: `almanac pool: ${folder}/studies.csv:${said}\n`,
    });
  });

  test('arms of one study are no patients in common', async () => {
    expect(await pooled(own(`${a}a/y`, 'a,,3,9,,,,,a/y,proportion,true,a/x'), ...asCounts)).toMatchObject({
      k: 2,
    });
  });
});

describe('bad input is one line with its place and exit code 2:', () => {
  const counted = (row: string) => `study,events,total\na,1,2\n${row}\n`;
  const ratio = (row: string) => `study,estimate,low,high,level\na,0.5,0.4,0.7,95\n${row}\n`;
  test.each<[what: string, content: string | Uint8Array, args: string[], said: string]>([
    [
      'an empty file',
      '',
      asCounts,
      '1:1: the file is empty; expected the columns study, events (or xi), total (or ni) and a row for each study',
    ],
    [
      'blank lines only',
      '\n \n',
      asCounts,
      '1:1: the file is empty; expected the columns study, events (or xi), total (or ni) and a row for each study',
    ],
    [
      'k = 0',
      '\nstudy,events,total\n',
      asCounts,
      '2:1: there is no study below these columns; add a row for each',
    ],
    [
      'a missing column',
      'study,events\na,1\n',
      asCounts,
      '1:1: the column total is missing; expected study, events (or xi), total (or ni), found "study", "events". Add it',
    ],
    [
      'a misspelt column',
      'study,event,total\na,1,2\n',
      asCounts,
      '1:7: the column events is missing; expected study, events (or xi), total (or ni), found "study", "event", "total". Rename event',
    ],
    [
      'counts where ratios are asked for',
      four,
      asRatios,
      '1:1: the column estimate is missing; expected study, estimate, low, high, found "study", "events", "total". Add it',
    ],
    [
      'a column twice',
      'study,events,total,events\na,1,2,3\n',
      asCounts,
      '1:20: the column events stands here a second time; keep one',
    ],
    [
      'a column by both of its names',
      'study,events,total,xi\na,1,2,3\n',
      asCounts,
      '1:20: the column events stands here a second time; keep one',
    ],
    [
      'thousands',
      counted('b,1,"1,200"'),
      asCounts,
      '3:5: "1,200" is no number here; write it without commas',
    ],
    [
      'thousands, separated by semicolons',
      'study;events;total\na;1;1,200\n',
      asCounts,
      '2:5: 1.2 is no count; expected a whole number for the total',
    ],
    [
      'too few cells, separated by semicolons',
      'study;events;total\na;1\n',
      asCounts,
      '2:1: 2 cells under 3 columns; write one for each, and quote cells that hold a semicolon',
    ],
    [
      'no level in its column',
      ratio('b,0.5,0.4,0.7,'),
      asRatios,
      '3:15: the level is empty; write a number, or remove the study',
    ],
    [
      'too many cells',
      counted('b,1,2,3'),
      asCounts,
      '3:1: 4 cells under 3 columns; write one for each, and quote cells that hold a comma',
    ],
    [
      'too few cells',
      counted('b,1'),
      asCounts,
      '3:1: 2 cells under 3 columns; write one for each, and quote cells that hold a comma',
    ],
    [
      'text for a number',
      counted('b,many,2'),
      asCounts,
      '3:3: "many" is no number; expected a plain number for the events',
    ],
    ['NA', counted('b,1,NA'), asCounts, '3:5: "NA" is no number; expected a plain number for the total'],
    [
      'Infinity',
      counted('b,1,Infinity'),
      asCounts,
      '3:5: "Infinity" is no number; expected a plain number for the total',
    ],
    [
      'a hexadecimal number',
      counted('b,0x1,2'),
      asCounts,
      '3:3: "0x1" is no number; expected a plain number for the events',
    ],
    [
      'a percentage',
      counted('b,50%,2'),
      asCounts,
      '3:3: "50%" is no number; expected a plain number for the events',
    ],
    [
      'a text of two lines',
      counted('b,"1\n2",2'),
      asCounts,
      '3:3: "1\\n2" is no number; expected a plain number for the events',
    ],
    [
      'a decimal comma',
      ratio('b,"0,5",0.4,0.7,95'),
      asRatios,
      '3:3: "0,5" is no number here; write a point, and no comma',
    ],
    [
      'an empty cell',
      counted('b,,2'),
      asCounts,
      '3:3: the events is empty; write a number, or remove the study',
    ],
    ['a study without a name', counted(',1,2'), asCounts, '3:1: the study is empty; give each study a name'],
    [
      'a negative count',
      counted('b,-1,2'),
      asCounts,
      '3:3: the events cannot be negative, found -1; expected a count of patients',
    ],
    [
      'half a patient',
      counted('b,1.5,2'),
      asCounts,
      '3:3: 1.5 is no count; expected a whole number for the events',
    ],
    [
      'a count beyond counting',
      counted('b,1,1e300'),
      asCounts,
      '3:5: 1e+300 is too large a count; check the total',
    ],
    ['a number beyond numbers', counted('b,1,1e999'), asCounts, '3:5: 1e999 is too large; check the total'],
    [
      'more events than patients',
      counted('b,3,2'),
      asCounts,
      '3:3: 3 events of 2 are impossible; expected at most 2',
    ],
    ['nobody', counted('b,0,0'), asCounts, '3:5: the total is 0; expected at least 1 patient'],
    [
      'low above high',
      ratio('b,0.5,0.7,0.4,95'),
      asRatios,
      '3:7: the interval 0.7 to 0.4 is empty; expected low below high',
    ],
    [
      'low as high',
      ratio('b,0.5,0.5,0.5,95'),
      asRatios,
      '3:7: the interval 0.5 to 0.5 is empty; expected low below high',
    ],
    [
      'an estimate outside',
      ratio('b,0.8,0.4,0.7,95'),
      asRatios,
      '3:3: the estimate 0.8 lies outside its interval 0.4 to 0.7; expected it inside',
    ],
    [
      'a ratio of 0',
      ratio('b,0,0.4,0.7,95'),
      asRatios,
      '3:3: the estimate of a ratio cannot be 0; expected a number above 0',
    ],
    [
      'a negative limit',
      ratio('b,0.5,-0.4,0.7,95'),
      asRatios,
      '3:7: the low of a ratio cannot be -0.4; expected a number above 0',
    ],
    [
      'a level of 100',
      ratio('b,0.5,0.4,0.7,100'),
      asRatios,
      '3:15: the level 100 is out of range; expected a percentage such as 95, below 100',
    ],
    [
      'a level as a proportion',
      ratio('b,0.5,0.4,0.7,0.95'),
      asRatios,
      '3:15: the level 0.95 looks like a proportion; expected a percentage, such as 95',
    ],
    [
      'a quote that stays open',
      counted('b,"1,2'),
      asCounts,
      '3:3: a quote that never closes; close it, or remove it',
    ],
    [
      'a quote inside',
      counted('b "x",1,2'),
      asCounts,
      '3:3: a quote inside a cell; put the whole cell in quotes and double those inside',
    ],
    [
      'text after a quote',
      counted('"b"x,1,2'),
      asCounts,
      '3:4: text after the closing quote; double the quotes inside a quoted cell',
    ],
    [
      'a binary file',
      Buffer.from([0, 1, 2, 3]),
      asCounts,
      '1:1: the column study is missing; expected study, events (or xi), total (or ni), found "\\u0000\\u0001\\u0002\\u0003". Add it',
    ],
  ])('%s', async (_, content, args, said) => {
    expect(await run(content, ...args, '--json')).toEqual({
      status: 2,
      stdout: '',
      stderr: `almanac pool: ${folder}/studies.csv:${said}\n`,
    });
  });

  test('studies on which scoring runs in circles', async () => {
    const golden = JSON.parse(
      fs.readFileSync(new URL('../../golden/pooling.json', import.meta.url), 'utf8'),
    ) as {
      datasets: { name: string; rows: number[][] }[];
    };
    const { rows } = golden.datasets.find(({ name }) => name === 'circles-eight')!;
    const csv = ['study,estimate,low,high,level', ...rows.map((row, i) => [i, ...row].join())].join('\n');
    expect(await run(csv, ...asRatios, '--json')).toEqual({
      status: 2,
      stdout: '',
      stderr: `almanac pool: ${folder}/studies.csv: REML did not converge in 100 iterations; these studies have no answer by it. Try --method DL\n`,
    });
  });

  test('ratios that no number can hold', async () => {
    const csv = ratio('b,1e300,1e-300,1.1e300,1').replace('0.5,0.4,0.7', '1e300,1e-300,1e301');
    const { status, stdout, stderr } = await run(csv, ...asRatios.with(-1, 'adhoc'), '--json');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(
      /^almanac pool: .*studies\.csv: the ratio with the logarithm \d+\.\d+ is too large to be written\. Check the figures\n$/,
    );
  });

  test('a folder, a file that is not there, a wrong figure', () => {
    const refused = (stderr: string): Run => ({ status: 2, stdout: '', stderr });
    expect(spawn('.', ...asCounts)).toEqual(
      refused('almanac pool: .: this is a folder; expected a CSV file\n'),
    );
    expect(spawn('none.csv', ...asCounts)).toEqual(
      refused('almanac pool: none.csv: no such file; expected a CSV file\n'),
    );
    file(counted('b,3,2'));
    expect(spawn('studies.csv', ...asCounts)).toEqual(
      refused('almanac pool: studies.csv:3:3: 3 events of 2 are impossible; expected at most 2\n'),
    );
  });
});

test.each([
  [['--method', 'REML', '--test', 'z'], '--measure is missing; expected one of PLO, PR, PAS, GEN'],
  [
    ['--measure', 'PFT', '--method', 'REML', '--test', 'z'],
    '--measure cannot be PFT; expected one of PLO, PR, PAS, GEN',
  ],
  [
    ['--measure', 'PLO', '--method', 'HS', '--test', 'z'],
    '--method cannot be HS; expected one of FE, DL, PM, ML, REML, GLMM',
  ],
  [
    ['--measure', 'PLO', '--method', 'DL', '--test', 't'],
    '--test cannot be t; expected one of z, knha, adhoc',
  ],
  [
    [...asCounts, '--level', '100'],
    '--level: the level 100 is out of range; expected a percentage such as 95, below 100',
  ],
  [
    [...asCounts, '--level', '0.95'],
    '--level: the level 0.95 looks like a proportion; expected a percentage, such as 95',
  ],
  [[...asCounts, '--level', 'high'], '--level cannot be high; expected a percentage such as 95'],
  [[...asCounts, '--level', '-5'], "Option '--level' argument is ambiguous"],
  [[...asCounts, '--level=-5'], '--level cannot be -5; expected a percentage such as 95'],
  [[...asCounts, 'second.csv'], 'expected one CSV file, found 2'],
])('options that cannot be: %j', async (args, said) => {
  const { status, stdout, stderr } = await run(four, ...args);
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr.split('\n')).toEqual([
    `almanac pool: ${said}`,
    expect.stringMatching(/^usage: almanac pool /),
    '',
  ]);
});

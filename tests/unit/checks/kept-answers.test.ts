import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ReadLog } from '../../../src/checks/context/noted.ts';
import { factsOf } from '../../../src/checks/facts.ts';
import { KeptAnswers, roomsOfChecks } from '../../../src/checks/kept/answers.ts';
import { reporters } from '../../../src/checks/reporters.ts';
import { allChecks, runChecks, type CheckReport } from '../../../src/checks/run.ts';
import { ReadCache } from '../../../src/reading/cache.ts';
import { readCorpus, type Corpus } from '../../../src/reading/corpus.ts';
import { readRooms } from '../../../tools/rooms.mjs';
import { projectContent } from '../../support/project.ts';
import { isWhole, sample } from '../../support/sweep.ts';
import { fixtures, good, layOut, type Changes } from './fixtures.ts';

const made = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-answers-'));
afterAll(() => fs.rmSync(made, { recursive: true }));

/** All that a report says: in each form, and which checks asked about each fact. */
const saidBy = (report: CheckReport, corpus: Corpus) => ({
  ...Object.fromEntries(
    Object.entries(reporters).map(([name, told]) => [name, told(report, { verbose: true })]),
  ),
  folded: reporters.text(report),
  asked: factsOf(corpus).map(
    ({ source, path, fact }) => `${source.file} ${path.join('.')} ${report.asked.get(fact)?.join()}`,
  ),
  size: report.asked.size,
});

/** A content folder with what is kept of it. */
class Base {
  readonly root: string;
  readonly folder: string;

  constructor(name: string) {
    this.root = path.join(made, name);
    this.folder = path.join(made, `${name}-kept`);
  }

  read = (): Corpus => readCorpus(this.root, new ReadCache(this.root, this.folder));
  kept = (corpus = this.read()) =>
    saidBy(runChecks(corpus, allChecks, undefined, new KeptAnswers(this.root, this.folder, 1)), corpus);
  anew = (corpus = this.read()) => saidBy(runChecks(corpus), corpus);

  /** The file of what is kept. */
  get file(): string {
    return path.join(
      this.folder,
      fs.readdirSync(this.folder).find((name) => name.endsWith('.answers'))!,
    );
  }

  /** Puts the base as it was, and changes over it. */
  layOut(fixture?: string, changes?: Changes): void {
    fs.rmSync(this.root, { recursive: true, force: true });
    layOut(this.root, fixture, changes);
  }
}

describe('with kept answers a report is as without them', () => {
  const base = new Base('good');
  base.layOut();
  const asItWas = base.anew();
  const all = fs.readdirSync(fixtures).filter((name) => name.startsWith('bad-'));

  it('where nothing has changed', () => {
    base.layOut();
    expect(base.kept()).toEqual(asItWas);
    expect(base.kept()).toEqual(asItWas);
  });

  it.each(sample(all, 3))('after a change to %s and back', (fixture) => {
    base.layOut(fixture);
    const changed = base.anew();
    expect(base.kept()).toEqual(changed);
    expect(base.kept()).toEqual(changed);
    base.layOut();
    expect(base.kept()).toEqual(asItWas);
  });

  it('of which nothing holds for another folder', () => {
    base.layOut();
    base.kept();
    const other = new Base('other');
    fs.cpSync(base.root, other.root, { recursive: true });
    fs.mkdirSync(other.folder, { recursive: true });
    fs.writeFileSync(path.join(other.root, 'trials/beta.mdx'), good('trials/beta.mdx').replace(/\d\d/, '77'));
    fs.copyFileSync(base.file, path.join(other.folder, path.basename(base.file)));
    expect(other.kept()).toEqual(other.anew());
  });

  it.each([
    ['is empty', () => Buffer.alloc(0)],
    ['is something else', () => Buffer.from('PK\u0003\u0004 of another program')],
    ['ends early', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    [
      'has one other byte',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -9), Buffer.from('?'), bytes.subarray(-8)]),
    ],
    [
      'is of another version',
      (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('answers 1', 'answers 0'), 'latin1'),
    ],
  ])('where the file %s', (_, spoil) => {
    const base = new Base('spoilt');
    base.layOut();
    fs.rmSync(base.folder, { recursive: true, force: true });
    base.kept();
    const whole = fs.readFileSync(base.file);
    fs.writeFileSync(base.file, spoil(whole));
    expect(base.kept()).toEqual(base.anew());
    expect(fs.readFileSync(base.file).equals(whole)).toBe(true);
  });

  it('where nothing can be written', () => {
    const none = new Base('none');
    fs.cpSync(base.root, none.root, { recursive: true });
    fs.writeFileSync(none.folder, 'a file stands where the folder should');
    expect(none.kept()).toEqual(none.anew());
  });
});

type Edit = (text: string) => string;
const first =
  (pattern: RegExp | string, by: string): Edit =>
  (text) =>
    text.replace(pattern, by);
const remove = (pattern: RegExp): Edit => first(pattern, '');

/** Changes to the content of this project: files by name, or the so-manieth of a folder. */
const edits: Record<string, (root: string) => void> = Object.fromEntries(
  (
    [
      ['a figure', 'trials/5', first(/percent: (\d+)\.?\d*/, 'percent: $19')],
      ['a locator', 'trials/9', first(/locator: abstract/, 'locator: abstracts')],
      ['the id of a fact', 'trials/12', first(/^( {2}- id: [a-z-]+)$(?=\n {4}kind)/m, '$1-renamed')],
      [
        'a waiver that waives nothing',
        'trials/15',
        first(/^( {4})(value|percent): /m, '$1waivers: [{check: order/time, reason: Nothing}]\n$1$2: '),
      ],
      ['a waiver that goes', 'trials/aall1731.mdx', remove(/^ {4}waivers: .*\n/m)],
      ['a report', 'trials/20', first(/reference: ([a-z]+-20)(\d\d)/, 'reference: $199')],
      ['a registry number', 'trials/22', first(/NCT\d{8}/, 'NCT02101853')],
      [
        'an overlap',
        'trials/25',
        first(/^arms:/m, 'overlaps:\n  - {trial: aall1731, note: Of the same patients}\narms:'),
      ],
      ['YAML that cannot be read', 'trials/28', first('arms:', 'arms: [')],
      ['a body that cannot be read', 'trials/31', (text) => `${text}\n<Fact\n`],
      ['the kinds of an endpoint', 'endpoints.yaml', first(/kinds: \[count, proportion, /, 'kinds: [')],
      ['what an endpoint is part of', 'endpoints.yaml', remove(/^ {2}atMost: \[orr\]\n/m)],
      ['a scale', 'vocabulary.yaml', first(/(scales:\n {2}- (?:\{)?id: )/, '$1x')],
      ['the author of a work', 'references.yaml', first(/family: ([A-Z][a-z]+)/, 'family: $1x')],
      ['the key of a work', 'references.yaml', first(/^- id: (\S+)$/m, '- id: $1x')],
      ['the DOI of a work', 'references.yaml', first(/DOI: (\S+)/, 'DOI: $1x')],
      ['a number of a source', 'sources/3', first(/numbers: \[[^,]*,/, 'numbers: [99.9,')],
      ['the report of a source', 'sources/8', first(/^of: (.*)$/m, 'of: $1x')],
      ['a bibliography', 'reviews/wei-2023.mdx', first(/number: 4\d/, 'number: 400')],
      ['an English text', 'reviews/wei-2023.mdx', (text) => `${text}\nOne more sentence.\n`],
      ['a translation', 'reviews/wei-2023.zh.mdx', remove(/<Fact id="[^"]*" *\/>/)],
      ['a phrase', 'phrases.zh.yaml', first(/en: "([^"]+)"/, 'en: "$1 x"')],
      ['the name of a therapy', 'therapies/2', first(/en: ([A-Z]\w+)/, 'en: Other $1')],
      [
        'a link of a topic',
        'topics/0',
        (text) => `${text}\nSee [it](/trials/aall1731/) and [that](/trials/none/).\n`,
      ],
      ['a permanent address', 'permanent-urls.yaml', remove(/^- \/trials\/aall1731\/\n/m)],
    ] as [string, string, Edit][]
  ).map(([name, place, edit]) => [
    name,
    (root) => {
      const [folder = '', which = ''] = place.split('/');
      const names = /^\d+$/.test(which) ? fs.readdirSync(path.join(root, folder)).sort() : [];
      // The first from there that has a place for it.
      const files =
        names.length > 0
          ? [...names.slice(Number(which)), ...names].map((one) => `${folder}/${one}`)
          : [place];
      const file = files
        .map((one) => path.join(root, one))
        .find((one) => edit(fs.readFileSync(one, 'utf8')) !== fs.readFileSync(one, 'utf8'));
      expect(file, `${name} has a place`).toBeDefined();
      fs.writeFileSync(file!, edit(fs.readFileSync(file!, 'utf8')));
    },
  ]),
);
const others: typeof edits = {
  'an entry that goes': (root) => fs.rmSync(path.join(root, 'trials/aall1731.mdx')),
  'an entry that is added': (root) =>
    fs.copyFileSync(path.join(root, 'trials/alcantara.mdx'), path.join(root, 'trials/a-twin.mdx')),
  'an entry under another name': (root) =>
    fs.renameSync(path.join(root, 'trials/alcantara.mdx'), path.join(root, 'trials/z.mdx')),
  'a second entry under one id': (root) => {
    fs.mkdirSync(path.join(root, 'trials/sub'));
    fs.copyFileSync(path.join(root, 'trials/a-twin.mdx'), path.join(root, 'trials/sub/a-twin.mdx'));
  },
  'a file of the base that goes': (root) => fs.rmSync(path.join(root, 'vocabulary.yaml')),
  'a source that goes': (root) =>
    fs.rmSync(path.join(root, 'sources', fs.readdirSync(path.join(root, 'sources')).sort()[1]!)),
};

describe('of the content of this project', () => {
  const base = new Base('content');
  beforeAll(() => {
    fs.cpSync(projectContent, base.root, { recursive: true });
    base.kept();
  });

  it('the report is the same after changes of every kind, one upon the other', () => {
    Object.entries({ ...edits, ...others }).forEach(([name, edit], i) => {
      const before = cannotBeRead.test(name) ? copyOf(base.root) : undefined;
      edit(base.root);
      // By night after each, by day after every sixth and what cannot be read.
      if (isWhole || before || i % 6 === 5) expect(base.kept(), name).toEqual(base.anew());
      // What cannot be read would hide what the others change.
      if (before) fs.cpSync(before, base.root, { recursive: true });
    });
    expect(base.kept()).toEqual(base.anew());
  });
});

const cannotBeRead = /cannot be read|of the base that goes/;
let copies = 0;
function copyOf(root: string): string {
  const copy = path.join(made, `copy-${(copies += 1)}`);
  fs.cpSync(root, copy, { recursive: true });
  return copy;
}

describe('a part of which nothing is noted', () => {
  const trial = good('trials/alpha.mdx');
  const apart = trial.replace(/^overlaps:\n.*\n/m, '');
  const topic = good('topics/remission.mdx');
  const gone = (name: string): Changes => ({ [name]: undefined });
  const edited = (name: string, pattern: RegExp | string, by: string, text = good(name)): Changes => {
    expect(text, name).toMatch(pattern);
    return { [name]: text.replace(pattern, by) };
  };
  /** The part, the change that is to be seen through it, and what was changed before. */
  const cases: [part: string, change: Changes, before?: Changes][] = [
    ['ids of works', edited('references.yaml', 'id: li-2022', 'id: li-2029')],
    ['ids of endpoints', edited('endpoints.yaml', 'id: orr', 'id: other')],
    ['ids of settings', edited('vocabulary.yaml', 'id: relapsed', 'id: other')],
    ['ids of age groups', edited('vocabulary.yaml', 'id: adult', 'id: other')],
    ['ids of targets', edited('vocabulary.yaml', 'id: cd19', 'id: cd20')],
    ['ids of therapy classes', edited('vocabulary.yaml', 'id: antibody', 'id: other')],
    ['ids of scales', edited('vocabulary.yaml', 'id: ctcae-4', 'id: ctcae-5')],
    ['attributes of a trial', edited('vocabulary.yaml', 'id: b-lineage', 'id: other')],
    ['attributes of a therapy', edited('vocabulary.yaml', 'id: none', 'id: other')],
    ['ids of therapies', gone('therapies/testumab.mdx')],
    ['ids of trials', gone('trials/beta.mdx')],
    ['ids of reviews', gone('reviews/overview.mdx')],
    ['ids of topics', gone('topics/remission.mdx')],
    ['facts of entries', edited('trials/alpha.mdx', 'id: cr-new', 'id: cr-renamed')],
    ['endpoints', edited('endpoints.yaml', 'kinds: [dose]', 'kinds: [count]')],
    [
      'works',
      edited('references.yaml', 'Smith, given: A B}, {', 'Other, given: A B}, {'),
      { 'topics/remission.mdx': `${topic}\nSmith et al. [@smith-2020].\n` },
    ],
    ['indexes', edited('sources/smith-2023.yaml', '23.0', '24.0')],
    [
      'an index that could not be read',
      { 'sources/other.yaml': 'of: [' },
      edited('trials/alpha.mdx', /locator: abstract(?=[^-]*percent: 80)/, 'locator: page 9'),
    ],
    ['overlaps', edited('trials/beta.mdx', /^overlaps:.*(?:\n .*)*/m, 'overlaps: []')],
    ['first entries', { 'trials/a/alpha.mdx': trial }],
    [
      'first of registry numbers',
      edited('trials/alpha.mdx', 'NCT01234567', 'NCT09999999', apart),
      {
        'trials/alpha.mdx': apart,
        ...edited(
          'trials/beta.mdx',
          /^overlaps:\n.*$/m,
          'registry: [{registry: ClinicalTrials.gov, id: NCT09999999}]',
        ),
      },
    ],
    [
      'first of reports',
      edited(
        'trials/alpha.mdx',
        '  - {review: over',
        '  - {reference: jones-2021, kind: ancillary}\n  - {review: over',
        apart,
      ),
      { 'trials/alpha.mdx': apart, ...edited('trials/beta.mdx', /^overlaps:\n.*\n/m, '') },
    ],
    ['used', gone('syntheses/pool-2024.mdx')],
    [
      'texts',
      edited('trials/alpha.mdx', 'regimen: Testumab every', 'regimen: Testumab each'),
      { 'phrases.zh.yaml': '- {en: Testumab every three weeks, zh: 每三周一次}\n' },
    ],
    [
      'built addresses',
      edited('trials/alpha.mdx', 'id: cr-old', 'id: cr-other'),
      { 'permanent-urls.yaml': '- /trials/alpha/#cr-old\n' },
    ],
    [
      'pages and files of the site',
      gone('trials/beta.mdx'),
      { 'topics/remission.mdx': `${topic}\n[It](/trials/beta/).\n` },
    ],
    ['originals of translations', { 'topics/remission.mdx': `${topic}\nMore.\n` }],
    [
      'whether all could be read',
      { 'sources/other.yaml': 'of: [' },
      edited(
        'trials/alpha.mdx',
        'id: cr-old',
        'id: cr-old\n    waivers: [{check: order/time, reason: Nothing}]',
      ),
    ],
  ];
  const noterOf = ReadLog.prototype.noterOf;
  afterEach(() => vi.restoreAllMocks());

  it.each(cases)('(%s) would leave answers that no longer hold', (part, change, before = {}) => {
    const said = (name: string) => {
      const base = new Base(`${name} ${part.replaceAll(' ', '-')}`);
      base.layOut(undefined, before);
      base.kept();
      base.layOut(undefined, { ...before, ...change });
      return { kept: base.kept(), anew: base.anew() };
    };
    const noted = said('noted');
    expect(noted.kept).toEqual(noted.anew);
    vi.spyOn(ReadLog.prototype, 'noterOf').mockImplementation(function (this: ReadLog, name) {
      return name === part ? () => undefined : noterOf.call(this, name);
    });
    const unnoted = said('unnoted');
    expect(unnoted.kept).not.toEqual(unnoted.anew);
  });
});

it('answers hold for the code of every room that has a part in them', () => {
  const rooms = readRooms() as Map<string, { imports: string[] }>;
  const reached = new Set(['checks']);
  for (const room of reached) for (const other of rooms.get(room)!.imports) reached.add(other);
  expect([...roomsOfChecks].sort()).toEqual([...reached].sort());
});

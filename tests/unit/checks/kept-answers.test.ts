import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Notebook } from '../../../src/checks/context/noted.ts';
import { factsOf } from '../../../src/checks/facts.ts';
import { KeptAnswers } from '../../../src/checks/kept/answers.ts';
import { reporters } from '../../../src/checks/reporters.ts';
import { allChecks, runChecks, type CheckReport } from '../../../src/checks/run.ts';
import { ReadCache } from '../../../src/reading/cache.ts';
import { readCorpus, type Corpus } from '../../../src/reading/corpus.ts';
import { projectContent } from '../../support/project.ts';
import { isWhole, sample } from '../../support/sweep.ts';
import { fixtures, good, layOut, type Changes } from './fixtures.ts';

const made = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-answers-'));
afterAll(() => fs.rmSync(made, { recursive: true }));

/** All that a report says: in each form, and which checks asked about each fact. */
const saidBy = (report: CheckReport, corpus: Corpus) => ({
  ...Object.fromEntries(Object.entries(reporters).map(([name, told]) => [name, told(report, { verbose: true })])),
  folded: reporters.text(report),
  asked: factsOf(corpus).map((fact) => [fact.source.file, fact.path.join('.'), report.asked.get(fact.fact)]),
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
  const all = fs.readdirSync(fixtures).filter((name) => name.startsWith('bad-'));

  it('where nothing has changed', () => {
    base.layOut();
    const first = base.kept();
    expect(first).toEqual(base.anew());
    expect(base.kept()).toEqual(first);
  });

  it.each(sample(all, 3))('after a change to %s and back', (fixture) => {
    base.layOut(fixture);
    expect(base.kept()).toEqual(base.anew());
    expect(base.kept()).toEqual(base.anew());
    base.layOut();
    expect(base.kept()).toEqual(base.anew());
  });

  it('of which nothing holds for another folder, person or code', () => {
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
    ['has one other byte', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -9), Buffer.from('?'), bytes.subarray(-8)])],
    [
      'is of another version',
      (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace('answers 1', 'answers 0'), 'latin1'),
    ],
  ])('where the file %s', (_, spoil) => {
    base.layOut();
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
      ['an overlap', 'trials/25', first(/^arms:/m, 'overlaps:\n  - {trial: aall1731, note: Of the same patients}\narms:')],
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
      ['a link of a topic', 'topics/0', (text) => `${text}\nSee [it](/trials/aall1731/) and [that](/trials/none/).\n`],
      ['a permanent address', 'permanent-urls.yaml', remove(/^- \/trials\/aall1731\/\n/m)],
    ] as [string, string, Edit][]
  ).map(([name, place, edit]) => [
    name,
    (root) => {
      const [folder = '', which = ''] = place.split('/');
      const names = /^\d+$/.test(which) ? fs.readdirSync(path.join(root, folder)).sort() : [];
      // The first from there that has a place for it.
      const files = names.length > 0 ? [...names.slice(Number(which)), ...names].map((one) => `${folder}/${one}`) : [place];
      const file = files
        .map((one) => path.join(root, one))
        .find((one) => edit(fs.readFileSync(one, 'utf8')) !== fs.readFileSync(one, 'utf8'));
      expect(file, `${name} has a place`).toBeDefined();
      fs.writeFileSync(file!, edit(fs.readFileSync(file!, 'utf8')));
    },
  ]),
);
const other: typeof edits = {
  'an entry that goes': (root) => fs.rmSync(path.join(root, 'trials/aall1731.mdx')),
  'an entry that is added': (root) =>
    fs.copyFileSync(path.join(root, 'trials/alcantara.mdx'), path.join(root, 'trials/a-twin.mdx')),
  'an entry under another name': (root) =>
    fs.renameSync(path.join(root, 'trials/alcantara.mdx'), path.join(root, 'trials/z.mdx')),
  'a second entry under one id': (root) => {
    fs.mkdirSync(path.join(root, 'trials/sub'));
    fs.copyFileSync(path.join(root, 'trials/alcantara.mdx'), path.join(root, 'trials/sub/alcantara.mdx'));
  },
  'a file of the base that goes': (root) => fs.rmSync(path.join(root, 'vocabulary.yaml')),
  'a source that goes': (root) => fs.rmSync(path.join(root, 'sources', fs.readdirSync(path.join(root, 'sources')).sort()[1]!)),
};

describe('of the content of this project', () => {
  const base = new Base('content');
  const untouched = new Base('content');
  beforeAll(() => {
    fs.cpSync(projectContent, base.root, { recursive: true });
    base.kept();
  });

  /** Each change alone, or by night also upon all before it. */
  it.each(Object.entries({ ...edits, ...other }))('%s changes the report as it does without', (_, edit) => {
    edit(base.root);
    const changed = base.kept();
    expect(changed).toEqual(base.anew());
    if (isWhole) expect(base.kept()).toEqual(changed);
    fs.rmSync(base.root, { recursive: true });
    fs.cpSync(projectContent, base.root, { recursive: true });
    if (isWhole) expect(base.kept()).toEqual(untouched.anew());
  });

  it('all of them do, one upon the other', () => {
    for (const [name, edit] of Object.entries(edits)) {
      if (/cannot be read/.test(name)) continue;
      edit(base.root);
      base.kept();
    }
    expect(base.kept()).toEqual(base.anew());
  });
});

void vi;
void Notebook;

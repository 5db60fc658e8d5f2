import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { projectRoot } from '../../../src/cli/command.ts';
import { projectContent } from '../../support/project.ts';
import { folder, start } from './almanac.ts';

const run = promisify(execFile);
const almanac = path.join(projectRoot, 'src/cli/almanac.js');

/** The commands of the walk in CONTRIBUTING.md, in their order. */
function commands(): string[] {
  const text = fs.readFileSync(path.join(projectRoot, 'CONTRIBUTING.md'), 'utf8');
  const [, walk] = /^## From a published trial to a proposal.*\n([\s\S]*?)^## /m.exec(text)!;
  return [...walk!.matchAll(/^ *```sh\n([\s\S]*?)^ *```$/gm)].flatMap(([, block]) =>
    block!.trim().split(/\n\s*/),
  );
}

/** What lies beside the repository when the walk begins: what a curator has before her. */
const atHand: Record<string, string> = {
  'report.nbib': `
PMID- 99000026
OWN - NLM
STAT- MEDLINE
VI  - 4
IP  - 1
DP  - 2026 Mar
TI  - Blinatumomab in a few adults.
PG  - 1-9
LID - 10.5555/inv.2026.0026 [doi]
FAU - Smith, Ann B
AU  - Smith AB
LA  - eng
PT  - Journal Article
TA  - J Invented Haematol
JT  - Journal of invented haematology
`,
  'record.json': JSON.stringify({
    protocolSection: {
      identificationModule: { nctId: 'NCT99990026', briefTitle: 'A Study of Blinatumomab (INVENT-26)' },
      statusModule: { overallStatus: 'COMPLETED', startDateStruct: { date: '2023-04', type: 'ACTUAL' } },
      conditionsModule: { conditions: ['B-cell Acute Lymphoblastic Leukemia'] },
      designModule: {
        studyType: 'INTERVENTIONAL',
        phases: ['PHASE2'],
        designInfo: { allocation: 'NA', interventionModel: 'SINGLE_GROUP', maskingInfo: { masking: 'NONE' } },
        enrollmentInfo: { count: 26, type: 'ACTUAL' },
      },
      armsInterventionsModule: {
        armGroups: [
          { label: 'Blinatumomab', type: 'EXPERIMENTAL', interventionNames: ['Biological: Blinatumomab'] },
        ],
        interventions: [{ type: 'BIOLOGICAL', name: 'Blinatumomab', armGroupLabels: ['Blinatumomab'] }],
      },
      eligibilityModule: { minimumAge: '18 Years', stdAges: ['ADULT', 'OLDER_ADULT'], sex: 'ALL' },
    },
    hasResults: false,
  }),
  'abstract.txt':
    'We treated 24 adults with blinatumomab. A complete remission was reached in 18 of 24 patients (75%; 95% CI, 53 to 90).\n',
};

const entry = 'content/trials/smith-2026.mdx';

/** Edits a file as a person does: each text must be there. */
function edit(file: string, edits: readonly (readonly [RegExp | string, string])[]): void {
  let text = fs.readFileSync(file, 'utf8');
  for (const [from, to] of edits) {
    expect(text).toMatch(from);
    text = text.replace(from, () => to);
  }
  fs.writeFileSync(file, text);
}

const treated = `populations:
  - id: treated
    kind: treated
    label: Patients who were treated
    n: 24
    report: smith-2026
    locator: abstract
`;

const report = `reports:
  - reference: smith-2026
    kind: primary
    sources:
      - {id: abstract, url: "https://pubmed.ncbi.nlm.nih.gov/1/", read: abstract}
`;

/**
 * What a curator does by hand after a command, by how the command begins; `said` is what the command printed.
 */
const byHand: Record<string, (cwd: string, said: string) => void> = {
  'npx almanac import refs': (cwd) =>
    edit(path.join(cwd, 'content/references.yaml'), [
      [/ {2}custom:\n {4}unlinked: "Imported, and not cited yet"\n/, ''],
    ]),
  'mv ': (cwd) =>
    edit(path.join(cwd, entry), [
      [
        'en: A Study of Blinatumomab (INVENT-26)',
        'en: Blinatumomab in relapsed disease\nshortName: Smith 2026',
      ],
      ['setting: not-reported', 'setting: relapsed-refractory'],
      [/unsettled:\n {2}- "setting: .*\n/, ''],
      [
        'condition: B-cell Acute Lymphoblastic Leukemia',
        'condition: Relapsed or refractory B-cell precursor disease',
      ],
      ['populations:\n', treated],
      ['reports:\n', report],
    ]),
  'npx almanac parse': (cwd, said) => {
    const outcomes = said
      .replaceAll(/^#.*\n/gm, '')
      .replaceAll('arm: "?"', 'arm: blinatumomab')
      .replaceAll('population: "?"', 'population: treated');
    edit(path.join(cwd, entry), [['outcomes:\n', `outcomes:\n${outcomes.replaceAll(/^(?=.)/gm, '  ')}`]]);
  },
};

/**
 * A copy of the content in a repository with a main branch and a remote, as after `git clone` and `npm ci`.
 */
async function cloned(): Promise<{ cwd: string; env: NodeJS.ProcessEnv; remote: string }> {
  const home = folder();
  const [cwd, bin, remote] = ['clone', 'bin', 'remote.git'].map((name) => path.join(home, name)) as [
    string,
    string,
    string,
  ];
  fs.cpSync(projectContent, path.join(cwd, 'content'), { recursive: true });
  for (const [name, text] of Object.entries(atHand)) fs.writeFileSync(path.join(cwd, name), text);
  fs.writeFileSync(path.join(cwd, '.gitignore'), Object.keys(atHand).join('\n'));
  fs.mkdirSync(bin);
  const script = `#!/bin/sh\nshift\nexec "${process.execPath}" "${almanac}" "$@" --content content\n`;
  fs.writeFileSync(path.join(bin, 'npx'), script, { mode: 0o755 });
  fs.writeFileSync(
    path.join(home, 'gitconfig'),
    '[user]\n name = A\n email = a@example.org\n[init]\n defaultBranch = main\n',
  );
  const env = {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    GIT_CONFIG_GLOBAL: path.join(home, 'gitconfig'),
  };
  const git = (...args: string[]) => run('git', args, { cwd, env });
  await git('init', '--quiet');
  await git('add', '.');
  await git('commit', '--quiet', '--message', 'As it is');
  await git('init', '--quiet', '--bare', remote);
  await git('remote', 'add', 'origin', remote);
  await git('push', '--quiet', 'origin', 'main');
  return { cwd, env, remote };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Looks at the page of the preview, which runs until it is interrupted. */
async function lookAt(cwd: string): Promise<string> {
  const port = await freePort();
  // Under the name of a test runner, Vite serves modules and Astro no pages.
  const env = { VITEST: '', NODE_ENV: 'development' };
  const preview = start(['dev', '--content', 'content', '--port', String(port)], { cwd, env });
  const address = `http://localhost:${port}/trials/smith-2026/`;
  try {
    // It answers when it is ready, and makes a page when it is asked for one: so it is asked once at a time.
    while (preview.child.exitCode === null) {
      const response = await fetch(address).catch(() => undefined);
      if (response) return `${response.status} ${await response.text()}`;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error(`the preview ended: ${preview.run.stdout}${preview.run.stderr}`);
  } finally {
    preview.child.kill('SIGINT');
  }
}

it(
  'every command of the walk does what it says, on a copy of the content',
  { timeout: 1_200_000 },
  async () => {
    const { cwd, env, remote } = await cloned();
    const said = new Map<string, string>();
    for (const line of commands()) {
      if (line === 'npx almanac dev') {
        said.set(line, await lookAt(cwd));
        continue;
      }
      const { stdout } = await run('sh', ['-c', line], { cwd, env }).catch(
        (error: { stdout: string; stderr: string }) => {
          throw new Error(`${line}\n${error.stdout}${error.stderr}`);
        },
      );
      said.set(line, stdout);
      for (const [begin, act] of Object.entries(byHand)) if (line.startsWith(begin)) act(cwd, stdout);
    }
    expect(said.get('npx almanac addresses --write')).toMatch(
      /^\/references\/registry-nct99990026\/\n\/references\/smith-2026\/\n\/trials\/smith-2026\/\n(?:\/trials\/smith-2026\/#(?:cr|enrolled-registry|treated)\n){3}6 /,
    );
    expect(said.get('npx almanac check content/trials/smith-2026.mdx')).toMatch(/: 0 errors, 0 warnings, /);
    expect(fs.readFileSync(path.join(cwd, entry), 'utf8')).toMatch(/trace: \{.*percent: \d/);
    expect(said.get('npx almanac dev')).toMatch(/^200 [\s\S]*Blinatumomab in relapsed disease/);
    const diff = said.get('npx almanac diff main')!;
    expect(diff).toMatch(
      /^1 entry new; 3 facts new; 2 references new; 2 other files new since revision main /,
    );
    expect(diff).toMatch(
      /^Smith 2026, new, version 1\.0 {2}\(trials\/smith-2026\)\n(?: {2}\+ .*\n)* {2}\+ complete remission, 75%, 18\/24, 95% CI 53–90, primary report {2}\(cr\)$/m,
    );
    const { stdout: pushed } = await run('git', [
      '--git-dir',
      remote,
      'show',
      '--name-only',
      '--format=%s',
      'smith-2026',
    ]);
    expect(pushed.trim().split('\n').filter(Boolean)).toEqual([
      'Smith 2026: remission with blinatumomab',
      'content/permanent-urls.yaml',
      'content/references.yaml',
      'content/sources/registry-nct99990026.yaml',
      'content/sources/smith-2026-abstract.yaml',
      'content/trials/smith-2026.mdx',
    ]);
  },
);

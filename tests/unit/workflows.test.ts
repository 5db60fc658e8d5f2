import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../src/cli/command.ts';
import { readYaml } from '../../src/reading/yaml.ts';

interface Step {
  id?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, string>;
}
interface Job {
  permissions?: Record<string, string>;
  steps: Step[];
  'timeout-minutes'?: number | string;
}
interface Workflow {
  name: string;
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

const folder = path.join(projectRoot, '.github/workflows');
const workflows = fs.readdirSync(folder).map((file) => {
  const { data, errors } = readYaml(fs.readFileSync(path.join(folder, file), 'utf8'));
  return { file, errors, workflow: data as Workflow };
});
const { scripts } = JSON.parse(fs.readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

/** What somebody who proposes can write freely, and a shell would run. */
const untrusted =
  /\$\{\{[^}]*(?:\.title|\.body|head\.ref|head_ref|head_branch|\.label|\.message|\.email|\.login)[^}]*\}\}/;
const writes = ({ permissions = {} }: { permissions?: Record<string, string> }) =>
  Object.entries(permissions).flatMap(([what, right]) => (right === 'write' ? [what] : []));

describe.each(workflows)('$file', ({ file, errors, workflow }) => {
  const jobs = Object.values(workflow.jobs);
  const steps = jobs.flatMap((job) => job.steps);

  it('is pinned: each action by its whole version', () => {
    expect(errors).toEqual([]);
    for (const { uses } of steps)
      if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w-]+@v\d+\.\d+\.\d+$/);
    for (const job of jobs) expect(Number(job['timeout-minutes'])).toBeGreaterThan(0);
  });

  it('has the rights that it needs and no others', () => {
    expect(workflow.permissions).toBeDefined();
    expect(writes(workflow)).toEqual([]);
    const allowed: Record<string, string[]> = {
      'deploy.yml': ['pages', 'id-token'],
      'proposal-comment.yml': ['pull-requests'],
    };
    expect(jobs.flatMap(writes)).toEqual(allowed[file] ?? []);
  });

  it('hands nothing of a stranger to a shell, and runs no code of one beside a right to write', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    for (const { run = '', with: given = {} } of steps) {
      expect(run).not.toMatch(untrusted);
      expect(String(given.script ?? '')).not.toContain('${{');
    }
    for (const job of jobs) {
      const isCheckout = job.steps.some(({ uses }) => uses?.startsWith('actions/checkout@'));
      if (isCheckout) expect(writes(job)).toEqual([]);
      for (const { uses, with: given } of job.steps)
        if (uses?.startsWith('actions/checkout@')) expect(given?.['persist-credentials']).toBe(false);
    }
    if ('workflow_run' in workflow.on) expect(steps.some(({ run }) => run !== undefined)).toBe(false);
  });

  it('runs scripts that there are', () => {
    for (const [, name] of steps.flatMap(({ run = '' }) => [...run.matchAll(/npm run ([\w:]+)/g)]))
      expect(Object.keys(scripts)).toContain(name);
  });
});

it('what is deployed is built for where it will stand', () => {
  const { steps } = workflows.find(({ file }) => file === 'deploy.yml')!.workflow.jobs.build!;
  const told = steps.findIndex(({ uses }) => uses?.startsWith('actions/configure-pages@'));
  const built = steps.findIndex(({ run }) => run?.includes('almanac build'));
  expect([told, built].every((place, i, all) => place > (all[i - 1] ?? 0))).toBe(true);
  expect(steps[built]!.run).toBe('npx almanac build --url "$ADDRESS"');
  expect(steps[built]!.env!.ADDRESS).toBe(`\${{ steps.${steps[told]!.id!}.outputs.base_url }}`);
});

it('what comments on a proposal follows what runs it', () => {
  const named = new Map(workflows.map(({ workflow }) => [workflow.name, workflow]));
  const { workflows: followed } = named.get('proposal-comment')!.on.workflow_run as { workflows: string[] };
  expect(followed).toEqual(['proposal']);
  expect(Object.keys(named.get('proposal')!.on)).toEqual(['pull_request']);
});

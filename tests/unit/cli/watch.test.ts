import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { start, until, withContent } from './almanac.ts';

it.skipIf(process.platform === 'win32')(
  'check --watch says again what is found whenever a file is saved, until it is interrupted',
  async () => {
    const root = withContent();
    const trial = path.join(root, 'content', 'trials', 'beta.mdx');
    const good = fs.readFileSync(trial, 'utf8');
    const { child, run, done } = start(['check', '--content', 'content', '--watch'], { cwd: root });
    const waits = () => run.stderr.split('waiting for changes').length - 1;
    await until(() => waits() === 1, 'the first check is done');
    expect(run.stdout).toMatch(/: 0 errors/);

    const second = run.stdout.length;
    fs.writeFileSync(trial, good.replace(/^status: .*$/m, 'status: finished'));
    await until(() => run.stdout.slice(second).includes('finished'), 'the fault is told');
    expect(run.stdout.slice(second)).toContain('content/trials/beta.mdx:');

    fs.writeFileSync(trial, good);
    await until(
      () => /: 0 errors[^]*$/.test(run.stdout.slice(run.stdout.lastIndexOf('finished'))),
      'it reports what to fix',
    );

    // As editors save that write another file and rename it.
    const third = run.stdout.length;
    fs.writeFileSync(path.join(root, 'draft'), good.replace(/^status: .*$/m, 'status: ended'));
    fs.renameSync(path.join(root, 'draft'), trial);
    await until(() => run.stdout.slice(third).includes('ended'), 'the file put in its place is read');
    fs.writeFileSync(trial, good.replace(/^status: .*$/m, 'status: stopped'));
    await until(() => run.stdout.slice(third).includes('stopped'), 'and is read again when it is saved');

    child.kill('SIGINT');
    expect((await done).code).toBe(0);
  },
);

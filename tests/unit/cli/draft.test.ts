import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { Draft } from '../../../src/cli/draft.ts';
import { outputFolder } from '../../../src/cli/output.ts';
import { bytesOf, command, folder, withContent } from './almanac.ts';

const mount = (place: string) =>
  spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', place]).status === 0;
const unmount = (place: string) => spawnSync('umount', [place]);
const mayMount = (() => {
  const tried = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-mount-'));
  const may = mount(tried);
  if (may) unmount(tried);
  fs.rmdirSync(tried);
  return may;
})();

/** The number of a process that is over. */
const over = spawnSync(process.execPath, ['--version']).pid;
const content = path.join(withContent(), 'content');

function write(root: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
}

/** Writes a build of a few files as the command does. */
async function build(out: string, files: Record<string, string>): Promise<void> {
  const draft = new Draft(outputFolder(out, 'build', content), 'build', () => '');
  try {
    draft.begin();
    for (const [name, text] of Object.entries(files)) draft.write(name, text);
    await draft.take();
  } finally {
    draft.close();
  }
}
const namesIn = (root: string) => [...bytesOf(root).keys()].sort();

describe('the folder of a build', () => {
  it('is replaced whole by the next one', async () => {
    const root = folder();
    const out = path.join(root, 'dist');
    await build(out, { 'index.html': '1', 'a/b.html': '1' });
    await build(out, { 'index.html': '2', 'a/c.html': '2' });
    expect(namesIn(root)).toEqual(['dist/.almanac-build', 'dist/a/c.html', 'dist/index.html']);
    expect(fs.readFileSync(path.join(out, '.almanac-build'), 'utf8')).toBe('a/c.html\nindex.html\n');
  });

  it.each(['CNAME', 'a/mine.csv', '.nojekyll', '.git'])(
    'keeps what someone put beside it: %s',
    async (name) => {
      const root = folder();
      const out = path.join(root, 'dist');
      await build(out, { 'index.html': '1' });
      write(out, { [name]: 'mine' });
      const before = bytesOf(root);
      await expect(build(out, { 'index.html': '2' })).rejects.toThrow(
        `dist holds what a build did not make: ${name}. Move it away (what belongs to the site goes into public/)`,
      );
      expect(bytesOf(root)).toEqual(before);
    },
  );

  it('may be a link to another folder, which is then written', async () => {
    const root = folder();
    fs.mkdirSync(path.join(root, 'real'));
    fs.symlinkSync('real', path.join(root, 'dist'));
    await build(path.join(root, 'dist'), { 'index.html': '1' });
    expect(fs.readlinkSync(path.join(root, 'dist'))).toBe('real');
    expect(fs.existsSync(path.join(root, 'real', 'index.html'))).toBe(true);
  });

  it.each(['content/dist', 'content/trials/dist', 'link/new/dist'])(
    'never lies in the content: %s',
    (out) => {
      const root = path.dirname(content);
      fs.rmSync(path.join(root, 'link'), { force: true });
      fs.symlinkSync('content', path.join(root, 'link'));
      expect(() => outputFolder(path.join(root, out), 'build', content)).toThrow(
        'lie in each other; choose another folder',
      );
    },
  );

  it('never holds the content', () => {
    const root = folder();
    expect(() => outputFolder(root, 'build', path.join(root, 'content'))).toThrow('lie in each other');
  });
});

describe('a draft of a run that was killed', () => {
  it('is cleared away, and what stood there before is put back', async () => {
    const root = folder();
    const out = path.join(root, 'dist');
    await build(out, { 'index.html': '1' });
    const before = bytesOf(root);
    fs.renameSync(out, `${out}.old-${over}`);
    write(root, { [`dist.draft-${over}/.almanac-draft`]: '', [`dist.draft-${over}/index.html`]: 'half' });
    outputFolder(out, 'build', content);
    expect(bytesOf(root)).toEqual(before);
  });

  it('stays while its run goes on, and where it is none', () => {
    const root = folder();
    write(root, {
      [`dist.draft-${process.pid}/.almanac-draft`]: '',
      [`dist.draft-${over}/mine`]: '',
      'dist.draft-/x': '',
    });
    const before = bytesOf(root);
    outputFolder(path.join(root, 'dist'), 'build', content);
    expect(bytesOf(root)).toEqual(before);
  });

  it('within the folder is cleared away too, and what it had taken out is put back', async () => {
    const out = path.join(folder(), 'dist');
    await build(out, { 'index.html': '1', 'a.html': '1' });
    const before = bytesOf(out);
    write(out, { [`.draft-${over}/.almanac-draft`]: '' });
    fs.mkdirSync(path.join(out, `.old-${over}`));
    for (const name of ['index.html', 'a.html'])
      fs.renameSync(path.join(out, name), path.join(out, `.old-${over}`, name));
    write(out, { 'index.html': '2' });
    outputFolder(out, 'build', content);
    expect(bytesOf(out)).toEqual(before);
  });
});

describe('a folder that cannot be renamed', () => {
  const out = path.join(folder(), 'a disk');
  afterEach(() => void unmount(out));

  it.skipIf(!mayMount)('such as a mounted one, changes what is in it', async () => {
    fs.mkdirSync(out);
    mount(out);
    await build(out, { 'index.html': '1', 'a/b.html': '1' });
    await build(out, { 'index.html': '2', 'a/c.html': '2' });
    expect(namesIn(out)).toEqual(['.almanac-build', 'a/c.html', 'index.html']);
    expect(fs.readFileSync(path.join(out, 'index.html'), 'utf8')).toBe('2');
  });
});

describe.skipIf(!fs.existsSync('/proc/self'))('a place where no folder can be made', () => {
  it.each(['build --content content --out /proc/x', 'synth --trials 1 --out /proc/x/y'])(
    '%s is told',
    async (line) => {
      const { code, stderr } = await command(line, { cwd: path.dirname(content) });
      expect([code, stderr]).toEqual([
        2,
        expect.stringMatching(/^almanac \w+: \/proc\/x.*: .* \(E[A-Z]+\)\. Check that/),
      ]);
    },
  );
});

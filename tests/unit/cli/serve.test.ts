import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, folder, oldNode, start, until, type Run } from './almanac.ts';

/** A folder with all that makes a build to the server. */
function site(): string {
  const root = path.join(folder(), 'site');
  const pages = {
    'index.html': '<h1>Home</h1>',
    '404.html': '<h1>Not here</h1>',
    'trials/index.html': '<h1>Trials</h1>',
    'data/trials.csv': 'a\n',
    'data/all.parquet': '0123456789',
    'cite/library.ris': 'TY  - JOUR\n',
    'cite/library.bib': '@article{a}\n',
  };
  for (const [name, text] of Object.entries(pages)) {
    fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    fs.writeFileSync(path.join(root, name), text);
  }
  fs.writeFileSync(path.join(root, '..', 'secret.txt'), 'secret');
  return root;
}

/** Waits for the address that a server prints. */
async function addressOf(run: Run): Promise<string> {
  await until(() => run.stdout.includes('\n'), 'the address is printed');
  return /http:\/\/localhost:\d+/.exec(run.stdout)![0];
}

/** What a raw request line is answered with: clients such as fetch tidy addresses up before they ask. */
function raw(address: string, line: string): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname, () =>
      socket.write(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`),
    );
    let answer = '';
    socket
      .on('data', (data) => (answer += data.toString()))
      .on('end', () => resolve(answer))
      .on('error', reject);
  });
}

describe('serve of a site below a path', () => {
  const root = site();
  fs.writeFileSync(
    path.join(root, 'index.html'),
    '<!doctype html>\n<html data-base-path="/some/where" lang="en"><h1>Home</h1>',
  );
  const server = start(['serve', '--dir', root, '--port', '0']);
  let address: string;
  beforeAll(async () => {
    address = await addressOf(server.run);
  });
  afterAll(() => void server.child.kill());

  it('prints where it is', () => {
    expect(server.run.stdout).toBe(`The base is at ${address}/some/where/ (Ctrl-C stops it)\n`);
  });

  it.each([
    ['/', 302, '/some/where/'],
    ['/some/where', 302, '/some/where/'],
    ['/some/where?q=1', 302, '/some/where/?q=1'],
    ['/some/where/', 200, null],
    ['/some/where/trials', 301, '/some/where/trials/'],
    ['/some/where/trials?q=1', 301, '/some/where/trials/?q=1'],
    ['/some/where//elsewhere.example/..%2ftrials', 301, '/some/where/trials/'],
    ['/some/where/trials/', 200, null],
    ['/some/where/nowhere/', 404, null],
    ['/some/wherever/', 404, null],
    ['/trials/', 404, null],
    ['/?q=1', 404, null],
  ])('answers %s with %d', async (asked, status, location) => {
    const { status: found, headers } = await fetch(address + asked, { redirect: 'manual' });
    expect([found, headers.get('location')]).toEqual([status, location]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('serve', () => {
  const root = site();
  const server = start(['serve', '--dir', root, '--port', '0']);
  let address: string;
  beforeAll(async () => {
    address = await addressOf(server.run);
  });
  afterAll(() => void server.child.kill());

  it('prints the address at which the site then is', async () => {
    expect(server.run.stdout).toBe(`The base is at ${address}/ (Ctrl-C stops it)\n`);
    const home = await fetch(`${address}/`);
    expect([home.status, await home.text()]).toEqual([200, '<h1>Home</h1>']);
    expect(home.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(home.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    ['data/trials.csv', 'text/csv; charset=utf-8'],
    ['data/all.parquet', 'application/vnd.apache.parquet'],
    ['cite/library.ris', 'application/x-research-info-systems; charset=utf-8'],
    ['cite/library.bib', 'application/x-bibtex; charset=utf-8'],
  ])('serves %s as what it is', async (name, type) => {
    expect((await fetch(`${address}/${name}`)).headers.get('content-type')).toBe(type);
  });

  it('says when a file is the one that the reader has, and when it was written anew', async () => {
    const file = path.join(root, 'data', 'changing.json');
    fs.writeFileSync(file, '{}');
    const at = `${address}/data/changing.json`;
    const etag = (await fetch(at)).headers.get('etag')!;
    expect((await fetch(at, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    fs.writeFileSync(file, '{"a": 1}');
    const again = await fetch(at, { headers: { 'If-None-Match': etag } });
    expect([again.status, await again.text()]).toEqual([200, '{"a": 1}']);
    const old = await fetch(at, { headers: { 'If-Range': etag, Range: 'bytes=4-' } });
    expect([old.status, await old.text()]).toEqual([200, '{"a": 1}']);
  });

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=7-99', 206, '789', 'bytes 7-9/10'],
    ['bytes=-4', 206, '6789', 'bytes 6-9/10'],
    ['bytes=-99', 206, '0123456789', 'bytes 0-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=-0', 416, '', 'bytes */10'],
    ['bytes=0-0', 200, '0123456789', null],
    ['bytes=5-2', 200, '0123456789', null],
    ['bytes=0-1,4-5', 200, '0123456789', null],
    ['lines=1-2', 200, '0123456789', null],
  ])('gives %s of a file', async (asked, status, text, told) => {
    const part = await fetch(`${address}/data/all.parquet`, { headers: { Range: asked } });
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([status, text, told]);
  });

  it.each([
    ['a page', '/', {}],
    ['a file that is not there', '/nowhere', {}],
    ['a folder', '/trials', {}],
    ['a wrong question', '/', { method: 'POST' }],
  ])('guards the answer to %s', async (_, target, options) => {
    const { headers } = await fetch(address + target, { redirect: 'manual', ...options });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
  });

  it('lets other sites read the files, as the headers do that other hosts take from the build', async () => {
    const { headers } = await fetch(`${address}/data/all.parquet`);
    const [place, ...told] = fs.readFileSync('public/_headers', 'utf8').trimEnd().split('\n');
    expect(place).toBe('/*');
    expect(told).toContain('  Access-Control-Allow-Origin: *');
    for (const line of told) {
      const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line)!;
      expect(headers.get(name!), name).toBe(value);
    }
  });

  it.each([
    '/trials',
    '//trials',
    '/\\trials',
    '//elsewhere.example/..%2ftrials',
    '/trials%2f',
    '/x%2f..%2ftrials',
  ])('leads from %s to the folder on this host', async (target) => {
    const answer = await raw(address, `GET ${target}`);
    expect(answer).toMatch(/^HTTP\/1\.1 301 /);
    expect(answer).toMatch(/^location: \/trials\/\r$/im);
  });

  it.each(['/elsewhere.example%2f..', '//elsewhere.example/x%2f..%2f..', '/\\elsewhere.example/x%2f..%2f..'])(
    'leads from %s to its own first page',
    async (target) => {
      expect(await raw(address, `GET ${target}`)).toMatch(/^HTTP\/1\.1 301 [\s\S]*^location: \/\r$/im);
    },
  );

  it.each([
    ['a name of 256 letters', `/${'a'.repeat(256)}`],
    ['a name of 256 letters in a folder', `/trials/${'a'.repeat(256)}/`],
    ['a path of 8,000 letters', '/a'.repeat(4000)],
    ['a file as a folder', '/data/trials.csv/'],
    ['a file as a folder of another', '/data/trials.csv/index.html'],
    ['an address of another host', 'http://elsewhere.example/'],
    ['a link to itself', '/loop'],
    ['a device', '/zero'],
  ])('lives on after %s', async (_, target) => {
    if (!fs.existsSync(path.join(root, 'zero'))) {
      fs.symlinkSync('loop', path.join(root, 'loop'));
      fs.symlinkSync('/dev/zero', path.join(root, 'zero'));
    }
    expect(await raw(address, `GET ${target}`)).toMatch(/^HTTP\/1\.1 40[04] /);
    expect((await fetch(`${address}/`)).status).toBe(200);
  });

  it('leads to the folder of an address without a slash at its end, with its question', async () => {
    const found = await fetch(`${address}/trials?q=1`, { redirect: 'manual' });
    expect([found.status, found.headers.get('location')]).toEqual([301, '/trials/?q=1']);
  });

  it('shows the page for what is not there', async () => {
    const absent = await fetch(`${address}/nowhere/`);
    expect([absent.status, await absent.text()]).toEqual([404, '<h1>Not here</h1>']);
  });

  it('only shows, and takes nothing', async () => {
    const posted = await fetch(`${address}/`, { method: 'POST', body: 'x' });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    const head = await fetch(`${address}/`, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '13', '']);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/trials/../../secret.txt',
    '/%00',
    '/%E0%A4%A',
    '//',
    '//elsewhere.example/x',
    '/\\..\\secret.txt',
  ])('gives nothing outside the folder away, and lives on: %s', async (target) => {
    const answer = await raw(address, `GET ${target}`);
    expect(answer).toMatch(/^HTTP\/1\.1 (?:400|404|301|200) /);
    expect(answer).not.toContain('secret');
    expect(answer.split('\r\n').find((line) => /^location: (?:\/\/|https?:)/i.test(line))).toBeUndefined();
    expect((await fetch(`${address}/`)).status).toBe(200);
  });

  it('says that a port is taken, and how to take another', async () => {
    const { code, stdout, stderr } = await command(['serve', '--dir', root, '--port', new URL(address).port]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('is taken; choose another with PORT=… or --port N');
  });

  it.each([
    ['--port abc', ['--port', 'abc'], {}, 'the port cannot be abc'],
    [
      '--port 70000',
      ['--port', '70000'],
      {},
      'the port cannot be 70000; expected a whole number up to 65535',
    ],
    ['--port -1', ['--port=-1'], {}, 'the port cannot be -1'],
    ['--port 1e3', ['--port', '1e3'], {}, 'the port cannot be 1e3'],
    ['an empty --port', ['--port='], {}, 'the port cannot be empty'],
    ['PORT=http', [], { PORT: 'http' }, 'the port cannot be http'],
  ])('refuses %s', async (_, options, env, says) => {
    const { code, stderr } = await command(['serve', '--dir', root, ...options], { env });
    expect([code, stderr]).toEqual([2, expect.stringContaining(says)]);
  });

  it('takes PORT from the environment', async () => {
    const other = start(['serve', '--dir', root], { env: { PORT: '0' } });
    expect(await addressOf(other.run)).not.toBe('http://localhost:4321');
    other.child.kill();
    await other.done;
  });

  it.skipIf(!oldNode())('started by an old Node, it stops when that one is stopped', async () => {
    const other = start(['serve', '--dir', root, '--port', '0'], { node: oldNode()! });
    const at = await addressOf(other.run);
    expect((await fetch(at)).status).toBe(200);
    other.child.kill('SIGTERM');
    expect((await other.done).code).toBe(143);
    await expect(fetch(at)).rejects.toThrow();
  });
});

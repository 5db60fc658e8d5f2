import { describe, expect, it } from 'vitest';
import { copyAt, copyText } from '../../../src/evidence/copies.ts';
import type { Copy } from '../../../src/model/vocabulary.ts';

const copies: Copy[] = [
  { host: 'mirror.example', kind: 'mirror', of: 'Journal of Tests' },
  { host: 'papers.example', kind: 'scraped' },
  { host: '192.0.2.7', kind: 'mirror', of: 'PubMed' },
];
const kindAt = (address: string) => copyAt(address, copies)?.kind;

describe('a copy of a page', () => {
  it.each([
    'http://mirror.example/article/1',
    'https://www.mirror.example/article/1?q=x#top',
    'https://MIRROR.EXAMPLE.:8443/',
    'https://journal.example@mirror.example/',
    'http://192.0.2.7:8081/12345678',
    'http://3221225991/12345678',
  ])('is at %s', (address) => {
    expect(kindAt(address)).toBe('mirror');
  });

  it.each(['http://192.0.2.8/', 'http://0xc0.0.2.8:81/x', 'https://[2001:db8::1]/x'])(
    'is anything on a server without a name: %s',
    (address) => expect(kindAt(address)).toBe('bare-address'),
  );

  it.each([
    'https://journal.example/article/1',
    'https://notmirror.example/',
    'https://mirror.example.org/',
    'https://journal.example/mirror.example',
    'https://journal.example/?from=http://192.0.2.7/',
    'https://10.1056.example/',
  ])('is not at %s', (address) => {
    expect(copyAt(address, copies)).toBeUndefined();
  });

  it('is named by its kind, and by what it copies', () => {
    expect(copyText({ kind: 'mirror', of: 'PubMed' })).toBe('mirror of PubMed, not linked');
    expect(copyText({ kind: 'scraped' })).toBe('scraped page, not linked');
  });
});

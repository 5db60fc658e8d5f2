import { describe, expect, it } from 'vitest';
import { reference } from '../../../src/model/reference.ts';
import { date, webAddress } from '../../../src/model/text.ts';
import { base } from '../../../src/model/vocabulary.ts';

const work = { id: 'smith-2020', type: 'article-journal', title: 'A trial', language: 'en-US' };
const accepts = (more: object) => reference.safeParse({ ...work, ...more }).success;

describe('a work of the library', () => {
  it.each(['volume', 'issue', 'page', 'number', 'edition'])(
    'has no %s that is left empty, a list or a group of keys',
    (key) => {
      for (const value of [null, '', ' ', true, [], [1], {}, { a: 1 }])
        expect(accepts({ [key]: value })).toBe(false);
    },
  );

  it.each([
    [12, '12'],
    ['5.0', '5.0'],
    [' S1 ', 'S1'],
    [0, '0'],
  ])('has the volume %j', (volume, text) => {
    expect(reference.parse({ ...work, volume }).volume).toBe(text);
  });

  it.each([
    [[[2010, 8, 25]], true],
    [[[2010, 2]], true],
    [[[2020, 2, 29]], true],
    [
      [
        [2020, 12],
        [2021, 1],
      ],
      true,
    ],
    [[[2020], [2020, 6]], false],
    [[[2010, 13]], false],
    [[[2010, 13, 45]], false],
    [[[0, 13, 45]], false],
    [[[2020, 2, 31]], false],
    [[[99999]], false],
    [[[-5]], false],
    [[[2010.5]], false],
    [
      [
        [2021, 1],
        [2020, 12],
      ],
      false,
    ],
    [[[2021], [2021]], false],
    [[[2019], [2020], [2021]], false],
    [[[]], false],
    [[], false],
  ])('issued %j: %s', (parts, fits) => {
    expect(accepts({ issued: { 'date-parts': parts } })).toBe(fits);
  });

  it.each([
    ['10.1056/NEJMoa1509277', true],
    ['10.1002/(SICI)1097-0142(19990101)85:1<96::AID-CNCR13>3.0.CO;2-X', true],
    ['10.1000/a/b..c', true],
    ['10.1000/../../x', false],
    ['10.1000/a/..', false],
    ['10.1000/<a>"b', false],
    ['10.1000/a b', false],
    ['10.1000/a\\b', false],
    ['https://doi.org/10.1000/a', false],
  ])('DOI %j: %s', (DOI, fits) => {
    expect(accepts({ DOI })).toBe(fits);
  });
});

describe('an address', () => {
  it.each([
    ['https://journal.example/a?b=c#d', true],
    ['http://x.example:8080/%zz', true],
    ['https://[::1]/', true],
    ['https://[bad', false],
    ['https://[::1', false],
    ['https://%zz/', false],
    ['https://x.example:99999/', false],
    ['https://', false],
    ['ftp://x.example', false],
  ])('%j: %s', (address, fits) => {
    expect(webAddress.safeParse(address).success).toBe(fits);
  });
});

describe('a date', () => {
  it.each([
    ['2026-02-28', true],
    ['2026', true],
    [2026, true],
    ['2026-13', false],
    ['2026-02-30', false],
    ['0000-01-01', false],
    ['0', false],
  ])('%j: %s', (written, fits) => {
    expect(date.safeParse(written).success).toBe(fits);
  });
});

describe('the address of a base', () => {
  const read = (url: unknown) => base.shape.url.safeParse(url);

  it.each([
    ['https://base.example', 'https://base.example'],
    ['https://base.example/', 'https://base.example'],
    ['http://localhost:4321/', 'http://localhost:4321'],
    ['HTTPS://Base.example:443', undefined],
    ['https://Base.example:443', 'https://base.example'],
    ['https://owner.example/repo', 'https://owner.example/repo'],
    ['https://owner.example/a..b/.c/', 'https://owner.example/a..b/.c'],
    ['https://Owner.example/~me/Repo.2_x-y/', 'https://owner.example/~me/Repo.2_x-y'],
  ])('%j is kept as %j, so that paths can follow it', (written, kept) => {
    expect(read(written).data).toBe(kept);
  });

  const inPath = (sign: string) => `“${sign}” cannot be in its path, only`;
  it.each([
    ['https://base.example/?a', inPath('?')],
    ['https://base.example/repo/?', inPath('?')],
    ['https://base.example/repo/#a', inPath('#')],
    ['https://base.example?a', inPath('?')],
    ['https://base.example/a//b/', inPath('//')],
    ['https://base.example//', inPath('//')],
    ['https://base.example/a b/', inPath(' ')],
    ['https://base.example/<b>/', inPath('<')],
    ['https://base.example/a%20b/', inPath('%')],
    ['https://base.example/%2e%2e/x', inPath('%')],
    ['https://base.example/文/', inPath('文')],
    ['https://base.example/ü/', inPath('ü')],
    ["https://base.example/a'b/", inPath("'")],
    ['https://base.example\\x', inPath('\\')],
    ['https://base.example/a\n', inPath('\n')],
    ['https://base.example/a/../b/', inPath('..')],
    ['https://base.example/a/..', inPath('..')],
    ['https://base.example/./a', inPath('.')],
    ['https://me@base.example', '“@” cannot be in the name of a host'],
    ['https://base.example ', '“ ” cannot be in the name of a host'],
    ['https://%zz', '“%” cannot be in the name of a host'],
    ['https://a:99999999', '“a:99999999” names no host'],
    ['https://<b>/', '“<b>” names no host'],
    ['https:///a/', 'here no host is named'],
    ['https://', 'here no host is named'],
  ])('%j is refused in one line that names what is wrong', (written, says) => {
    const { error } = read(written);
    expect(error?.issues).toHaveLength(1);
    const expected =
      'expected the address of a host or of a folder on one, such as https://owner.github.io/allmanac/; ';
    expect(error!.issues[0]!.message).toContain(expected + says);
  });
});

import { describe, expect, it } from 'vitest';
import { onceCompared, onceNoted, readForAnswer, textOf } from '../../../src/model/once.ts';
import { noteAll, readNumber, unnoted, withReads } from '../../../src/model/reads.ts';
import { Watched } from '../../../src/model/watched.ts';
import { namesIn } from '../../support/reads.ts';

interface Study {
  id: string;
  name: string;
  data: { title: string; phase?: string };
  related: Study[];
}

/** Two studies that name each other. */
function base() {
  const watched = new Watched();
  const study = (id: string): Study => {
    const data = watched.watch(`${id}.data`, { title: `Title of ${id}` }, { isOpen: true });
    const thing: Study = { id, name: id.toUpperCase(), data, related: [] };
    return watched.watch(id, thing, { fixed: ['id', 'data'] });
  };
  const [alpha, beta] = [study('alpha'), study('beta')];
  alpha.related = [beta];
  beta.related = [alpha];
  return {
    watched,
    alpha,
    beta,
    studies: watched.map(
      'studies',
      [alpha, beta].map((one) => [one.id, one] as const),
    ),
  };
}

const readsOf = async (make: () => unknown) => [...namesIn((await withReads(make)).reads)].sort();

describe('what is read for a page', () => {
  it('is each part that was read, of each thing', async () => {
    const { alpha } = base();
    expect(await readsOf(() => [alpha.id, alpha.data.title, alpha.related[0]!.name])).toEqual([
      'alpha\trelated',
      'alpha.data\ttitle',
      'beta\tname',
    ]);
  });

  it('is everything of data that was copied, and a part that is not there', async () => {
    const { alpha } = base();
    expect(await readsOf(() => ({ ...alpha.data }))).toContain('alpha.data\t*');
    expect(await readsOf(() => noteAll(alpha.data))).toEqual(['alpha.data\t*']);
    expect(await readsOf(() => 'phase' in alpha.data)).toEqual(['alpha.data\tphase']);
  });

  it('is one key of a map, or all where all are asked for', async () => {
    const { studies } = base();
    expect(await readsOf(() => studies.get('gamma'))).toEqual(['studies\tgamma']);
    expect(await readsOf(() => [...studies])).toEqual(['studies\t*']);
    expect(await readsOf(() => studies.size)).toEqual(['studies\t*']);
  });

  it('is for each page what was read for something that is made once for all', async () => {
    const { alpha } = base();
    let made = 0;
    const inner = onceNoted((study: Study) => `${study.name}${made++}`);
    const outer = onceNoted((study: Study) => inner(study) + study.data.title);
    const both = ['alpha\tname', 'alpha.data\ttitle'];
    expect(outer(alpha)).toBe('ALPHA0Title of alpha');
    expect(await readsOf(() => outer(alpha))).toEqual(both);
    expect(await readsOf(() => [inner(alpha), outer(alpha)])).toEqual(both);
    expect(made).toBe(1);
    const pages = [await withReads(() => outer(alpha)), await withReads(() => outer(alpha))].map(
      ({ reads }) => reads,
    );
    expect(pages[0]!.answers.length, 'noted as one thing, however much was read for it').toBe(1);
    expect(pages[0]!.answers).toEqual(pages[1]!.answers);
    expect(pages[0]!.names.length).toBe(0);
  });

  it('is the answer alone of one that is known by its value', async () => {
    const { alpha } = base();
    const length = onceCompared('length-of-title', (study: Study) => study.data.title.length);
    const read = 'answer:length-of-title\ten alpha';
    expect(await readsOf(() => length(alpha))).toEqual([read]);
    expect([...namesIn(readForAnswer(readNumber(read))!)]).toEqual(['alpha.data\ttitle']);
    const unwatched: Study = { ...alpha };
    expect(() => length(unwatched)).toThrow('not watched');
  });

  it('is nothing of what is noted by other means, and nothing after the page is made, even if it fails', async () => {
    const { alpha } = base();
    expect(await readsOf(() => unnoted(() => alpha.name))).toEqual([]);
    const { reads } = await withReads(() => alpha.related);
    await expect(withReads(() => Promise.reject(new Error(alpha.name)))).rejects.toThrow('ALPHA');
    expect([alpha.name, ...namesIn(reads)]).toEqual(['ALPHA', 'alpha\trelated']);
  });
});

describe('the value behind a note', () => {
  it('changes with what was read and with nothing else', () => {
    const { watched, alpha, beta } = base();
    const texts = () =>
      ['alpha\trelated', 'alpha\tname', 'alpha.data\t*', 'studies\tbeta'].map((read) =>
        textOf(readNumber(read), watched),
      );
    const before = texts();
    expect(before).toEqual(['["#beta"]', '"ALPHA"', '{"title":"Title of alpha"}', '"#beta"']);
    beta.name = 'Another';
    beta.data.title = 'Another';
    expect(texts()).toEqual(before);
    alpha.data.phase = '2';
    alpha.related = [];
    expect(texts()).toEqual(['[]', '"ALPHA"', '{"title":"Title of alpha","phase":"2"}', '"#beta"']);
  });

  it('of an answer known by its value changes with the answer, not with what was read for it', () => {
    onceCompared('related', ({ name, related }: Study, library: object) => ({
      name: name.length,
      related,
      library,
    }));
    const text = (alter: (study: Study) => void) => {
      const { watched, alpha } = base();
      watched.watch('library', {});
      alter(alpha);
      return textOf(readNumber('answer:related\ten alpha'), watched);
    };
    const before = '{"name":5,"related":["#beta"],"library":"#library"}';
    expect(text(() => undefined)).toBe(before);
    expect(text((alpha) => (alpha.name = 'Other'))).toBe(before);
    expect(text((alpha) => (alpha.name = 'Others'))).toBe(before.replace('5', '6'));
    const { watched } = base();
    watched.watch('library', {});
    expect(textOf(readNumber('answer:related\ten gamma'), watched), 'of what is not there').toBeUndefined();
    expect(textOf(readNumber('answer:of-nobody\ten alpha'), watched), 'of no function').toBeUndefined();
  });

  it.each([
    ['a map', new Map()],
    ['a function', () => 1],
  ])('of an answer known by its value cannot be told where it holds %s', (_, lost) => {
    onceCompared('lossy', (study: Study) => ({ of: study.id, deep: [lost] }));
    const { watched } = base();
    watched.watch('library', {});
    expect(() => textOf(readNumber('answer:lossy\ten alpha'), watched)).toThrow(/what JSON loses/);
  });

  it('is undefined where there is no such thing', () => {
    const { watched } = base();
    expect(
      ['gamma\tname', 'alpha.data\tphase', 'studies\tgamma'].map((read) => textOf(readNumber(read), watched)),
    ).toEqual([undefined, undefined, undefined]);
  });

  it('of parts that are told together is that of all of them', async () => {
    const watched = new Watched();
    const fact = watched.watch(
      'fact',
      { uid: 'a/b', value: '5.0', note: '', endpoint: 'cr' },
      { fixed: ['uid'], apart: ['endpoint'] },
    );
    expect(await readsOf(() => [fact.uid, fact.value, fact.note, fact.endpoint])).toEqual([
      'fact\t+',
      'fact\tendpoint',
    ]);
    const before = textOf(readNumber('fact\t+'), watched);
    fact.endpoint = 'os';
    expect(textOf(readNumber('fact\t+'), watched)).toBe(before);
    fact.note = 'Late';
    expect(textOf(readNumber('fact\t+'), watched)).not.toBe(before);
  });
});

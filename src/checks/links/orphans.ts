import { collections } from '../../model/collections.ts';
import { need } from '../../model/need.ts';
import type { Entry } from '../../reading/corpus.ts';
import { citations } from '../../reading/prose.ts';
import type { Path } from '../../reading/yaml.ts';
import type { Check } from '../check.ts';
import { setPart } from '../context/part.ts';
import { isRead, type Extractor } from '../context/extracts.ts';
import { subjectsOf, type FileSubject } from '../subjects.ts';
import { namesIn, type Noun } from './names.ts';

/** The names by which an entry uses things, each once: `reference smith-2020`. */
const usedBy: Extractor<string[]> = {
  name: 'used',
  of: [...collections, 'translation', 'index'],
  extract({ kind, source }) {
    const names = namesIn({ kind, data: source.data });
    const named = (noun: Used['noun'], ...nouns: Noun[]) =>
      [noun, ...nouns].flatMap((one) => (names.get(one) ?? []).map(({ id }) => `${noun} ${id}`));
    const body = 'body' in source ? (source as Entry).body : undefined;
    const cited = citations(body).map(({ key }) => `reference ${key}`);
    return [
      ...new Set([...named('reference', 'document'), ...named('endpoint'), ...named('therapy'), ...cited]),
    ];
  },
};
/** Every reference, endpoint and therapy that some entry names. */
const used = setPart('used', [usedBy], (collect) => new Set(collect(usedBy).flatMap(({ value }) => value)));

/** Something that entries use, or that says why none does. */
interface Used {
  noun: 'reference' | 'endpoint' | 'therapy';
  /** Its id and its former ones. */
  ids: readonly [string, ...string[]];
  at: Path;
  excuse: string | undefined;
  excuseAt: Path;
}

function usedIn({ kind, source, data }: FileSubject): Used[] {
  if (kind === 'therapies') {
    const at = data.unlinked ? ['unlinked'] : ['name'];
    return [{ noun: 'therapy', ids: [source.id], at, excuse: data.unlinked, excuseAt: ['unlinked'] }];
  }
  if (kind === 'endpoints')
    return data.map(({ id, unlinked }, i) => ({
      noun: 'endpoint',
      ids: [id],
      at: [i, 'id'],
      excuse: unlinked,
      excuseAt: [i, 'unlinked'],
    }));
  if (kind !== 'references') return [];
  return data.map(({ id, custom }, i) => ({
    noun: 'reference',
    ids: [id, ...(custom?.aliases ?? [])],
    at: [i, 'id'],
    excuse: custom?.unlinked,
    excuseAt: [i, 'custom', 'unlinked'],
  }));
}

export const orphan: Check<'file'> = {
  code: 'links/orphan',
  scope: 'file',
  // Whatever cannot be read may use anything.
  needs: (corpus) => {
    const entries = subjectsOf.entry(corpus);
    return entries.length > 0 && entries.every(({ source }) => isRead(source));
  },
  run(subject, ask, { of }) {
    for (const { noun, ids, at, excuse, excuseAt } of usedIn(subject)) {
      const isUsed = ids.some((id) => need(of(used)).has(`${noun} ${id}`));
      ask.expect(isUsed || excuse !== undefined, () => ({
        where: at,
        message: `nothing uses the ${noun} ${ids[0]}`,
        actual: ids[0],
        expected: `an entry that uses the ${noun}`,
        help: 'use it, remove it, or say why it stands alone with unlinked: REASON',
      }));
      ask.expectNone(isUsed ? excuse : undefined, (actual) => ({
        where: excuseAt,
        message: `the ${noun} ${ids[0]} is used, so its unlinked reason no longer holds`,
        actual,
        expected: 'no unlinked reason',
        help: 'remove unlinked',
      }));
    }
  },
};

import type { Corpus } from '../../reading/corpus.ts';
import { once } from '../../reading/once.ts';
import { citations } from '../../reading/prose.ts';
import type { Path } from '../../reading/yaml.ts';
import type { Check } from '../check.ts';
import { subjectsOf, type FileSubject } from '../subjects.ts';
import { namesIn, type Noun } from './names.ts';

/** Every reference, endpoint and therapy that some entry names. */
const usedIds = once((corpus: Corpus) => {
  const names = subjectsOf.file(corpus).flatMap((subject) => (subject.source.entry.includes('/') ? namesIn(subject) : []));
  const named = (...nouns: Noun[]) => names.flatMap(({ noun, id }) => (nouns.includes(noun) ? id : []));
  const cited = subjectsOf.body(corpus).flatMap(({ body }) => citations(body).map(({ key }) => key));
  return {
    reference: new Set([...named('reference', 'document'), ...cited]),
    endpoint: new Set(named('endpoint')),
    therapy: new Set(named('therapy')),
  };
});

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
    return entries.length > 0 && entries.every(({ source }) => source.data && source.body);
  },
  run(subject, ask, { corpus }) {
    for (const { noun, ids, at, excuse, excuseAt } of usedIn(subject)) {
      const isUsed = ids.some((id) => usedIds(corpus)[noun].has(id));
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

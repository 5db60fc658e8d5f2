import type { Corpus, SourceFile } from '../../reading/corpus.ts';
import { citations } from '../../reading/prose.ts';
import type { Path } from '../../reading/yaml.ts';
import type { Check } from '../check.ts';
import { readable } from './known.ts';

export const orphan: Check = {
  code: 'links/orphan',
  run({ corpus }, tally) {
    const { entries, files } = corpus;
    const all = Object.values(entries).flat();
    if (all.length === 0 || all.some((source) => !source.data || !source.body)) return tally.skip();
    const used = usedIds(corpus);
    const expectUsed = (
      source: SourceFile<unknown>,
      noun: keyof typeof used,
      { id, at, excuse, excuseAt }: { id: string; at: Path; excuse: string | undefined; excuseAt: Path },
    ) => {
      const isUsed = used[noun].has(id);
      tally.expect(source, isUsed || excuse !== undefined, () => ({
        where: at,
        message: `nothing uses the ${noun} ${id}`,
        actual: id,
        expected: `an entry that uses the ${noun}`,
        help: 'use it, remove it, or say why it stands alone with unlinked: REASON',
      }));
      tally.expect(source, !isUsed || excuse === undefined, () => ({
        where: excuseAt,
        message: `the ${noun} ${id} is used, so its unlinked reason no longer holds`,
        actual: excuse!,
        expected: 'no unlinked reason',
        help: 'remove unlinked',
      }));
    };
    files.references?.data?.forEach(({ id, custom }, i) => {
      // A work that is named by a former key is used, too.
      if (custom?.aliases?.some((alias) => used.reference.has(alias))) used.reference.add(id);
      const excuseAt = [i, 'custom', 'unlinked'];
      expectUsed(files.references!, 'reference', { id, at: [i, 'id'], excuse: custom?.unlinked, excuseAt });
    });
    files.endpoints?.data?.forEach(({ id, unlinked }, i) =>
      expectUsed(files.endpoints!, 'endpoint', { id, at: [i, 'id'], excuse: unlinked, excuseAt: [i, 'unlinked'] }),
    );
    for (const source of readable(entries.therapies)) {
      const excuse = source.data.unlinked;
      const at = excuse ? ['unlinked'] : ['name'];
      expectUsed(source, 'therapy', { id: source.id, at, excuse, excuseAt: ['unlinked'] });
    }
  },
};

/** Every reference, endpoint and therapy that some entry names. */
function usedIds({ entries }: Corpus) {
  const trials = readable(entries.trials).map(({ data }) => data);
  const reviews = readable(entries.reviews).map(({ data }) => data);
  const topics = readable(entries.topics).map(({ data }) => data);
  const facts = [...trials.flatMap(({ outcomes }) => outcomes), ...reviews.flatMap(({ claims }) => claims)];
  return {
    reference: new Set([
      ...Object.values(entries)
        .flat()
        .flatMap(({ body }) => citations(body).map(({ key }) => key)),
      ...trials.flatMap(({ reports }) =>
        reports.flatMap(({ reference, sources }) => [reference ?? [], sources.flatMap((read) => read.in ?? [])].flat()),
      ),
      ...reviews.flatMap(({ reference, bibliography }) => [reference, ...bibliography.map(({ key }) => key)]),
      ...readable(entries.therapies).flatMap(({ data }) =>
        data.approvals.flatMap(({ report, claims }) => [report ?? [], claims.map((claim) => claim.report)].flat()),
      ),
      ...facts.flatMap(({ cites }) => cites ?? []),
    ]),
    endpoint: new Set([
      ...facts.map(({ endpoint }) => endpoint),
      ...trials.flatMap(({ planned }) => planned.map(({ endpoint }) => endpoint)),
      ...topics.flatMap(({ endpoints }) => endpoints),
    ]),
    therapy: new Set([
      ...trials.flatMap(({ arms }) => arms.flatMap(({ therapies }) => therapies)),
      ...topics.flatMap(({ therapies }) => therapies),
    ]),
  };
}

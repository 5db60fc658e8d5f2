import { addressesOf, byAddress, formerKeys, leadsTo, pageOf, pagesOf, type Address } from '../evidence/addresses.ts';
import { suggest } from '../reading/shape.ts';
import type { Check } from './check.ts';

/** Citations of strangers point at these addresses; none may ever lead nowhere. */
const kept: Check = {
  code: 'permanence/kept',
  run({ corpus }, tally) {
    const { permanent } = corpus.files;
    if (!permanent?.data) return;
    const built = new Set(
      [...pagesOf(corpus)].flatMap(([page, anchors]) => [page, ...[...anchors].map((id) => `${page}#${id}`)]),
    );
    const keys = new Map(formerKeys(corpus).map(({ was, now }) => [was, now]));
    const published = byAddress(permanent.data);
    const unreadable = new Set(
      [...corpus.entries.trials, ...corpus.entries.reviews]
        .filter(({ data }) => data === undefined)
        .map(({ entry }) => `/${entry}/`),
    );
    const isUnreadable = (page: string) =>
      unreadable.has(page) ||
      (page.startsWith('/references/') && !corpus.files.references?.data) ||
      (page.startsWith('/endpoints/') && !corpus.files.endpoints?.data);
    permanent.data.forEach((item, i) => {
      const was = typeof item === 'string' ? item : item.was;
      const known = leadsTo(was, published);
      const target = known !== undefined && !built.has(known) ? (keys.get(known) ?? known) : known;
      if (target !== undefined && isUnreadable(pageOf(target))) return tally.skip();
      if (typeof item !== 'string') {
        tally.expect(permanent, !built.has(was), () => ({
          where: [i, 'was'],
          message: `${was} is said to be gone, and is there`,
          actual: was,
          expected: 'an address that is no longer built',
          help: `write it as it is: - ${was}; or give the new thing another id, for ids are never used again`,
        }));
      }
      if (target === undefined) return;
      tally.expect(permanent, built.has(target), () => ({
        where: typeof item === 'string' ? [i] : [i, 'now'],
        message:
          target === was ? `${was} was published and is no longer there` : `${was} has moved to ${target}, which is not there`,
        actual: was,
        expected: 'an address that still leads somewhere',
        help:
          target === was
            ? `put it back, or write in its place {was: ${was}, now: ADDRESS} where it has another id, {was: ${was}, withdrawn: REASON, on: DATE} where it was taken back`
            : suggest(target, [...built], 'addresses'),
      }));
    });
  },
};

const listed: Check = {
  code: 'permanence/listed',
  run({ corpus }, tally) {
    const { permanent } = corpus.files;
    if (!permanent?.data) return;
    const published = byAddress(permanent.data);
    const bySource = Map.groupBy(addressesOf(corpus), ({ address, source }) => `${source.entry} ${pageOf(address)}`);
    for (const own of bySource.values()) {
      const missing = own.filter(({ address }) => !published.has(address));
      tally.expect(own[0]!.source, missing.length === 0, () => missingFrom(missing));
    }
  },
};

function missingFrom([first, ...others]: Address[]) {
  const { address, where } = first!;
  return {
    where,
    message:
      others.length > 0
        ? `${address} and ${others.length} more addresses are not on the list of permanent ones`
        : `${address} is not on the list of permanent addresses`,
    actual: address,
    expected: 'a line in permanent-urls.yaml for each address that will be published',
    help: `run: almanac addresses --write; or add the line - ${address}`,
  };
}

export const permanenceChecks: Check[] = [kept, listed];

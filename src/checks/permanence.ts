import { addressesOf, byAddress, formerKeys, leadsTo, pageOf, pagesOf, type Address } from '../evidence/addresses.ts';
import type { Corpus } from '../reading/corpus.ts';
import { once } from '../reading/once.ts';
import { suggest } from '../reading/shape.ts';
import type { Check } from './check.ts';
import { firstIn } from '../model/need.ts';

/** Where the list of permanent addresses leads, and what the content says to that. */
const addressBook = once((corpus: Corpus) => {
  const pages = [...pagesOf(corpus)];
  const unreadable = [...corpus.entries.trials, ...corpus.entries.reviews, ...corpus.entries.syntheses].filter(
    ({ data }) => data === undefined,
  );
  return {
    built: new Set(pages.flatMap(([page, anchors]) => [page, ...[...anchors].map((id) => `${page}#${id}`)])),
    keys: new Map(formerKeys(corpus).map(({ was, now }) => [was, now])),
    published: byAddress(corpus.files.permanent?.data ?? []),
    unreadable: new Set(unreadable.map(({ entry }) => `/${entry}/`)),
    byPage: Map.groupBy(addressesOf(corpus), ({ address, source }) => `${source.entry} ${pageOf(address)}`),
  };
});

/** Citations of strangers point at these addresses; none may ever lead nowhere. */
const kept: Check<'file'> = {
  code: 'permanence/kept',
  scope: 'file',
  run({ kind, data }, ask, { corpus }) {
    if (kind !== 'permanent') return;
    const { built, keys, published, unreadable } = addressBook(corpus);
    const isUnreadable = (page: string) =>
      unreadable.has(page) ||
      (page.startsWith('/references/') && !corpus.files.references?.data) ||
      (page.startsWith('/endpoints/') && !corpus.files.endpoints?.data);
    data.forEach((item, i) => {
      const was = typeof item === 'string' ? item : item.was;
      const known = leadsTo(was, published);
      const target = known !== undefined && !built.has(known) ? (keys.get(known) ?? known) : known;
      if (target !== undefined && isUnreadable(pageOf(target))) return ask.skip();
      if (typeof item !== 'string') {
        ask.expect(!built.has(was), () => ({
          where: [i, 'was'],
          message: `${was} is said to be gone, and is there`,
          actual: was,
          expected: 'an address that is no longer built',
          help: `write it as it is: - ${was}; or give the new thing another id, for ids are never used again`,
        }));
      }
      if (target === undefined) return;
      const isHere = target === was;
      ask.expect(built.has(target), () => ({
        where: typeof item === 'string' ? [i] : [i, 'now'],
        message: isHere ? `${was} was published and is no longer there` : `${was} has moved to ${target}, which is not there`,
        actual: was,
        expected: 'an address that still leads somewhere',
        help: isHere
          ? `put it back, or write in its place {was: ${was}, now: ADDRESS} where it has another id, {was: ${was}, withdrawn: REASON, on: DATE} where it was taken back`
          : suggest(target, [...built], 'addresses'),
      }));
    });
  },
};

const listed: Check<'corpus'> = {
  code: 'permanence/listed',
  scope: 'corpus',
  run(_, ask, { corpus }) {
    if (!corpus.files.permanent?.data) return;
    const { published, byPage } = addressBook(corpus);
    for (const own of byPage.values()) {
      const missing = own.filter(({ address }) => !published.has(address));
      const [first, ...others] = missing;
      ask.expectNone(first, (one) => missingFrom(one, others.length), { source: firstIn(own).source, path: [] });
    }
  },
};

function missingFrom({ address, where }: Address, others: number) {
  return {
    where,
    message:
      others > 0
        ? `${address} and ${others} more addresses are not on the list of permanent ones`
        : `${address} is not on the list of permanent addresses`,
    actual: address,
    expected: 'a line in permanent-urls.yaml for each address that will be published',
    help: `run: almanac addresses --write; or add the line - ${address}`,
  };
}

export const permanenceChecks: Check[] = [kept, listed];

import {
  addressesIn,
  byAddress,
  formerKeys,
  leadsTo,
  pageOf,
  type AddressingKind,
  type OwnAddress,
} from '../evidence/addresses.ts';
import { firstIn, itemIn } from '../model/need.ts';
import { suggest } from '../reading/shape.ts';
import type { Check, Fault } from './check.ts';
import { dataOf } from './context/ids.ts';
import { addressesOf, givenAddresses, builtPages, pagesFrom, unreadPages } from './context/pages.ts';
import { wholePart } from './context/part.ts';
import { allOf } from './context/extracts.ts';
import { byText } from '../model/order.ts';

const permanentFile = allOf('permanent');
const worksFile = allOf('references');
const endpointsFile = allOf('endpoints');

/** The list of permanent addresses. */
const published = wholePart('published addresses', [permanentFile], (collect) =>
  byAddress(dataOf(collect(permanentFile), 'permanent') ?? []),
);
const isPublished = wholePart(
  'whether there is a list of permanent addresses',
  [permanentFile],
  (collect) => dataOf(collect(permanentFile), 'permanent') !== undefined,
);
/** Every address that the content gives. */
const built = wholePart(
  'built addresses',
  pagesFrom,
  (collect) =>
    new Set(
      [...builtPages(collect)].flatMap(([page, anchors]) => [
        page,
        ...[...anchors].map((id) => `${page}#${id}`),
      ]),
    ),
);
const keys = wholePart('former keys', [worksFile], (collect) => {
  const works = dataOf(collect(worksFile), 'references') ?? [];
  return new Map(formerKeys(works).map(({ was, now }) => [was, now]));
});
/** The pages of what could not be read: of entries, of all works, of all endpoints. */
const unreadable = wholePart('unreadable pages', [unreadPages, worksFile, endpointsFile], (collect) => ({
  entries: new Set(collect(unreadPages).flatMap(({ value, source }) => (value ? [`/${source.entry}/`] : []))),
  works: dataOf(collect(worksFile), 'references') === undefined,
  endpoints: dataOf(collect(endpointsFile), 'endpoints') === undefined,
}));

/** The addresses of each page that one thing of the content has, with how to find where they are given. */
const byPage = wholePart('addresses by page', [givenAddresses], (collect) => {
  const all = collect(givenAddresses).flatMap((file) =>
    addressesOf(file).map((address, i) => ({
      address,
      file,
      page: `${file.source.entry} ${pageOf(address)}`,
      i,
    })),
  );
  const order = (a: { address: string }, b: { address: string }) => byText(a.address, b.address);
  return [...Map.groupBy(all, ({ page }) => page).values()].map((own) => own.sort(order));
});

/** Citations of strangers point at these addresses; none may ever lead nowhere. */
const kept: Check<'file'> = {
  code: 'permanence/kept',
  scope: 'file',
  run({ kind, data }, ask, { of }) {
    if (kind !== 'permanent') return;
    const [given, former, list, unread] = [of(built), of(keys), of(published), of(unreadable)];
    const isUnreadable = (page: string) =>
      unread.entries.has(page) ||
      (page.startsWith('/references/') && unread.works) ||
      (page.startsWith('/endpoints/') && unread.endpoints);
    data.forEach((item, i) => {
      const was = typeof item === 'string' ? item : item.was;
      const known = leadsTo(was, list);
      const target = known !== undefined && !given.has(known) ? (former.get(known) ?? known) : known;
      if (target !== undefined && isUnreadable(pageOf(target))) return ask.skip();
      if (typeof item !== 'string') {
        ask.expect(!given.has(was), () => ({
          where: [i, 'was'],
          message: `${was} is said to be gone, and is there`,
          actual: was,
          expected: 'an address that is no longer built',
          help: `write it as it is: - ${was}; or give the new thing another id, for ids are never used again`,
        }));
      }
      if (target === undefined) return;
      ask.expect(given.has(target), () => ({
        where: typeof item === 'string' ? [i] : [i, 'now'],
        ...lost(was, target, given),
      }));
    });
  },
};

/** An address that leads nowhere, by itself or by the one that it has moved to. */
function lost(was: string, target: string, given: ReadonlySet<string>): Omit<Fault, 'where'> {
  const isHere = target === was;
  return {
    message: isHere
      ? `${was} was published and is no longer there`
      : `${was} has moved to ${target}, which is not there`,
    actual: was,
    expected: 'an address that still leads somewhere',
    help: isHere
      ? `put it back, or write in its place {was: ${was}, now: ADDRESS} where it has another id, {was: ${was}, withdrawn: REASON, on: DATE} where it was taken back`
      : suggest(target, [...given], 'addresses'),
  };
}

const listed: Check<'corpus'> = {
  code: 'permanence/listed',
  scope: 'corpus',
  run(_, ask, { of }) {
    const list = of(published);
    if (!of(isPublished)) return;
    for (const own of of(byPage)) {
      const [first, ...others] = own.filter(({ address }) => !list.has(address));
      ask.expectNone(
        first,
        ({ address, file, i }) => {
          const { where } = itemIn(addressesIn(file.kind as AddressingKind, file.source), i);
          return missingFrom({ address, where }, others.length);
        },
        { source: firstIn(own).file.source, path: [] },
      );
    }
  },
};

function missingFrom({ address, where }: OwnAddress, others: number) {
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

import { webAddress } from './text.ts';

/** What stands in a page, a script and a style as it is, and means the same in all of them. */
const plainPath = /^\/(?:[\w.~-]+\/)*(?:[\w.~-]+)?$/;

/** Where a site is published. It comes without a slash at its end, for addresses within the site begin with one. */
export const siteAddress = webAddress
  .refine(
    (address) => {
      const { origin, pathname, href } = new URL(address);
      return href === origin + pathname && plainPath.test(pathname);
    },
    { error: 'expected the address of a host or of a folder on one, such as https://owner.github.io/allmanac/' },
  )
  .transform((address) => new URL(address).origin + basePathOf(address));

/** The path of its host below which a site lies, such as `/allmanac`; nothing where it has the host to itself. */
export const basePathOf = (address: string): string => new URL(address).pathname.replace(/\/$/, '');

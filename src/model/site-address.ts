import { z } from 'astro/zod';

/**
 * Where a site is published. It comes without a slash at its end, for addresses within the site begin with
 * one. What a browser would read as another address is refused: nobody meant that one.
 */
export const siteAddress = z
  .string()
  .regex(/^https?:\/\//, { error: 'expected an address that begins with https:// or http://', abort: true })
  .superRefine((address, context) => {
    const fault = faultOf(address);
    const message = `expected the address of a host or of a folder on one, such as https://owner.github.io/allmanac/; ${fault}`;
    if (fault !== undefined) context.addIssue({ code: 'custom', message });
  })
  .transform((address) => new URL(address).origin + basePathOf(address));

/**
 * The path of its host below which a site lies, such as `/allmanac`; nothing where it has the host to itself.
 */
export const basePathOf = (address: string): string => new URL(address).pathname.replace(/\/$/, '');

/** Why a site cannot be published there; undefined where it can. */
function faultOf(address: string): string | undefined {
  const [, host = '', path = ''] = /^https?:\/\/([^/?#\\]*)(.*)$/s.exec(address) ?? [];
  if (host === '') return 'here no host is named';
  // A browser drops white space, decodes what is written with %, and takes what stands before an @ for a name
  // and a password.
  const [inHost] = /[\s%@]/u.exec(host) ?? [];
  if (inHost !== undefined) return `“${inHost}” cannot be in the name of a host`;
  if (!URL.canParse(address)) return `“${host}” names no host`;
  // What stands in a page, a script and a style as it is, and means the same in all of them.
  const [inPath] = /[^\w.~/-]/u.exec(path) ?? [];
  if (inPath !== undefined)
    return `“${inPath}” cannot be in its path, only letters (a–z, A–Z), digits and - . _ ~`;
  const [step] = /\/\/|(?<=\/)\.\.?(?=\/|$)/.exec(path) ?? [];
  return step && `“${step}” cannot be in its path, only names of folders`;
}

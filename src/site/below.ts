/** An attribute that holds an address; one that a page has of a file without asking for it, too. */
const address = /(\s(?:href|src|action|poster|data-kept-by)=")\/(?!\/)/g;
const several = /(\ssrcset=")([^"]*)/g;
const refresh = /(<meta http-equiv="refresh" content="\d+; url=)\//g;

/**
 * A page of a site that lies below a path of its host: what it names from the root of the site it then names
 * from that of the host, and says the path, which its scripts read.
 *
 * @param basePath `/almanac`; a page of a site without one stays as it is
 */
export function pageBelow(basePath: string, html: string): string {
  if (basePath === '') return html;
  return html
    .replace('<html ', `<html data-base-path="${basePath}" `)
    .replace(address, `$1${basePath}/`)
    .replace(refresh, `$1${basePath}/`)
    .replace(
      several,
      (_, name: string, all: string) => name + all.replace(/(^|,\s*)\/(?!\/)/g, `$1${basePath}/`),
    );
}

/** A stylesheet of such a site. */
export const styleBelow = (basePath: string, css: string): string =>
  css.replace(/(url\(["']?)\/(?!\/)/g, `$1${basePath}/`);

/** A dataset of such a site: `path` is where something stands. Within a text of JSON no quote is bare. */
export const dataBelow = (basePath: string, json: string): string =>
  json.replaceAll('"path":"/', `"path":"${basePath}/`);

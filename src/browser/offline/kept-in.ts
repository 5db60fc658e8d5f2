/**
 * What the names of the caches begin with in which a site keeps its pages; sites of one host share a store.
 *
 * @param root the path of the home page: `/`, or `/almanac/`
 */
export const keptIn = (root: string): string => (root === '/' ? 'kept-' : `kept:${root}:`);

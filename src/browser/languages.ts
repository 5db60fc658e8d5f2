/**
 * The switch of languages leads to the same state of a page: what is asked, chosen and unfolded stands in its
 * address.
 */
export function keepState(): void {
  addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-language]') : null;
    if (!link) return;
    link.search = location.search;
    link.hash = location.hash;
  });
}

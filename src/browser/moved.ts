/**
 * Follows the link of a page that has moved, with the anchor that was asked for: a plain redirect would lose
 * it.
 */
export function follow(): void {
  const link = document.querySelector<HTMLAnchorElement>('a[data-moved]');
  if (link) location.replace(link.href + (new URL(link.href).hash ? '' : location.hash));
}

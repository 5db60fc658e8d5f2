/**
 * Shows the cards of figures beside them, instead of on the page where the cards stand. Where that cannot be
 * had, or a new window is asked for, a figure leads there as any link does.
 */
export function cardsBesideFigures(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('.outcome a[aria-describedby]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    import('./card.ts').then(({ showCard }) => showCard(link)).catch(() => location.assign(link.href));
  });
}

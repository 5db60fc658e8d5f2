import { listWords } from '../../i18n/lists.ts';
import { need } from '../../model/need.ts';
import type { CiteBox } from '../cite/box.ts';

/** Offers to cite the figure that a reader is at: one button follows from row to row. */
export function offerToCite(): void {
  const offer = document.createElement('button');
  offer.type = 'button';
  offer.className = 'button cite-figure no-print';
  offer.textContent = listWords.cite;
  const follow = (at: unknown) => {
    const row = at instanceof Element ? at.closest('.outcome tr[id]') : null;
    const figure = row?.querySelector('a.value');
    if (!row || !figure || row.contains(offer)) return;
    offer.ariaLabel = listWords.citeFigure(figure.textContent.trim());
    need(row.querySelector('td.source')).append(offer);
  };
  for (const event of ['pointerover', 'focusin'])
    document.addEventListener(event, ({ target }) => follow(target));
  offer.addEventListener('click', () => {
    const figure = need(need(offer.closest('tr')).querySelector<HTMLAnchorElement>('a.value'));
    cite(figure).catch(() => location.assign(figure.href));
  });
  // Where the reader has been before this was loaded.
  follow(document.querySelector('.outcome tr:hover'));
  follow(document.activeElement);
}

/** The citation of a figure is made from what its card states. */
async function cite(figure: HTMLAnchorElement): Promise<void> {
  const [{ cardFor }, { citeFigure }] = await Promise.all([import('./card.ts'), import('../cite/figure.ts')]);
  const card = await cardFor(figure);
  citeFigure(
    need(card.querySelector<HTMLAnchorElement>('a[data-report]')),
    need(document.querySelector<CiteBox>('cite-box')),
  );
}

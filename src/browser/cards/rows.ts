import { listWords } from '../../i18n/lists.ts';
import { need } from '../../model/need.ts';
import type { CiteBox } from '../cite/box.ts';

const figures = '.outcome tr :is(a.value, a.asked)';

/** Says of each figure what its row says, and offers to cite the one that a reader is at. */
export function attendRows(): void {
  for (const figure of document.querySelectorAll(figures)) figure.setAttribute('aria-describedby', rowOf(figure).id);
  const offer = document.createElement('button');
  offer.type = 'button';
  offer.className = 'button cite-figure no-print';
  offer.textContent = listWords.cite;
  const follow = ({ target }: Event) => {
    const row = target instanceof Element ? target.closest('.outcome tr[id]') : null;
    const figure = row?.querySelector<HTMLAnchorElement>('a.value');
    if (!row || !figure || row.contains(offer)) return;
    offer.ariaLabel = listWords.citeFigure(figure.textContent.trim());
    need(row.querySelector('td.source')).append(offer);
  };
  document.addEventListener('pointerover', follow);
  document.addEventListener('focusin', follow);
  offer.addEventListener('click', () => {
    const figure = need(rowOf(offer).querySelector<HTMLAnchorElement>('a.value'));
    cite(figure).catch(() => location.assign(figure.href));
  });
}

const rowOf = (element: Element): Element => need(element.closest('tr'));

/** The citation of a figure is made from what its card states. */
async function cite(figure: HTMLAnchorElement): Promise<void> {
  const [{ cardFor }, { citeFigure }] = await Promise.all([import('./card.ts'), import('../cite/figure.ts')]);
  const card = await cardFor(figure);
  citeFigure(need(card.querySelector<HTMLAnchorElement>('a[data-report]')), need(document.querySelector<CiteBox>('cite-box')));
}

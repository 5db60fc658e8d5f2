import { listWords } from '../../i18n/lists.ts';
import { need } from '../../model/need.ts';
import styles from '../../styles/provenance.css?url';
import { withStyles } from '../styles.ts';

/** The page of all figures of this study, fetched once. */
let page: Promise<Document> | undefined;

async function fetched(address: string): Promise<Document> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  return new DOMParser().parseFromString(await response.text(), 'text/html');
}

/**
 * Shows the card of a figure beside the link to it.
 *
 * @throws Error where the page of the cards cannot be had, or has no such card
 */
export async function showCard(link: HTMLAnchorElement): Promise<void> {
  open(await cardFor(link), link);
}

/**
 * The card of a figure, which stands behind the link to it from then on, not yet shown.
 *
 * @throws Error where the page of the cards cannot be had, or has no such card
 */
export async function cardFor(link: HTMLAnchorElement): Promise<HTMLElement> {
  const id = decodeURIComponent(link.hash.slice(1));
  const known = document.getElementById(`_from-${id}`);
  if (known) return known;
  page ??= fetched(link.pathname);
  try {
    await withStyles(styles);
    return cardOf(await page, id, link);
  } catch (error) {
    page = undefined;
    throw error;
  }
}

function cardOf(cards: Document, id: string, link: HTMLAnchorElement): HTMLElement {
  const source = need(cards.getElementById(id), `the card of ${id}`);
  // Its way back to the results leads to where it is now.
  source.querySelector('.back')?.remove();
  const card = document.createElement('div');
  card.append(...source.childNodes);
  card.id = `_from-${id}`;
  card.className = 'provenance no-print';
  card.popover = 'auto';
  card.role = 'dialog';
  card.ariaLabel = listWords.figureCard;
  // The card has the focus, so that it is read from its beginning; who closes it is back at the figure.
  card.tabIndex = -1;
  card.autofocus = true;
  link.after(card);
  return card;
}

function open(card: HTMLElement, link: HTMLAnchorElement): void {
  if (card.matches(':popover-open')) return;
  // Some browsers do not give the focus to a link that is clicked.
  link.focus();
  card.showPopover({ source: link });
}

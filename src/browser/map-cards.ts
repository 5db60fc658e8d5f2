/** The Escape key puts the card of a mark away, until another mark is pointed at or has the focus. */
export function putCardsAway(): void {
  for (const map of document.querySelectorAll<HTMLElement>('.map')) {
    addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') map.dataset['quiet'] = '';
    });
    for (const event of ['pointerover', 'focusin'])
      map.addEventListener(event, () => delete map.dataset['quiet']);
  }
}

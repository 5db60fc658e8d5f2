/**
 * The sections of a page: says which one is read, and folds itself away once one is chosen where there is
 * little room.
 */
export class SectionNav extends HTMLElement {
  readonly #links = [...this.querySelectorAll<HTMLAnchorElement>('a')];
  readonly #headings = this.#links.map(({ hash }) =>
    document.getElementById(decodeURIComponent(hash.slice(1))),
  );

  connectedCallback(): void {
    // Called whenever a heading passes the upper quarter of the window.
    const observer = new IntersectionObserver(() => this.#mark(), { rootMargin: '0px 0px -75% 0px' });
    for (const heading of this.#headings) if (heading) observer.observe(heading);
    const details = this.querySelector('details');
    this.addEventListener('click', ({ target }) => {
      if (details && target instanceof Element && target.closest('a')) details.open = false;
    });
  }

  #mark(): void {
    const here = this.#headings.findLastIndex(
      (heading) => heading && heading.getBoundingClientRect().top <= innerHeight / 4,
    );
    this.#links.forEach((link, i) => {
      if (i === here) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    });
    const name = this.#links[here]?.textContent.trim();
    const place = this.querySelector('[data-here]');
    if (place) place.textContent = name === undefined ? '' : `: ${name}`;
  }
}

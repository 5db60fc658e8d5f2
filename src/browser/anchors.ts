/**
 * Sections of pages once had plain names (`#arms`). They begin with an underscore now, so that none can be
 * taken for a figure; an address from before leads to the section where no figure has its name. What an
 * address leads to is unfolded.
 */
export function leadToSections(): void {
  const follow = () => {
    // Ids are in any script, and browsers find the escaped ones by themselves where they are there.
    const name = new URLSearchParams(`id=${location.hash.slice(1).replace(/[+&]/g, '')}`).get('id') ?? '';
    if (name === '') return;
    const target = document.getElementById(name);
    if (target) unfold(target);
    else if (document.getElementById(`_${name}`)) location.replace(`#_${name}`);
  };
  addEventListener('hashchange', follow);
  // Pressed again, a link changes no address.
  addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a[href^="#"]')?.getAttribute('href') === location.hash)
      follow();
  });
  follow();
}

/** Opens what a place is folded into; of a heading that unfolds its section, the section. */
function unfold(target: Element): void {
  const closed: HTMLDetailsElement[] = [];
  for (let one = target.closest('details'); one; one = one.parentElement?.closest('details') ?? null)
    if (!one.open) closed.push(one);
  if (closed.length === 0) return;
  for (const details of closed) details.open = true;
  target.scrollIntoView();
}

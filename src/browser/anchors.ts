/**
 * Sections of pages once had plain names (`#arms`). They begin with an underscore now, so that none can be taken for a
 * figure; an address from before leads to the section where no figure has its name.
 */
export function leadToSections(): void {
  const follow = () => {
    // Ids are in any script, and browsers find the escaped ones by themselves where they are there.
    const name = new URLSearchParams(`id=${location.hash.slice(1).replace(/[+&]/g, '')}`).get('id') ?? '';
    if (name === '' || document.getElementById(name)) return;
    if (document.getElementById(`_${name}`)) location.replace(`#_${name}`);
  };
  addEventListener('hashchange', follow);
  follow();
}

/** Finds what a component's own markup must hold. */
export function part<E extends Element = HTMLElement>(host: Element, selector: string): E {
  const found = host.querySelector<E>(selector);
  if (!found) throw new Error(`${host.localName} lacks ${selector}`);
  return found;
}

/** What stands in the fields of a form; a file, of which no form here has any, is nothing. */
export function fieldsOf(form: HTMLFormElement): Map<string, string> {
  return new Map(
    [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  );
}

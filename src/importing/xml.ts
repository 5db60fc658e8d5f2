import sax from 'sax';

/** An element with what is in it, in its order. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
  /** Where it begins, from 1. */
  line: number;
}

/** What a text has in place of a record: where, and what the parser says of it. */
export interface XmlFault {
  line: number;
  fault: string;
}

/**
 * The elements of some names in an XML text, each as a tree of its own, so that no more than one is built at
 * a time. What a fault spoils is reported in its place, and reading goes on with the next. Nothing outside
 * the text is ever asked for.
 *
 * @param pieces the text, in pieces of any size
 */
export function* elementsOf(
  pieces: Iterable<string>,
  wanted: ReadonlySet<string>,
): Generator<XmlElement | XmlFault> {
  const parser = sax.parser(true, { position: true });
  const found: (XmlElement | XmlFault)[] = [];
  let open: XmlElement[] = [];
  let fault: XmlFault | undefined;
  const takeText = (piece: string) => void open.at(-1)?.children.push(piece);
  parser.onopentag = ({ name, attributes }) => {
    const line = parser.line + 1;
    // A record that is not closed ends where the next begins.
    if (wanted.has(name) && open.length > 0) {
      found.push({ line: open[0]?.line ?? line, fault: `<${open[0]?.name}> is not closed` });
      open = [];
    }
    if (open.length === 0 && !wanted.has(name)) return;
    if (open.length === 0) fault = undefined;
    const element: XmlElement = {
      name,
      attributes: attributes as Record<string, string>,
      children: [],
      line,
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.onclosetag = (name) => {
    const closed = open.at(-1);
    if (closed?.name !== name) return;
    open.pop();
    if (open.length === 0) found.push(fault ?? closed);
  };
  parser.ontext = takeText;
  parser.oncdata = takeText;
  parser.onerror = (error) => {
    const first = error.message.split('\n')[0] ?? '';
    if (open.length > 0) fault ??= { line: parser.line + 1, fault: first.toLowerCase() };
    // sax goes on only where its error has been taken away.
    (parser as { error: Error | null }).error = null;
    parser.resume();
  };
  for (const piece of withEntities(pieces)) {
    parser.write(piece);
    yield* found.splice(0);
  }
  parser.close();
  yield* found.splice(0);
  if (open.length > 0) yield { line: open[0]?.line ?? 1, fault: `<${open[0]?.name}> is not closed` };
}

/** A text in which an ampersand that stands alone, which a program forgot to write as an entity, is one. */
function* withEntities(pieces: Iterable<string>): Generator<string> {
  let rest = '';
  for (const piece of pieces) {
    const text = rest + piece;
    // An entity may go on in the next piece.
    const last = text.lastIndexOf('&');
    const end = last < 0 || text.length - last > 40 ? text.length : last;
    rest = text.slice(end);
    yield text.slice(0, end).replace(loneAmpersand, '&amp;');
  }
  yield rest.replace(loneAmpersand, '&amp;');
}

const loneAmpersand = /&(?!#?\w{1,31};)/g;

/** All text within an element. */
export function textOf(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined;
  return element.children
    .map((child) => (typeof child === 'string' ? child : (textOf(child) ?? '')))
    .join('');
}

/**
 * The text of a title, in which what is raised stays marked, for digits behind digits would become another
 * number.
 */
export function titleOf(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined;
  const inner = element.children
    .map((child) => (typeof child === 'string' ? child : (titleOf(child) ?? '')))
    .join('');
  const isRaised = element.name === 'sup' || element.attributes.face === 'superscript';
  return isRaised ? `<sup>${inner}</sup>` : inner;
}

/**
 * The elements below one along a path of names: only direct children, so that nothing of a cited work is
 * taken.
 */
export function elementsAt(element: XmlElement | undefined, ...path: string[]): XmlElement[] {
  let found = element ? [element] : [];
  for (const name of path)
    found = found.flatMap(({ children }) =>
      children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name),
    );
  return found;
}

export const textAt = (element: XmlElement | undefined, ...path: string[]): string | undefined =>
  textOf(elementsAt(element, ...path)[0]);

import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Position } from '../model/finding.ts';
import { components, plainElements } from '../model/prose.ts';
import { nearest } from '../reading/shape.ts';
import { citations, factReferences, jsxElements, nodesOf } from '../reading/prose.ts';
import type { Check } from './check.ts';
import { firstIn, need } from '../model/need.ts';

const known = components as Record<string, Record<string, { required: boolean; values?: readonly string[] }>>;
/** What a table says of a name; nothing for `constructor` and other names that every object has. */
const own = <T>(table: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
const names = [...Object.keys(components), ...plainElements];

/** A comment, `{/* … *\/}`, is the one expression that does nothing. */
const isComment = (value: string) => /^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)*$/.test(value);

/** Everything in a body that a program could run, and what it is. */
function codeIn(body: Root): { value: string; what: string; position: Position }[] {
  const found: { value: string; what: string; position: Position }[] = [];
  for (const node of nodesOf(body)) {
    if (!node.position) continue;
    const position = node.position.start;
    if (node.type === 'mdxjsEsm')
      found.push({
        value: node.value,
        what: /^\s*export/.test(node.value) ? 'an export' : 'an import',
        position,
      });
    if ((node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') && !isComment(node.value))
      found.push({ value: `{${node.value}}`, what: 'an expression', position });
  }
  for (const { element, position } of jsxElements(body)) {
    for (const attribute of element.attributes) {
      if (
        attribute.type !== 'mdxJsxAttribute' ||
        (attribute.value !== null && typeof attribute.value === 'object')
      )
        found.push({ value: element.name ?? '', what: 'an expression in an attribute', position });
    }
  }
  return found;
}

const code: Check<'entry'> = {
  code: 'mdx/code',
  scope: 'entry',
  run({ source: { body } }, ask) {
    if (!body) {
      ask.skip();
      return;
    }
    const found = codeIn(body);
    if (found.length === 0) ask.pass();
    for (const { value, what, position } of found) {
      ask.fault({
        where: position,
        message: `${what} stands in the body`,
        actual: firstIn(value.split('\n')).slice(0, 60),
        expected: 'Markdown and known components only',
        help: `remove it; components need no import, and a figure is written <Fact id="…" />`,
      });
    }
  },
};

const component: Check<'body'> = {
  code: 'mdx/component',
  scope: 'body',
  run({ body }, ask) {
    for (const { element, position } of jsxElements(body)) {
      const name = element.name ?? 'fragment';
      const plain = (plainElements as readonly string[]).includes(name);
      const attributes = own(known, name);
      ask.expect(plain || attributes !== undefined, () => ({
        where: position,
        message: `<${name}> is not a component of this base`,
        actual: name,
        expected: names.map((n) => `<${n}>`).join(', '),
        help: nearest(name, names) ? `did you mean <${nearest(name, names)}>?` : 'write it in Markdown',
      }));
      if (!plain && !attributes) continue;
      const given = element.attributes.flatMap((a) => (a.type === 'mdxJsxAttribute' ? [a] : []));
      for (const { name: key, value } of given) {
        const rule = attributes && own(attributes, key);
        ask.expect(rule !== undefined, () => ({
          where: position,
          message: `<${name}> has no attribute ${key}`,
          actual: key,
          expected: Object.keys(attributes ?? {}).join(', ') || 'no attribute',
          help: 'remove the attribute',
        }));
        if (!rule?.values || typeof value !== 'string') continue;
        const { values } = rule;
        const meant = nearest(value, values);
        ask.expect(values.includes(value), () => ({
          where: position,
          message: `${key} of <${name}> cannot be ${value}`,
          actual: value,
          expected: values.join(', '),
          help: meant ? `did you mean ${meant}?` : `use one of ${values.join(', ')}`,
        }));
      }
      // Expressions are handled by mdx/code.
      if (element.attributes.some((a) => a.type === 'mdxJsxExpressionAttribute')) continue;
      for (const [key, { required }] of Object.entries(attributes ?? {})) {
        if (!required) continue;
        const isGiven = given.some((a) => a.name === key && a.value);
        ask.expect(isGiven, () => ({
          where: position,
          message: `<${name}> needs its ${key}`,
          expected: `${key}="…"`,
          help: `add ${key}="…"`,
        }));
      }
    }
  },
};

// Browsers read a backslash in an address as a slash.
const safeLink = /^(https?:\/\/|mailto:|\/(?![/\\])|#|\.\.?\/)/i;
const safeImage = /^\/(?![/\\])/;

const address: Check<'body'> = {
  code: 'mdx/address',
  scope: 'body',
  run({ body }, ask) {
    const nodes = nodesOf(body);
    const shown = new Set(nodes.flatMap((node) => (node.type === 'imageReference' ? [node.identifier] : [])));
    for (const node of nodes) {
      if (node.type === 'link' || node.type === 'linkReference') {
        // Parsers and screen readers know no link within a link.
        const inner = factReferences(node).length + citations(node).length;
        ask.expect(inner === 0, () => ({
          where: need(node.position).start,
          message: 'a link holds a citation or a fact, which are links themselves',
          actual: toString(node),
          expected: 'words alone',
          help: 'end the link before the citation or the fact',
        }));
      }
      if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') continue;
      const image = node.type === 'image' || (node.type === 'definition' && shown.has(node.identifier));
      ask.expect((image ? safeImage : safeLink).test(node.url), () => ({
        where: need(node.position).start,
        message: `${image ? 'an image' : 'a link'} leads to ${node.url.slice(0, 60)}`,
        actual: node.url,
        expected: image ? 'an image of this site, /…' : 'https://, http://, mailto:, /… or #…',
        help: image
          ? 'put the image into public/ and name it /…'
          : 'use a web address, or a path of this site',
      }));
    }
  },
};

export const mdxChecks: Check[] = [code, component, address];

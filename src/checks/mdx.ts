import { toString } from 'mdast-util-to-string';
import { components, plainElements } from '../model/prose.ts';
import { nearest } from '../reading/shape.ts';
import { citations, factReferences, jsxElements, nodesOf } from '../reading/prose.ts';
import type { Check } from './check.ts';

const known = components as Record<string, Record<string, { required: boolean; values?: readonly string[] }>>;
/** What a table says of a name; nothing for `constructor` and other names that every object has. */
const own = <T>(table: Record<string, T>, name: string): T | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);
const names = [...Object.keys(components), ...plainElements];

/** A comment, `{/* … *\/}`, is the one expression that does nothing. */
const isComment = (value: string) => /^\s*(?:\/\*(?:(?!\*\/)[\s\S])*\*\/\s*)*$/.test(value);

const code: Check = {
  code: 'mdx/code',
  run({ corpus }, tally) {
    for (const source of Object.values(corpus.entries).flat()) {
      if (!source.body) {
        tally.skip();
        continue;
      }
      const faults: { value: string; what: string; position: { line: number; column: number } }[] = [];
      for (const node of nodesOf(source.body)) {
        if (!node.position) continue;
        if (node.type === 'mdxjsEsm')
          faults.push({
            value: node.value,
            what: /^\s*export/.test(node.value) ? 'an export' : 'an import',
            position: node.position.start,
          });
        if ((node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') && !isComment(node.value)) {
          faults.push({ value: `{${node.value}}`, what: 'an expression', position: node.position.start });
        }
      }
      for (const { element, position } of jsxElements(source.body)) {
        for (const attribute of element.attributes) {
          if (attribute.type !== 'mdxJsxAttribute' || (attribute.value !== null && typeof attribute.value === 'object')) {
            faults.push({ value: element.name ?? '', what: 'an expression in an attribute', position });
          }
        }
      }
      if (faults.length === 0) tally.expect(source, true, () => ({ where: [], message: '', help: '' }));
      for (const { value, what, position } of faults) {
        tally.expect(source, false, () => ({
          where: position,
          message: `${what} stands in the body`,
          actual: value.split('\n')[0]!.slice(0, 60),
          expected: 'Markdown and known components only',
          help: `remove it; components need no import, and a figure is written <Fact id="…" />`,
        }));
      }
    }
  },
};

const component: Check = {
  code: 'mdx/component',
  run({ corpus }, tally) {
    for (const source of Object.values(corpus.entries).flat()) {
      for (const { element, position } of jsxElements(source.body)) {
        const name = element.name ?? 'fragment';
        const plain = (plainElements as readonly string[]).includes(name);
        const attributes = own(known, name);
        tally.expect(source, plain || attributes !== undefined, () => ({
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
          tally.expect(source, rule !== undefined, () => ({
            where: position,
            message: `<${name}> has no attribute ${key}`,
            actual: key,
            expected: Object.keys(attributes ?? {}).join(', ') || 'no attribute',
            help: 'remove the attribute',
          }));
          if (rule?.values && typeof value === 'string') {
            tally.expect(source, rule.values.includes(value), () => ({
              where: position,
              message: `${key} of <${name}> cannot be ${value}`,
              actual: value,
              expected: rule.values!.join(', '),
              help: nearest(value, rule.values!)
                ? `did you mean ${nearest(value, rule.values!)}?`
                : `use one of ${rule.values!.join(', ')}`,
            }));
          }
        }
        for (const [key, rule] of Object.entries(attributes ?? {})) {
          // What stands in an expression is the matter of mdx/code.
          if (!rule.required || element.attributes.some((a) => a.type === 'mdxJsxExpressionAttribute')) continue;
          tally.expect(
            source,
            given.some((a) => a.name === key && a.value),
            () => ({
              where: position,
              message: `<${name}> needs its ${key}`,
              expected: `${key}="…"`,
              help: `add ${key}="…"`,
            }),
          );
        }
      }
    }
  },
};

// Browsers read a backslash in an address as a slash.
const safeLink = /^(https?:\/\/|mailto:|\/(?![/\\])|#|\.\.?\/)/i;
const safeImage = /^\/(?![/\\])/;

const address: Check = {
  code: 'mdx/address',
  run({ corpus }, tally) {
    for (const source of Object.values(corpus.entries).flat()) {
      if (!source.body) continue;
      const nodes = nodesOf(source.body);
      const shown = new Set(nodes.flatMap((node) => (node.type === 'imageReference' ? [node.identifier] : [])));
      for (const node of nodes) {
        if (node.type === 'link' || node.type === 'linkReference') {
          // Parsers and screen readers know no link within a link.
          const inner = factReferences(node).length + citations(node).length;
          tally.expect(source, inner === 0, () => ({
            where: node.position!.start,
            message: 'a link holds a citation or a fact, which are links themselves',
            actual: toString(node),
            expected: 'words alone',
            help: 'end the link before the citation or the fact',
          }));
        }
        if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') continue;
        const image = node.type === 'image' || (node.type === 'definition' && shown.has(node.identifier));
        tally.expect(source, (image ? safeImage : safeLink).test(node.url), () => ({
          where: node.position!.start,
          message: `${image ? 'an image' : 'a link'} leads to ${node.url.slice(0, 60)}`,
          actual: node.url,
          expected: image ? 'an image of this site, /…' : 'https://, http://, mailto:, /… or #…',
          help: image ? 'put the image into public/ and name it /…' : 'use a web address, or a path of this site',
        }));
      }
    }
  },
};

export const mdxChecks: Check[] = [code, component, address];

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutIndentation } from '../../../src/site/indentation.ts';

test('lines lose their indentation, and words on two lines stay apart', () => {
  expect(withoutIndentation('<p>\n    one\n\t two\n\n\n  <b>three</b>\n</p>')).toBe(
    '<p>\none\ntwo\n<b>three</b>\n</p>',
  );
});

test.each(['pre', 'script', 'style', 'textarea'])('what stands in %s stays as it is', (name) => {
  const own = `<${name} class="x">\n  a\n\n    b\n</${name}>`;
  expect(withoutIndentation(`<div>\n  ${own}\n  </div>`)).toBe(`<div>\n${own}\n</div>`);
});

test('of any text only white space goes', () => {
  const part = fc.constantFrom('\n', '  ', '\t', '<pre>', '</pre>', '<p>', 'a', '<script>', '</script>');
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join('');
      const words = (of: string) => of.split(/\s+/).filter(Boolean);
      expect(words(withoutIndentation(text))).toEqual(words(text));
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { denominators } from '../../../src/compare/dataset.ts';
import { emptyView, readView, rowChoices, writeView, type View } from '../../../src/compare/view.ts';

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,12}$/);
const arm = fc.oneof(
  id,
  fc.tuple(id, id).map((parts) => parts.join('.')),
);
const side = fc.oneof(
  fc.tuple(fc.constantFrom('therapy', 'class', 'target'), id).map((parts) => parts.join(':')),
  fc
    .tuple(id, fc.uniqueArray(id, { minLength: 1, maxLength: 2 }))
    .map(([own, targets]) => `class:${own}${targets.map((target) => `.target:${target}`).join('')}`),
);
const ids = fc.uniqueArray(id, { maxLength: 3 });
const view: fc.Arbitrary<View> = fc
  .record(
    {
      sides: fc.uniqueArray(side, { maxLength: 3 }),
      arms: fc.uniqueArray(arm, { maxLength: 8 }),
      without: fc.uniqueArray(arm, { maxLength: 3 }),
      settings: ids,
      ages: ids,
      controls: fc.boolean(),
      endpoints: fc.uniqueArray(id, { minLength: 1, maxLength: 8 }),
      denominator: fc.constantFrom(...denominators),
      rows: fc.constantFrom(...rowChoices),
      sort: fc.stringMatching(/^[a-z][a-z0-9 ·≥~&=+#%-]{0,20}$/),
      transposed: fc.boolean(),
      marked: fc.boolean(),
    },
    {
      requiredKeys: [
        'sides',
        'arms',
        'without',
        'settings',
        'ages',
        'controls',
        'rows',
        'transposed',
        'marked',
      ],
    },
  )
  .chain((some) =>
    fc.boolean().map((descending) => ({ ...some, descending: some.sort !== undefined && descending })),
  );

describe('the address of a comparison', () => {
  it('restores exactly what was seen', () => {
    fc.assert(
      fc.property(view, (seen) => {
        const { view: restored, faults } = readView(writeView(seen));
        expect(faults).toEqual([]);
        expect(restored).toEqual(seen);
      }),
    );
  });

  it('is empty where nothing was chosen', () => {
    expect(writeView(emptyView)).toBe('');
    expect(readView('').view).toEqual(emptyView);
  });

  it('keeps an empty choice of endpoints apart from no choice', () => {
    expect(readView(writeView({ ...emptyView, endpoints: [] })).view.endpoints).toEqual([]);
  });

  it('says what it cannot read, and reads the rest', () => {
    const { view: read, faults } = readView('?arms=eliana,<script>,a.b.c,x.y&lens=everyone&rows=shared');
    expect(read.arms).toEqual(['eliana', 'x.y']);
    expect(read.denominator).toBeUndefined();
    expect(read.rows).toBe('shared');
    expect(faults).toEqual([
      'lens cannot be “everyone”; expected enrolled, randomised, treated, evaluable',
      'arms cannot hold “<script>”',
      'arms cannot hold “a.b.c”',
    ]);
  });

  it('never throws, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        expect(readView(query).view.arms).toBeInstanceOf(Array);
      }),
    );
  });
});

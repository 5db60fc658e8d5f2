import { expect, test } from 'vitest';
import { onPaper } from '../../../src/charts/paint.ts';
import { panelPlot } from '../../../src/charts/interval-plot.ts';
import { panelsOf } from '../../../src/compare/panels.ts';
import { arrange } from '../../../src/compare/arrange.ts';
import { emptyView } from '../../../src/compare/view.ts';
import { datasetsOf } from '../compare/datasets.ts';

const figure =
  '- {id: a, kind: proportion, arm: new, events: 10, total: 21, interval: {level: 97.5, low: 20, high: 70}}';

test.each([420, 560, 640, 700, 800, 1200])('at %i px no interval of a plot is cut', (width) => {
  const { rows } = arrange({ ...emptyView, arms: ['alpha'] }, datasetsOf(figure));
  expect(panelPlot(panelsOf(rows.slice(0, 1))[0]!, { width, paint: onPaper }).text).toContain(
    '97.5% CI 20–70)',
  );
});

test.each([560, 640, 800, 1200])(
  'at %i px a long name of an arm is whole, on two lines where it must be',
  (width) => {
    const { rows } = arrange({ ...emptyView, arms: ['alpha'] }, datasetsOf(figure));
    const [row] = rows;
    const cells = row!.cells.map((cell) => ({
      ...cell,
      column: { ...cell.column, name: 'A-TRIAL, Somewhatlongnamed agent' },
    }));
    const words = [
      ...panelPlot(panelsOf([{ ...row!, cells }])[0]!, { width, paint: onPaper }).text.matchAll(
        /<text[^>]*>([^<]*)</g,
      ),
    ].map(([, text]) => text);
    expect(words.join(' ')).toContain('A-TRIAL, Somewhatlongnamed agent');
  },
);

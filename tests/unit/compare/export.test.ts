import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrange } from '../../../src/compare/arrange.ts';
import { markup } from '../../../src/wording/markup.ts';
import { emptyView, type View } from '../../../src/compare/view.ts';
import { plainTable, toCsv, toHtml, toLatex, toMarkdown, toTex } from '../../../src/compare/export.ts';
import { parseCsv } from '../exports/parse-csv.ts';
import { datasetsOf } from './datasets.ts';

const view: View = { ...emptyView, arms: ['alpha'] };
const hostile = '"=1+1 | 50% & <b>_x_</b>, $y$ #1"';
const arrangement = arrange(
  view,
  datasetsOf(`
- {id: new-cr, kind: proportion, arm: new, events: 18, total: 21, percent: 86, definition: ${hostile}}
- {id: old-cr, kind: proportion, arm: old, events: 8, total: 20}
`),
);
const plain = plainTable(arrangement, view, 'A caption');

describe('a comparison that leaves', () => {
  it('is a table with arms across, or down', () => {
    expect(plain.rows[0]).toEqual(['', 'Testumab in adults, Testumab', 'Testumab in adults, Usual care']);
    expect(plain.rows[1]!.slice(0, 1)).toEqual(['Complete remission']);
    const down = plainTable(arrangement, { ...view, transposed: true }, 'A caption');
    expect(down.rows.map(([name]) => name)).toEqual(plain.rows[0]);
  });

  it('keeps its columns in Markdown, whatever its words are', () => {
    const [caption, , head, rule, row] = toMarkdown(plain).split('\n');
    expect(caption).toBe('A caption');
    for (const line of [head!, rule!, row!]) expect(line.match(/(?<!\\)\|/g)).toHaveLength(4);
  });

  it('has nothing in HTML that its words could add', () => {
    const html = toHtml(plain);
    expect(html).not.toContain('<b>');
    expect(html).toContain('&lt;b&gt;');
  });

  it('is guarded against formulas in CSV, and holds every cell', () => {
    const [header, ...rows] = parseCsv(toCsv(arrangement, view, (to) => `https://base.example${to}`));
    const at = (row: string[], name: string) => row[header!.indexOf(name)];
    expect(rows).toHaveLength(2);
    expect(at(rows[0]!, 'definition')).toBe("'=1+1 | 50% & <b>_x_</b>, $y$ #1");
    expect(['events', 'total', 'number', 'computed', 'url'].map((name) => at(rows[0]!, name))).toEqual([
      '18',
      '21',
      '86',
      'yes',
      'https://base.example/trials/alpha/#new-cr',
    ]);
  });

  it('writes the signs of the field in LaTeX', () => {
    expect(toTex('≥3 × 10⁻⁶ µg/m², 50% & α_1')).toBe(
      '$\\geq$3 $\\times$ 10$^{-6}$ $\\mu$g/m$^{2}$, 50\\% \\& α\\_1',
    );
  });

  const tex = (['pdflatex'] as const).filter((program) =>
    (process.env.PATH ?? '')
      .split(path.delimiter)
      .some((folder) => fs.existsSync(path.join(folder, program))),
  );
  it.skipIf(tex.length === 0)(
    'is typeset by LaTeX without a complaint (skipped where pdflatex is not installed)',
    () => {
      const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-tex-'));
      try {
        const body = `\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{booktabs,array}\n\\begin{document}\n${toLatex(plain)}\\end{document}\n`;
        fs.writeFileSync(path.join(folder, 'table.tex'), body);
        const log = execFileSync('pdflatex', ['-interaction=nonstopmode', '-halt-on-error', 'table.tex'], {
          cwd: folder,
        }).toString();
        expect(log).not.toMatch(/^! /m);
        expect(fs.existsSync(path.join(folder, 'table.pdf'))).toBe(true);
      } finally {
        fs.rmSync(folder, { recursive: true });
      }
    },
  );
});

describe('markup', () => {
  it('escapes every value that is not markup itself', () => {
    expect(
      markup`<p title="${'"<&>\''}">${markup`<b>${1}</b>`}${undefined}${false}${['<', markup`<i/>`]}</p>`
        .text,
    ).toBe('<p title="&quot;&lt;&amp;&gt;&#39;"><b>1</b>&lt;<i/></p>');
  });
});

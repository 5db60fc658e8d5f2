import { compareWords as words } from '../i18n/compare.ts';
import { numberOf, type Arrangement, type Cell } from './arrange.ts';
import { lineOf } from './cell-text.ts';
import { rowName } from './row-name.ts';
import { csvText } from '../model/csv.ts';
import { markup } from '../wording/markup.ts';
import type { View } from './view.ts';
import { itemIn } from '../model/need.ts';

/** A comparison as a table of plain cells: the first row and the first column are headings. */
export interface PlainTable {
  caption: string;
  /** The first holds the names of the columns. */
  rows: [head: string[], ...body: string[][]];
}

/**
 * Cells as the page shows them, traits that differ among them and where a figure was read, with arms across
 * or down.
 */
export function plainTable({ columns, rows }: Arrangement, view: View, caption: string): PlainTable {
  const ofRows = rows.map((row) => ({ name: rowName(row), cells: row.cells.map(withTraits) }));
  const [head, body] = view.transposed
    ? [
        ofRows.map(({ name }) => name),
        columns.map(({ name }, i) => [name, ...ofRows.map(({ cells }) => itemIn(cells, i))]),
      ]
    : [columns.map(({ name }) => name), ofRows.map(({ name, cells }) => [name, ...cells])];
  return { caption, rows: [['', ...head], ...body] };
}

function withTraits(cell: Cell): string {
  return words.parts([
    lineOf(cell),
    ...cell.traits.filter(({ trait, differs }) => differs || trait === 'read in').map(({ text }) => text),
  ]);
}

/** GitHub's tables: pipes and line breaks in cells are written out. */
export function toMarkdown({ caption, rows: [head, ...body] }: PlainTable): string {
  const cell = (text: string) => text.replace(/[\\|<>*_`[\]]/g, '\\$&').replace(/\s+/g, ' ');
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return `${[cell(caption), '', line(head), line(head.map(() => '---')), ...body.map(line)].join('\n')}\n`;
}

const latexSigns: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '≥': '$\\geq$',
  '≤': '$\\leq$',
  '−': '$-$',
  '–': '--',
  '×': '$\\times$',
  '±': '$\\pm$',
  µ: '$\\mu$',
  μ: '$\\mu$',
  γ: '$\\gamma$',
  '→': '$\\rightarrow$',
  '“': '``',
  '”': "''",
};

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁻';

/** Text for LaTeX with its own signs escaped and the signs of the field as mathematics. */
export function toTex(text: string): string {
  const parts = text.split(/([⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)/);
  return parts
    .map((part, i) => {
      if (i % 2 === 1) return `$^{${[...part].map((d) => (d === '⁻' ? '-' : raised.indexOf(d))).join('')}}$`;
      return part.replace(/[\\~^<>≥≤−–×±µμγ→“”{}&%$#_]/g, (sign) => latexSigns[sign] ?? `\\${sign}`);
    })
    .join('');
}

/** A `tabular` with the rules of booktabs, in columns that break lines. */
export function toLatex({ caption, rows: [head, ...body] }: PlainTable): string {
  const width = head.length;
  const share = (0.94 / width).toFixed(3);
  const line = (cells: readonly string[]) => `  ${cells.map(toTex).join(' & ')} \\\\`;
  return `${[
    words.export.latexNeeds,
    '\\begin{table}',
    '  \\centering\\small',
    `  \\caption{${toTex(caption)}}`,
    `  \\begin{tabular}{@{}*{${width}}{>{\\raggedright\\arraybackslash}p{${share}\\linewidth}}@{}}`,
    '  \\toprule',
    line(head),
    '  \\midrule',
    ...body.map(line),
    '  \\bottomrule',
    '  \\end{tabular}',
    '\\end{table}',
  ].join('\n')}\n`;
}

/** A table for word processors and pages. */
export function toHtml({ caption, rows: [head, ...body] }: PlainTable): string {
  return `${
    markup`<table>
<caption>${caption}</caption>
<thead><tr>${head.map((text) => markup`<th scope="col">${text}</th>`)}</tr></thead>
<tbody>
${body.map(
  ([name, ...cells]) =>
    markup`<tr><th scope="row">${name}</th>${cells.map((text) => markup`<td>${text}</td>`)}</tr>\n`,
)}</tbody>
</table>`.text
  }\n`;
}

const csvHeader = [
  'trial_id',
  'trial',
  'arm_id',
  'arm',
  'endpoint',
  'row',
  'value',
  'events',
  'total',
  'number',
  'low',
  'high',
  'level',
  'interval_kind',
  'computed',
  'p',
  'at',
  'population',
  'population_kind',
  'definition',
  'measured',
  'scale',
  'report',
  'read_in',
  'own',
  'lens',
  'absent',
  'url',
  'risk_of_bias',
  'risk_of_bias_tool',
] as const;

/** One line for each cell, whatever the table's layout, for programs: RFC 4180, guarded against formulas. */
export function toCsv({ rows }: Arrangement, view: View, address: (path: string) => string): string {
  const lines = rows.flatMap(({ endpoint, label, cells }) =>
    cells.map((cell): (string | number | undefined)[] => {
      const { column, fact, rebased, absent } = cell;
      const number = numberOf(cell);
      const counts = rebased && !('missing' in rebased) ? rebased : fact?.counts;
      return [
        column.trial.id,
        column.trial.name,
        column.arm.id,
        column.arm.label,
        endpoint.id,
        label,
        fact?.value,
        counts?.events,
        counts?.total,
        number?.point,
        number?.low,
        number?.high,
        number?.low === undefined ? undefined : rebased ? 95 : fact?.level,
        number?.low === undefined && number?.high === undefined ? undefined : (number.kind ?? 'confidence'),
        number?.computed ? 'yes' : undefined,
        fact?.p,
        fact?.at,
        fact?.population.label,
        fact?.population.kind,
        fact?.definition,
        fact?.measured,
        fact?.scale,
        fact?.report.key,
        fact?.readIn,
        fact && (fact.own ? 'yes' : 'no'),
        view.denominator,
        absent ?? (rebased && 'missing' in rebased ? rebased.missing : fact?.missing),
        fact && address(fact.path),
        fact?.riskOfBias?.overall,
        fact?.riskOfBias?.tool,
      ];
    }),
  );
  return csvText([csvHeader, ...lines]);
}

import { plots } from '../i18n/plots.ts';
import { forestLines, forestNotes, type Line } from '../synthesis/lines.ts';
import { forestAxis } from './forest-axis.ts';
import { onPaper, type Paint } from './paint.ts';
import { mark, type Strip } from './forest-marks.ts';
import { grid } from './grid.ts';
import { round } from './scale.ts';
import { clipped, wrapped } from './text.ts';
import { shareText } from '../wording/computed.ts';
import { markup, type Markup } from '../wording/markup.ts';
import type { Synthesis } from '../synthesis/pool.ts';
import { capitalised } from '../model/need.ts';

interface ForestOptions {
  /** in pixels, at least 280 */
  width: number;
  paint: Paint;
  /** What is pooled: the heading of the plot. */
  title: string;
  /** Lines below everything else, such as where a file comes from. */
  footer?: readonly string[];
  /** Room around a plot that stands alone on its paper. */
  margin?: number;
}

/** Below this width, names stand above their marks instead of beside them. */
const narrow = 620;
const lineHeight = 17;
/** Sizes of letters. */
const [size, small] = [13.5, 12.5];

/** Where the columns of a plot stand. */
interface Layout {
  stacked: boolean;
  width: number;
  strip: [left: number, right: number];
  /** Right end of the counts, left end of the estimates. */
  counts: number;
  estimates: number;
}

function layoutFor(width: number): Layout {
  if (width < narrow) return { stacked: true, width, strip: [8, width - 8], counts: 0, estimates: 0 };
  const at = (share: number) => Math.round(width * share);
  return { stacked: false, width, strip: [at(0.385), at(0.69)], counts: at(0.36), estimates: at(0.69) + 12 };
}

/**
 * A forest plot as an SVG drawing: studies as squares whose areas are their weights, with their intervals;
 * pooled effects as diamonds, hollow for subgroups; the prediction interval as a bar. Everything is told
 * apart by its shape. What is refused has no diamond, and says why.
 */
export function forest(synthesis: Synthesis, options: ForestOptions): Markup {
  const { paint, title } = options;
  const layout = layoutFor(options.width);
  const lines = forestLines(synthesis);
  const axis = forestAxis(synthesis.state.measure, lines, layout.strip);
  const largest = Math.max(...lines.map((line) => (line.kind === 'study' ? (line.weight ?? 0) : 0)));
  let y = layout.stacked ? 30 : 52;
  const top = y - 6;
  const rows = lines.map((line) => {
    const height = heightOf(line, layout, paint);
    const drawn = row(line, { y, height, layout, axis, paint, largest });
    y += height;
    return drawn;
  });
  const bottom = y + 4;
  const notes = [...forestNotes(synthesis), ...(options.footer ?? [])].flatMap((note) =>
    wrapped(note, options.width - 8, paint.letter * small),
  );
  const height = bottom + 30 + notes.length * lineHeight + 4;
  const effect = lines.find((line) => line.kind === 'effect' && line.of === 'all');
  const summit = effect?.kind === 'effect' ? axis.place(effect.point) : undefined;
  const { margin = 0 } = options;
  const [wide, high] = [options.width + 2 * margin, height + 2 * margin];
  const ground =
    margin > 0 &&
    markup`<rect x="${-margin}" y="${-margin}" width="${wide}" height="${high}" fill="${paint.paper}"/>`;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-margin} ${-margin} ${wide} ${high}" width="${wide}" height="${high}" role="img" font-family="${paint.font}" font-size="${size}"><title>${title}</title><desc>${spoken(lines)}</desc>${ground}<text x="${layout.stacked ? 8 : 0}" y="16" font-weight="600" fill="${paint.ink}">${clipped(
    title,
    options.width - 8,
    paint.letter * size,
  )}</text>${!layout.stacked && headings(synthesis, layout, paint)}${grid(axis, top, bottom, paint)}${
    summit !== undefined &&
    markup`<line x1="${summit}" x2="${summit}" y1="${top}" y2="${bottom}" stroke="${paint.effect}" stroke-dasharray="2 3"/>`
  }${rows}${notes.map(
    (note, i) =>
      markup`<text x="${layout.stacked ? 8 : 0}" y="${bottom + 40 + i * lineHeight}" font-size="${small}" fill="${paint.muted}">${note}</text>`,
  )}</svg>`;
}

/** A plot as a file that stands alone on paper. */
export function forestFile(synthesis: Synthesis, title: string, footer: readonly string[]): string {
  const drawing = forest(synthesis, { width: 860, paint: onPaper, title, footer, margin: 20 });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawing.text}\n`;
}

/** What the plot says, in words. */
function spoken(lines: readonly Line[]): string {
  const { forest: said } = plots;
  return said.all(
    lines.map((line) => {
      if (line.kind === 'heading' || line.kind === 'note') return said.heading(line.label);
      const weight = line.kind === 'study' && line.weight !== undefined ? shareText(line.weight) : undefined;
      return said.line(line.label, line.text, weight);
    }),
  );
}

function headings(
  { state, row, studies }: Synthesis,
  { counts, estimates, width }: Layout,
  paint: Paint,
): Markup {
  const value = state.measure === 'GEN' ? row.label : plots.forest.proportion;
  const head = (x: number, anchor: string, text: string) =>
    markup`<text x="${x}" y="40" text-anchor="${anchor}" font-size="${small}" fill="${paint.muted}">${text}</text>`;
  const counted = studies.some(({ figure }) => figure.kind === 'counts');
  return markup`${head(0, 'start', plots.forest.study)}${counted && head(counts, 'end', plots.forest.counts)}${head(
    estimates,
    'start',
    plots.forest.estimate(capitalised(value), state.level),
  )}${head(width, 'end', plots.forest.weight)}`;
}

interface Place extends Strip {
  y: number;
  height: number;
  layout: Layout;
}

function heightOf(line: Line, { stacked, counts }: Layout, { letter }: Paint): number {
  if (line.kind === 'heading') return 28;
  if (line.kind === 'note') return 24;
  if (stacked) return 56;
  return wrapped(line.label, counts - 60, letter * size).length > 1 ? 40 : 26;
}

function row(line: Line, place: Place): Markup {
  const { y, height, layout, paint } = place;
  const letter = paint.letter * size;
  const start = layout.stacked ? 8 : 0;
  const text = (x: number, at: number, content: string, more: Markup | false = false) =>
    markup`<text x="${x}" y="${round(at)}" fill="${paint.ink}"${more}>${content}</text>`;
  if (line.kind === 'heading') return text(start, y + 20, line.label, markup` font-weight="600"`);
  if (line.kind === 'note') return text(start, y + 17, line.label, markup` font-style="italic"`);
  const above =
    line.kind === 'effect' &&
    line.of === 'all' &&
    markup`<line x1="0" x2="${layout.width}" y1="${y}" y2="${y}" stroke="${paint.rule}" stroke-width="0.75"/>`;
  const counts = 'counts' in line ? line.counts : undefined;
  const weight = line.kind === 'study' && line.weight !== undefined ? shareText(line.weight) : undefined;
  const bold = line.kind === 'effect' && markup` font-weight="600"`;
  if (layout.stacked) {
    const figures = [counts, line.text, weight && plots.forest.weighs(weight)].filter(Boolean).join(' · ');
    return markup`<g>${above}${text(
      start,
      y + 14,
      clipped(line.label, layout.width - 16, letter),
      bold,
    )}${text(start, y + 30, figures, markup` font-size="${small}"`)}${mark(line, y + 43, place)}</g>`;
  }
  const middle = y + height / 2;
  const names = wrapped(line.label, layout.counts - 60, letter).slice(0, 2);
  const end = markup` text-anchor="end"`;
  return markup`<g>${above}${names.map((name, i) =>
    text(
      start,
      middle + 4.5 + (i - (names.length - 1) / 2) * 15,
      clipped(name, layout.counts - 60, letter),
      bold,
    ),
  )}${
    counts && text(layout.counts, middle + 4.5, counts, end)
  }${mark(line, middle, place)}${text(layout.estimates, middle + 4.5, line.text, bold)}${
    weight && text(layout.width, middle + 4.5, weight, end)
  }</g>`;
}

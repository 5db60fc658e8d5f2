import type { EndpointNames } from './endpoints.ts';
import { agree } from './heads.ts';
import { findAll, number, space, unitOfTime } from './lexical.ts';
import { separatorOf, type Separator, type TextPassage } from './passages.ts';
import { pValuesIn } from './p-values.ts';
import type { Figures, Printed, Result } from './result.ts';
import { compact } from './signs.ts';
import { resultsOf } from './statements.ts';

/** Some words of a text, or words that are put among them. */
interface Piece {
  text: string;
  /** Where it stands in the text; nothing for what is put in. */
  from?: number | undefined;
}
interface Cell {
  text: string;
  from: number;
}
/** What a heading of a row or column says of the figures below or beside it. */
interface Heading {
  name: Piece;
  isCount: boolean;
  isPercent: boolean;
  unit?: string | undefined;
  level?: Piece | undefined;
  span?: string | undefined;
  measure?: string | undefined;
  isP: boolean;
  grade?: Piece | undefined;
  total?: Printed | undefined;
}

/** The rows of one table: rows beside each other whose cells are separated alike. */
export function tablesIn(passages: readonly TextPassage[], even: string): TextPassage[][] {
  const tables: TextPassage[][] = [];
  passages.forEach((passage, i) => {
    if (passage.kind !== 'row') return;
    const before = passages[i - 1];
    const isNext =
      before?.kind === 'row' &&
      passage.from - before.to <= 2 &&
      separator(passage, even) === separator(before, even);
    if (isNext) tables.at(-1)?.push(passage);
    else tables.push([passage]);
  });
  return tables;
}

const separator = ({ from, to }: TextPassage, even: string) => separatorOf(even.slice(from, to));

/**
 * The results of a table whose rows are endpoints and whose columns are arms, grades, ratios or P values.
 *
 * @param text as it was given: tabs part its cells, which an evened text no longer has
 */
export function resultsOfTable(
  rows: readonly TextPassage[],
  text: string,
  even: string,
  names: EndpointNames,
  scales: readonly string[],
): Result[] {
  const [first] = rows;
  const kind = first && separatorOf(text.slice(first.from, first.to));
  if (!first || !kind) return [];
  const cells = rows
    .map((row) => cellsOf(row, text, even, kind))
    .filter((row) => !row.every(({ text: own }) => /^[\s:|–-]*$/.test(own)));
  const [top, ...others] = cells;
  if (!top) return [];
  const isHeaded = top.slice(1).every(({ text: own }) => !/\d/.test(own.replace(notFigures, '')));
  const headings = top.map((cell) => headingOf(isHeaded ? cell : { text: '', from: cell.from }));
  return (isHeaded ? others : cells).flatMap((row) =>
    row.length === top.length ? resultsOfRow(row, headings, names, scales) : [],
  );
}

const notFigures =
  /[nN]\s?=\s?[\d,]+|\d{2}(?:\.\d)?\s?%\s?CI|[≥>]?\s?[1-5](?:\s?[-–]\s?[1-5])?(?:\s?级.{0,4}|$)|[Gg]rades?\s?[≥>]?\s?[1-5](?:\s?[-–/]\s?[1-5])?/g;

function cellsOf({ from, to }: TextPassage, text: string, even: string, kind: Separator): Cell[] {
  const line = text.slice(from, to);
  const cuts = [...line.matchAll(kind === 'bars' ? /\|/g : kind === 'tabs' ? /\t/g : /\s{2,}/g)];
  const cells: Cell[] = [];
  let start = 0;
  for (const { index, 0: mark } of [...cuts, { index: line.length, 0: '' }]) {
    const raw = even.slice(from + start, from + index);
    const lead = /^\s*/.exec(raw)?.[0].length ?? 0;
    cells.push({ text: raw.trim(), from: from + start + lead });
    start = index + mark.length;
  }
  const isFrame = kind === 'bars' || kind === 'gaps';
  if (isFrame && cells[0]?.text === '') cells.shift();
  if (isFrame && cells.at(-1)?.text === '') cells.pop();
  return cells;
}

const specs = new RegExp(
  `[,;:–-]?${space}(?:[([]${space}(?:(?<level>\\d{2}(?:\\.\\d)?)${space}%${space}CI|(?<range>range|范围)|(?<iqr>IQR|四分位数?间?[距区])|(?<nIs>[nN]${space}=${space}${number('n')})|%|${unitOfTime})${space}[)\\]]` +
    `|(?<![A-Za-z])(?:[nN]o?\\.?|例数?)${space}(?:[([]%[)\\]]|,${space}%)|[,;–]${space}(?:%|[nN]|${unitOfTime}|(?<level2>\\d{2}(?:\\.\\d)?)${space}%${space}CI)(?=${space}(?:$|[(,;])))`,
  'dgu',
);

/** What a heading says, and its name without that. */
function headingOf({ text, from }: Cell): Heading {
  const found = findAll(specs, text);
  const end = found.reduce((least, one) => Math.min(least, one.from), text.length);
  const spec = text.slice(end);
  const level = found.flatMap((one) => one.printed('level') ?? one.printed('level2') ?? [])[0];
  const total = found.flatMap((one) => one.printed('n') ?? [])[0];
  const measure =
    /^(?:hazard ratio|HR|odds ratio|OR|relative risk|risk ratio|RR|风险比|比值比)(?![A-Za-z])/i.exec(
      text,
    )?.[0];
  const isGrade = /grade|级/i.test(text);
  return {
    name: { text: text.slice(0, end).trim(), from },
    isCount: /[nN]o?\.?\s?[([,]\s?%|例数?\s?[([,]\s?%/.test(spec) || /^[nN]o?\.?\s?[([]%/.test(text),
    isPercent: /%(?!\s?CI)/.test(spec.replace(/\d\s?%\s?CI/g, '')),
    unit: new RegExp(`[(,;–]${space}(${unitOfTime})`, 'u').exec(spec)?.[1],
    level: level && { text: level.text, from: from + level.from },
    span: found.some((one) => one.group('range'))
      ? 'range'
      : found.some((one) => one.group('iqr'))
        ? 'IQR'
        : undefined,
    measure,
    isP: /^P(?:[ -]?values?|值)?$/i.test(text),
    grade: isGrade ? { text: `${text.slice(0, end)} `, from } : undefined,
    total: total && { text: total.text, from: from + total.from, to: from + total.to },
  };
}

function resultsOfRow(
  row: readonly Cell[],
  headings: readonly Heading[],
  names: EndpointNames,
  scales: readonly string[],
): Result[] {
  const [label, ...cells] = row;
  if (!label) return [];
  const own = headingOf(label);
  const columns = cells.map((cell, i) => ({ cell, heading: headings[i + 1] }));
  const isSide = (heading: Heading | undefined) => !heading?.measure && !heading?.isP && !heading?.grade;
  const sides = columns.filter(({ heading }) => isSide(heading)).length;
  let place = 0;
  const results = columns.flatMap(({ cell, heading }) => {
    if (isSide(heading)) place += 1;
    if (heading?.isP || !/\d|NR|NE|未达到/.test(cell.text)) return [];
    const arm = isSide(heading) && sides > 1 ? place : undefined;
    return readCell(cell, own, heading, names, scales).map((result) => ({
      ...result,
      ...(arm === undefined || result.kind === 'contrast' ? {} : { arm }),
    }));
  });
  return [
    ...results,
    ...columns.flatMap(({ cell, heading }) => (heading?.isP ? withP(cell, results, sides) : [])),
  ];
}

function readCell(
  cell: Cell,
  row: Heading,
  column: Heading | undefined,
  names: EndpointNames,
  scales: readonly string[],
): Result[] {
  const whole = joined(piecesOf(cell, row, column));
  const { text, places: kept } = compact(whole.text);
  const places = kept.map((at) => whole.places[at] ?? -1);
  const results = resultsOf(text, names, scales);
  const place = { from: cell.from, to: cell.from + cell.text.length };
  const moved = results.flatMap((result) => original({ ...result, ...place }, places) ?? []);
  // More than one result of a cell is none that is understood.
  if (moved.length !== 1) return [];
  const total = column?.total;
  return moved.map((result) => {
    const { events, percent } = result.figures;
    const fits = total && events && percent && !result.figures.total && agree({ events, total }, percent);
    return fits ? { ...result, figures: { ...result.figures, total } } : result;
  });
}

/** A cell as a sentence would print it: `CR 24 (70.6%)`, `Median OS 7.7 months (95% CI 6.0–9.2)`. */
function piecesOf({ text, from }: Cell, row: Heading, column: Heading | undefined): Piece[] {
  const measure = column?.measure ?? row.measure;
  const level = column?.level ?? row.level;
  const span: Piece[] = level ? [level, { text: '% CI ' }] : row.span ? [{ text: `${row.span} ` }] : [];
  const lead: Piece[] = [
    ...(column?.grade ? [column.grade] : []),
    { ...row.name, text: `${row.name.text} ` },
  ];
  if (column?.measure) lead.push({ text: `${column.measure} ` });
  const parts = /^(\S*?\d[\d.,/]*)(\s*%?)(\s*[([]\s*)?(.*)$/u.exec(text);
  if (!parts) return [...lead, { text, from }];
  const [, figure = '', sign = '', bracket = '', rest = ''] = parts;
  const at = from + figure.length;
  const unit = measure || sign.includes('%') ? '' : unitOf(row, column);
  const pieces: Piece[] = [
    ...lead,
    { text: figure, from },
    ...(unit ? [{ text: unit }] : []),
    { text: sign + bracket, from: at },
  ];
  const behind = at + sign.length + bracket.length;
  const isShare = (row.isCount || column?.isCount) && bracket !== '' && /^\d+(?:\.\d+)?\s*[)\]]/.test(rest);
  if (isShare) {
    const [percent = ''] = /^\d+(?:\.\d+)?/.exec(rest) ?? [];
    return [
      ...pieces,
      { text: percent, from: behind },
      { text: '%' },
      { text: rest.slice(percent.length), from: behind + percent.length },
    ];
  }
  const isSpan = bracket !== '' && span.length > 0 && !/CI|range|IQR/.test(rest);
  return [...pieces, ...(isSpan ? span : []), { text: rest, from: behind }];
}

/** The unit that the headings of a cell give its figure, as a sentence has it. */
function unitOf(row: Heading, column: Heading | undefined): string {
  if (row.isCount || column?.isCount) return '';
  if (row.isPercent || column?.isPercent) return '%';
  return row.unit ? ` ${row.unit}` : '';
}

/** The pieces as one text, and where each character of it stands; -1 for what was put in. */
function joined(pieces: readonly Piece[]): { text: string; places: number[] } {
  const places = pieces.flatMap(({ text, from }) =>
    Array.from({ length: text.length }, (_, i) => (from === undefined ? -1 : from + i)),
  );
  return { text: pieces.map(({ text }) => text).join(''), places };
}

/** A result with the places of its figures in the whole text; none where a figure is of what was put in. */
function original(result: Result, places: readonly number[]): Result | undefined {
  const figures: Figures = {};
  for (const [key, { text, from, to }] of Object.entries(result.figures)) {
    const [start, last] = [places[from], places[to - 1]];
    if (start === undefined || last === undefined || start < 0 || last < 0) return undefined;
    figures[key as keyof Figures] = { text, from: start, to: last + 1 };
  }
  return { ...result, figures };
}

/** The P value of a row: of its ratio, else of its two arms. */
function withP({ text, from }: Cell, results: Result[], sides: number): Result[] {
  const prefix = /^P/i.test(text) ? '' : 'P ';
  const [p] = pValuesIn(`${prefix}${/^[<>=≤≥]/.test(text) || prefix === '' ? '' : '= '}${text}`);
  if (!p?.figure) return [];
  const shift = from - (prefix.length + (/^[<>=≤≥]/.test(text) || prefix === '' ? 0 : 2));
  const figure = { text: p.figure.text, from: p.figure.from + shift, to: p.figure.to + shift };
  const given = { printed: p.printed, sides: p.sides, test: p.test };
  const ratio = results.find(({ kind }) => kind === 'contrast');
  if (ratio) {
    ratio.figures = { ...ratio.figures, p: figure };
    ratio.p = given;
    return [];
  }
  const [one, ...others] = results;
  if (!one || sides !== 2 || others.length !== 1) return [];
  const { endpoint, candidates, at, figures } = one;
  return [
    {
      kind: 'contrast',
      endpoint,
      candidates,
      figures: { ...(at && figures.at ? { at: figures.at } : {}), p: figure },
      at,
      measure: 'p-only',
      p: given,
      arm: 1,
      comparator: 2,
      remarks: [],
      from: figure.from,
      to: figure.to,
    },
  ];
}

/** Data as a file of the base holds it. */
export type Data = string | number | boolean | readonly Data[] | { readonly [key: string]: Data | undefined };

type DataMap = Readonly<Record<string, Data | undefined>>;

const isList = (value: Data): value is readonly Data[] => Array.isArray(value);
const isMap = (value: Data): value is DataMap => typeof value === 'object' && !isList(value);

/** A text or number as text; anything else as JSON, nothing as nothing. */
export const textOf = (value: Data | undefined): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);

/** A word that YAML reads as itself and as nothing else. */
const plain = /^[A-Za-z][\w./+-]*(?: [\w./+()-]+)*$|^\d{4}-\d\d-\d\d$/;
const special = /^(?:y|n|yes|no|on|off|true|false|null|inf|nan)$/i;
/** A number of which no digit is lost. */
const number = /^(?:0|[1-9]\d{0,14})(?:\.\d{0,14}[1-9])?$/;

/** A text on one line, as YAML reads it back; a line end within it becomes a space. */
function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value);
  const text = value.replace(/\s+/g, ' ').trim();
  if (plain.test(text) && !special.test(text)) return text;
  return `"${text.replace(/[\\"]/g, (sign) => `\\${sign}`)}"`;
}

/** A figure as it is printed: a bare number where YAML keeps every digit of it, else in quotes. */
const printedFigure = (printed: string): string => (number.test(printed) ? printed : scalar(printed));

/** Keys whose values are figures, and are written as numbers where that loses nothing. */
const figures = new Set(
  'events total percent value low high level estimate n count p printed threshold'.split(' '),
);
/** Keys whose map stands in one line. */
const inline = new Set(['trace', 'interval', 'at', 'spread', 'n', 'p', 'enrolment']);

/**
 * Data as YAML, each key on a line of its own. A map is cut to a line where its key says so, a list where all
 * of it is short words.
 */
export function yamlText(data: DataMap, depth = 0): string {
  const indent = '  '.repeat(depth);
  return Object.entries(data)
    .flatMap(([key, value]) =>
      value === undefined ? [] : `${indent}${key}:${valueText(key, value, depth)}\n`,
    )
    .join('');
}

function valueText(key: string, value: Data, depth: number): string {
  if (key === 'numbers' && isList(value))
    return ` [${value.map((one) => printedFigure(textOf(one))).join(', ')}]`;
  if (isList(value)) return listText(value, depth);
  if (!isMap(value)) return ` ${flow(value, key)}`;
  if (Object.keys(value).length === 0) return ' {}';
  return inline.has(key) || 'date' in value
    ? ` ${flow(value, key)}`
    : `\n${yamlText(value, depth + 1).trimEnd()}`;
}

function listText(list: readonly Data[], depth: number): string {
  if (list.length === 0) return ' []';
  const isShort = list.every((item) => typeof item === 'string' && item.length < 40) && list.length < 5;
  if (isShort) return ` ${flow(list)}`;
  const indent = '  '.repeat(depth + 1);
  return list
    .map((item) => {
      if (!isMap(item)) return `\n${indent}- ${flow(item)}`;
      if (Object.keys(item).length < 4 && Object.values(item).every((one) => typeof one === 'string'))
        return `\n${indent}- ${flow(item)}`;
      return `\n${indent}- ${yamlText(item, depth + 2).trim()}`;
    })
    .join('');
}

function flow(value: Data, key?: string): string {
  if (isList(value)) return `[${value.map((item) => flow(item)).join(', ')}]`;
  if (isMap(value)) {
    const parts = Object.entries(value).flatMap(([name, item]) =>
      item === undefined ? [] : `${name}: ${flow(item, key === 'n' ? 'n' : name)}`,
    );
    return `{${parts.join(', ')}}`;
  }
  return typeof value === 'string' && key !== undefined && figures.has(key)
    ? printedFigure(value)
    : scalar(value);
}

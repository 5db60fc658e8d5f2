import fs from 'node:fs';

export type Values = Record<string, string | number | boolean>;

/** A file of `templates/`, as it stands. */
export function template(name: string): string {
  return fs.readFileSync(new URL(`templates/${name}`, import.meta.url), 'utf8');
}

/**
 * A template with its `$names` filled in; lines between `# if name` and `# end` stay only where the value is
 * true.
 */
export function fill(text: string, values: Values): string {
  return text
    .replace(/^ *# if (\w+)\n([\s\S]*?)^ *# end\n/gm, (_, name: string, lines: string) =>
      values[name] ? lines : '',
    )
    .replace(/\$(\w+)/g, (_, name: string) => String(values[name]));
}

/** The values as a figure index has them: `<0.001` is 0.001. */
export const unsigned = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replace(/^[<>≤≥](?=[\d.])/, '') : value,
    ]),
  );

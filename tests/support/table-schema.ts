import { parseCsv } from '../unit/exports/parse-csv.ts';

export interface TableSchema {
  fields: { name: string; type: string; constraints?: Record<string, unknown> }[];
  primaryKey?: string[];
  foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  missingValues: string[];
}

/** Lexical forms of Table Schema: https://datapackage.org/standard/table-schema/#field-types */
const forms: Record<string, RegExp> = {
  string: /^[^]*$/,
  integer: /^[+-]?\d+$/,
  number: /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/,
  boolean: /^(true|True|TRUE|1|false|False|FALSE|0)$/,
};

/** What is wrong in a CSV file by its Table Schema, `tables` holding the files that its foreign keys name. */
export function faultsOf(csv: string, schema: TableSchema, tables: ReadonlyMap<string, string>): string[] {
  const faults: string[] = [];
  const [header, ...rows] = parseCsv(csv);
  const names = schema.fields.map(({ name }) => name);
  if (header!.join() !== names.join()) faults.push(`header ${header!.join()} is not ${names.join()}`);
  schema.fields.forEach(({ name, type, constraints = {} }, at) => {
    const cells = rows.map((row) => row[at]!);
    const present = cells.filter((cell) => !schema.missingValues.includes(cell));
    const { required, unique, minimum, maximum, enum: words, pattern, ...unknown } = constraints;
    const fault = (rule: string, cell: string | undefined) =>
      cell !== undefined && faults.push(`${name}: ${rule}: ${cell}`);
    if (Object.keys(unknown).length > 0)
      faults.push(`${name}: constraints that are not asked here: ${Object.keys(unknown)}`);
    fault(
      type,
      present.find((cell) => !forms[type]!.test(cell)),
    );
    if (required && present.length < cells.length) faults.push(`${name}: required, but empty in a row`);
    if (unique && new Set(present).size < present.length) faults.push(`${name}: unique, but twice in a row`);
    if (minimum !== undefined)
      fault(
        `at least ${minimum}`,
        present.find((cell) => Number(cell) < Number(minimum)),
      );
    if (maximum !== undefined)
      fault(
        `at most ${maximum}`,
        present.find((cell) => Number(cell) > Number(maximum)),
      );
    if (words)
      fault(
        `one of ${String(words)}`,
        present.find((cell) => !(words as string[]).includes(cell)),
      );
    if (pattern)
      fault(
        `pattern ${String(pattern)}`,
        present.find((cell) => !new RegExp(`^${String(pattern)}$`, 'u').test(cell)),
      );
  });
  const tuples = (names: readonly string[], head: readonly string[], body: readonly string[][]) =>
    body.map((row) => names.map((name) => row[head.indexOf(name)]!).join('\0'));
  if (schema.primaryKey) {
    const keys = tuples(schema.primaryKey, header!, rows);
    if (new Set(keys).size < keys.length) faults.push(`primary key ${schema.primaryKey.join()} repeats`);
  }
  for (const { fields, reference } of schema.foreignKeys ?? []) {
    const [head, ...body] = parseCsv(tables.get(reference.resource)!);
    const known = new Set(tuples(reference.fields, head!, body));
    const lost = tuples(fields, header!, rows).find((value) => value !== '' && !known.has(value));
    if (lost !== undefined) faults.push(`${fields.join()}: not in ${reference.resource}: ${lost}`);
  }
  return faults;
}

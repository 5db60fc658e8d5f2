import type { z } from 'astro/zod';
import { closest, distance } from 'fastest-levenshtein';
import type { Code } from '../model/check-table.ts';
import type { Path } from './yaml.ts';
import { firstIn } from '../model/need.ts';

/** What is wrong with a value, and where in it. */
export interface ShapeProblem {
  code: Code;
  path: Path;
  /** Whether the key or the value is meant. */
  on: 'key' | 'value';
  message: string;
  actual?: string;
  expected?: string;
  help: string;
}

/** The known word nearest to a misspelt one, if near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const found = closest(word, known);
  const allowed = word.length <= 2 ? 1 : Math.max(2, Math.floor(word.length * 0.4));
  return distance(word, found) <= allowed ? found : undefined;
}

/** "Did you mean …?", or the list of what there is. */
export function suggest(word: string, known: readonly string[], noun: string): string {
  const near = nearest(word, known);
  if (near) return `did you mean ${near}?`;
  const some = known.slice(0, 12).join(', ');
  return known.length > 0
    ? `use one of the ${noun}: ${some}${known.length > 12 ? ', …' : ''}`
    : `no ${noun} are defined yet`;
}

/** Checks data against a schema; problems are worded for the author of an entry. */
export function checkShape<S extends z.ZodType>(
  schema: S,
  data: unknown,
): { value: z.output<S> } | { problems: ShapeProblem[] } {
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data };
  return {
    problems: withoutConsequences(result.error.issues.flatMap((issue) => explain(issue, schema, data))),
  };
}

type Issue = z.core.$ZodIssue;

interface Explained {
  problem: ShapeProblem;
  /** For a misspelt key: the key that is probably meant. */
  meant?: string | undefined;
  /** Where the fault is that something is not there: one key, or whatever a rule asks for. */
  absent?: 'key' | 'rule';
}

/** A misspelt key leaves the one it stands for absent: that is one fault, not two. */
function withoutConsequences(all: Explained[]): ShapeProblem[] {
  const place = (path: Path) => JSON.stringify(path);
  const misspelt = all.flatMap(({ meant, problem }) =>
    meant === undefined ? [] : [{ parent: problem.path.slice(0, -1), meant }],
  );
  const meantFor = {
    key: new Set(misspelt.map(({ parent, meant }) => place([...parent, meant]))),
    rule: new Set(misspelt.map(({ parent }) => place(parent))),
  };
  const follows = ({ absent, problem: { path } }: Explained) =>
    absent !== undefined && meantFor[absent].has(place(absent === 'key' ? path : path.slice(0, -1)));
  return all.filter((one) => !follows(one)).map(({ problem }) => problem);
}

function explain(issue: Issue, schema: z.ZodType, data: unknown): Explained[] {
  const at = issue.path;
  const found = valueAt(data, at);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, at, schema, data));
  if (issue.code === 'invalid_union' && issue.discriminator && at.at(-1) === issue.discriminator) {
    const owner = at.slice(0, -1);
    const known = discriminators(schemaAt(schema, owner, data), issue.discriminator);
    const kind = found;
    return [
      shape(at, `${nameOf(at, data)} ${kind === undefined ? 'is missing' : `cannot be ${show(kind)}`}`, {
        ...(kind === undefined ? { absent: 'key' as const } : { actual: show(kind) }),
        expected: known.join(', '),
        help:
          typeof kind === 'string'
            ? suggest(kind, known, 'kinds')
            : `add ${issue.discriminator}: one of ${known.join(', ')}`,
      }),
    ];
  }
  if (issue.code === 'invalid_key') {
    const expected = wanted(firstIn(issue.issues));
    const key = String(at.at(-1));
    const message = `${key} cannot be a key; expected ${expected}`;
    return [shape(at, message, { on: 'key', actual: key, expected, help: `write ${expected}` })];
  }
  const name = at.length > 0 ? nameOf(at, data) : 'this file';
  const expected = wanted(issue);
  if (found === undefined) {
    const absent =
      issue.code === 'custom'
        ? `${nameOf(at.slice(0, -1), data) || 'this file'}: ${issue.message}`
        : `${name} is missing`;
    const help = issue.code === 'custom' ? fixFor(issue) : `add ${String(at.at(-1))}: ${expected}`;
    return [shape(at, absent, { expected, help, absent: issue.code === 'custom' ? 'rule' : 'key' })];
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String);
    const help = known.includes(wordOf(found)) ? quotes(found) : suggest(wordOf(found), known, 'values');
    return [
      shape(at, `${name} cannot be ${show(found)}`, {
        actual: show(found),
        expected: known.join(', '),
        help,
      }),
    ];
  }
  if (at.length === 0) {
    const message = `this file holds ${found === null ? 'no data' : show(found)}; expected ${expected}`;
    return [
      shape(at, message, {
        actual: show(found),
        expected,
        help: 'compare it with another file of its kind, or begin with: almanac new',
      }),
    ];
  }
  const quotable = issue.code === 'invalid_type' && issue.expected === 'string' && typeof found !== 'object';
  return [
    shape(at, `${name} is ${show(found)}; expected ${expected}`, {
      actual: show(found),
      expected,
      help: quotable ? quotes(found) : fixFor(issue),
    }),
  ];
}

const quotes = (value: unknown) =>
  typeof value === 'object' ? `write it without brackets` : `put it in quotes: "${wordOf(value)}"`;

/** A value as its author wrote it; a list without its brackets. */
function wordOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordOf).join();
  return typeof value === 'string' ? value : show(value);
}

function fixFor(issue: Issue): string {
  return / needs /.test(issue.message)
    ? issue.message.replace(/^.* needs /, 'add ')
    : `write ${wanted(issue)}`;
}

function shape(
  path: Path,
  message: string,
  { absent, ...rest }: Pick<ShapeProblem, 'help'> & Partial<ShapeProblem> & Pick<Explained, 'absent'>,
): Explained {
  return {
    problem: { code: 'schema/shape', on: 'value', path, message, ...rest },
    ...(absent ? { absent } : {}),
  };
}

function unknownKey(key: string, path: Path, schema: z.ZodType, data: unknown): Explained {
  const known = keysOf(schemaAt(schema, path, data), valueAt(data, path));
  return {
    meant: nearest(key, known),
    problem: {
      code: 'schema/unknown-key',
      path: [...path, key],
      on: 'key',
      message: `${key} is not a key of ${path.length > 0 ? nameOf(path, data) : 'this file'}`,
      actual: key,
      expected: known.join(', '),
      help: suggest(key, known, 'keys'),
    },
  };
}

/** Types as an author of YAML calls them. */
const typeWords: Record<string, string> = {
  array: 'a list, such as [a, b]',
  object: 'keys with values, such as {en: …}',
  record: 'keys with values, such as {a: …}',
  string: 'some text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
};

function wanted(issue: Issue): string {
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' | ');
  const expected = /expected (.+)$/.exec(issue.message)?.[1];
  if (expected && !/, received/.test(expected))
    return expected.replace(/^array to have >=(\d+) items$/, 'a list of at least $1');
  return issue.code === 'invalid_type' ? (typeWords[issue.expected] ?? issue.expected) : issue.message;
}

/** `outcomes.os-hr.interval` for a path: list items go by their id where they have one. */
export function nameOf(path: Path, data: unknown): string {
  const steps = path.map((step, i) => {
    const id =
      typeof step === 'number' && (valueAt(data, path.slice(0, i + 1)) as { id?: unknown } | undefined)?.id;
    return typeof id === 'string' ? `.${id}` : typeof step === 'number' ? `[${step}]` : `.${String(step)}`;
  });
  return steps.join('').replace(/^\./, '');
}

function show(value: unknown): string {
  const json = value === undefined ? 'nothing' : JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step],
    data,
  );
}

/** The parts of a schema that this module looks through. */
interface Inner {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  element?: z.ZodType;
  valueType?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  options?: z.ZodType[];
  discriminator?: string;
  values?: unknown[];
}
const inner = (schema: z.ZodType | undefined) => schema?._zod.def as unknown as Inner | undefined;

/** Looks through optional, default and transform; picks the member of a union that fits the data. */
function bare(schema: z.ZodType | undefined, data: unknown): z.ZodType | undefined {
  const def = inner(schema);
  if (def?.innerType) return bare(def.innerType, data);
  if (def?.in) return bare(def.in, data);
  if (def?.options) {
    const kind = def.discriminator && (data as Record<string, unknown> | undefined)?.[def.discriminator];
    const fit = def.options.find((option) =>
      def.discriminator
        ? literal(option, def.discriminator) === kind
        : inner(bare(option, data))?.shape && typeof data === 'object',
    );
    return fit && bare(fit, data);
  }
  return schema;
}

/** The schema of the value at a path, unions unresolved. */
function schemaAt(schema: z.ZodType, path: Path, data: unknown): z.ZodType | undefined {
  let at: z.ZodType | undefined = schema;
  let value = data;
  for (const step of path) {
    const def = inner(bare(at, value));
    value = (value as Record<PropertyKey, unknown> | undefined)?.[step];
    at = def?.shape?.[String(step)] ?? def?.element ?? def?.valueType;
  }
  return at;
}

function keysOf(schema: z.ZodType | undefined, data: unknown): string[] {
  return Object.keys(inner(bare(schema, data))?.shape ?? {});
}

function literal(option: z.ZodType, key: string): unknown {
  return inner(inner(bare(option, undefined))?.shape?.[key])?.values?.[0];
}

function discriminators(schema: z.ZodType | undefined, key: string): string[] {
  const def = inner(schema);
  if (def?.options) return def.options.map((option) => String(literal(option, key)));
  const within = def?.innerType ?? def?.in;
  return within ? discriminators(within, key) : [];
}

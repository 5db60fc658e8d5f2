import type { z } from 'astro/zod';
import fc, { type Arbitrary } from 'fast-check';
import { figure, grade, pValue } from '../../src/model/figure.ts';
import { date, id, numeral, text, webAddress } from '../../src/model/text.ts';
import { untidy } from './untidy.ts';

/** The parts of a Zod schema that say what it takes. */
interface Def {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  element?: z.ZodType;
  keyType?: z.ZodType;
  valueType?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  options?: z.ZodType[];
  entries?: Record<string, string>;
  values?: unknown[];
  checks?: {
    _zod: { def: { check: string; pattern?: RegExp; minimum?: number; maximum?: number; value?: number } };
  }[];
}
const defOf = (schema: z.ZodType) => schema._zod.def as unknown as Def;

/** Schemas whose values have a form of their own: those built on one share what it takes. */
const leaves: [z.ZodType, Arbitrary<unknown>][] = [
  [figure, untidy.figure],
  [pValue, untidy.pValue],
  [grade, untidy.grade],
  [date, untidy.date],
  [numeral, untidy.numeral],
];
const patterns: [z.ZodType, Arbitrary<unknown>][] = [
  [id, untidy.id],
  [webAddress, untidy.address],
];
const inputOf = (schema: z.ZodType): z.ZodType => (defOf(schema).in ? inputOf(defOf(schema).in!) : schema);
const patternOf = (schema: z.ZodType) =>
  defOf(schema).checks?.find((one) => one._zod.def.pattern)?._zod.def.pattern;

/**
 * What an author may write where a schema stands: of the right shape, but not tidy. A value of a leaf always
 * fits; whole objects may still break a rule that spans several keys.
 *
 * @param own what to write under a key instead, by the name of the key
 */
export function arbitraryOf(
  schema: z.ZodType,
  own: Record<string, Arbitrary<unknown>> = {},
): Arbitrary<unknown> {
  const def = defOf(schema);
  const leaf = leaves.find(([known]) => inputOf(known) === inputOf(schema));
  const fits = (value: unknown) => schema.safeParse(value).success;
  if (leaf) return leaf[1].filter(fits);
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'nullable':
      return arbitraryOf(def.innerType!, own);
    case 'pipe':
      return arbitraryOf(def.in!, own);
    case 'object': {
      const keys = Object.entries(def.shape!);
      const required = keys.filter(([, value]) => !isOptional(value)).map(([key]) => key);
      const values = Object.fromEntries(
        keys.map(([key, value]) => [key, (!isListed(value) && own[key]) || arbitraryOf(value, own)]),
      );
      return fc.record(values, { requiredKeys: required, noNullPrototype: true });
    }
    case 'array': {
      const least = def.checks?.map((one) => one._zod.def.minimum ?? one._zod.def.value ?? 0) ?? [];
      const most = def.checks?.flatMap((one) => one._zod.def.maximum ?? []) ?? [];
      const length = { minLength: Math.max(0, ...least), maxLength: Math.min(3, ...most) };
      return fc.array(arbitraryOf(def.element!, own), length).filter((list) => !def.checks || fits(list));
    }
    case 'record':
      return fc.dictionary(
        arbitraryOf(def.keyType!, own) as Arbitrary<string>,
        arbitraryOf(def.valueType!, own),
        {
          maxKeys: 2,
          noNullPrototype: true,
        },
      );
    case 'union':
      return fc.oneof(...def.options!.map((option) => arbitraryOf(option, own)));
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries!));
    case 'literal':
      return fc.constantFrom(...def.values!);
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.integer({ min: -2, max: 2100 }).filter(fits);
    case 'string': {
      const pattern = patternOf(schema);
      const known = patterns.find(([one]) => patternOf(one) === pattern);
      if (!pattern) return (schema === text || fits('a') ? untidy.text : fc.string()).filter(fits);
      return (known?.[1] ?? fc.stringMatching(pattern)).filter(fits);
    }
    default:
      throw new Error(`no arbitrary for a schema of type ${def.type}`);
  }
}

/** Whether only words of a list may stand there. */
function isListed(schema: z.ZodType): boolean {
  const { type, innerType } = defOf(schema);
  return innerType ? isListed(innerType) : type === 'enum';
}

function isOptional(schema: z.ZodType): boolean {
  return schema.safeParse(undefined).success;
}

import { z } from 'astro/zod';
import { appraisalTools, toolIds } from '../model/appraisal-tools.ts';
import { appraisal } from '../model/appraisal.ts';
import { bounds, figure, grade, pValue } from '../model/figure.ts';
import { claim, outcome } from '../model/outcome.ts';
import { readKinds } from '../model/read-kinds.ts';
import { reference } from '../model/reference.ts';
import { review } from '../model/review.ts';
import { pooled, synthesis } from '../model/synthesis.ts';
import { date } from '../model/text.ts';
import { therapy } from '../model/therapy.ts';
import { topic } from '../model/topic.ts';
import { planned, report, size, trial } from '../model/trial.ts';
import { base, endpoints, vocabulary } from '../model/vocabulary.ts';
import type { Edition } from './edition.ts';
import { adding, list, object, ref, url, type Schema } from './json-schema.ts';

/**
 * The JSON Schema of evidence.json (draft 2020-12), made from the schemas that check the content, so that
 * both say the same. What the model reads from text into objects (figures, P values, grades, reports) is
 * described as written there.
 */
export function evidenceSchema({ context }: Pick<Edition, 'context'>): string {
  const root: Schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: context.address('/data/evidence.schema.json'),
    title: 'evidence.json',
    description: 'The whole base. `derived` is computed by the build; all else is as authored.',
    ...object({
      version: { type: 'string', description: 'Version of the base' },
      base: schemaOf(base),
      vocabulary: schemaOf(vocabulary),
      endpoints: list(endpointSchema()),
      therapies: list(entrySchemas.therapies()),
      trials: list(entrySchemas.trials()),
      reviews: list(entrySchemas.reviews()),
      syntheses: list(entrySchemas.syntheses()),
      topics: list(entrySchemas.topics()),
      references: worksSchema(),
    }),
    $defs: definitions(),
  };
  return `${JSON.stringify(root, null, 1)}\n`;
}

/** What the schemas of entries refer to. */
export const definitions = (): Record<string, Schema> => ({
  Figure: figureSchema,
  PValue: pValueSchema,
  Grade: gradeSchema,
  Derived: derivedSchema,
});

/** Works, as they stand beside an entry. */
export const worksSchema = (): Schema => ({ ...list(schemaOf(reference)), description: 'Items of CSL-JSON' });

export const vocabularySchema = (): Schema => schemaOf(vocabulary);

export const endpointSchema = (): Schema => adding(schemaOf(endpoints.element), { url });

/** An entry of each kind as files have it. */
export const entrySchemas = {
  trials: trialSchema,
  therapies: () => adding(schemaOf(therapy), own),
  reviews: () =>
    adding(schemaOf(review), {
      ...own,
      claims: list(adding(schemaOf(claim), { ...fact, derived: ref('Derived') })),
    }),
  syntheses: () =>
    adding(schemaOf(synthesis), {
      ...own,
      pooled: list(adding(schemaOf(pooled), fact, { readIn: read.readIn })),
    }),
  topics: () => adding(schemaOf(topic), own),
} satisfies Record<string, () => Schema>;

function trialSchema(): Schema {
  return adding(schemaOf(trial), {
    ...own,
    reports: list(
      adding(schemaOf(report.in), { id: { type: 'string', description: 'Its reference, else its review' } }),
    ),
    planned: list(adding(schemaOf(planned), fact)),
    outcomes: list(adding(schemaOf(outcome), { ...fact, derived: ref('Derived') }, { ...read, riskOfBias })),
    appraisals: list(adding(schemaOf(appraisal), fact)),
    derived: object(
      {
        year: { type: 'integer', description: 'Of the primary report, else of the earliest' },
        enrolled: { ...ref('Figure'), description: 'Patients of the widest population with a number' },
        targets: { ...list({ type: 'string' }), description: 'Of the therapies of its arms' },
      },
      ['targets'],
    ),
  });
}

const own = { id: { type: 'string', description: 'Permanent id' }, url };
const fact = { uid: { type: 'string', description: 'Permanent id in the whole base: entry/fact' }, url };

/** Where a fact was read. */
const read = {
  readIn: {
    enum: readKinds,
    description: 'What was read of its report, or of what others say about it; made by the build',
  },
  readInWork: {
    type: 'string',
    description: 'Key of the other work in which it was read, where the base has that work',
  },
};

/** What was judged of how far it can be trusted. */
const riskOfBias: Schema = {
  description: 'The risk of bias that stands for it; chosen by the build among the appraisals of its study',
  oneOf: toolIds.map((tool) =>
    object({
      appraisal: { type: 'string', description: 'uid of the appraisal' },
      tool: { const: tool },
      overall: { enum: appraisalTools[tool].overall },
    }),
  ),
};

const figureSchema: Schema = {
  description: 'A figure as a report prints it',
  ...object(
    {
      printed: { type: 'string', description: 'The characters of the source, trailing zeros included' },
      value: { type: 'number', description: 'The number they stand for' },
      decimals: {
        type: 'integer',
        description: 'Digits after the point; negative where an exponent makes them fewer',
      },
      bound: { enum: bounds, description: 'Inequality sign printed before the number' },
    },
    ['printed', 'value', 'decimals'],
  ),
};

const pValueSchema: Schema = object(
  {
    printed: { type: 'string' },
    comparator: { enum: ['=', '<', '>', '≤', '≥', 'ns'], description: 'ns: only said not to be significant' },
    value: { type: 'number', minimum: 0, maximum: 1 },
    sides: { enum: [1, 2, 'unknown'] },
    test: { type: 'string' },
  },
  ['printed', 'comparator', 'sides'],
);

const gradeSchema: Schema = object(
  {
    printed: { type: 'string' },
    min: { type: 'integer', minimum: 1, maximum: 5 },
    max: { type: 'integer', minimum: 1, maximum: 5 },
  },
  ['printed'],
);

const derivedSchema: Schema = {
  description: 'Computed by the build, never printed by a report',
  ...object(
    {
      counts: object({
        events: { type: 'integer' },
        total: { type: 'integer' },
        inferred: {
          type: 'boolean',
          description: 'The only whole number that the printed percentage can stand for',
        },
      }),
      percent: { type: 'number', minimum: 0, maximum: 100 },
      interval: object({
        low: { type: 'number' },
        high: { type: 'number' },
        level: { type: 'number' },
        method: { const: 'Clopper–Pearson' },
      }),
    },
    [],
  ),
};

/** What the model turns from text into an object, by the step that does so, as it stands in the file. */
const readAs = new Map<unknown, Schema>([
  [figure.out, ref('Figure')],
  [pValue.out, ref('PValue')],
  [grade.out, ref('Grade')],
  [date.out, { type: 'string', pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' }],
]);

// Sizes are exported as entries have them.
readAs.set(size.out, schemaOf(size.in));

/** The JSON Schema of what a schema of the model puts out. */
function schemaOf(schema: z.ZodType): Schema {
  const made = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      const { def } = zodSchema._zod;
      const known = def.type === 'pipe' ? readAs.get(def.out) : undefined;
      if (!known) return;
      const { description } = jsonSchema;
      for (const keyword of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, keyword);
      Object.assign(jsonSchema, known, description === undefined ? {} : { description });
    },
  }) as Schema;
  delete made['$schema'];
  return made;
}

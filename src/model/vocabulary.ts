import { z } from 'astro/zod';
import { locales } from '../i18n/locale.ts';
import { families } from './families.ts';
import { outcomeKinds } from './outcome.ts';
import { siteAddress } from './site-address.ts';
import { id, label, text, webAddress } from './text.ts';

const term = z.strictObject({
  id: id.meta({ description: 'Permanent; entries name it' }),
  label: label.meta({ description: 'As pages show it' }),
  definition: text.optional().meta({ description: 'What it means, in your own words' }),
  synonyms: z.array(text).default([]).meta({ description: 'Other spellings and names; search finds them' }),
});
export type Term = z.infer<typeof term>;

/** What a study is said to be by, which its reports may not say. */
const stating = z.strictObject({
  ...term.shape,
  unstated: z.boolean().default(false).meta({
    description: 'It stands for reports that do not say: whether it differs from another is unknown',
  }),
});

const setting = z.strictObject({
  ...stating.shape,
  patients: label
    .optional()
    .meta({ description: 'How a sentence says it of patients, after their number: with chronic disease' }),
});

const ageGroup = z.strictObject({
  ...stating.shape,
  within: id
    .optional()
    .meta({ description: 'The age group all of whose patients hold these, from ageGroups' }),
});
type AgeGroup = z.infer<typeof ageGroup>;

/** The age groups that hold all patients of one, the narrowest first; ends where a circle closes. */
export function ageGroupsAround(id: string, groups: readonly Pick<AgeGroup, 'id' | 'within'>[]): string[] {
  const found: string[] = [];
  let next = groups.find((one) => one.id === id)?.within;
  while (next !== undefined && next !== id && !found.includes(next)) {
    found.push(next);
    next = groups.find((one) => one.id === found.at(-1))?.within;
  }
  return found;
}

const ageGroups = z.array(ageGroup).superRefine((groups, issues) => {
  groups.forEach(({ id, within }, i) => {
    if (within === undefined) return;
    const around = ageGroupsAround(id, groups);
    const isCircle = groups.find((one) => one.id === (around.at(-1) ?? id))?.within !== undefined;
    if (isCircle)
      issues.addIssue({
        code: 'custom',
        message: 'expected an age group that does not lie in this one',
        path: [i, 'within'],
      });
  });
});

const therapyClass = z.strictObject({
  ...term.shape,
  preparatory: z.boolean().default(false).meta({
    description: 'What prepares for a treatment and is none: no class of an arm that is given anything else',
  }),
});
export type TherapyClass = z.infer<typeof therapyClass>;

/**
 * The endpoint of what an import brings and no endpoint of the vocabulary stands for. It says nothing of what
 * was measured, so its figures are never compared or pooled; a person gives each the endpoint that it belongs
 * to.
 */
export const unassigned = 'unassigned';

/** content/endpoints.yaml: what is measured, one term for each. */
export const endpoints = z.array(
  z
    .strictObject({
      ...term.shape,
      abbreviation: text.optional().meta({ description: 'Its usual short form' }),
      definition: text.meta({ description: 'In your own words, without figures of any study' }),
      family: z.enum(families).meta({ description: 'The part of a page under which it stands' }),
      direction: z
        .enum(['higher', 'lower', 'neutral'])
        .meta({ description: 'Which way is better for the patient' }),
      kinds: z
        .array(z.enum([...outcomeKinds, 'date', 'statement']))
        .min(1)
        .meta({ description: 'Outcome kinds allowed for it' }),
      atMost: z
        .array(id)
        .default([])
        .meta({ description: 'Endpoints that can never be lower than this one in the same patients' }),
      balance: z.enum(['benefit', 'severe-harm', 'harm']).optional().meta({
        description:
          'Its place in the plot of response against toxicity: benefit; severe-harm for events of which only severe ones count; harm for those that count at any grade',
      }),
      divides: z
        .strictObject({
          into: z.array(id).min(2).meta({ description: 'Endpoints of which one patient can have one only' }),
          exhaustive: z
            .boolean()
            .default(false)
            .meta({ description: 'Whether they make up the whole, with nothing beside them' }),
        })
        .optional()
        .meta({ description: 'The categories that add up to it, or to a part of it' }),
      unlinked: text.optional().meta({ description: 'Why no fact uses it, where none does' }),
    })
    .refine(
      ({ balance, direction }) =>
        balance === undefined || direction === (balance === 'benefit' ? 'higher' : 'lower'),
      {
        error: 'expected benefit where higher is better, severe-harm or harm where lower is better',
        path: ['balance'],
      },
    ),
);
export type Endpoint = z.infer<typeof endpoints>[number];

const journal = z
  .strictObject({
    names: z.array(text).min(1).meta({ description: 'Its full and its short names, without dots' }),
    doi: text.meta({ description: 'Regular expression of its whole DOIs; capitals do not count' }),
    example: text.meta({ description: 'One of its DOIs' }),
  })
  .refine(({ doi, example }) => fitsPattern(doi, example), {
    error: 'expected a regular expression that fits the example',
    path: ['doi'],
  });

/** Whether the whole of a text fits a regular expression; never where the expression is none. */
export function fitsPattern(pattern: string, text: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'i').test(text);
  } catch {
    return false;
  }
}

/**
 * What a copy of somebody's page is: another's server that passes the page on or keeps it, a server for
 * tests, a file that a reader put up, a page taken over by a machine, one whose words the machine replaced,
 * and a server without a name.
 */
export const copyKinds = [
  'proxy',
  'mirror',
  'test-server',
  'upload',
  'scraped',
  'spun',
  'bare-address',
] as const;

const copy = z.strictObject({
  host: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, {
      error: 'expected the name of a host such as mirror.example, or its number',
    })
    .meta({ description: 'Its name; those below it are meant, too' }),
  kind: z.enum(copyKinds).meta({ description: 'What sort of copy it holds' }),
  of: text.optional().meta({ description: 'What it copies, such as PubMed, where it is one thing' }),
});
export type Copy = z.infer<typeof copy>;

/** content/vocabulary.yaml: the controlled terms of this disease. */
export const vocabulary = z.strictObject({
  settings: z
    .array(setting)
    .meta({ description: 'Lines of treatment and states of the disease in which studies are done' }),
  ageGroups: ageGroups.meta({ description: 'Ages that studies take' }),
  targets: z.array(term).meta({ description: 'What therapies are aimed at' }),
  therapyClasses: z.array(therapyClass).meta({ description: 'Kinds of therapies' }),
  agents: z
    .array(z.strictObject({ ...term.shape, class: id.meta({ description: 'From therapyClasses' }) }))
    .default([])
    .meta({
      description: 'Drugs of regimens that have no entry of their own; told apart where titles name them',
    }),
  scales: z.array(term).meta({ description: 'Grading scales of adverse events' }),
  attributes: z
    .array(
      z.strictObject({
        id: id.meta({ description: 'Permanent; entries name it' }),
        label: label.meta({ description: 'As pages show it' }),
        applies: z.enum(['trial', 'therapy']).meta({ description: 'Which entries have it' }),
        terms: z.array(stating).meta({ description: 'What it can be' }),
      }),
    )
    .meta({ description: 'Further facets of trials or therapies, peculiar to this disease' }),
  abbreviations: z
    .array(
      z.strictObject({
        abbreviation: text.meta({ description: 'The short form as texts have it' }),
        en: text.meta({ description: 'What it stands for, in English' }),
        zh: text.optional().meta({ description: 'In Chinese' }),
        synonyms: z.array(text).default([]).meta({ description: 'Other short forms; search finds them' }),
      }),
    )
    .meta({ description: 'Short forms that pages explain where they stand in a text' }),
  journals: z
    .array(journal)
    .default([])
    .meta({ description: 'Journals whose DOIs have a form of their own, so that one cut short is seen' }),
  copies: z
    .array(copy)
    .default([])
    .meta({ description: 'Hosts that hold copies of other pages: named as such, and never linked' }),
});
export type Vocabulary = z.infer<typeof vocabulary>;

/**
 * Arms that are asked for together: those given one therapy, or therapies of a class, or against a target.
 */
const side = z
  .strictObject({
    therapy: id.optional().meta({ description: 'Id of a therapy' }),
    class: id.optional().meta({ description: 'From vocabulary.yaml, therapyClasses' }),
    targets: z
      .array(id)
      .default([])
      .meta({ description: 'From vocabulary.yaml, targets; beside a class all targets of its therapies' }),
  })
  .refine((one) => one.therapy !== undefined || one.class !== undefined || one.targets.length > 0, {
    error: 'expected a therapy, a class or targets',
  });

/** A question that the page of comparisons offers where nothing is chosen yet. */
const comparison = z
  .strictObject({
    label: label.meta({ description: 'The question in a few words' }),
    sides: z.array(side).default([]).meta({ description: 'What is compared: therapies, classes or targets' }),
    arms: z
      .array(
        z
          .string()
          .regex(/^[a-z0-9][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)?$/, { error: 'expected TRIAL or TRIAL.ARM' }),
      )
      .default([])
      .meta({ description: 'Trials with all their arms, or single arms: TRIAL.ARM' }),
    settings: z
      .array(id)
      .default([])
      .meta({ description: 'From vocabulary.yaml, settings; all where empty' }),
    ageGroups: z
      .array(id)
      .default([])
      .meta({ description: 'From vocabulary.yaml, ageGroups; all where empty' }),
    controls: z.boolean().default(false).meta({ description: 'With the control arms of the same trials' }),
  })
  .refine(({ sides, arms }) => sides.length + arms.length > 0, { error: 'expected sides or arms' });
export type AskedComparison = z.infer<typeof comparison>;

/** content/base.yaml: what this base is. */
export const base = z.strictObject({
  name: text.meta({ description: 'What the base is called' }),
  tagline: label.meta({ description: 'One sentence: what this is' }),
  subject: label.meta({ description: 'The subject in a few words' }),
  url: siteAddress.meta({
    description: 'Where the base is published, a host or a folder on one; permanent addresses begin with it',
  }),
  repository: webAddress.optional().meta({
    description:
      'Where its files are kept, such as https://github.com/OWNER/NAME; the card of each figure then leads to a form there that reports it',
  }),
  publisher: text.meta({ description: 'Author of the entries in citations' }),
  disclaimer: label.meta({ description: 'What the base is not for, at the foot of every page' }),
  licence: z
    .strictObject({
      name: text.meta({ description: 'Short name, such as CC BY 4.0' }),
      url: webAddress.meta({ description: 'Where it is stated' }),
    })
    .meta({ description: 'Under which the content may be used' }),
  languages: z
    .array(z.enum(locales))
    .default([...locales])
    .refine((languages) => languages.includes('en'), {
      error: 'expected en among the languages: entries are written in English',
    })
    .meta({
      description: 'Languages that the site is made in: English, and those whose words the content has',
    }),
  comparisons: z
    .array(comparison)
    .default([])
    .meta({ description: 'Worked examples of comparisons, the most telling first' }),
});
export type Base = z.infer<typeof base>;

import { z } from 'astro/zod';

/**
 * Figures as a source prints them. The printed form is kept beside the number,
 * because trailing zeros and bounds are information that a number loses.
 */
export interface Figure {
  /** The characters of the source: `5.0`, `<0.001`, `1.7e6`. */
  printed: string;
  /** The number they stand for. */
  value: number;
  /** Digits after the decimal point; negative where an exponent makes the printed unit larger than one. */
  decimals: number;
  /** An inequality printed before the number. */
  bound?: Bound;
}

export const bounds = ['<', '>', '≤', '≥'] as const;
export type Bound = (typeof bounds)[number];

const figurePattern = /^([<>≤≥])?\s*([+-]?(?:\d+(?:\.(\d+))?|\.(\d+)))(?:e([+-]?\d+))?$/i;

/** Reads a printed figure; `undefined` where the text is not one. */
export function parseFigure(printed: string): Figure | undefined {
  const match = figurePattern.exec(printed.trim());
  if (!match) return undefined;
  const [, bound, number, fraction = '', bareFraction = '', exponent = '0'] = match;
  const value = Number(`${number}e${exponent}`);
  if (!Number.isFinite(value)) return undefined;
  return {
    printed: printed.trim(),
    value,
    decimals: fraction.length + bareFraction.length - Number(exponent),
    ...(bound ? { bound: bound as Bound } : {}),
  };
}

/** A figure without an inequality. */
export const exact = (figure: Figure | undefined): Figure | undefined => (figure?.bound ? undefined : figure);

/** Half a unit of the last printed digit, with room for floating point. */
export const halfUnit = ({ decimals }: Pick<Figure, 'decimals'>): number => 0.5 * 10 ** -decimals + 1e-9;

const figureHelp = 'a figure as printed, such as 24, 70.5, 0.10, <0.1 or 1.7e6';

/** A figure exactly as the source prints it, trailing zeros included: `24`, `70.5`, `0.10`, `<1`, `1.7e6`. */
export const figure = z
  .union([z.number(), z.string()], { error: `expected ${figureHelp}` })
  .transform((input, context): Figure => {
    const parsed = parseFigure(String(input));
    if (parsed) return parsed;
    context.addIssue({ code: 'custom', message: `expected ${figureHelp}`, params: { expected: figureHelp } });
    return z.NEVER;
  });

/** A whole number of patients or events, as printed. */
export const count = figure.refine((f) => Number.isInteger(f.value) && f.value >= 0 && f.value <= 1e9, {
  error: 'expected a whole number from 0 to a billion',
});

/** A percentage between 0 and 100, as printed, without the sign. */
export const percent = figure.refine((f) => f.value >= 0 && f.value <= 100, {
  error: 'expected a percentage between 0 and 100, without the % sign',
});

/** Why a figure is absent: never an empty cell, always one of these words. */
export const absences = ['not-reported', 'not-reached', 'not-estimable', 'not-extracted'] as const;
export const absence = z.enum(absences).meta({
  description:
    'Why there is no figure: not-reported (the report is silent), not-reached (a median beyond follow-up), not-estimable (said to be so), not-extracted (not read; the note says what was looked for)',
});
export type Absence = z.infer<typeof absence>;

const limit = z.union([z.enum(['not-reached', 'not-estimable']), figure], {
  error: `expected ${figureHelp}, or not-reached, or not-estimable`,
});

/** An interval beside a figure. The level is data: it is never assumed to be 95. */
export const interval = z
  .strictObject({
    kind: z.enum(['confidence', 'credible', 'range', 'iqr']).default('confidence').meta({
      description: 'confidence (default), credible, range (smallest to largest) or iqr (quartiles)',
    }),
    level: figure
      .refine((f) => f.value > 50 && f.value < 100, {
        error: 'expected a level in percent between 50 and 100, such as 95 or 97.5',
      })
      .optional()
      .meta({
        description: 'Level in percent as printed (95, 97.5); required for confidence and credible intervals',
      }),
    low: limit.meta({ description: 'Lower limit as printed' }),
    high: limit.meta({ description: 'Upper limit as printed' }),
  })
  .refine((i) => i.level !== undefined || i.kind === 'range' || i.kind === 'iqr', {
    error: 'a confidence or credible interval needs its level, such as level: 95',
    path: ['level'],
  });
export type Interval = z.infer<typeof interval>;

/** The two ends of an interval where both are plain numbers. */
export function endsOf(interval: Interval | undefined): { low: Figure; high: Figure } | undefined {
  if (!interval || typeof interval.low === 'string' || typeof interval.high === 'string') return undefined;
  const [low, high] = [exact(interval.low), exact(interval.high)];
  return low && high && { low, high };
}

export type PValue = {
  printed: string;
  sides: 1 | 2 | 'unknown';
  test?: string;
} & (
  | { comparator: '=' | '<' | '>' | '≤' | '≥'; value: number }
  /** The source says only that the difference is not significant. */
  | { comparator: 'ns'; value?: undefined }
);

const pPattern = /^P?\s*([=<>≤≥])?\s*((?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?)$/i;
const pInput = z.union(
  [
    z.string(),
    z.number(),
    z.strictObject({
      printed: z.union([z.string(), z.number()]).meta({ description: 'As printed: "<0.001", 0.0203, NS' }),
      sides: z
        .union([z.literal(1), z.literal(2), z.literal('unknown')])
        .default('unknown')
        .meta({ description: '1 or 2 only where the report says so' }),
      test: z.string().optional().meta({ description: 'The test, where named' }),
    }),
  ],
  { error: 'expected a P value as printed, such as "<0.001", 0.0203, 1.3e-6 or NS' },
);

/** A P value as printed: `"<0.001"`, `0.0203`, `NS`, or an object that adds `sides` and `test`. */
export const pValue = pInput.transform((input, context): PValue => {
  const {
    printed: raw,
    sides,
    test,
  } = typeof input === 'object' ? input : { printed: input, sides: 'unknown' as const, test: undefined };
  const printed = String(raw).trim();
  const rest = { printed, sides, ...(test ? { test } : {}) };
  if (/^(ns|n\.s\.|not significant)$/i.test(printed)) return { ...rest, comparator: 'ns' };
  const match = pPattern.exec(printed);
  if (match && Number(match[2]) <= 1)
    return {
      ...rest,
      comparator: (match[1] ?? '=') as Exclude<PValue['comparator'], 'ns'>,
      value: Number(match[2]),
    };
  context.addIssue({
    code: 'custom',
    message: 'expected a P value as printed, such as "<0.001", 0.0203, 1.3e-6 or NS',
  });
  return z.NEVER;
});

/**
 * The number of a P value as printed, without the letter and the sign before it: `1.3e-6` of `P = 1.3e-6`.
 */
export function figureOfP({ printed, value }: Pick<PValue, 'printed' | 'value'>): Figure | undefined {
  return value === undefined ? undefined : parseFigure(printed.replace(/^P?\s*[=<>≤≥]?\s*/i, ''));
}

export const timeUnits = ['days', 'weeks', 'months', 'years'] as const;
/** Days in each unit of time, on average. */
export const daysIn = { days: 1, weeks: 7, months: 30.4375, years: 365.25 } as const;

export const timeBases = [
  'at',
  'within',
  'after',
  'median-follow-up',
  'mean-follow-up',
  'follow-up',
] as const;

/** The time a figure belongs to. */
export const timePoint = z
  .strictObject({
    from: figure.optional().meta({
      description: 'Where the time is a window such as days 29 to 90: its beginning, in the same unit',
    }),
    value: figure.meta({ description: 'How many units, as printed' }),
    unit: z.enum(timeUnits).meta({ description: 'Of the time' }),
    basis: z.enum(timeBases).default('at').meta({
      description:
        'at (default), within, after; or median-follow-up, mean-follow-up, follow-up (of a kind not said) where the source gives only that',
    }),
  })
  .refine((at) => at.from === undefined || at.from.value < at.value.value, {
    error: 'expected a beginning before the end of the window',
    path: ['from'],
  });
export type TimePoint = z.infer<typeof timePoint>;

/** A time in days. */
export const daysOf = ({ value, unit }: TimePoint): number => value.value * daysIn[unit];

export type Grade = { printed: string } & (
  | { min: number; max: number }
  /** Named by a word of the report. */
  | { min?: undefined; max?: undefined }
);

/**
 * The least and the highest grade that are counted; undefined where the report names them by a word of its
 * own.
 */
export function gradesOf({ printed, min, max }: Grade): readonly [number, number] | undefined {
  if (printed === 'any') return [1, 5];
  if (printed === 'severe') return [3, 5];
  return min === undefined ? undefined : [min, max];
}

/**
 * The grades that are counted, however they are written: `3-4` and `3–4` are one range, `≥3` and `3-5`
 * another.
 */
export const gradeRange = ({ printed, min, max }: Grade): string =>
  min === undefined ? printed : `${min}-${max}`;

/** Grade range of an event: `any`, `3`, `3-4`, `≥3`, `severe` or `unstated`. */
export const grade = z
  .union([z.string(), z.number()], { error: 'expected a grade such as any, 3, 3-4, ≥3, severe or unstated' })
  .transform((input, context): Grade => {
    const printed = String(input).trim();
    if (/^(any|severe|unstated)$/.test(printed)) return { printed };
    const match = /^([1-5])(?:\s*[-–]\s*([1-5]))?$/.exec(printed);
    if (match) return { printed, min: Number(match[1]), max: Number(match[2] ?? match[1]) };
    const atLeast = /^(?:≥|>=)\s*([1-5])$/.exec(printed);
    if (atLeast) return { printed, min: Number(atLeast[1]), max: 5 };
    context.addIssue({
      code: 'custom',
      message: 'expected a grade such as any, 3, 3-4, ≥3, severe or unstated',
    });
    return z.NEVER;
  });

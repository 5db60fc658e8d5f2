/** A year is a year, of a life or of a study. */
const inYears = (unit: string) => (unit === 'years of age' ? 'years' : unit);

/**
 * A figure with its interval, P value, time and grade. What is handed in is printed figures, keys of the
 * model, or units.
 */
export const figures = {
  /** @param unit `years of age` where years are those of a life */
  measured: (figure: string, unit: string): string => `${figure} ${inYears(unit)}`,
  counted: (figure: string, unit: string, isOne: boolean): string =>
    `${figure} ${isOne && unit === 'patients' ? 'patient' : inYears(unit)}`,
  /** @param isApart whether a dash between the limits could be misread */
  limits: (low: string, high: string, isApart: boolean): string => `${low}${isApart ? ' to ' : '–'}${high}`,
  interval: (level: string | undefined, name: string, limits: string): string =>
    `${level ? `${level}% ` : ''}${name} ${limits}`,
  prediction: 'prediction interval',
  notSignificant: 'P not significant',
  sided: (p: string, sides: 1 | 2): string => `${p} (${sides === 1 ? 'one' : 'two'}-sided)`,
  noDifference: 'no significant difference',
  differenceStated: 'difference stated',
  stated: 'stated in words',
  difference: (figure: string): string => `difference ${figure}`,
  correlation: (figure: string): string => `correlation ${figure}`,
  /** An estimate of which a report gives no measure. */
  unmeasured: (figure: string): string => `statement ${figure}`,
  spread: {
    'standard-error': (figure: string): string => `±${figure} (SE)`,
    'standard-deviation': (figure: string): string => `±${figure} (SD)`,
    'coefficient-of-variation': (figure: string): string => `geometric CV ${figure}%`,
    unstated: (figure: string): string => `±${figure}`,
  },
  time: {
    at: (time: string): string => `at ${time}`,
    within: (time: string): string => `within ${time}`,
    after: (time: string): string => `after ${time}`,
    'median-follow-up': (time: string): string => `at a median follow-up of ${time}`,
    'mean-follow-up': (time: string): string => `at a mean follow-up of ${time}`,
    'follow-up': (time: string): string => `at a follow-up of ${time}`,
  },
  span: (value: string, unit: string, isOne: boolean): string =>
    `${value} ${isOne ? unit.replace(/s$/, '') : unit}`,
  /** A span of time, by its first and last day, month … */
  window: (from: string, to: string, unit: string): string =>
    `from ${unit.slice(0, -1)} ${from} to ${unit.slice(0, -1)} ${to}`,
  /** A time where no sentence leads to it: `12 months` of `at 12 months`. */
  bareTime: (time: string): string => time.replace(/^at /, ''),
  statistic: {
    median: 'median',
    mean: 'mean',
    minimum: 'minimum',
    maximum: 'maximum',
    planned: 'planned',
    starting: 'starting',
    level: 'level',
    target: 'target',
    unstated: 'statistic not stated',
  },
  /** The same before what was measured: `median overall survival`. */
  leading: { median: 'median', mean: 'mean', minimum: 'minimum', maximum: 'maximum', unstated: 'unstated' },
  grade: {
    any: 'any grade',
    unstated: 'grade not stated',
    severe: 'severe',
    of: (grade: string): string => `grade ${grade}`,
  },
  unstatedScale: 'scale not stated',
  threshold: (percent: string): string => `threshold ${percent}%`,
  /** What figures of one row have in common. */
  row: {
    proportion: 'proportion',
    HR: 'hazard ratio',
    OR: 'odds ratio',
    RR: 'risk ratio',
    'risk-difference': 'risk difference',
    'difference-of-medians': 'difference of medians',
    'difference-of-means': 'difference of means',
    'p-only': 'P value',
    span: 'span across patients',
    association: 'association',
    date: 'date',
    statement: 'statement',
  },
  /** What a count is of, by its unit. */
  countOf: (unit: string): string => unit,
  /** Why a figure cannot stand for its arm, or cannot be pooled. */
  obstacle: {
    unassigned: 'of a measure that was given no endpoint yet',
    review: 'reported only in a review',
    'not-reported': 'no figure: not reported',
    'not-reached': 'no figure: not reached',
    'not-estimable': 'no figure: not estimable',
    'not-extracted': 'no figure: not extracted',
    superseded: 'replaced by a later report',
    subgroup: 'a subgroup',
    screened: 'of people screened, before they entered the study',
    'no-counts': 'a percentage without counts',
    'no-total': 'events without the number of patients',
    'over-time': 'an estimate over time, not a count of patients',
    'no-interval': 'a ratio without its interval',
    neither: 'neither a proportion nor a ratio',
  },
  /** Why two sources differ, and in what. */
  reason: {
    rounding: 'rounding',
    truncation: 'truncation',
    'one-sided': 'one-sided',
    denominator: 'denominator',
    'data cut': 'data cut',
    definition: 'definition',
    unexplained: 'unexplained',
  },
  aspect: {
    figure: 'figure',
    interval: 'interval',
    level: 'level',
    'P value': 'P value',
    sidedness: 'sidedness',
  },
  studies: (count: string): string => `${count} studies`,
  patients: (count: string): string => `${count} patients`,
  listed: (parts: readonly string[]): string => parts.join(', '),
  apart: '; ',
  /** A figure with what is said beside it. */
  beside: (figure: string, parts: readonly string[]): string => `${figure} (${parts.join('; ')})`,
  /** Who states a figure, and where it was read. */
  readIn: (read: string, work: string | undefined): string =>
    work === undefined ? read : `${read} (${work})`,
  copy: (kind: string, of: string | undefined): string =>
    `${kind}${of === undefined ? '' : ` of ${of}`}, not linked`,
} as const;

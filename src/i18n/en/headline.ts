/** A result of the sentence: of whom which figure. */
interface Clause {
  subject: string;
  /** Events occur in patients; everything else was so much. */
  occurs: boolean;
  values: readonly { figure: string; arm: string | undefined }[];
  /** Whether the second arm is what the first is held against. */
  against: boolean;
  aside: readonly string[];
}

const inBrackets = (parts: readonly string[]) => (parts.length === 0 ? '' : ` (${parts.join('; ')})`);

const all = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

function compared(values: Clause['values'], against: boolean): string {
  const parts = values.map(({ figure, arm }) => (arm === undefined ? figure : `${figure} with ${arm}`));
  const last = against ? ' against ' : ', and ';
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')}${last}${parts.at(-1)}`;
}

function graded(grade: string, printed: string, name: string): string {
  if (printed === 'unstated') return name;
  if (printed === 'any') return `${name} of any grade`;
  return name.startsWith('any ') && printed !== 'severe' ? `${name} of ${grade}` : `${grade} ${name}`;
}

/** What a study found, in one sentence. */
export const headline = {
  sentence: (review: string | undefined, patients: string, clauses: readonly string[]): string =>
    `${review === undefined ? 'In ' : `According to a review (${review}), in `}${patients}, ${clauses.join('; ')}.`,
  /** @param population its label, where no adjective says of whom */
  patients: (who: {
    n: number | undefined;
    kind: string | undefined;
    people: string | undefined;
    setting: string | undefined;
    population: string | undefined;
  }): string =>
    [
      who.n,
      who.kind,
      who.n === 1 ? 'patient' : (who.people ?? 'patients'),
      who.setting,
      who.population === undefined ? undefined : `(${who.population})`,
    ]
      .filter((part) => part !== undefined)
      .join(' '),
  kind: { randomised: 'randomised', treated: 'treated', enrolled: 'enrolled' },
  clause: ({ subject, occurs, values, against, aside }: Clause): string =>
    `${subject} ${occurs ? 'occurred in' : 'was'} ${compared(values, against)}${inBrackets(aside)}`,
  ratio: (
    measure: string,
    endpoint: string,
    value: string,
    arm: string,
    comparator: string,
    aside: readonly string[],
  ): string =>
    `the ${measure} for ${endpoint} was ${value} with ${arm} against ${comparator}${inBrackets(aside)}`,
  /**
   * What was measured: `median overall survival`, `grade ≥3 fever (CTCAE)`, `overall survival at 2 years`.
   */
  subject: (what: {
    statistic: string | undefined;
    name: string;
    grade: { text: string; printed: string } | undefined;
    scale: string | undefined;
    definition: string | undefined;
    at: string | undefined;
  }): string =>
    [
      what.statistic,
      what.grade ? graded(what.grade.text, what.grade.printed, what.name) : what.name,
      what.scale === undefined ? undefined : `(${what.scale})`,
      what.definition === undefined ? undefined : `(${what.definition})`,
      what.at,
    ]
      .filter((part) => part !== undefined)
      .join(' '),
  measure: { HR: 'hazard ratio', OR: 'odds ratio', RR: 'risk ratio' },
  /** @param value without the letters of its measure, where that is named */
  comparison: (
    measure: string | undefined,
    value: string,
    other: string | undefined,
    further: readonly string[],
  ): string =>
    [
      `${measure === undefined ? value : `${measure} ${value}`}${other === undefined ? '' : ` against ${other}`}`,
      ...further,
    ].join(', '),
  otherComparison: 'comparison',
  fraction: (events: string, total: string): string => `${events} of ${total}`,
  computed: (interval: string): string => `${interval}, computed`,
  aside: (text: string): string => text.replace(/ \((S[DE])\)/g, ' $1').replace(/ \(([^()]*)\)/g, ', $1'),
  associations: (names: readonly string[]): string =>
    `No rate is recorded here; associations are, with ${all(names)}.`,
  noFigure: 'No figure of an outcome is recorded here.',
  noPrimary: (names: readonly string[]): string =>
    `No figure is recorded here for its primary endpoint${names.length > 1 ? 's' : ''}, ${all(names)}.`,
  /** What follows a sentence: the state of a study that goes on. */
  status: (status: string): string => ` The study is recorded as ${status.toLowerCase()}.`,
} as const;

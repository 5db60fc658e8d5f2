const arms = (count: number) => (count === 1 ? '1 arm' : `${count} arms`);
const studies = (count: number) => (count === 1 ? '1 study' : `${count} studies`);
const endpoints = (count: number) => (count === 1 ? '1 endpoint' : `${count} endpoints`);
const listed = (items: readonly string[]) =>
  items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${items.at(-1)}` : (items[0] ?? '');

/** What a comparison says in a browser. */
export const compareWords = {
  arms,
  studies,
  listed,
  /** A name within a line: without the capital of a sentence, with those of its own (`ACE inhibitor`). */
  inSentence: (name: string) =>
    /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name,
  /** Things that stand beside each other on a line. */
  parts: (items: readonly string[]) => items.join('; '),
  names: (items: readonly string[]) => items.join(', '),
  /** A thing with what is said of it. */
  of: (thing: string, says: string) => `${thing}: ${says}`,
  colon: ':',
  semicolon: '; ',
  /** What follows, and what comes before, in a list. */
  after: (text: string) => `, ${text}`,
  before: (name: string) => `: ${name}, `,
  qualified: (thing: string, by: string) => `${thing} (${by})`,
  sentences: (items: readonly string[]) => items.join(' '),
  kinds: {
    'class and target': 'therapy class and target',
    class: 'therapy class',
    target: 'target',
    therapy: 'therapy',
    trial: 'trial',
    arm: 'arm',
  },
  offered: (kind: string, count: number) => `${kind}, ${arms(count)}`,
  anyTherapy: (targets: readonly string[]) => `${targets.join(' and ')}, any therapy`,
  /** A class of therapy with its targets: `Factor Xa inhibitors`. */
  classAgainst: (targets: string, label: string) => [targets, label].filter(Boolean).join(' '),
  remove: (name: string) => `Remove ${name}`,
  absent: {
    planned: 'planned, no result',
    'other side': 'reference group',
    'not recorded': 'not recorded',
  },
  notAppraised: 'not appraised',
  notReported: 'not reported',
  notCatalogued: 'not catalogued here',
  notRebased: 'not re-based',
  notRebasedFor: (why: string) => `not re-based: ${why}`,
  inferred: (fraction: string) => `${fraction} inferred`,
  computed: 'computed',
  /** A figure in one line: `66.7% (22/33; 95% CI 48.2–82.0, computed)`. */
  line: (value: string, isComputed: boolean, inside: readonly string[]) =>
    `${value}${isComputed ? ' computed' : ''}${inside.length > 0 ? ` (${inside.join('; ')})` : ''}`,
  short: (value: string, interval: string) => `${value} (${interval})`,
  intervalComputed: (interval: string) => `${interval}, computed`,
  reported: (value: string) => `reported: ${value}`,
  sourcesDiffer: 'sources differ',
  untraced: 'not machine-traced',
  more: (count: number) => `${count} more`,
  ownDefinition: 'own definition',
  wholeStudy: 'whole study',
  against: (whom: string) => `against ${whom}`,
  definedAs: (definition: string) => `defined as: ${definition}`,
  reportedOnlyIn: (report: string) => `reported only in ${report}`,
  readElsewhere: (report: string, elsewhere: string) => `${report}, ${elsewhere}`,
  row: (endpoint: string, label: string) => `${endpoint}, ${label}`,
  severity: { any: 'any grade', severe: 'severe or grade ≥3' },
  table: {
    caption: 'Arms side by side',
    part: { arms: 'Arms', columns: 'Columns' },
    partOf: (what: string, from: number, to: number, count: number) =>
      `${what} ${from === to ? from : `${from} to ${to}`} of ${count}`,
    endpoint: 'Endpoint',
    arm: 'Arm',
    patients: 'Patients and treatment',
    therapies: 'Therapies',
    role: 'Role',
    setting: 'Setting',
    age: 'Age group',
    design: 'Design',
    followUp: 'Follow-up',
    year: 'Year',
    riskOfBias: 'Risk of bias',
    orderBy: (endpoint: string, label: string) => `Order the arms by ${endpoint}, ${label}`,
    scaleBreak: (endpoint: string, scale: string) =>
      `${endpoint}, ${scale}: not to be read against other scales`,
    fold: (reach: 'most' | 'some' | 'one', count: number, isOpen: boolean) =>
      `${isOpen ? 'Hide' : 'Show'} ${count} ${isOpen ? '' : 'more '}${count === 1 ? 'row' : 'rows'} with ${
        { most: '', some: 'figures of two or more arms', one: 'a figure of one arm' }[reach]
      }`,
  },
  median: (figure: string) => `median ${figure}`,
  atTime: (figure: string, time: string) => `${figure} ${time}`,
  onTime: (endpoint: string) => `${endpoint}: rates and medians on one time axis`,
  months: ' mo',
  foldedPanels: (count: number) =>
    `${count === 1 ? '1 more endpoint' : `${count} more endpoints`} with figures of ${arms(2)} or more`,
  singles: (count: number) => `${endpoints(count)} with a figure of one arm`,
  ofPlot: (title: string) => ` of ${title}`,
  pooling: {
    poolable: 'Figures that may be pooled',
    refused: (count: number) =>
      `Not pooled: ${count === 1 ? '1 comparability rule' : `${count} comparability rules`} not met`,
    overridable: ' (may be overridden)',
    unstated: ' (not stated by every study)',
    says: (title: string, why: string) => `${title}: ${why}`,
    pool: 'Pool them',
    asReported: ', by the denominators as reported',
  },
  summary: {
    title: (asked: readonly string[], within: readonly string[]) =>
      [asked.join(' against '), ...within].join(', '),
    or: (labels: readonly string[]) => labels.join(' or '),
    armsOf: (armCount: number, studyCount: number) => `${arms(armCount)} of ${studies(studyCount)}`,
    /** Before what the first, a middle and the last side report. */
    join: (isFirst: boolean, isLast: boolean) => (isFirst ? '' : isLast ? ' and ' : ', '),
    to: ' to ',
    after: (count: number, side: string) => ` in ${arms(count)} of ${side}`,
    colon: ': ',
    stop: '. ',
    differ: 'The patients differ.',
    same: 'The recorded patient groups are the same.',
    countedDiffers: 'What is counted differs.',
    noneChosen: 'No arm is chosen yet.',
    noneLeft: 'No arm is left.',
    found: (armCount: number, studyCount: number) => `${arms(armCount)} of ${studies(studyCount)}.`,
    leftOut: (state: string, count: number, bys: readonly string[]) =>
      `${state} ${arms(count)} left out: ${bys.join(', ')}.`,
    leftOutBy: (count: number, by: string) => `${count} by ${by}`,
    by: { setting: 'setting', 'age group': 'age group', 'your choice': 'your choice' },
    why: (by: string, value: string) => [by, value].filter(Boolean).join(': '),
    leftOutArms: (count: number, names: readonly string[]) => ` (${count}): ${names.join('; ')}`,
  },
  differences: {
    notRandomised: 'No two of these arms were randomised against each other.',
    randomised: (trials: readonly string[]) =>
      `The arms of ${listed(trials)} were randomised against each other.`,
    someRandomised: (trials: readonly string[]) =>
      `Only the arms of ${listed(trials)} were randomised against each other${trials.length > 1 ? ', within each trial' : ''}.`,
    groups: (what: string, groups: readonly string[]) => `${what}: ${groups.join(', ')}.`,
    facets: (facets: readonly string[]) =>
      `${listed(facets.map((facet) => `“${facet}”`))} ${facets.length === 1 ? 'is' : 'are'} not the same in all (see the table).`,
    kinds: (endpoint: string, kinds: readonly string[]) => `${endpoint} (${kinds.join(', ')})`,
    denominators: 'Denominators',
    definitions: 'Definitions',
    times: 'Times',
    scales: 'Grading scales',
    inSome: (what: string, endpoints: readonly string[]) =>
      endpoints.length > 2
        ? `${what} differ in ${endpoints.length} endpoints, such as ${endpoints[0]}.`
        : `${what} differ in ${listed(endpoints)}.`,
  },
  address: {
    cannotHold: (name: string, item: string) => `${name} cannot hold “${item}”`,
    cannotBe: (name: string, value: string, known: readonly string[]) =>
      `${name} cannot be “${value}”; expected ${known.join(', ')}`,
    noArm: (key: string) => `there is no trial or arm “${key}”`,
    nothing: (key: string) => `there is nothing called “${key}”`,
    notLoaded: (why: string) => `some figures could not be loaded: ${why}`,
    leftOut: (fault: string) => `Left out: ${fault}.`,
  },
  typeName: 'Type the name of a therapy, class, target or trial.',
  notCalled: (typed: string) => `Nothing here is called “${typed}”.`,
  sort: { chosen: 'as chosen', name: 'name', year: 'year' },
  export: {
    linkCopied: 'The link is copied.',
    copied: (form: string) => `Copied as ${form}.`,
    saved: (name: string) => `Saved as ${name}.`,
    failed: (why: string) => `Something went wrong: ${why}`,
    caption: (arms: readonly string[], denominator: string | undefined, address: string) =>
      `${arms.join('; ')}${denominator ? `, re-based on the ${denominator}` : ''}. ${address}`,
    latexNeeds: '% Needs \\usepackage{booktabs,array}',
  },
} as const;

/** What an analysis population is, in no order; `byWidth` has the order. */
export const populationKinds = [
  'screened',
  'enrolled',
  'randomised',
  'treated',
  'evaluable',
  'responders',
  'safety',
  'subgroup',
] as const;
type PopulationKind = (typeof populationKinds)[number];

/** Whole populations on which a figure can be re-based, from the widest to the narrowest. */
export const denominators = ['enrolled', 'randomised', 'treated', 'evaluable'] as const;
export type Denominator = (typeof denominators)[number];

/** Whole populations whose number says how many patients a study, or an arm of it, has. */
export const counting: readonly PopulationKind[] = [...denominators, 'safety'];

/** The one order of widths: from the widest kind to the narrowest, those of one line being equally wide. */
const byWidth: readonly (readonly PopulationKind[])[] = [
  ['screened'],
  ['enrolled'],
  ['randomised'],
  ['treated', 'safety'],
  ['evaluable'],
  ['responders'],
  ['subgroup'],
];

/** What of a population says how wide it is. */
interface Placed {
  id: string;
  kind: PopulationKind;
  /** The wider population that it is part of. */
  of?: string | undefined;
}

/** The populations that hold this one, from the next wider on, by `of`. */
export function holdersOf<P extends Placed>(population: P, all: readonly P[]): P[] {
  const holders: P[] = [];
  const next = ({ of }: P) => all.find(({ id }) => id === of);
  for (let one = next(population); one && one !== population && !holders.includes(one); one = next(one))
    holders.push(one);
  return holders;
}

/** How narrow a kind is: 0 for the widest. */
export const narrowness = (kind: PopulationKind) => byWidth.findIndex((line) => line.includes(kind));

/**
 * Where a population stands from the widest to the narrowest, as two numbers to be compared in turn: its
 * kind, which is never wider than that of a population that holds it, and the number of populations that hold
 * it.
 */
export function widthOf<P extends Placed>(population: P, all: readonly P[]): [kind: number, depth: number] {
  const holders = holdersOf(population, all);
  return [Math.max(...[population, ...holders].map(({ kind }) => narrowness(kind))), holders.length];
}

/** Whether a population is a subgroup, or lies within one whatever its kind. */
export function isPart<P extends Placed>(population: P, all: readonly P[]): boolean {
  return [population, ...holdersOf(population, all)].some(({ kind }) => kind === 'subgroup');
}

import { itemIn } from './need.ts';

/** A study with which another says that it shares patients: those of some of its arms, or any. */
export interface Overlap {
  trial: string;
  /** The arms of the study that says so whose patients these are; any of its patients where left out. */
  arms?: readonly string[] | undefined;
}

/** Whose patients a figure counts. */
export interface Counted {
  trial: string;
  /** Arms of the trial, both sides of a contrast; undefined for all. */
  arms: readonly string[] | undefined;
  /** What its trial says of the patients that it shares (overlapsOf). */
  overlaps: readonly Overlap[];
}

/**
 * What a study says of patients that it shares, a historical arm taken from another study of the base
 * included.
 */
export function overlapsOf({
  arms,
  overlaps,
}: {
  arms: readonly { id: string; study?: string | undefined }[];
  overlaps: readonly Overlap[];
}): Overlap[] {
  const declared = new Set(overlaps.map(({ trial }) => trial));
  const taken = arms.flatMap(({ id, study }) =>
    study && !declared.has(study) ? [{ trial: study, arms: [id] }] : [],
  );
  return [...overlaps.map(({ trial, arms: own }) => ({ trial, ...(own ? { arms: own } : {}) })), ...taken];
}

/**
 * Whether two figures may count one patient: figures of one arm, of a whole study and of an arm of it, two
 * contrasts with one comparator; and figures of two studies of which either says so, of the arms that both
 * name.
 */
export function sharePatients(a: Counted, b: Counted): boolean {
  if (a.trial === b.trial) return meet(a.arms, b.arms);
  const said = [saidOf(a, b), saidOf(b, a)];
  return said.some((own) => own.length > 0) && said.every((own) => own.length === 0 || own.includes(true));
}

/**
 * For each figure the places of all others that may count a patient of its own: those of its study, and of
 * each study of which either says that they share some. A large base has many figures, and few that are near
 * each other.
 */
export function nearby(figures: readonly Counted[]): number[][] {
  const placesOf = Map.groupBy(figures.keys(), (at) => itemIn(figures, at).trial);
  const linked = new Map([...placesOf.keys()].map((id) => [id, new Set([id])]));
  for (const { trial, overlaps } of figures)
    for (const { trial: other } of overlaps) {
      linked.get(trial)?.add(other);
      linked.get(other)?.add(trial);
    }
  return figures.map(({ trial }, at) =>
    [...(linked.get(trial) ?? [])]
      .flatMap((id) => placesOf.get(id) ?? [])
      .filter((other) => other !== at)
      .sort((a, b) => a - b),
  );
}

/** For each overlap with the other study that a trial declares, whether the figure is of its arms. */
const saidOf = ({ arms, overlaps }: Counted, { trial }: Counted) =>
  overlaps.filter((one) => one.trial === trial).map((one) => meet(arms, one.arms));

const meet = (some: readonly string[] | undefined, others: readonly string[] | undefined) =>
  !some || !others || some.some((one) => others.includes(one));

import { isComparator } from '../model/roles.ts';
import type { Catalogue, ChoosableArm } from './catalogue.ts';
import { armsOf, sideName, sideOf } from './sides.ts';
import type { View } from './view.ts';
import { need } from '../model/need.ts';

/** A value that arms can be kept to, with the number of arms that it would leave. */
export interface Chip {
  id: string;
  label: string;
  arms: number;
  on: boolean;
}

/** An arm that was asked for and is not compared: by which choice, and which value it has instead. */
interface LeftOut {
  key: string;
  name: string;
  by: 'setting' | 'age group' | 'your choice';
  value: string;
}

/** What a view asks for, answered from the catalogue. */
export interface Question {
  /** The sides with the arms that each adds. */
  sides: { key: string; name: string; arms: string[] }[];
  /** `trial.arm` of every arm that is compared, in order; what no trial has is left as it was asked for. */
  arms: string[];
  leftOut: LeftOut[];
  settings: Chip[];
  ages: Chip[];
  /**
   * Arms that the chosen ones were held against in their trials and that nobody chose, whether or not they
   * are shown.
   */
  controls: string[];
  /** Sides of the address that the base does not have. */
  unknown: string[];
}

/** Works out which arms a view compares, and which it leaves out and why. */
export function questionOf(view: View, catalogue: Catalogue): Question {
  const named = view.sides.map((key) => ({ key, side: sideOf(key), name: sideName(sideOf(key), catalogue) }));
  const taken = new Set<string>();
  const claim = (arms: readonly ChoosableArm[]) =>
    arms.filter(({ key }) => !taken.has(key) && taken.add(key)).map((arm) => ({ key: arm.key, arm }));
  const sides = named.flatMap(({ key, side, name }) =>
    name === undefined ? [] : [{ key, name, own: claim(armsOf(side, catalogue)) }],
  );
  const asked = view.arms.flatMap((key): { key: string; arm?: ChoosableArm }[] => {
    const own = catalogue.arms.filter((arm) => arm.key === key || arm.trial === key);
    return own.length > 0 ? claim(own) : [{ key }];
  });
  const all = [...sides.flatMap(({ own }) => own), ...asked];
  const whys = new Map(all.map(({ key, arm }) => [key, arm && whyNot(arm, view, catalogue)]));
  const kept = all.filter(({ key }) => whys.get(key) === undefined);
  const controls = controlsOf(kept, taken, view, catalogue);
  return {
    sides: sides.map(({ key, name, own }) => ({
      key,
      name,
      arms: own.filter((one) => whys.get(one.key) === undefined).map((one) => one.key),
    })),
    arms: kept.flatMap(({ key, arm }) => [
      key,
      ...(view.controls && isLast(arm, kept) ? (controls.get(need(arm).trial) ?? []) : []),
    ]),
    leftOut: all.flatMap(({ key, arm }) => {
      const why = whys.get(key);
      return why === undefined ? [] : [{ key, name: need(arm).name, ...why }];
    }),
    settings: chips(
      catalogue.settings,
      all,
      (arm, own) => whyNot(arm, { ...view, settings: own }, catalogue),
      view.settings,
    ),
    ages: chips(catalogue.ages, all, (arm, own) => whyNot(arm, { ...view, ages: own }, catalogue), view.ages),
    controls: [...controls.values()].flat(),
    unknown: named.filter(({ name }) => name === undefined).map(({ key }) => key),
  };
}

interface Asked {
  key: string;
  arm?: ChoosableArm;
}
type Why = Pick<LeftOut, 'by' | 'value'>;

/** Why an arm that was asked for is not compared. */
function whyNot(
  { key, setting, age }: ChoosableArm,
  view: View,
  { settings, ages }: Catalogue,
): Why | undefined {
  if (view.without.includes(key)) return { by: 'your choice', value: '' };
  if (view.settings.length > 0 && !view.settings.includes(setting))
    return { by: 'setting', value: settings.find(({ id }) => id === setting)?.label ?? setting };
  const group = ages.find(({ id }) => id === age);
  // All patients of a narrower group are of the wider one: older adults are adults.
  const isWithin = [age, ...(group?.within ?? [])].some((id) => view.ages.includes(id));
  return view.ages.length > 0 && !isWithin ? { by: 'age group', value: group?.label ?? age } : undefined;
}

/** The values that some arms of the question have and others have not, and those that it is kept to. */
function chips(
  terms: readonly { id: string; label: string }[],
  all: readonly Asked[],
  whyNotIn: (arm: ChoosableArm, values: string[]) => Why | undefined,
  on: readonly string[],
): Chip[] {
  const left = (values: string[]) =>
    all.filter(({ arm }) => arm && whyNotIn(arm, values) === undefined).length;
  const every = left([]);
  return terms
    .map(({ id, label }) => ({ id, label, arms: left([id]), on: on.includes(id) }))
    .filter((chip) => chip.on || (chip.arms > 0 && chip.arms < every));
}

/** By trial, the arms that chosen arms were held against in their own trial and that nobody chose. */
function controlsOf(
  kept: readonly Asked[],
  taken: ReadonlySet<string>,
  { without }: View,
  { arms }: Catalogue,
): Map<string, string[]> {
  const trials = new Set(kept.flatMap(({ arm }) => (arm && !isComparator(arm.role) ? [arm.trial] : [])));
  const own = arms.filter(
    ({ key, trial, role }) =>
      trials.has(trial) && role === 'comparator' && !taken.has(key) && !without.includes(key),
  );
  return new Map(
    [...Map.groupBy(own, ({ trial }) => trial)].map(([trial, found]) => [trial, found.map(({ key }) => key)]),
  );
}

/** Controls stand behind the last chosen arm of their trial. */
const isLast = (arm: ChoosableArm | undefined, kept: readonly Asked[]): boolean =>
  arm !== undefined && kept.findLast((one) => one.arm?.trial === arm.trial)?.arm === arm;

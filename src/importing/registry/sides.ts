import { Ids, slug } from '../ids.ts';
import { nameKey } from '../vocabulary-names.ts';
import type { Data } from '../yaml-text.ts';
import type { Group } from './record.ts';

/** An arm of the entry by its label in the record. */
interface ArmName {
  id: string;
  label: string;
}

/** Whose figure it is: an arm, the whole study, or a group of the results that is no arm of the record. */
export interface Side {
  arm?: string;
  /** A population of its own, where the group is no arm. */
  population?: string;
}

/** Arms and analysis populations of an entry, as the groups and denominators of the results need them. */
export class Sides {
  readonly populations: Record<string, Data | undefined>[] = [];
  /** Groups of the results that are no arm of the record. */
  readonly foreign = new Set<string>();
  readonly #ids = new Ids();
  readonly #known = new Map<string, string>();
  readonly #arms: readonly ArmName[];
  readonly #report: string;

  constructor(arms: readonly ArmName[], report: string) {
    this.#arms = arms;
    this.#report = report;
  }

  /**
   * Whose figures a group of the results has: those of the arm with its name; of the only arm where the
   * measure has one group; of the whole study where it is called so; else of a group of its own.
   *
   * @param isLone whether the measure has no other group
   */
  of(group: Group | undefined, isLone: boolean): Side {
    const key = nameKey(group?.title ?? '');
    const named = this.#arms.filter(({ label }) => nameKey(label) === key);
    const [first] = named;
    if (first && named.length === 1) return { arm: first.id };
    const [only] = this.#arms;
    if (only && this.#arms.length === 1 && isLone) return { arm: only.id };
    if (
      group === undefined ||
      /^(?:total|overall|all (?:participants|patients|subjects)|overall study)$/i.test(group.title)
    )
      return {};
    this.foreign.add(group.title);
    const arm = only && this.#arms.length === 1 ? { arm: only.id } : {};
    return { ...arm, population: this.#groupPopulation(group) };
  }

  #groupPopulation({ title, description }: Group): string {
    return this.population(`group ${nameKey(title)} ${description ?? ''}`, {
      id: ['group', slug(title, 60)],
      kind: 'subgroup',
      label: title,
      definition: description,
    });
  }

  /** The id of a population; it is made where nothing of its key was asked for before. */
  population(
    key: string,
    {
      id,
      ...about
    }: {
      id: readonly string[];
      kind: string;
      label: string;
      definition?: string | undefined;
      n?: Data | undefined;
    },
  ): string {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = this.#ids.take(id, 'group');
    this.#known.set(key, made);
    const size = about.n === undefined ? {} : { n: about.n, report: this.#report };
    this.populations.push({
      id: made,
      kind: about.kind,
      label: about.label,
      definition: about.definition,
      ...size,
    });
    return made;
  }
}

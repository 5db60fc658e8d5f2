import { firstIn, itemIn, need } from '../../model/need.ts';
import { nameRoles, type NameRole } from '../entities.ts';
import type { Names } from '../files.ts';
import { keyOf } from '../fold.ts';
import { byText } from '../../model/order.ts';

/** A name that a query has, and what it names. */
export interface Named {
  name: string;
  entity: number;
  role: NameRole;
}

/** Which of several things of one name comes first. */
const kinds = [
  'therapy',
  'endpoint',
  'class',
  'target',
  'setting',
  'age',
  'kind',
  'agent',
  'journal',
  'scale',
];
const rankOf = (id: string) => {
  const place = kinds.indexOf(id.slice(0, id.indexOf(':')));
  return id.startsWith('abbreviation:') ? kinds.length + 1 : place === -1 ? kinds.length : place;
};

const han = /\p{sc=Han}/u;

/** The names of the field by their keys. */
export class NameTable {
  readonly entities: Names['entities'];
  readonly #byKey = new Map<string, Named[]>();
  readonly #keys: string[];

  constructor({ entities, names }: Names) {
    this.entities = entities;
    for (const [name, entity, role] of names) {
      const key = keyOf(name);
      if (key === '') continue;
      const named = { name, entity, role: itemIn(nameRoles, role) };
      const others = this.#byKey.get(key);
      if (others) others.push(named);
      else this.#byKey.set(key, [named]);
    }
    for (const all of this.#byKey.values())
      all.sort(
        (a, b) =>
          rankOf(this.idOf(a.entity)) - rankOf(this.idOf(b.entity)) ||
          nameRoles.indexOf(a.role) - nameRoles.indexOf(b.role),
      );
    this.#keys = [...this.#byKey.keys()].sort((a, b) => a.length - b.length || byText(a, b));
  }

  idOf = (entity: number): string => need(this.entities[entity])[0];

  /** What is called so, each once. */
  called(key: string): Named[] {
    const found = this.#byKey.get(key) ?? [];
    return found.filter(({ entity }, i) => found.findIndex((other) => other.entity === entity) === i);
  }

  /**
   * What is called so in a query: a journal of one word, such as Cancer, is asked for by `journal:` alone.
   */
  spoken(key: string, words: number): Named[] {
    const found = this.called(key);
    return words > 1 ? found : found.filter(({ entity }) => !this.idOf(entity).startsWith('journal:'));
  }

  /** Names that begin so; of Chinese, names that hold it where none begins so. The shortest first. */
  beginning(key: string): Named[] {
    const begins = this.#keys.filter((other) => other.startsWith(key));
    const found =
      begins.length > 0 || !han.test(key) ? begins : this.#keys.filter((other) => other.includes(key));
    const all = found.flatMap((other) => this.called(other));
    return all.filter(({ entity }, i) => all.findIndex((other) => other.entity === entity) === i);
  }

  /** Every key with a name that is written so. */
  spelt = (): [key: string, name: string][] =>
    [...this.#byKey].map(([key, named]) => [key, firstIn(named).name]);

  /** Keys in which a slip is looked for: Chinese only those that name a treatment or what is measured. */
  *keys(isHan: boolean): Generator<[string, string]> {
    for (const key of this.#keys) {
      if (han.test(key) !== isHan) continue;
      if (
        isHan &&
        !this.called(key).some(({ entity }) =>
          /^(therapy|endpoint|class|agent|journal):/.test(this.idOf(entity)),
        )
      )
        continue;
      yield [key, key];
    }
  }
}

import { compareWords as words } from '../i18n/compare.ts';
import type { Catalogue, ChoosableArm, ChoosableTherapy } from './catalogue.ts';

/**
 * One side of a question: arms that are given a therapy, or a therapy of a class or against a target. A class
 * with targets means the therapies of the class that have exactly these targets.
 */
export interface Side {
  therapy?: string | undefined;
  class?: string | undefined;
  targets: string[];
}

/** A side as the address holds it: `therapy:ID`, `class:ID`, `target:ID`, `class:ID.target:ID`. */
export function sideKey({ therapy, class: own, targets }: Side): string {
  return [
    therapy && `therapy:${therapy}`,
    own && `class:${own}`,
    ...targets.map((target) => `target:${target}`),
  ]
    .filter(Boolean)
    .join('.');
}

/** The side that an address names; readView has seen to its form. */
export function sideOf(key: string): Side {
  const parts = key.split('.').map((part) => part.split(':') as [string, string]);
  const named = (kind: string) => parts.filter(([own]) => own === kind).map(([, id]) => id);
  return { therapy: named('therapy')[0], class: named('class')[0], targets: named('target') };
}

function isOf({ therapy, class: own, targets }: Side, { id, ...has }: ChoosableTherapy): boolean {
  if (therapy !== undefined) return therapy === id;
  const hits = targets.every((target) => has.targets.includes(target));
  if (own === undefined) return hits;
  return own === has.class && hits && (targets.length === 0 || targets.length === has.targets.length);
}

/** The arms of a side, in the order of the catalogue. */
export function armsOf(side: Side, { arms, therapies }: Catalogue): ChoosableArm[] {
  const own = new Set(therapies.filter((therapy) => isOf(side, therapy)).map(({ id }) => id));
  return arms.filter(({ given }) => given.some((id) => own.has(id)));
}

/** What a side is called; undefined where the base has no such therapy, class or target. */
export function sideName({ therapy, class: own, targets }: Side, catalogue: Catalogue): string | undefined {
  const name = (id: string, among: readonly { id: string; label: string }[]) =>
    among.find((one) => one.id === id)?.label;
  if (therapy !== undefined) return name(therapy, catalogue.therapies);
  const hit = targets.flatMap((target) => name(target, catalogue.targets) ?? []);
  if (hit.length < targets.length) return undefined;
  if (own === undefined) return words.anyTherapy(hit);
  const label = name(own, catalogue.classes);
  return label && words.classAgainst(hit.join('/'), hit.length > 0 ? words.inSentence(label) : label);
}

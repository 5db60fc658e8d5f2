import type { Catalogue, Named } from './catalogue.ts';
import { armsOf, sideKey, sideName, type Side } from './sides.ts';
import { firstIn, need } from '../model/need.ts';

/** One thing that a reader may add to a comparison. */
export interface Offer {
  /** A side, or arms by `trial` or `trial.arm`. */
  adds: { side: string } | { arm: string };
  name: string;
  kind: 'class and target' | 'class' | 'target' | 'therapy' | 'trial' | 'arm';
  arms: number;
  /** All that it is found by, in small letters. */
  found: string[];
}

/**
 * Everything on offer: kinds of arms first, those with most arms before others, then trials and single arms.
 */
export function offersOf(catalogue: Catalogue): Offer[] {
  const { classes, targets, therapies } = catalogue;
  const side = (kind: Offer['kind'], own: Side, names: readonly Named[]): Offer[] => {
    const arms = armsOf(own, catalogue).length;
    const name = need(sideName(own, catalogue));
    const found = [name, ...names.flatMap(({ label, also }) => [label, ...also])].map(folded);
    return arms === 0 ? [] : [{ adds: { side: sideKey(own) }, name, kind, arms, found }];
  };
  const classAndTargets = classes.flatMap((own) => {
    const sets = new Map(
      therapies.filter((one) => one.class === own.id).map((one) => [one.targets.join(), one.targets]),
    );
    sets.delete('');
    // Where a class has one set of targets alone, the class itself says as much.
    if (sets.size < 2) return [];
    return [...sets.values()].flatMap((hit) =>
      side('class and target', { class: own.id, targets: hit }, [
        own,
        ...targets.filter(({ id }) => hit.includes(id)),
      ]),
    );
  });
  const kinds = [
    classAndTargets,
    classes.flatMap((own) => side('class', { class: own.id, targets: [] }, [own])),
    targets.flatMap((own) => side('target', { targets: [own.id] }, [own])),
    therapies.flatMap((own) => side('therapy', { therapy: own.id, targets: [] }, [own])),
  ];
  return [...kinds.flatMap((own) => own.sort((a, b) => b.arms - a.arms)), ...trialOffers(catalogue)];
}

function trialOffers({ arms }: Catalogue): Offer[] {
  return [...Map.groupBy(arms, ({ trial }) => trial)].flatMap(([trial, own]): Offer[] => {
    const { trialName } = firstIn(own);
    const whole: Offer = {
      adds: { arm: trial },
      name: trialName,
      kind: 'trial',
      arms: own.length,
      found: [folded(trialName), trial],
    };
    if (own.length === 1) return [whole];
    const each = own.map(({ key, name }): Offer => ({
      adds: { arm: key },
      name,
      kind: 'arm',
      arms: 1,
      found: [folded(name)],
    }));
    return [whole, ...each];
  });
}

/**
 * The offers that fit what was typed: what is called so first, then what has all its words, in the order of
 * the offers.
 */
export function fitting(offers: readonly Offer[], typed: string): Offer[] {
  const asked = folded(typed);
  if (asked === '') return [];
  const words = asked.split(' ');
  const rank = ({ found }: Offer) => {
    if (found.includes(asked)) return 0;
    const all = ` ${found.join(' ')}`;
    return words.every((word) => all.includes(` ${word}`))
      ? 1
      : words.every((word) => all.includes(word))
        ? 2
        : undefined;
  };
  const ranked = offers.flatMap((offer) => {
    const at = rank(offer);
    // A kind of arms is what most mean by a word that is the name of one as well as of a trial.
    return at === undefined ? [] : [{ offer, at: at === 0 && offer.kind === 'target' ? 1 : at }];
  });
  return ranked.sort((a, b) => a.at - b.at).map(({ offer }) => offer);
}

/** Without capitals, marks and hyphens, by which writers differ. */
const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

import { inWords, locale } from '../i18n/locale.ts';
import { ruleWords } from '../i18n/rules.ts';
import type { Catalogue, ChoosableArm } from '../compare/catalogue.ts';
import { questionOf } from '../compare/question.ts';
import { sideKey } from '../compare/sides.ts';
import { emptyView, writeView, type View } from '../compare/view.ts';
import type { Library } from '../evidence/library.ts';
import { treatmentsOfArm } from '../evidence/treatments.ts';
import { phrase } from '../model/phrases.ts';
import { ageGroupsAround, type AskedComparison, type Term } from '../model/vocabulary.ts';

/** All arms of the base, with what is asked of them when a comparison is chosen. */
export function catalogueOf({ trials, therapies, vocabulary }: Library): Catalogue {
  const named = ({ id, label, synonyms }: Term) => ({
    id,
    label: inWords(label),
    also: [...othersOf(label), ...synonyms],
  });
  const arms = trials.flatMap((trial) =>
    trial.data.arms.map((arm): ChoosableArm => ({
      key: `${trial.id}.${arm.id}`,
      trial: trial.id,
      trialName: trial.name,
      name: trial.data.arms.length > 1 ? ruleWords.armOf(trial.name, phrase(arm.label)) : trial.name,
      role: arm.role,
      given: treatmentsOfArm(trial, arm).map(({ id }) => id),
      setting: trial.data.setting,
      age: trial.data.population.ageGroup,
    })),
  );
  const given = new Set(arms.flatMap((arm) => arm.given));
  return {
    therapies: therapies
      .filter(({ id }) => given.has(id))
      .map(({ id, data, class: own, targets }) => ({
        id,
        label: inWords(data.name),
        also: [...othersOf(data.name), ...data.brand, ...data.code, ...data.synonyms],
        class: own.id,
        targets: targets.map((target) => target.id),
      })),
    classes: vocabulary.therapyClasses.map(named),
    targets: vocabulary.targets.map(named),
    settings: vocabulary.settings.map(named),
    ages: vocabulary.ageGroups.map((group) => ({
      ...named(group),
      within: ageGroupsAround(group.id, vocabulary.ageGroups),
    })),
    arms,
  };
}

/** What a label is in the other language, by which it is found too. */
const othersOf = ({ en, zh }: Term['label']): string[] => (locale() === 'en' ? (zh ? [zh] : []) : [en]);

/** A comparison that the page offers, with what it finds today. */
export interface WorkedComparison {
  label: string;
  href: string;
  arms: number;
  /** The trials of its arms. */
  trials: { name: string; path: string }[];
}

/** The comparisons that the base lists (base.yaml); one that finds fewer than two arms is not offered. */
export function workedComparisons(library: Library): WorkedComparison[] {
  const catalogue = catalogueOf(library);
  return library.base.comparisons.flatMap((asked) => {
    const view = viewOf(asked);
    const { arms, sides } = questionOf(view, catalogue);
    const isWhole = sides.length === view.sides.length && sides.every((side) => side.arms.length > 0);
    if (arms.length < 2 || !isWhole) return [];
    const ids = new Set(arms.map((key) => key.split('.')[0]));
    const trials = library.trials.filter(({ id }) => ids.has(id)).map(({ name, path }) => ({ name, path }));
    return [{ label: inWords(asked.label), href: `/compare/${writeView(view)}`, arms: arms.length, trials }];
  });
}

function viewOf({ sides, arms, settings, ageGroups, controls }: AskedComparison): View {
  return { ...emptyView, sides: sides.map(sideKey), arms, settings, ages: ageGroups, controls };
}

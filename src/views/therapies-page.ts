import type { TherapyNode } from '../evidence/library.ts';
import { inWords, locale } from '../i18n/locale.ts';
import { pages } from '../i18n/pages.ts';
import { phrase } from '../model/phrases.ts';
import { contextOf } from './cite.ts';
import { armsGiven } from './datasets.ts';
import type { Site } from './site.ts';
import { briefSummary } from './therapy-summary.ts';

/** The list of therapies by class. */
export function therapiesPage(site: Site) {
  const { therapies, vocabulary } = site.library;
  const byClass = Map.groupBy(therapies, (therapy) => therapy.class);
  return vocabulary.therapyClasses.flatMap((term) => {
    const own = byClass.get(term);
    if (!own) return [];
    return [
      {
        id: term.id,
        label: inWords(term.label),
        definition: term.definition && phrase(term.definition),
        therapies: own.map((therapy) => rowOf(site, therapy)),
      },
    ];
  });
}

function rowOf(site: Site, therapy: TherapyNode) {
  const { path, data, targets, trials } = therapy;
  const say = pages.therapies;
  const name = inWords(data.name);
  return {
    path,
    name,
    /** On a Chinese page the name is Chinese already. */
    zh: locale() === 'en' ? data.name.zh : undefined,
    context: contextOf(site, therapy),
    compared: comparedOf(therapy),
    target: targets.length > 0 && say.target(targets.map(({ label }) => inWords(label))),
    trials: say.trials(trials.length),
    results: briefSummary(therapy, site.library),
  };
}

/** What adds every arm that is given a therapy to the comparison; undefined where none is. */
export function comparedOf(therapy: TherapyNode): { arms: string[]; name: string } | undefined {
  const arms = armsGiven(therapy);
  return arms.length > 0 ? { arms, name: pages.therapies.everyArm(inWords(therapy.data.name)) } : undefined;
}

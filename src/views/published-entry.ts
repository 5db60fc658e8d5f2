import { shortLabel } from '../citations/label.ts';
import { termOf, type PooledNode, type SynthesisNode } from '../evidence/library.ts';
import { inWords } from '../i18n/locale.ts';
import { pages } from '../i18n/pages.ts';
import { words } from '../i18n/words.ts';
import { phrase } from '../model/phrases.ts';
import { withoutRoutine } from '../model/finding.ts';
import { briefly, wordPooled } from '../wording/pooled.ts';
import { findingsIn, type RankedFinding } from './findings.ts';
import type { Site } from './site.ts';

/** `18 studies, 1373 patients`, as far as the text says. */
export function sizeText({ data: { size } }: SynthesisNode): string {
  const { studies, patients } = pages.synthesis;
  const parts = [
    size?.studies && studies(size.studies.printed),
    size?.patients && patients(size.patients.printed),
  ];
  return pages.and(parts.filter((part) => part !== undefined));
}

/**
 * A published result in few words, beside the pool of this base: who, what, of how many studies, and how many
 * of these are here.
 */
export function publishedText({ data, synthesis }: PooledNode) {
  const named = synthesis.included.length;
  return {
    name: data.group
      ? pages.synthesis.ofGroup(shortLabel(synthesis.reference.data), phrase(data.group))
      : shortLabel(synthesis.reference.data),
    figure: briefly(data),
    // The size of the whole says nothing of a part.
    studies: wordPooled(data).size ?? (data.group === undefined ? sizeText(synthesis) : undefined),
    here: named > 0 ? pages.synthesis.here(named) : undefined,
  };
}

/** What the checks found in its results; notes on the state of this base are left out. */
export function foundIn(site: Site, { id }: SynthesisNode): RankedFinding[] {
  return withoutRoutine(findingsIn(site, `syntheses/${id}`)).own;
}

/** What a reader must know of the whole before its figures, in the order of a report of a review. */
export function aboutOf(
  synthesis: SynthesisNode,
  { library }: Site,
): [label: string, value: string | undefined][] {
  const { question, search, size, design } = synthesis.data;
  const { settings, ageGroups } = library.vocabulary;
  const { about } = pages.synthesis;
  const label = (terms: Parameters<typeof termOf>[0], id: string | undefined) =>
    id && inWords(termOf(terms, id).label);
  const treated =
    synthesis.therapies.length > 0 ? synthesis.therapies.map(({ data }) => inWords(data.name)) : [];
  const classes = synthesis.classes
    .filter((one) => question.classes.includes(one.id))
    .map((one) => inWords(one.label));
  return [
    [about.whom, phrase(question.population)],
    [about.setting, label(settings, question.setting)],
    [about.age, label(ageGroups, question.ageGroup)],
    [about.treatment, pages.and([...treated, ...classes])],
    [about.targets, pages.and(synthesis.targets.map((one) => inWords(one.label)))],
    [about.against, question.against && phrase(question.against)],
    [about.pools, words.poolingDesign[design]],
    [about.studies, size?.studies?.printed ?? pages.notStated],
    [about.patients, size?.patients?.printed ?? pages.notStated],
    [about.databases, pages.and(search.databases.map(phrase)) || pages.notStated],
    [about.searched, searched(search.from, search.until)],
    [about.registration, search.registration],
  ];
}

function searched(from: string | undefined, until: string | undefined): string {
  if (from && until) return pages.synthesis.between(from, until);
  return until ? pages.synthesis.until(until) : pages.notStated;
}

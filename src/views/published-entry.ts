import { shortLabel } from '../citations/label.ts';
import { termOf, type PooledNode, type SynthesisNode } from '../evidence/library.ts';
import { words } from '../i18n/words.ts';
import { withoutRoutine } from '../model/finding.ts';
import { briefly, wordPooled } from '../wording/pooled.ts';
import { findingsIn, type RankedFinding } from './findings.ts';
import type { Site } from './site.ts';

/** `18 studies, 1373 patients`, as far as the text tells. */
export function sizeText({ data: { size } }: SynthesisNode): string {
  const parts = [size?.studies && `${size.studies.printed} studies`, size?.patients && `${size.patients.printed} patients`];
  return parts.filter(Boolean).join(', ');
}

/** A published result in few words, beside the pool of this base: who, what, of how many studies, and how many of these are here. */
export function publishedText({ data, synthesis }: PooledNode) {
  const named = synthesis.included.length;
  return {
    name: [shortLabel(synthesis.reference.data), data.group].filter(Boolean).join(': '),
    figure: briefly(data),
    // The size of the whole says nothing of a part.
    studies: wordPooled(data).size ?? (data.group === undefined ? sizeText(synthesis) : undefined),
    here: named > 0 ? `${named} of its studies are here` : undefined,
  };
}

/** What the checks found in its results; notes on the state of this base are left out. */
export function foundIn(site: Site, { id }: SynthesisNode): RankedFinding[] {
  return withoutRoutine(findingsIn(site, `syntheses/${id}`)).own;
}

/** What a reader must know of the whole before its figures, in the order of a report of a review. */
export function aboutOf(synthesis: SynthesisNode, { library }: Site): [label: string, value: string | undefined][] {
  const { question, search, size, design } = synthesis.data;
  const { settings, ageGroups } = library.vocabulary;
  const label = (terms: Parameters<typeof termOf>[0], id: string | undefined) => id && termOf(terms, id).label.en;
  const treated = synthesis.therapies.length > 0 ? synthesis.therapies.map(({ data }) => data.name.en) : [];
  const classes = synthesis.classes.filter((one) => question.classes.includes(one.id)).map((one) => one.label.en);
  return [
    ['In whom', question.population],
    ['Setting', label(settings, question.setting)],
    ['Age group', label(ageGroups, question.ageGroup)],
    ['Treatment', [...treated, ...classes].join(', ')],
    ['Aimed at', synthesis.targets.map((one) => one.label.en).join(', ')],
    ['Compared with', question.against],
    ['Pools', words.poolingDesign[design]],
    ['Studies', size?.studies?.printed ?? 'not stated'],
    ['Patients', size?.patients?.printed ?? 'not stated'],
    ['Databases', search.databases.join(', ') || 'not stated'],
    ['Searched', searched(search.from, search.until)],
    ['Registration', search.registration],
  ];
}

function searched(from: string | undefined, until: string | undefined): string {
  if (from && until) return `${from} to ${until}`;
  return until ? `until ${until}` : 'not stated';
}

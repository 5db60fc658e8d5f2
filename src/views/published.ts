import type { Library, PooledNode } from '../evidence/library.ts';
import { rowOfPooled } from '../evidence/rows.ts';
import { inWords } from '../i18n/locale.ts';
import { isRatioOfSides } from '../model/synthesis.ts';
import { ageGroupsAround, type Term } from '../model/vocabulary.ts';

/** What a set of figures of this base is about, in the labels of the vocabulary; its row by id. */
export interface Asked {
  endpoint: string;
  row: string;
  treatment: readonly string[];
  targets: readonly string[];
  setting: readonly string[];
  age: readonly string[];
}

/**
 * The results of published syntheses that answer the same question: of the same endpoint and row, the same
 * class of treatment with the same targets, and no other setting or age group. Of each synthesis those for
 * the same age group stand, else those for all, else those for its parts. The nearest come first: with an
 * interval, then of most studies.
 */
export function publishedOn(asked: Asked, library: Library): PooledNode[] {
  const endpoint = library.endpoints.find(({ id }) => id === asked.endpoint);
  const fitting = (endpoint?.pooled ?? []).filter((result) => answers(result, asked, library));
  return [...Map.groupBy(fitting, ({ synthesis }) => synthesis).values()]
    .flatMap((own) => {
      const ofAge = own.filter(({ data }) => data.ageGroup !== undefined && asked.age.length === 1);
      const whole = own.filter(({ data }) => data.group === undefined);
      return [ofAge, whole].find(({ length }) => length > 0) ?? own;
    })
    .toSorted((a, b) => nearness(b) - nearness(a));
}

/** With an interval before without, and of these the larger. */
function nearness({ data, synthesis }: PooledNode): number {
  const studies = data.studies ?? synthesis.data.size?.studies;
  return (data.interval ? 1e6 : 0) + (studies?.value ?? 0);
}

function answers(result: PooledNode, asked: Asked, { vocabulary }: Library): boolean {
  const { data, classes, targets, synthesis } = result;
  const { setting, ageGroup: ofAll } = synthesis.data.question;
  const ageGroup = data.ageGroup ?? ofAll;
  // A share of one group, or a ratio of two: what is neither answers no question here.
  if (isRatioOfSides(data) !== (data.against !== undefined)) return false;
  const row = rowOfPooled(data);
  if (asked.row !== row && !asked.row.startsWith(`${row} · `)) return false;
  const named = classes.map(({ label }) => inWords(label));
  if (asked.treatment.length === 0 || !asked.treatment.every((one) => named.includes(one))) return false;
  if (
    !sameNames(
      targets.map(({ label }) => inWords(label)),
      asked.targets,
    )
  )
    return false;
  const { settings, ageGroups } = vocabulary;
  const ids = (labels: readonly string[], terms: readonly { id: string; label: Term['label'] }[]) =>
    terms.flatMap(({ id, label }) => (labels.includes(inWords(label)) ? id : []));
  const ownSettings = ids(asked.setting, settings);
  if (setting !== undefined && ownSettings.length > 0 && !ownSettings.includes(setting)) return false;
  const ownAges = ids(asked.age, ageGroups);
  const isNested = (a: string, b: string) => a === b || ageGroupsAround(a, ageGroups).includes(b);
  return (
    ageGroup === undefined ||
    ownAges.length === 0 ||
    ownAges.some((own) => isNested(own, ageGroup) || isNested(ageGroup, own))
  );
}

/** Whether two lists of names are the same, where both are stated. */
function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || (a.length === b.length && a.every((name) => b.includes(name)));
}

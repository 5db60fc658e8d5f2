import { inWords, locale, localPath } from '../i18n/locale.ts';
import type { ComparedFact } from '../compare/rules.ts';
import type { DatasetArm, DatasetTrial } from '../compare/dataset.ts';
import { datasets } from '../i18n/datasets.ts';
import { figures } from '../i18n/figures.ts';
import type { Outcome } from '../model/outcome.ts';
import { overlapsOf } from '../model/patients.ts';
import { phrase } from '../model/phrases.ts';
import { ageGroupsAround, type Term, type Vocabulary } from '../model/vocabulary.ts';
import { word } from '../wording/figures.ts';
import { termOf, type Fact, type TrialNode } from './library.ts';
import { rowLabel, scaleOf } from './rows.ts';
import { armOf, type Effect } from './standing.ts';
import { treatmentsOfArm } from './treatments.ts';
import { withId } from '../model/need.ts';

/** What comparison and synthesis know of a trial, in words. */
export function comparableTrial(trial: TrialNode, vocabulary: Vocabulary): DatasetTrial {
  const { data } = trial;
  const { ageGroups } = vocabulary;
  const setting = termOf(vocabulary.settings, data.setting);
  const ageGroup = termOf(ageGroups, data.population.ageGroup);
  const attributes = Object.entries(data.population.attributes).map(([id, own]) => {
    const { label, terms } = withId(vocabulary.attributes, id);
    return { name: inWords(label), terms: own.map((term) => termOf(terms, term)) };
  });
  const unstated = [setting, ageGroup, ...attributes.flatMap(({ terms }) => terms)]
    .filter((term) => term.unstated)
    .map(nameOf);
  const ageWithin = ageGroupsAround(ageGroup.id, ageGroups).map((id) => nameOf(termOf(ageGroups, id)));
  return {
    id: trial.id,
    name: trial.name,
    path: localPath(trial.path),
    ...(trial.year === undefined ? {} : { year: trial.year }),
    design: data.design,
    randomised: data.design === 'randomised',
    setting: nameOf(setting),
    ageGroup: nameOf(ageGroup),
    attributes: Object.fromEntries(
      attributes.map(({ name, terms }) => [name, terms.map(nameOf).join(datasets.list)]),
    ),
    ...(unstated.length > 0 ? { unstated: unique(unstated) } : {}),
    ...(ageWithin.length > 0 ? { ageWithin } : {}),
    arms: data.arms.map((arm): DatasetArm => {
      const given = arm.therapies.map((id) => withId(trial.therapies, id));
      const treatments = treatmentsOfArm(trial, arm);
      const namesOf = (name: (label: Term['label']) => string) => ({
        therapies: given.map((therapy) => name(therapy.data.name)),
        classes: unique(treatments.map((therapy) => name(therapy.class.label))),
        targets: unique(given.flatMap((therapy) => therapy.targets.map(({ label }) => name(label)))),
      });
      return {
        id: arm.id,
        label: phrase(arm.label),
        role: arm.role,
        ...namesOf(inWords),
        ...(treatments.length < given.length
          ? { treatments: treatments.map(({ data }) => inWords(data.name)) }
          : {}),
        ...(locale() === 'en' ? {} : { english: { label: arm.label, ...namesOf(({ en }) => en) } }),
      };
    }),
    overlaps: overlapsOf(data),
    planned: unique(trial.planned.map(({ endpoint }) => endpoint.id)),
  };
}

const nameOf = ({ label }: Term) => inWords(label);
const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** What the rules of comparability ask of a figure, in words. */
export function comparableFact(fact: Fact, vocabulary: Vocabulary): ComparedFact {
  const { outcome, report, comparator, versus, population, trial, standing, derived } = fact;
  const arm = armOf(fact);
  const { at } = word(outcome, derived);
  const measured = measuredOf(outcome);
  const scale = scaleOf(outcome, vocabulary);
  return {
    uid: fact.uid,
    trial: trial.id,
    ...(arm ? { arm: arm.id } : {}),
    ...(comparator && comparator !== arm ? { comparatorArm: comparator.id } : {}),
    ...(versus ? { versus: phrase(versus.label) } : {}),
    endpoint: fact.endpoint.id,
    row: standing.row.id,
    rowLabel: rowLabel(fact, vocabulary),
    ...(at ? { at } : {}),
    population: { kind: population.kind, label: phrase(population.label) },
    ...(outcome.definition ? { definition: phrase(outcome.definition) } : {}),
    ...(measured ? { measured } : {}),
    ...(scale ? { scale } : {}),
    own: report.review === undefined,
    ...(derived.counts ? { counts: countsOf(derived.counts) } : {}),
    ...ratioOf(standing.effect),
  };
}

function countsOf({
  events,
  total,
  inferred,
}: NonNullable<Fact['derived']['counts']>): NonNullable<ComparedFact['counts']> {
  return inferred ? { events, total, inferred } : { events, total };
}

function ratioOf(effect: Effect | undefined): Pick<ComparedFact, 'ratio'> {
  if (effect?.kind !== 'ratio') return {};
  const { estimate, low, high, level } = effect;
  return { ratio: { estimate, low, high, level } };
}

function measuredOf(outcome: Outcome): string | undefined {
  if (outcome.kind !== 'proportion') return undefined;
  return (
    [
      outcome.assay && phrase(outcome.assay),
      outcome.threshold && figures.threshold(outcome.threshold.printed),
    ]
      .filter(Boolean)
      .join(datasets.list) || undefined
  );
}

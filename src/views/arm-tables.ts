import type { TrialNode } from '../evidence/library.ts';
import { inWords } from '../i18n/locale.ts';
import { trial as said } from '../i18n/trial.ts';
import { words } from '../i18n/words.ts';
import { withId } from '../model/need.ts';
import { phrase } from '../model/phrases.ts';
import { shortLabel } from './references.ts';

/** Who took part in a study: its arms, and the populations that its figures are about. */
export function armTables({ id, name, data, therapies, reports }: TrialNode) {
  const armLabel = (arm: string) => phrase(data.arms.find((one) => one.id === arm)?.label ?? arm);
  /** Of all arms together, or a line for each. */
  const patientsOf = (n: NonNullable<(typeof data.populations)[number]['n']>) =>
    n.kind === 'together'
      ? n.figure.printed
      : Object.entries(n.figures).map(([arm, own]) => said.arms.size(armLabel(arm), own.printed));
  return {
    count: said.arms.count(data.arms.length, data.populations.length),
    arms: data.arms.map((arm) => ({
      label: phrase(arm.label),
      compared: { arms: [`${id}.${arm.id}`], name: said.arms.of(name, phrase(arm.label)) },
      role: words.armRole[arm.role],
      therapies: arm.therapies.map((given) => {
        const therapy = withId(therapies, given);
        return { href: therapy.path, label: inWords(therapy.data.name) };
      }),
      regimen: arm.regimen && phrase(arm.regimen),
    })),
    populations: data.populations.map(({ label, kind, n, definition, report, locator }) => ({
      label: phrase(label),
      kind: words.population[kind],
      patients: n && patientsOf(n),
      definition: definition && phrase(definition),
      source:
        report &&
        [shortLabel(withId(reports, report).reference), locator && phrase(locator)]
          .filter(Boolean)
          .join(said.row.comma),
    })),
  };
}

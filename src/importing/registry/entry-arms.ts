import { Ids, slug } from '../ids.ts';
import { nameKey, type KnownNames } from '../vocabulary-names.ts';
import { oneLine } from './loose.ts';
import type { RecordArm, StudyRecord } from './record.ts';
import { roleOf } from './terms.ts';

/** The arm that stands for all participants where a file lists none. */
export const untoldArm = 'all-participants';

/** An arm as an entry has it. */
interface MadeArm {
  id: string;
  label: string;
  role: string;
  therapies: string[];
  regimen: string | undefined;
}

/**
 * The arms of a record; one of all participants where it lists none.
 *
 * @param unsettled takes what the record does not say of them
 */
export function armsOf(record: StudyRecord, names: KnownNames, unsettled: string[]): MadeArm[] {
  const ids = new Ids();
  const untold: RecordArm = {
    label: 'All participants',
    interventions: record.interventions.map(({ name }) => name),
  };
  if (record.arms.length === 0)
    unsettled.push('arms: the file lists none, so that all participants stand as one');
  const listed = record.arms.length === 0 ? [untold] : record.arms;
  return listed.map(({ label, type, description, interventions }, i) => {
    const role = listed.length === 1 ? 'single' : roleOf(type);
    if (role === undefined) unsettled.push(`arms: the role of ${label}, which the record does not say`);
    const given = interventions.map((name) => name.replace(/^[A-Z][A-Za-z ]{2,30}: /, ''));
    const found = given.map((name) => ({ name, therapy: therapyOf(name, record, names) }));
    for (const { name, therapy } of found)
      if (therapy === undefined)
        unsettled.push(`arms: the therapy of ${label}, which no entry calls ${name}`);
    const regimen = [given.join('; '), description === undefined ? '' : oneLine(description)].filter(
      (part) => part !== '',
    );
    return {
      id: ids.take([slug(label, 50)], `arm-${i + 1}`),
      label,
      role: role ?? 'experimental',
      therapies: [...new Set(found.flatMap(({ therapy }) => therapy ?? []))],
      regimen: regimen.length > 0 ? regimen.join('. ') : undefined,
    };
  });
}

/** The therapy that has the name of an intervention, or one of its other names. */
function therapyOf(name: string, { interventions }: StudyRecord, names: KnownNames): string | undefined {
  const own = interventions.find((one) => nameKey(one.name) === nameKey(name));
  return [name, ...(own?.others ?? [])].map((one) => names.therapy(one)).find((id) => id !== undefined);
}

import type { KnownNames } from '../vocabulary-names.ts';
import type { StudyRecord } from './record.ts';
import { termOf } from './terms.ts';

/** The age group whose name says just whom the record takes. */
export function ageGroupOf({ ages }: StudyRecord, names: KnownNames): string | undefined {
  const groups = new Set(ages.groups.map(termOf));
  const [child, adult, older] = ['CHILD', 'ADULT', 'OLDER_ADULT'].map((group) => groups.has(group));
  if (child && !adult && !older) return names.ageGroup('Children', 'Child');
  if (!child && adult) return names.ageGroup('Adults', 'Adult');
  if (!child && older) return names.ageGroup('Older adults', 'Older adult');
  const isOpen = [ages.minimum, ages.maximum].every((limit) => limit === undefined || /^n\/?a$/i.test(limit));
  return child && adult && older && isOpen ? names.ageGroup('Children and adults', 'All ages') : undefined;
}

/** The limits of age in words: `18 Years and older`. */
export function agesInWords({ ages: { minimum, maximum } }: StudyRecord): string | undefined {
  const [from, to] = [minimum, maximum].map((limit) =>
    limit === undefined || /^n\/?a$/i.test(limit) ? undefined : limit,
  );
  if (from !== undefined) return to === undefined ? `${from} and older` : `${from} to ${to}`;
  return to === undefined ? undefined : `up to ${to}`;
}

import type { Check } from './check.ts';
import { circle } from './links/circles.ts';
import { orphan } from './links/orphans.ts';
import { page } from './links/page.ts';
import { citation, fact } from './links/prose.ts';
import { endpoint, therapy, vocabulary } from './links/terms.ts';
import { arm, entry, population, report } from './links/trial.ts';
import { reference } from './links/works.ts';

export const linkChecks: Check[] = [
  vocabulary,
  endpoint,
  therapy,
  reference,
  arm,
  population,
  report,
  entry,
  page,
  citation,
  fact,
  circle,
  orphan,
];

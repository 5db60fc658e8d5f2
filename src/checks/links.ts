import type { Check } from './check.ts';
import { circle } from './links/circles.ts';
import { knownChecks } from './links/known.ts';
import { orphan } from './links/orphans.ts';
import { page } from './links/page.ts';
import { citation, fact } from './links/prose.ts';

export const linkChecks: Check[] = [...knownChecks, page, citation, fact, circle, orphan];

import type { Check } from './check.ts';
import { doi, pages, pmid } from './identity/numbers.ts';
import { duplicate, printed } from './identity/works.ts';

export const identityChecks: Check[] = [doi, pmid, duplicate, pages, printed];

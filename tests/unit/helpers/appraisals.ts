import { appraisalTools, type ToolId } from '../../../src/model/appraisal-tools.ts';

/** What an appraisal of the tests says where it is not told otherwise. */
interface Told {
  id?: string;
  /** `fact: ID` or `endpoint: ID`. */
  about: string;
  /** Domain → judgement, for those that differ from the others. */
  domains?: Record<string, string>;
  /** The judgement of all other domains. */
  others: string;
  overall: string;
  by?: string;
  basis?: string;
}

/** An appraisal in one line of YAML, with every domain of its tool. */
export function appraisal(tool: ToolId, told: Told): string {
  const {
    id = 'bias',
    about,
    domains = {},
    others,
    overall,
    by = 'by: base, on: 2026-01-31',
    basis = 'full-text',
  } = told;
  const judged = appraisalTools[tool].domains.map(
    (domain) =>
      `{domain: ${domain}, judgement: ${domains[domain] ?? others}, reason: As told, report: smith-2020}`,
  );
  return `- {id: ${id}, tool: ${tool}, ${about}, ${by}, basis: [${basis}], domains: [${judged.join(', ')}], overall: ${overall}}`;
}

/** Changes of the trial of the tests (corpus.ts) that give it appraisals. */
export const appraised = (...appraisals: readonly string[]) => ({
  'outcomes:': `appraisals:${appraisals.map((one) => `\n  ${one}`).join('') || ' []'}\noutcomes:`,
});

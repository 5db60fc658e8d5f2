import { oneLine } from './loose.ts';

/** What registries call themselves, by the form of their numbers. */
const registries: readonly { registry: string; form: RegExp }[] = [
  { registry: 'ClinicalTrials.gov', form: /^NCT\d{8}$/ },
  { registry: 'EudraCT', form: /^\d{4}-\d{6}-\d{2}$/ },
  { registry: 'EU CT', form: /^\d{4}-\d{6}-\d{2}-\d{2}$/ },
  { registry: 'ISRCTN', form: /^ISRCTN\d+$/ },
  { registry: 'ChiCTR', form: /^ChiCTR[-\w]+$/ },
  { registry: 'UMIN', form: /^UMIN\d+$/ },
  { registry: 'jRCT', form: /^jRCTs?\d+$/ },
  { registry: 'JapicCTI', form: /^JapicCTI-\d+$/ },
  { registry: 'ANZCTR', form: /^ACTRN\d+$/ },
  { registry: 'CTRI', form: /^CTRI\/[\d/]+$/ },
  { registry: 'DRKS', form: /^DRKS\d+$/ },
  { registry: 'NTR', form: /^NTR-?\d+$/ },
  { registry: 'IRCT', form: /^IRCT\w+$/ },
];
/** What the model takes for the number of a registry. */
const taken = /^[A-Z][A-Za-z]*[-\d][\w-]*$|^\d{4}-\d{6}-\d{2}(-\d{2})?$/;

/** The registry of a number, recognised by its form; undefined for any other form. */
export function registrationOf(
  written: string,
  type = '',
  domain = '',
): { registry: string; id: string } | undefined {
  const id = oneLine(written).replace(/^(?:EudraCT|EU CT|CTIS)(?: number| no\.?)?[:\s]+/i, '');
  if (!taken.test(id)) return undefined;
  const known = registries.find(({ form }) => form.test(id));
  if (known) return { registry: known.registry, id };
  return type === 'REGISTRY' && domain !== '' ? { registry: oneLine(domain), id } : undefined;
}

/** The first DOI in a text, without what a sentence puts behind it. */
export function doiIn(text: string): string | undefined {
  const found = /\b10\.\d{4,9}\/[^\s"<>]+/.exec(text)?.[0].replace(/[.,;:)\]}]+$/, '');
  return found === undefined || found.endsWith('/') ? undefined : found;
}

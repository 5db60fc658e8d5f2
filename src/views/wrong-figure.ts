import type { Fact } from '../evidence/library.ts';
import { factTitle } from '../evidence/citable.ts';
import type { Site } from './site.ts';

/** The form of `.github/ISSUE_TEMPLATE/`, whose fields are filled in by their ids. */
const form = 'wrong-figure.yml';

/**
 * Where a reader says that a figure is wrong: a form of the repository with the place and what stands there
 * filled in, in English, which everyone who fixes it reads. Undefined where the base names no repository.
 */
export function wrongFigureForm(
  { library: { base } }: Pick<Site, 'library'>,
  fact: Fact,
): string | undefined {
  if (base.repository === undefined) return undefined;
  const address = new URL(`${base.repository.replace(/\/+$/, '')}/issues/new`);
  const fields = {
    template: form,
    title: `Wrong figure: ${fact.uid}`,
    figure: base.url + fact.path,
    says: factTitle(fact),
  };
  for (const [name, value] of Object.entries(fields)) address.searchParams.set(name, value);
  return address.href;
}

import { mdx } from './corpus.ts';

/**
 * The entry of a published synthesis of the work jones-2022, read in its abstract.
 *
 * @param results one a line, `- {id: …, measure: …}`; endpoint and locator are filled in where not given
 * @param more further lines of the frontmatter
 */
export function synthesis(results: string, more = ''): string {
  const lines = results
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const missing = ['endpoint: cr', 'locator: abstract'].filter(
        (pair) => !line.includes(`${pair.split(':')[0]}:`),
      );
      return `  ${line.trim().replace(/\}$/, `, ${missing.join(', ')}}`)}`;
    });
  return mdx(`
title: {en: Testumab in all studies}
reference: jones-2022
design: single-arm
question: {population: Adults, therapies: [testumab]}
sources: [{id: abstract, url: "https://journal.example/2", read: abstract}]
${more}
pooled:
${lines.join('\n')}
`);
}

export const inSyntheses = (results: string, more?: string) => ({
  'syntheses/pool.mdx': synthesis(results, more),
});

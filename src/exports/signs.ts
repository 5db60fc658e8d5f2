import { apiRoot } from './api/resources.ts';
import type { Edition } from './edition.ts';
import { hashOf } from './edition.ts';

/** For crawlers: everything may be read, and here is the list. */
export function robots({ context: { address } }: Edition): string {
  return `User-agent: *\nAllow: ${new URL(address('/')).pathname}\n\nSitemap: ${address('/sitemap-index.xml')}\n`;
}

/** For programs that read: what this is, where the data are, under which licence. https://llmstxt.org */
export function llms(edition: Edition, files: readonly { path: string; description: string }[]): string {
  const { library, version, contentHash, context } = edition;
  const { base, trials, facts, references } = library;
  const { address } = context;
  const link = ([name, path, note]: readonly [string, string, string]) =>
    `- [${name}](${address(path)}): ${note}`;
  const pages = [
    [
      'Trials',
      '/trials/',
      `${trials.length} studies, each with its reports, populations, outcomes and where every figure stands`,
    ],
    ['Therapies', '/therapies/', 'agents and products'],
    ...(library.topics.length > 0
      ? ([['Topics', '/topics/', 'short overviews, with the facts they rest on']] as const)
      : []),
    ['Reviews', '/reviews/', 'secondary sources and their statements'],
    ['Published syntheses', '/syntheses/', 'systematic reviews that pool, with what each pooled'],
    ['Endpoints', '/endpoints/', 'what is measured, with definitions'],
    ['References', '/references/', `${references.length} works`],
    ['Quality', '/quality/', 'what the checks found, and where reports disagree'],
    ['Guide', '/guide/', 'how to read, compare, pool and cite; the data dictionary'],
    ['About', '/about/', 'how the base is made'],
  ] as const;
  return [
    `# ${base.name}`,
    '',
    `> ${base.tagline.en}`,
    '',
    `${facts.size} facts of ${trials.length} studies. Version ${version}, content ${hashOf(contentHash) ?? 'not hashed'}.`,
    `Licence: ${base.licence.name}, ${base.licence.url}. Each page has a permanent address; \`#ID\` leads to a single fact.`,
    `Figures are as printed by the report named beside them; what is computed is marked as computed. ${base.disclaimer.en}`,
    '',
    '## Data',
    '',
    ...files.map(({ path, description }) => link([path, `/${path}`, description])),
    link([
      'api/v1/index.json',
      `${apiRoot}index.json`,
      'Addresses for programs: lists, entries, facts, citations, schemas',
    ]),
    link(['api/v1/openapi.json', `${apiRoot}openapi.json`, 'The same as OpenAPI 3.1']),
    '',
    '## Pages',
    '',
    ...pages.map(link),
    '',
  ].join('\n');
}

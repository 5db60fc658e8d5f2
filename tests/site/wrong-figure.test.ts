import fs from 'node:fs';
import path from 'node:path';
import { expect, inject, it } from 'vitest';
import { projectRoot } from '../../src/cli/command.ts';
import { readYaml } from '../../src/reading/yaml.ts';

interface Form {
  name: string;
  body: { type: string; id?: string; attributes: { label?: string }; validations?: { required?: boolean } }[];
}
const formNamed = (name: string) =>
  readYaml(fs.readFileSync(path.join(projectRoot, '.github/ISSUE_TEMPLATE', name), 'utf8')).data as Form;

/** The addresses of the links on the cards of a study, by the words of the link. */
function links(folder: string, page: string, words: string): URL[] {
  const html = fs.readFileSync(path.join(folder, page, 'index.html'), 'utf8');
  const found = [
    ...html.matchAll(new RegExp(`<a class="wrong[^"]*" href="([^"]*)"[^>]*>\\s*${words}\\s*</a>`, 'g')),
  ];
  return found.map(([, href]) => new URL(href!.replaceAll('&#38;', '&').replaceAll('&amp;', '&')));
}

it.each([
  ['trials/alpha/figures', 'Report a wrong figure'],
  ['zh/trials/alpha/figures', '报告数据有误'],
])('each card of /%s/ leads to a form with the figure filled in', (page, words) => {
  const { folder } = inject('made');
  const html = fs.readFileSync(path.join(folder, page, 'index.html'), 'utf8');
  const found = links(folder, page, words);
  expect(found.length).toBe(html.match(/<article class="provenance/g)!.length);
  const of = found.find((url) => url.searchParams.get('title') === 'Wrong figure: alpha/os-hr');
  expect(of?.origin).toBe('https://github.com');
  expect(of?.pathname).toBe('/testers/base/issues/new');
  expect(of?.searchParams.get('figure')).toBe('https://base.example/trials/alpha/#os-hr');
  expect(of?.searchParams.get('says')).toMatch(/: Overall survival, HR \.450, stated by /);
  // What is filled in are fields of the form, and every field that must be filled in is asked for.
  const form = formNamed(of!.searchParams.get('template')!);
  const ids = form.body.map(({ id }) => id);
  for (const name of of!.searchParams.keys())
    if (!['template', 'title'].includes(name)) expect(ids).toContain(name);
  expect(ids).toEqual(expect.arrayContaining(['figure', 'says', 'source', 'where']));
});

it('a base without a repository has no such link', () => {
  const { folder } = inject('site');
  const [trial] = fs
    .readdirSync(path.join(folder, 'trials'), { withFileTypes: true })
    .filter((found) => found.isDirectory());
  const html = fs.readFileSync(path.join(folder, 'trials', trial!.name, 'figures/index.html'), 'utf8');
  expect(html).toContain('<article class="provenance');
  expect(html).not.toContain('class="wrong');
});

it.each(['wrong-figure.yml', 'new-trial.yml'])(
  '%s is a form: each field has a name of its own and a label',
  (name) => {
    const { body } = formNamed(name);
    const fields = body.filter(({ type }) => type !== 'markdown');
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    for (const { type, id, attributes } of fields) {
      expect(['input', 'textarea', 'dropdown', 'checkboxes']).toContain(type);
      expect(id).toMatch(/^[\w-]+$/);
      expect(attributes.label).toMatch(/\S/);
    }
  },
);

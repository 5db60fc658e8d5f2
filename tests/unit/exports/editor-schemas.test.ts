import fs from 'node:fs';
import path from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../src/cli/command.ts';
import { editorSchemas } from '../../../src/exports/editor-schemas.ts';
import { translationNamed } from '../../../src/model/translation.ts';
import { filesBelow } from '../../../src/reading/files.ts';
import { readYaml } from '../../../src/reading/yaml.ts';
import { projectContent } from '../../support/project.ts';

const schemas = editorSchemas();
const ajv = new Ajv({ strict: false, allErrors: true });
const validators = new Map(
  schemas.map(({ name, content }) => [name, ajv.compile(JSON.parse(content) as AnySchema)]),
);

/** The schema of a file of the content; undefined where it has none. */
function schemaFor(file: string): string | undefined {
  const name = path.relative(projectContent, file).split(path.sep).join('/');
  if (translationNamed(name)) return 'translation';
  return schemas.find(({ files }) => path.matchesGlob(name, files))?.name;
}

/** What an editor sees of a file as YAML. */
function yamlOf(file: string): unknown {
  const text = fs.readFileSync(file, 'utf8');
  const own = file.endsWith('.mdx') ? /^---\n([\s\S]*?)^---$/m.exec(text)![1]! : text;
  return readYaml(own).data;
}

describe('the schemas for editors', () => {
  it('say of every key what it means', () => {
    const unsaid: string[] = [];
    let keys = 0;
    const walk = (part: unknown, where: string): void => {
      if (Array.isArray(part)) return part.forEach((one) => walk(one, where));
      if (typeof part !== 'object' || part === null) return;
      const { properties = {}, ...rest } = part as {
        properties?: Record<string, { description?: string; const?: unknown }>;
      };
      for (const [key, value] of Object.entries(properties)) {
        keys += 1;
        // The kind of a fact is told by its one value.
        if (value.const === undefined && !/\S/.test(value.description ?? '')) unsaid.push(`${where}.${key}`);
        walk(value, `${where}.${key}`);
      }
      for (const [keyword, value] of Object.entries(rest))
        if (!['default', 'enum'].includes(keyword)) walk(value, where);
    };
    for (const { name, content } of schemas) walk(JSON.parse(content), name);
    expect(unsaid).toEqual([]);
    expect(keys).toBeGreaterThan(500);
  });

  it('stand in schemas/ as the code makes them (almanac export schemas)', () => {
    const folder = path.join(projectRoot, 'schemas');
    expect(fs.readdirSync(folder).sort()).toEqual(schemas.map(({ name }) => `${name}.schema.json`).sort());
    for (const { name, content } of schemas)
      expect(
        fs.readFileSync(path.join(folder, `${name}.schema.json`), 'utf8') === content,
        `${name} is behind`,
      ).toBe(true);
  });

  it('accept every file of the content', () => {
    const files = filesBelow(projectContent).filter((file) => schemaFor(file) !== undefined);
    expect(files.length).toBeGreaterThan(100);
    const faults = files.flatMap((file) => {
      const validate = validators.get(schemaFor(file)!)!;
      return validate(yamlOf(file)) ? [] : [`${file}: ${ajv.errorsText(validate.errors?.slice(0, 2))}`];
    });
    expect(faults).toEqual([]);
  });

  it.each([
    ['a misspelt key', { phse: '3' }, 'must NOT have additional properties'],
    ['a value that is none of its list', { design: 'random' }, 'must be equal to one of the allowed values'],
    ['a title without words', { title: {} }, "must have required property 'en'"],
  ])('refuse %s', (_, change, message) => {
    const [file] = filesBelow(path.join(projectContent, 'trials'));
    const validate = validators.get('trials')!;
    expect(validate({ ...(yamlOf(file!) as object), ...change })).toBe(false);
    expect(ajv.errorsText(validate.errors)).toContain(message);
  });

  it('are found by VS Code for every file of YAML', () => {
    const settings = JSON.parse(fs.readFileSync(path.join(projectRoot, '.vscode/settings.json'), 'utf8')) as {
      'yaml.schemas': Record<string, string[]>;
    };
    expect(settings['yaml.schemas']).toEqual(
      Object.fromEntries(
        schemas
          .filter(({ isFrontmatter }) => !isFrontmatter)
          .map(({ name, files }) => [
            `./schemas/${name}.schema.json`,
            [`content/${files}`, `examples/*/${files}`],
          ]),
      ),
    );
  });
});

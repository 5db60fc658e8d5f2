import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { editorSchemas } from '../exports/editor-schemas.ts';
import { translationNamed } from '../model/translation.ts';
import { filesBelow } from '../reading/files.ts';
import { projectRoot } from './command.ts';
import { isFolder, isWithin, makeFolder } from './folders.ts';

/** The folder of the checkout that holds the schemas, for editors that are configured to look there. */
const schemaFolder = path.join(projectRoot, 'schemas');
/** Writes the schemas; gives their files. */
export function writeSchemas(folder = schemaFolder): string[] {
  makeFolder(folder);
  return editorSchemas().map(({ name, content }) => {
    const file = path.join(folder, `${name}.schema.json`);
    fs.writeFileSync(file, content);
    return file;
  });
}

/**
 * Tells the language server of Astro which files have which frontmatter: it knows those that are listed below
 * `.astro/`, where Astro itself lists them only in a preview of its own. Content outside of the checkout is
 * none of its business.
 *
 * @param root the folder that the editor has open
 */
export function listForEditors(content: string, root = projectRoot): void {
  if (!isWithin(content, root) || !isFolder(content)) return;
  const collectionFolder = path.join(root, '.astro', 'collections');
  const schemas = editorSchemas().filter(({ isFrontmatter }) => isFrontmatter);
  const names = new Set(schemas.map(({ name }) => name));
  const entries = filesBelow(content).flatMap((file) => {
    const [folder = ''] = path.relative(content, file).split(path.sep);
    if (!file.endsWith('.mdx') || !names.has(folder)) return [];
    const name = translationNamed(path.basename(file)) ? 'translation' : folder;
    // As the language server writes them before it compares.
    return [[decodeURIComponent(pathToFileURL(file).href).toLowerCase(), name] as const];
  });
  const collections = schemas.map(({ name }) => ({ hasSchema: true, name }));
  makeFolder(collectionFolder);
  for (const { name, content: schema } of schemas)
    fs.writeFileSync(path.join(collectionFolder, `${name}.schema.json`), schema);
  const list = JSON.stringify({ collections, entries: Object.fromEntries(entries) }, null, 2);
  fs.writeFileSync(path.join(collectionFolder, 'collections.json'), list);
}

/**
 * The line that points a language server for YAML to the schema of a file; empty where it lies outside
 * of the checkout.
 */
export function schemaLine(file: string, name: string): string {
  if (!isWithin(file, projectRoot)) return '';
  const schema = path.relative(path.dirname(file), path.join(schemaFolder, `${name}.schema.json`));
  return `# yaml-language-server: $schema=${schema.replaceAll(path.sep, '/')}\n`;
}

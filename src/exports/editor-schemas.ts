import { z } from 'astro/zod';
import { collections, entrySchemas, fileSchemas, baseFiles } from '../model/collections.ts';
import { sourceIndex } from '../model/source.ts';
import { translation } from '../model/translation.ts';

/** A JSON Schema for editors, and the files of the content that it describes. */
interface EditorSchema {
  /** `trials`, `references` */
  name: string;
  /** What the files are, within the content folder: `trials/*.mdx`, `references.yaml`. */
  files: string;
  /** Whether it describes what stands between the first lines of `---`, and not the whole file. */
  isFrontmatter: boolean;
  content: string;
}

/**
 * The schemas that check the content, as JSON Schemas (draft 7, which language servers for YAML know best):
 * what an author writes, before it is read as figures. Editors complete keys and values from them, and show
 * what a key means.
 */
export function editorSchemas(): EditorSchema[] {
  return [
    ...collections.map((name) => ofEditor(name, `${name}/*.mdx`, entrySchemas[name], true)),
    ofEditor('translation', '*/*.zh.mdx', translation, true),
    ...baseFiles.map((name) => ofEditor(name, fileSchemas[name].path, fileSchemas[name].schema)),
    ofEditor('sources', 'sources/*.yaml', sourceIndex),
  ];
}

function ofEditor(name: string, files: string, schema: z.ZodType, isFrontmatter = false): EditorSchema {
  const made = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', unrepresentable: 'any' });
  return { name, files, isFrontmatter, content: `${JSON.stringify(made, null, 1)}\n` };
}

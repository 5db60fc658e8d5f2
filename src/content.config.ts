import { defineCollection } from 'astro/content/config';
import { collections as names, entrySchemas, type Collection } from './model/collections.ts';
import { providedSite } from './site/store.ts';

/**
 * Astro's collections: from their schemas it writes `.astro/collections/*.schema.json`, with which editors
 * complete and explain frontmatter. Pages read the linked library instead (site/library.ts).
 */
function collection(name: Collection) {
  return defineCollection({
    schema: entrySchemas[name],
    loader: {
      name: `evidence-${name}`,
      load({ store }) {
        store.clear();
        for (const { id } of providedSite()?.library[name] ?? [])
          store.set({ id, data: {}, filePath: `content/${name}/${id}.mdx` });
        return Promise.resolve();
      },
    },
  });
}

export const collections = Object.fromEntries(names.map((name) => [name, collection(name)]));

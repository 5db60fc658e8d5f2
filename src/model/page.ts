import { z } from 'astro/zod';
import { edition, label } from './text.ts';

/** Frontmatter of content/pages/ID.mdx: words of the base about itself. */
export const page = z.strictObject({ ...edition, title: label.meta({ description: 'Heading of the page' }) });
export type Page = z.infer<typeof page>;

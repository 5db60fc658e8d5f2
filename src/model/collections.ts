import { page } from './page.ts';
import { permanentUrls } from './permanent.ts';
import { phrases } from './phrases.ts';
import { references } from './reference.ts';
import { review } from './review.ts';
import { synthesis } from './synthesis.ts';
import { therapy } from './therapy.ts';
import { topic } from './topic.ts';
import { trial } from './trial.ts';
import { base, endpoints, vocabulary } from './vocabulary.ts';

/** Folders of entries: one MDX file an entry, its name the permanent id. */
export const entrySchemas = {
  trials: trial,
  therapies: therapy,
  reviews: review,
  syntheses: synthesis,
  topics: topic,
  pages: page,
} as const;
export type Collection = keyof typeof entrySchemas;
export const collections = Object.keys(entrySchemas) as Collection[];

/** Single files of the whole base. */
export const fileSchemas = {
  base: { path: 'base.yaml', schema: base },
  vocabulary: { path: 'vocabulary.yaml', schema: vocabulary },
  endpoints: { path: 'endpoints.yaml', schema: endpoints },
  references: { path: 'references.yaml', schema: references },
  permanent: { path: 'permanent-urls.yaml', schema: permanentUrls },
  phrases: { path: 'phrases.zh.yaml', schema: phrases },
} as const;
export type BaseFile = keyof typeof fileSchemas;
export const baseFiles = Object.keys(fileSchemas) as BaseFile[];
/**
 * The files without which there is no base: one that was never published has no permanent addresses, one in
 * English no phrases.
 */
export const requiredFiles = baseFiles.filter((name) => name !== 'permanent' && name !== 'phrases');

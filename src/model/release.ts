import { z } from 'astro/zod';
import { edition, id } from './text.ts';

/** The figures of one fact as printed, by part: `{percent: "80.7", "interval.low": "72.1"}`. */
export const printedFigures = z.record(z.string(), z.string());

/**
 * content/releases/VERSION.json: what the entries said when a version was released, so that readers can be told what has
 * changed since. `almanac export release` writes it.
 */
export const release = z.strictObject({
  version: z.string().regex(/^\d+\.\d+\.\d+$/, { error: 'expected the version of a release, such as 1.2.0' }),
  entries: z.record(
    z.string().regex(/^\/[a-z]+\/[a-z0-9-]+\/$/, { error: 'expected the path of an entry, such as /trials/ino-vate/' }),
    z.strictObject({ ...edition, facts: z.record(id, printedFigures) }),
  ),
});
export type Release = z.infer<typeof release>;
export type ReleasedEntry = Release['entries'][string];

import { z } from 'astro/zod';
import { edition, id } from './text.ts';

/** The figures of one fact as printed, by part: `{percent: "80.7", "interval.low": "72.1"}`. */
export const printedFigures = z.record(z.string(), z.string());

/** A version after https://semver.org, as the project itself may have it: `1.2.0`, `1.0.0-rc.1`. */
export const releaseVersion = z.string().regex(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/, {
  error: 'expected the version of a release, such as 1.2.0 or 1.0.0-rc.1',
});

type Split = [[string, string], [string, string]];

/** Which of two versions comes first; what leads up to a release (`-rc.1`) comes before it. */
export function byVersion(a: string, b: string): number {
  const [[own, before], [other, beforeOther]] = [a, b].map((version) =>
    (/^([\d.]+)-?(.*)$/.exec(version) ?? []).slice(1),
  ) as Split;
  const compare = (one: string, two: string) => one.localeCompare(two, 'en', { numeric: true });
  return (
    compare(own, other) || Number(before === '') - Number(beforeOther === '') || compare(before, beforeOther)
  );
}

/**
 * content/releases/VERSION.json: what the entries said when a version was released, so that readers can be
 * told what has changed since. `almanac export release` writes it.
 */
export const release = z.strictObject({
  version: releaseVersion,
  entries: z.record(
    z.string().regex(/^\/[a-z]+\/[a-z0-9-]+\/$/, {
      error: 'expected the path of an entry, such as /trials/some-study/',
    }),
    z.strictObject({ ...edition, facts: z.record(id, printedFigures) }),
  ),
});
export type Release = z.infer<typeof release>;
export type ReleasedEntry = Release['entries'][string];

import { z } from 'astro/zod';
import { date, text } from './text.ts';

const address = z
  .string()
  .regex(/^\/[a-z]+\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)?(?:#[a-z0-9]+(?:-[a-z0-9]+)*)?$/, {
    error: 'expected an address of this site such as /trials/some-study/ or /trials/some-study/#cr-primary',
  });

/** content/permanent-urls.yaml: every address that was ever published. No line is ever taken away. */
export const permanentUrls = z.array(
  z.union(
    [
      address,
      z.strictObject({
        was: address.meta({ description: 'The address that was published' }),
        now: address.meta({ description: 'Where the same thing stands now' }),
      }),
      z.strictObject({
        was: address.meta({ description: 'The address that was published' }),
        withdrawn: text.meta({ description: 'Why it was taken back, for readers who come from a citation' }),
        on: date.meta({ description: 'Day on which it was taken back' }),
      }),
    ],
    {
      error:
        'expected an address, {was: ADDRESS, now: ADDRESS}, or {was: ADDRESS, withdrawn: REASON, on: DATE}',
    },
  ),
);
export type PermanentUrl = z.infer<typeof permanentUrls>[number];

/** What became of an address that is no longer built. */
export type FormerAddress = Exclude<PermanentUrl, string>;

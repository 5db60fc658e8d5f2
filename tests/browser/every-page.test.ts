import { schemesAt, violations, widthOf } from '../support/accessibility.ts';
import { test } from '../support/browsing.ts';
import { openLate, shiftsOf, watched } from '../support/page-walk.ts';
import { projectLibrary } from '../support/project.ts';
import { samplePages } from '../support/site-pages.ts';
import { isWhole } from '../support/sweep.ts';
import { poolingQuestions } from '../../src/views/pooling-questions.ts';

/** The tools with a question in their address, which they answer once their scripts have come. */
const asked = [
  ...poolingQuestions(projectLibrary())
    .pool.slice(0, 1)
    .flatMap(({ href }) => [href, `/zh${href}`]),
  `/compare/?arms=${projectLibrary()
    .trials.slice(0, 5)
    .map(({ id }) => id)
    .join(',')}`,
  '/search/?q=CAR',
];

/** Two browser pages share the work. */
test.concurrent.for([1280, 360])(
  'every kind of page, and tools with a question, %i wide, is accessible and fits, and nothing moves when scripts and fonts come late',
  async (width, { open, expect }) => {
    const page = await open('/', { viewport: { width, height: 800 } });
    const settled = await watched(page);
    for (const [i, path] of [...samplePages, ...asked].entries()) {
      await openLate(page, path, settled);
      const shifts = await shiftsOf(page);
      const sum = shifts.reduce((total, { value }) => total + value, 0);
      expect.soft(sum, `moves on ${path}: ${shifts.flatMap(({ moved }) => moved).join(' | ')}`).toBeLessThan(0.01);
      // Of the foldings of one section, which are made alike, some.
      await page.evaluate(() => {
        const first = document.querySelectorAll<HTMLDetailsElement>('details:nth-of-type(-n + 3)');
        for (const details of first) details.open = true;
      });
      // Axe takes most of the time: by day it is asked of every other page at one width, of those between at the other.
      if (isWhole || i % 2 === (width === 360 ? 0 : 1))
        expect.soft(await violations(page, { schemes: schemesAt(width) }), `violations on ${path}`).toEqual([]);
      expect.soft(await widthOf(page), `width of ${path}`).toBe(width);
    }
  },
);

test('a move is seen where there is one', async ({ open, expect }) => {
  const page = await open('/');
  const settled = await watched(page);
  await openLate(page, '/about/', settled);
  expect(await shiftsOf(page)).toEqual([]);
  await page.evaluate(() => (document.querySelector('main')!.style.marginTop = '300px'));
  await expect.poll(async () => (await shiftsOf(page)).length).toBeGreaterThan(0);
});

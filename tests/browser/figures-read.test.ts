import type { Page } from 'playwright-core';
import type { Fact } from '../../src/evidence/library.ts';
import { patientsIn, populationsOf } from '../../src/views/figure-words.ts';
import { cardPath } from '../../src/views/provenance.ts';
import { shortLabel } from '../../src/views/references.ts';
import { word } from '../../src/wording/figures.ts';
import { address, test } from '../support/browsing.ts';
import { projectLibrary } from '../support/project.ts';
import { exampleTrial, pagesByType } from '../support/site-pages.ts';
import { isWhole } from '../support/sweep.ts';

/**
 * What a screen reader has of each link of a page: its name, then its description, by the address to which it
 * leads.
 */
async function readAloud(page: Page): Promise<Map<string, string>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return new Map(
    nodes
      .filter(({ role, ignored }) => role?.value === 'link' && !ignored)
      .map(({ name, description, properties }) => [
        String(properties?.find((one) => one.name === 'url')?.value.value),
        [name, description].map((part) => String(part?.value ?? '')).join(': '),
      ]),
  );
}

/** What is missing of a figure where it is read. */
function missing(fact: Fact, read: string | undefined): string[] {
  if (read === undefined) return ['the figure'];
  const { value } = word(fact.outcome, fact.derived);
  const patients = patientsIn(fact);
  const counted = patients !== undefined && new RegExp(`(^|\\D)${RegExp.escape(patients)}(\\D|$)`).test(read);
  return [
    read.includes(value) ? '' : `its value ${value}`,
    counted || read.includes(populationsOf(fact)) ? '' : 'its patients',
    read.includes(shortLabel(fact.report.reference)) ? '' : `its source ${shortLabel(fact.report.reference)}`,
  ].filter(Boolean);
}

const library = projectLibrary();
const [longest] = pagesByType.get('/trials/*')!;

test.for(
  isWhole ? pagesByType.get('/trials/*')!.map(({ path }) => path) : [exampleTrial.path, longest!.path],
)(
  'each figure of %s reads as one sentence with value, patients and source',
  async (path, { open, expect }) => {
    const page = await open(path);
    // What is folded is not read before it is unfolded.
    await page.evaluate(() =>
      document.querySelectorAll('details').forEach((details) => (details.open = true)),
    );
    const read = await readAloud(page);
    const { facts } = library.trials.find((trial) => trial.path === path)!;
    expect(facts.length).toBeGreaterThan(0);
    const faults = facts.flatMap((fact) => {
      const aloud = read.get(address + cardPath(fact));
      return missing(fact, aloud).map((what) => `${fact.uid} lacks ${what}: ${aloud}`);
    });
    expect(faults).toEqual([]);
  },
);

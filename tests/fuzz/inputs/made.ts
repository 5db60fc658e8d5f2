import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { link } from '../../../src/evidence/link.ts';
import { releaseJson, releaseOf } from '../../../src/exports/index.ts';
import { readCorpus } from '../../../src/reading/corpus.ts';
import { registryRecords } from '../../support/registry-records.ts';
import { Sandbox } from './sandbox.ts';

const good = path.resolve('tests/fixtures/good');
const unstated = '{id: not-reported, label: {en: Not reported}, unstated: true}';

/** The release of the good base that a comparison is made with. */
export const release = releaseJson(releaseOf(link(readCorpus(good)), '0.1.0'));

/**
 * A sandbox with the good base, a release of it, and sound inputs beside it.
 *
 * @param within an empty folder; one of its own where none is given
 */
export function madeSandbox(within?: string): { sandbox: Sandbox; folder: string } {
  const folder = within ?? fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-inputs-'));
  const vocabulary = fs
    .readFileSync(path.join(good, 'vocabulary.yaml'), 'utf8')
    .replace(/^(settings|ageGroups):\n/gm, `$1:\n  - ${unstated}\n`);
  const record = JSON.stringify(registryRecords[0]?.study);
  const sandbox = new Sandbox(folder, good, {
    'content/vocabulary.yaml': vocabulary,
    'content/releases/0.1.0.json': release,
    'sound.json': record,
    'sound.ris': 'TY  - JOUR\nTI  - A sound record of a work\nAU  - Muster, M\nPY  - 2034\nER  - \n',
    'in.txt': 'CR 24/34 (70.6%)',
  });
  return { sandbox, folder };
}

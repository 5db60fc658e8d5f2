import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mostAcrossTrials, outcomeSections } from '../../../src/views/outcome-tables.ts';
import { evidenceMap } from '../../../src/views/evidence-map.ts';
import { isCreditedTo } from '../../../src/views/credit.ts';
import { link } from '../../../src/evidence/link.ts';
import type { TrialNode } from '../../../src/evidence/library.ts';
import { readCorpus } from '../../../src/reading/corpus.ts';
import { syntheticCorpus } from '../../../tools/synth/corpus.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-invented-'));
afterAll(() => fs.rmSync(root, { recursive: true }));
for (const { path: name, text } of syntheticCorpus(120, 7)) {
  fs.mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  fs.writeFileSync(path.join(root, name), text);
}
const library = link(readCorpus(root));

describe('what is worked out at once for a large base is what is worked out one by one', () => {
  it('for the trials related to each trial', () => {
    const common = <T>(a: T[], b: T[]) => a.filter((item) => b.includes(item)).length;
    const shared = (a: TrialNode, b: TrialNode) =>
      2 * common(a.therapies, b.therapies) + common(a.targets, b.targets);
    for (const trial of library.trials) {
      const nearest = library.trials
        .filter((other) => other !== trial && shared(trial, other) > 0)
        .sort((a, b) => shared(trial, b) - shared(trial, a) || (a.id < b.id ? -1 : 1));
      expect(trial.related.map(({ id }) => id)).toEqual(nearest.slice(0, 6).map(({ id }) => id));
    }
    expect(library.trials.some(({ related }) => related.length === 6)).toBe(true);
  });

  it('for the cells of the evidence map', () => {
    const map = evidenceMap(library, 1);
    let filled = 0;
    for (const therapy of map.therapies) {
      for (const endpoint of map.groups.flatMap(({ endpoints }) => endpoints)) {
        const own = [
          ...endpoint.facts.filter(
            (fact) => isCreditedTo(fact, therapy) && !('missing' in fact.outcome && fact.outcome.missing),
          ),
          ...endpoint.planned.filter(({ trial }) => therapy.trials.includes(trial)),
        ];
        const { trials, gap } = map.cell(therapy, endpoint);
        expect(trials.map(({ id }) => id)).toEqual([...new Set(own.map(({ trial }) => trial.id))]);
        expect(gap === 'none').toBe(own.length === 0);
        filled += trials.length;
      }
    }
    expect(filled).toBeGreaterThan(500);
  });
});

describe('a page about many trials', () => {
  const facts = library.endpoints.flatMap((endpoint) => endpoint.facts);
  const groupsOf = (most?: number) =>
    outcomeSections(facts, library.endpoints, most).flatMap(({ tables }) =>
      tables.flatMap(({ groups }) => groups),
    );

  it('shows no more figures of an endpoint than a reader can use, and says how many there are', () => {
    const [all, cut] = [groupsOf(), groupsOf(mostAcrossTrials)];
    expect(cut.map(({ rows, more }) => rows.length + more)).toEqual(all.map(({ rows }) => rows.length));
    expect(Math.max(...cut.map(({ rows }) => rows.length))).toBe(mostAcrossTrials);
    expect(Math.max(...all.map(({ rows, more }) => rows.length + more))).toBeGreaterThan(mostAcrossTrials);
    cut.forEach(({ rows }, i) => expect(rows).toEqual(all[i]!.rows.slice(0, mostAcrossTrials)));
  });

  it('of one trial shows them all', () => {
    for (const { facts: own } of library.trials.slice(0, 5)) {
      const shown = outcomeSections(own, library.endpoints).flatMap(({ tables }) =>
        tables.flatMap(({ groups }) => groups),
      );
      expect(shown.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(own.length);
    }
  });
});

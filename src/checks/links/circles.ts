import type { Path } from '../../reading/yaml.ts';
import type { Check } from '../check.ts';
import type { PlacedTrial } from '../facts.ts';
import { lastIn } from '../../model/need.ts';

/** A step from one thing to another of its kind, and where it is written. */
interface Step {
  from: string;
  to: string;
  where: Path;
}

/** The steps of each kind that a trial names, with the word for them. */
function stepsOf({ id: own, trial }: PlacedTrial): { verb: string; help: string; steps: Step[] }[] {
  const { reports, populations, overlaps, arms } = trial;
  return [
    {
      verb: 'supersedes',
      help: 'name under supersedes only earlier reports of the same patients',
      steps: reports.flatMap(({ id, supersedes = [] }, i) =>
        supersedes.map((to, j) => ({ from: id, to, where: ['reports', i, 'supersedes', j] })),
      ),
    },
    {
      verb: 'is part of',
      help: 'name under of the next wider population, or leave it out',
      steps: populations.flatMap(({ id, of }, i) =>
        of ? [{ from: id, to: of, where: ['populations', i, 'of'] }] : [],
      ),
    },
    {
      verb: 'shares patients with',
      help: 'name another study of this base, or remove it',
      steps: [
        ...overlaps.map(({ trial: to }, i) => ({ from: own, to, where: ['overlaps', i, 'trial'] })),
        ...arms.flatMap(({ study }, i) =>
          study ? [{ from: own, to: study, where: ['arms', i, 'study'] }] : [],
        ),
      ],
    },
  ];
}

export const circle: Check<'trial'> = {
  code: 'links/circle',
  scope: 'trial',
  run(placed, ask) {
    for (const { verb, help, steps } of stepsOf(placed)) {
      const onAWay = new Set<string>();
      for (const step of steps) {
        const way = onAWay.has(step.from) ? undefined : wayBack(step, steps);
        for (const id of way ?? []) onAWay.add(id);
        ask.expectNone(way, (ids) => ({
          where: step.where,
          message: `${step.from} ${verb} ${ids.join(`, which ${verb} `)}`,
          actual: step.to,
          expected: 'no way back to where it began',
          help,
        }));
      }
    }
  },
};

/** The ids on a way from where a step leads back to where it began; undefined where there is none. */
function wayBack({ from, to }: Step, steps: readonly Step[]): string[] | undefined {
  const open = [[to]];
  const seen = new Set<string>();
  for (let way = open.pop(); way; way = open.pop()) {
    const last = lastIn(way);
    if (last === from) return way;
    if (seen.has(last)) continue;
    seen.add(last);
    open.push(...steps.filter((step) => step.from === last).map((step) => [...way, step.to]));
  }
  return undefined;
}

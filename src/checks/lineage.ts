import type { Outcome } from '../model/outcome.ts';
import type { Report } from '../model/trial.ts';
import { unassigned } from '../model/vocabulary.ts';
import type { Corpus } from '../reading/corpus.ts';
import { once } from '../reading/once.ts';
import type { Check } from './check.ts';
import { estimateOf, trialsOf, type PlacedTrial } from './facts.ts';
import { valueIn } from '../model/need.ts';

/** The study that names each registry number, and each report, for the first time, and where. */
const firstOf = once((corpus: Corpus) => {
  const first = { registry: new Map<string, FirstPlace>(), report: new Map<string, FirstPlace>() };
  for (const { id, trial } of trialsOf(corpus)) {
    for (const one of trial.registry) if (!first.registry.has(one.id)) first.registry.set(one.id, { id, at: one });
    for (const one of trial.reports)
      if (isOfOneStudy(one) && !first.report.has(one.reference)) first.report.set(one.reference, { id, at: one });
  }
  return first;
});

/** An agency tells of several studies at once, a label of all that an approval rests on. */
const isOfOneStudy = (report: Report): report is Report & { reference: string } =>
  report.reference !== undefined && report.kind !== 'regulatory';

interface FirstPlace {
  id: string;
  at: object;
}

/** Whether a name stands where it is first named, or in a study that declares the patients it shares with that one. */
const isOwn = ({ id, at }: FirstPlace, named: object, { trial }: PlacedTrial) =>
  at === named || trial.overlaps.some((overlap) => overlap.trial === id);

const registry: Check<'trial'> = {
  code: 'lineage/registry',
  scope: 'trial',
  run(placed, ask, { corpus }) {
    placed.trial.registry.forEach((record, i) => {
      const { id } = record;
      const first = valueIn(firstOf(corpus).registry, id);
      ask.expect(isOwn(first, record, placed), () => ({
        where: ['registry', i, 'id'],
        message: `${id} is also the registry number of ${first.id}`,
        actual: id,
        expected: 'one registry number, one study',
        help: `make one entry of both with several reports, or declare the overlap with ${first.id} and its reason`,
      }));
    });
  },
};

const report: Check<'trial'> = {
  code: 'lineage/report',
  scope: 'trial',
  run(placed, ask, { corpus }) {
    placed.trial.reports.forEach((own, i) => {
      if (!isOfOneStudy(own)) return;
      const { reference } = own;
      const first = valueIn(firstOf(corpus).report, reference);
      ask.expect(isOwn(first, own, placed), () => ({
        where: ['reports', i, 'reference'],
        message: `${reference} is also a report of ${first.id}`,
        actual: reference,
        expected: 'a report of one study, or a declared overlap',
        help: `declare under overlaps what ${placed.id} shares with ${first.id}`,
      }));
    });
  },
};

const overlap: Check<'trial'> = {
  code: 'lineage/overlap',
  scope: 'trial',
  run({ id: own, trial }, ask, { overlaps }) {
    trial.arms.forEach(({ id, study }, i) => {
      if (!study || !overlaps.has(study)) return;
      ask.expect(valueIn(overlaps, own).has(study), () => ({
        where: ['arms', i, 'study'],
        message: `the patients of the arm ${id} are those of ${study}, but ${own} declares no overlap with it`,
        actual: 'no overlap',
        expected: `${study} among the overlaps of ${own}`,
        help: `add {trial: ${study}, arms: [${id}], note: …} to the overlaps of ${own}`,
      }));
    });
    trial.overlaps.forEach(({ trial: id }, i) => {
      if (!overlaps.has(id)) return;
      const other = overlaps.get(id);
      if (!other) return ask.skip();
      ask.expect(other.has(own), () => ({
        where: ['overlaps', i, 'trial'],
        message: `${own} shares patients with ${id}, but ${id} does not say so`,
        actual: 'one-sided overlap',
        expected: `${own} among the overlaps of ${id}`,
        help: `add {trial: ${own}, note: …} to the overlaps of ${id}`,
      }));
    });
  },
};

/** Figures with at least three digits say something about where they come from; 100, 0 and 75 do not. */
const telling = (printed: string) => printed.replace(/\D/g, '').replace(/^0+|0+$/g, '').length >= 3;

/** The figures by which a study can be known, with their endpoints. */
function tellingFigures(outcomes: readonly Outcome[]): Set<string> {
  return new Set(
    outcomes.flatMap((fact) => {
      const figure = estimateOf(fact)?.figure;
      return figure && telling(figure.printed) ? [`${fact.endpoint} ${figure.printed}`] : [];
    }),
  );
}

/** The studies that print each of those figures, in the order of their files. */
const printedBy = once((corpus: Corpus) => {
  const found = trialsOf(corpus).flatMap((placed) =>
    [...tellingFigures(placed.trial.outcomes)].map((figure) => ({ figure, placed })),
  );
  return Map.groupBy(found, ({ figure }) => figure);
});

const identical: Check<'trial'> = {
  code: 'lineage/identical',
  scope: 'trial',
  run(placed, ask, { corpus }) {
    const { id, trial } = placed;
    const shared = [...tellingFigures(trial.outcomes)].flatMap((figure) => {
      const all = valueIn(printedBy(corpus), figure);
      return all.slice(
        0,
        all.findIndex((one) => one.placed === placed),
      );
    });
    const declared = new Set(trial.overlaps.map((one) => one.trial));
    const twins = [...Map.groupBy(shared, (one) => one.placed.id)].filter(
      ([other, figures]) => figures.length >= 3 && !declared.has(other),
    );
    if (twins.length === 0) ask.pass();
    for (const [other, figures] of twins) {
      ask.fault({
        where: ['title'],
        message: `${id} and ${other} print ${figures.length} identical figures`,
        actual: figures
          .slice(0, 5)
          .map(({ figure }) => figure)
          .join('; '),
        expected: 'different patients, different figures',
        help: 'find out whether they are one study, or share patients (overlaps)',
      });
    }
  },
};

/** What an import left to a person: each line of its list, and what it gave no endpoint. */
const unsettled: Check<'trial'> = {
  code: 'lineage/unsettled',
  scope: 'trial',
  run({ trial }, ask) {
    trial.unsettled.forEach((left, i) => {
      ask.fault({
        where: ['unsettled', i],
        message: `an import left this open: ${left}`,
        actual: left,
        expected: 'what a person found out',
        help: 'settle it, and take this line away',
      });
    });
    const lists = [
      { list: 'planned', noun: 'planned endpoints', all: trial.planned },
      { list: 'outcomes', noun: 'figures', all: trial.outcomes },
    ];
    for (const { list, noun, all } of lists) {
      const left = all.flatMap(({ endpoint }, i) => (endpoint === unassigned ? [i] : []));
      ask.expectNone(left[0], (first) => ({
        where: [list, first, 'endpoint'],
        message: `${left.length} ${left.length === 1 ? noun.replace(/s$/, '') + ' has' : `${noun} have`} no endpoint of the vocabulary yet`,
        actual: unassigned,
        expected: 'an endpoint of endpoints.yaml',
        help: 'give each the endpoint that it is about, or add one to endpoints.yaml; until then none of them is compared or pooled',
      }));
    }
  },
};

export const lineageChecks: Check[] = [registry, report, overlap, identical, unsettled];

import { itemIn, need, valueIn } from '../model/need.ts';
import type { Report, Trial } from '../model/trial.ts';
import { unassigned } from '../model/vocabulary.ts';
import type { Check } from './check.ts';
import { idOf } from './context/ids.ts';
import { mapPart } from './context/part.ts';
import type { KindFile, Extractor } from './context/extracts.ts';
import { estimateOf, type PlacedTrial } from './facts.ts';

/** An agency reports several studies at once, a label all that an approval rests on. */
const isOfOneStudy = (report: Report): report is Report & { reference: string } =>
  report.reference !== undefined && report.kind !== 'regulatory';

/** The registry numbers and the reports that a study names, each with its place in the list. */
const namedIn = (listOf: (trial: Trial) => (string | undefined)[]) => {
  return ({ source }: KindFile): [id: string, i: number][] => {
    const trial = source.data as Trial | undefined;
    return trial
      ? listOf(trial).flatMap((id, i): [string, number][] => (id === undefined ? [] : [[id, i]]))
      : [];
  };
};
const registryIn: Extractor<[string, number][]> = {
  name: 'registry numbers',
  of: ['trials'],
  extract: namedIn((trial) => trial.registry.map(({ id }) => id)),
};
const reportsIn: Extractor<[string, number][]> = {
  name: 'reports',
  of: ['trials'],
  extract: namedIn((trial) => trial.reports.map((one) => (isOfOneStudy(one) ? one.reference : undefined))),
};

/** Where a name stands for the first time. */
interface FirstPlace {
  id: string;
  source: KindFile['source'];
  i: number;
}

/** The study that names each thing for the first time, and where. */
const firstPlaces = (extractor: Extractor<[string, number][]>) =>
  mapPart(
    `first of ${extractor.name}`,
    [extractor],
    (collect) => {
      const first = new Map<string, FirstPlace>();
      for (const trial of collect(extractor)) {
        for (const [name, i] of trial.value)
          if (!first.has(name)) first.set(name, { id: idOf(trial), source: trial.source, i });
      }
      return first;
    },
    ({ source, i }) => [source.file, i],
  );
const firstWith = { registry: firstPlaces(registryIn), report: firstPlaces(reportsIn) };

/**
 * Whether a name stands where it is first named, or in a study that declares the patients it shares with that
 * one.
 */
const isOwn = (first: FirstPlace, i: number, { source, trial }: PlacedTrial) =>
  (first.source === source && first.i === i) || trial.overlaps.some((overlap) => overlap.trial === first.id);

const registry: Check<'trial'> = {
  code: 'lineage/registry',
  scope: 'trial',
  run(placed, ask, { of }) {
    placed.trial.registry.forEach(({ id }, i) => {
      const first = valueIn(need(of(firstWith.registry)), id);
      ask.expect(isOwn(first, i, placed), () => ({
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
  run(placed, ask, { of }) {
    placed.trial.reports.forEach((own, i) => {
      if (!isOfOneStudy(own)) return;
      const { reference } = own;
      const first = valueIn(need(of(firstWith.report)), reference);
      ask.expect(isOwn(first, i, placed), () => ({
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
      const isDeclared = trial.overlaps.some((one) => one.trial === study);
      ask.expect(isDeclared, () => ({
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

/** The figures by which each study can be known, with their endpoints. */
const tellingFigures: Extractor<string[]> = {
  name: 'telling figures',
  of: ['trials'],
  extract({ source }) {
    const figures = ((source.data as Trial | undefined)?.outcomes ?? []).flatMap((fact) => {
      const figure = estimateOf(fact)?.figure;
      return figure && telling(figure.printed) ? [`${fact.endpoint} ${figure.printed}`] : [];
    });
    return [...new Set(figures)];
  },
};

/** A study that prints figures of a later one. */
interface Twin {
  id: string;
  figures: string[];
}
const fewestShared = 3;

/**
 * The earlier studies that print so many figures of a study that they may be the same, by the file of the
 * study.
 */
const earlierTwins = mapPart(
  'earlier twins',
  [tellingFigures],
  (collect) => {
    const trials = collect(tellingFigures).map(({ source, value }) => ({
      id: idOf({ kind: 'trials', source }),
      source,
      figures: value,
    }));
    return new Map(twinsOf(trials).map((twins, i) => [itemIn(trials, i).source.file, twins]));
  },
  (twins) => twins,
);

/** For each study in turn, the earlier ones with which it shares figures, in the order of its figures. */
function twinsOf(trials: readonly { id: string; figures: readonly string[] }[]): Twin[][] {
  const ids = new Map<string, number>();
  const names = trials.map(({ id }) => ids.get(id) ?? (ids.set(id, ids.size), ids.size - 1));
  const printedBy = new Map<string, number[]>();
  // How many figures of the study in hand each earlier one prints: studies under one id count as one.
  const counts = new Int32Array(ids.size);
  return trials.map(({ figures }, own) => {
    counts.fill(0);
    let most = 0;
    for (const figure of figures)
      for (const i of printedBy.get(figure) ?? []) most = Math.max(most, (counts[i] = itemIn(counts, i) + 1));
    const isTwin = (i: number) => itemIn(counts, i) >= fewestShared;
    const shared =
      most < fewestShared
        ? []
        : figures.flatMap((figure) =>
            (printedBy.get(figure) ?? []).filter(isTwin).map((i) => ({ figure, i })),
          );
    for (const figure of figures) {
      const others = printedBy.get(figure);
      if (others) others.push(itemIn(names, own));
      else printedBy.set(figure, [itemIn(names, own)]);
    }
    const all = [...ids.keys()];
    return [...Map.groupBy(shared, ({ i }) => i)].map(([i, figures]) => ({
      id: itemIn(all, i),
      figures: figures.map(({ figure }) => figure),
    }));
  });
}

const identical: Check<'trial'> = {
  code: 'lineage/identical',
  scope: 'trial',
  run({ source, id, trial }, ask, { of }) {
    const declared = new Set(trial.overlaps.map((one) => one.trial));
    const twins = valueIn(need(of(earlierTwins)), source.file).filter((twin) => !declared.has(twin.id));
    if (twins.length === 0) ask.pass();
    for (const { id: other, figures } of twins) {
      ask.fault({
        where: ['title'],
        message: `${id} and ${other} print ${figures.length} identical figures`,
        actual: figures.slice(0, 5).join('; '),
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
        expected: 'a value that someone has looked up',
        help: 'settle it, and remove this line',
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

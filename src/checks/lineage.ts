import type { Outcome } from '../model/outcome.ts';
import type { Check } from './check.ts';
import { estimateOf } from './facts.ts';

const registry: Check = {
  code: 'lineage/registry',
  run({ corpus }, tally) {
    const first = new Map<string, string>();
    for (const source of corpus.entries.trials) {
      source.data?.registry.forEach(({ id }, i) => {
        const other = first.get(id);
        const declared = other !== undefined && source.data!.overlaps.some((overlap) => overlap.trial === other);
        tally.expect(source, other === undefined || declared, () => ({
          where: ['registry', i, 'id'],
          message: `${id} is also the registry number of ${other}`,
          actual: id,
          expected: 'one registry number, one study',
          help: `make one entry of both with several reports, or declare the overlap with ${other} and its reason`,
        }));
        if (other === undefined) first.set(id, source.id);
      });
    }
  },
};

const report: Check = {
  code: 'lineage/report',
  run({ corpus }, tally) {
    const first = new Map<string, string>();
    for (const source of corpus.entries.trials) {
      source.data?.reports.forEach(({ reference }, i) => {
        if (!reference) return;
        const other = first.get(reference);
        const declared = other !== undefined && source.data!.overlaps.some((overlap) => overlap.trial === other);
        tally.expect(source, other === undefined || declared, () => ({
          where: ['reports', i, 'reference'],
          message: `${reference} is also a report of ${other}`,
          actual: reference,
          expected: 'a report of one study, or a declared overlap',
          help: `declare under overlaps what ${source.id} shares with ${other}`,
        }));
        if (other === undefined) first.set(reference, source.id);
      });
    }
  },
};

const overlap: Check = {
  code: 'lineage/overlap',
  run({ corpus }, tally) {
    const overlaps = new Map(
      corpus.entries.trials.map(({ id, data }) => [id, data && new Set(data.overlaps.map((o) => o.trial))]),
    );
    for (const source of corpus.entries.trials) {
      source.data?.arms.forEach(({ id, study }, i) => {
        if (!study || !overlaps.has(study)) return;
        tally.expect(source, overlaps.get(source.id)!.has(study), () => ({
          where: ['arms', i, 'study'],
          message: `the patients of the arm ${id} are those of ${study}, but ${source.id} declares no overlap with it`,
          actual: 'no overlap',
          expected: `${study} among the overlaps of ${source.id}`,
          help: `add {trial: ${study}, arms: [${id}], note: …} to the overlaps of ${source.id}`,
        }));
      });
      source.data?.overlaps.forEach(({ trial }, i) => {
        if (!overlaps.has(trial)) return;
        const other = overlaps.get(trial);
        if (!other) return tally.skip();
        tally.expect(source, other.has(source.id), () => ({
          where: ['overlaps', i, 'trial'],
          message: `${source.id} shares patients with ${trial}, but ${trial} does not say so`,
          actual: 'one-sided overlap',
          expected: `${source.id} among the overlaps of ${trial}`,
          help: `add {trial: ${source.id}, note: …} to the overlaps of ${trial}`,
        }));
      });
    }
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

const identical: Check = {
  code: 'lineage/identical',
  run({ corpus }, tally) {
    const printedBy = new Map<string, string[]>();
    for (const source of corpus.entries.trials) {
      const shared = new Map<string, string[]>();
      for (const figure of tellingFigures(source.data?.outcomes ?? [])) {
        const others = printedBy.get(figure) ?? [];
        for (const other of others) shared.set(other, [...(shared.get(other) ?? []), figure]);
        printedBy.set(figure, [...others, source.id]);
      }
      const declared = new Set(source.data?.overlaps.map(({ trial }) => trial));
      const twins = [...shared].filter(([other, figures]) => figures.length >= 3 && !declared.has(other));
      if (source.data && twins.length === 0) tally.expect(source, true, () => ({ where: ['title'], message: '', help: '' }));
      for (const [other, figures] of twins) {
        tally.expect(source, false, () => ({
          where: ['title'],
          message: `${source.id} and ${other} print ${figures.length} identical figures`,
          actual: figures.slice(0, 5).join('; '),
          expected: 'different patients, different figures',
          help: 'find out whether they are one study, or share patients (overlaps)',
        }));
      }
    }
  },
};

export const lineageChecks: Check[] = [registry, report, overlap, identical];

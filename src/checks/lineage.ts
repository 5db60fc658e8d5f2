import type { Check } from './check.ts';
import { outcomesOf } from './facts.ts';

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
    const overlaps = new Map(corpus.entries.trials.map(({ id, data }) => [id, new Set(data?.overlaps.map((o) => o.trial))]));
    for (const source of corpus.entries.trials) {
      source.data?.overlaps.forEach(({ trial }, i) => {
        if (!overlaps.has(trial)) return;
        tally.expect(source, overlaps.get(trial)!.has(source.id), () => ({
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
const telling = (printed: string) => printed.replace(/\D/g, '').replace(/0+$/, '').length >= 3;

const identical: Check = {
  code: 'lineage/identical',
  run({ corpus }, tally) {
    const figures = Map.groupBy(outcomesOf(corpus), ({ source }) => source);
    const sets = [...figures].map(([source, placed]) => {
      const own = placed.flatMap(({ fact }) => {
        const figure =
          'percent' in fact ? fact.percent : 'estimate' in fact ? fact.estimate : 'value' in fact ? fact.value : undefined;
        return figure && telling(figure.printed) ? [`${fact.endpoint} ${figure.printed}`] : [];
      });
      return { source, own: new Set(own) };
    });
    sets.forEach(({ source, own }, i) => {
      for (const other of sets.slice(0, i)) {
        const shared = [...own].filter((figure) => other.own.has(figure));
        const [trial, otherTrial] = [source, other.source].map((s) => corpus.entries.trials.find((t) => t === s)!);
        const declared = trial!.data!.overlaps.some((o) => o.trial === otherTrial!.id);
        tally.expect(source, shared.length < 3 || declared, () => ({
          where: ['title'],
          message: `${trial!.id} and ${otherTrial!.id} print ${shared.length} identical figures`,
          actual: shared.slice(0, 5).join('; '),
          expected: 'different patients, different figures',
          help: 'find out whether they are one study, or share patients (overlaps)',
        }));
      }
    });
  },
};

export const lineageChecks: Check[] = [registry, report, overlap, identical];

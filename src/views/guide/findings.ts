import { isContested } from '../../evidence/ledger.ts';
import { reasons } from '../../evidence/ledger/reason.ts';
import type { Library } from '../../evidence/library.ts';
import { familyName, titleOf } from '../../model/check-words.ts';
import { routineCodes } from '../../model/check-table.ts';
import { differenceRows, type DifferenceRow } from '../difference-rows.ts';
import { findingRows, type FindingRows } from '../finding-rows.ts';
import { explanationOf } from '../findings.ts';
import type { Site } from '../site.ts';
import { firstIn } from '../../model/need.ts';

/** Of each family of checks the first finding about a figure that is neither routine nor waived. */
export function findingExamples(site: Site): FindingRows {
  const own = site.report.findings.filter(
    ({ code, fact, waived }) => fact && !waived && !routineCodes.has(code),
  );
  const first = [...Map.groupBy(own, ({ code }) => familyOf(code)).values()].map(firstIn);
  return findingRows(site, first);
}

/** The first finding that stands with a reason. */
export function waivedExamples(site: Site): FindingRows {
  const first = site.report.findings.find(({ waived }) => waived);
  return findingRows(site, first ? [first] : []);
}

/**
 * For each reason why two sources differ, the first difference that has it: those that put a figure in
 * question come last.
 */
export function differenceExamples({ ledger }: Library): DifferenceRow[] {
  const first = reasons.flatMap((reason) => ledger.find((one) => one.reason === reason) ?? []);
  return differenceRows([...first.filter((one) => !isContested(one)), ...first.filter(isContested)]);
}

/** A family of checks: what its checks ask, how often they were asked and what came of it. */
export interface CheckFamily {
  name: string;
  checks: { path: string; title: string }[];
  run: number;
  failed: number;
  waived: number;
}

/** The checks by family, as this build asked them. */
export function checkFamilies({ report }: Site): CheckFamily[] {
  return [...Map.groupBy(report.checks, ({ id }) => familyOf(id))].map(([family, own]) => {
    const sum = (key: 'run' | 'failed' | 'waived') => own.reduce((all, one) => all + one[key], 0);
    const checks = own.map(({ id }) => ({ path: explanationOf(id), title: titleOf(id) }));
    return {
      name: familyName(family),
      checks,
      run: sum('run'),
      failed: sum('failed'),
      waived: sum('waived'),
    };
  });
}

const familyOf = (code: string) => firstIn(code.split('/'));

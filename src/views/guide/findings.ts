import { isContested } from '../../evidence/ledger.ts';
import { reasons } from '../../evidence/ledger/reason.ts';
import type { Dispute, Library } from '../../evidence/library.ts';
import { titleOf } from '../../model/check-words.ts';
import { checkTable, routineCodes, type Code, type Severity } from '../../model/check-table.ts';
import type { RankedFinding } from '../findings.ts';
import type { Site } from '../site.ts';
import { firstIn } from '../../model/need.ts';

/** Of each family of checks the first finding about a figure that is neither routine nor waived. */
export function findingExamples({ report }: Site): RankedFinding[] {
  const own = report.findings.filter(({ code, fact, waived }) => fact && !waived && !routineCodes.has(code));
  return [...Map.groupBy(own, ({ code }) => familyOf(code)).values()].flatMap(([first]) => first ?? []);
}

/** The first finding that stands with a reason. */
export const waivedExamples = ({ report }: Site): RankedFinding[] =>
  report.findings.filter(({ waived }) => waived).slice(0, 1);

/**
 * For each reason why two sources differ, the first difference that has it: those that put a figure in
 * question come last.
 */
export function differenceExamples({ ledger }: Library): Dispute[] {
  const first = reasons.flatMap((reason) => ledger.find((one) => one.reason === reason) ?? []);
  return [...first.filter((one) => !isContested(one)), ...first.filter(isContested)];
}

/** A family of checks: what its checks ask, how often they were asked and what came of it. */
interface CheckFamily {
  family: string;
  checks: { code: Code; title: string; severity: Severity }[];
  run: number;
  failed: number;
  waived: number;
}

/** The checks by family, as this build asked them. */
export function checkFamilies({ report }: Site): CheckFamily[] {
  return [...Map.groupBy(report.checks, ({ id }) => familyOf(id))].map(([family, own]) => {
    const sum = (key: 'run' | 'failed' | 'waived') => own.reduce((all, one) => all + one[key], 0);
    const checks = own.map(({ id }) => ({
      code: id,
      title: titleOf(id),
      severity: checkTable[id][0],
    }));
    return { family, checks, run: sum('run'), failed: sum('failed'), waived: sum('waived') };
  });
}

const familyOf = (code: string) => firstIn(code.split('/'));

import { routineCodes, type Code } from './check-table.ts';

export interface Position {
  line: number;
  column: number;
}

/** One message about the content. A position is real or absent, never a guess. */
export interface Finding {
  code: Code;
  message: string;
  /** Path of the file, relative to the working directory where it lies below it. */
  file: string;
  line?: number;
  column?: number;
  /** `trials/ID`, `references.yaml` … */
  entry?: string;
  /** Id of the fact at fault, in its entry. */
  fact?: string;
  actual?: string;
  expected?: string;
  /** The fix: what to do. */
  help: string;
  /** Why a fault stands: the reason of its waiver. It is then shown as a note. */
  waived?: string;
}

/** Takes the routine notes out of a list of findings, by their check. A waived fault is never routine. */
export function withoutRoutine<F extends Finding>(
  findings: readonly F[],
): { own: F[]; routine: Map<Code, F[]> } {
  const isRoutine = ({ code, waived }: Finding) => routineCodes.has(code) && waived === undefined;
  return {
    own: findings.filter((finding) => !isRoutine(finding)),
    routine: Map.groupBy(findings.filter(isRoutine), ({ code }) => code),
  };
}

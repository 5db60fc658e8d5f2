import { allChecks, runChecks } from '../checks/run.ts';
import type { DataMap } from '../importing/registry/entry.ts';
import { textOf, yamlText } from '../importing/yaml-text.ts';
import type { Code } from '../model/check-table.ts';
import { collections } from '../model/collections.ts';
import { trial } from '../model/trial.ts';
import type { Corpus } from '../reading/corpus.ts';
import { checkShape } from '../reading/shape.ts';
import { readYaml } from '../reading/yaml.ts';

const reason = 'The registry posts it so.';
/** Families of checks that ask whether figures can be right; a record may post what they call impossible. */
const ofFigures = allChecks.filter(({ code }) => /^(?:arithmetic|intervals|order)\//.test(code));

/** A figure that a check refuses and the record posts: which, by which check, and what is wrong with it. */
export interface Waived {
  fact: string;
  check: Code;
  message: string;
}

/**
 * An entry whose figures are waived where the record posts the impossible: the fault is then shown in public,
 * and stops no build. What was not waived before stands in `unsettled`, for a person.
 *
 * @returns what is wrong with its shape, where it has no right one
 */
export function withWaivers(
  id: string,
  made: DataMap,
  corpus: Corpus,
): { data: DataMap; waived: Waived[] } | { problem: string } {
  let data = withoutOwn(made);
  const all: Waived[] = [];
  for (let round = 0; round < 3; round += 1) {
    // Asked of what its file will say, so that the way there is asked, too.
    const written = readYaml(yamlText(data));
    const [error] = written.errors;
    if (error) return { problem: error.message };
    const checked = checkShape(trial, written.data);
    if ('problems' in checked) {
      const [first] = checked.problems;
      return {
        problem: `${first?.path.join('.') ?? 'the entry'}: ${first?.message ?? 'has another shape than entries have'}`,
      };
    }
    const faults = faultsOf(aloneIn(corpus, id, checked.value));
    if (faults.length === 0) break;
    data = waived(data, faults, made);
    for (const fault of faults) all.push(fault);
  }
  return { data, waived: all };
}

const outcomesOf = ({ outcomes }: DataMap) => (Array.isArray(outcomes) ? (outcomes as DataMap[]) : []);
const waiversOf = ({ waivers }: DataMap) => (Array.isArray(waivers) ? (waivers as DataMap[]) : []);

/** Waivers of an earlier import go: the record may have been put right. */
function withoutOwn(data: DataMap): DataMap {
  if (outcomesOf(data).length === 0) return data;
  return {
    ...data,
    outcomes: outcomesOf(data).map((one) => {
      const kept = waiversOf(one).filter((waiver) => waiver.reason !== reason);
      return { ...one, waivers: kept.length > 0 ? kept : undefined };
    }),
  };
}

function waived(data: DataMap, faults: readonly Waived[], before: DataMap): DataMap {
  const known = new Set(
    outcomesOf(before).flatMap((one) =>
      waiversOf(one).map(({ check }) => `${textOf(one.id)} ${textOf(check)}`),
    ),
  );
  const open = faults.filter(({ fact, check }) => !known.has(`${fact} ${check}`)).map(waivedText);
  const unsettled = Array.isArray(data.unsettled) ? (data.unsettled as string[]) : [];
  return {
    ...data,
    outcomes: outcomesOf(data).map((one) => {
      const own = faults.filter(({ fact }) => fact === textOf(one.id));
      return own.length === 0
        ? one
        : { ...one, waivers: [...waiversOf(one), ...own.map(({ check }) => ({ check, reason }))] };
    }),
    ...(open.length > 0 ? { unsettled: [...unsettled, ...open] } : {}),
  };
}

/** A waived figure in a line. */
export const waivedText = ({ fact, check, message }: Waived): string =>
  `outcomes.${fact}: ${check} is waived: ${message}`;

/** The checks of figures that the facts do not pass, each once for a fact. */
function faultsOf(corpus: Corpus): Waived[] {
  const faults = new Map<string, Waived>();
  for (const { code, severity, fact, waived: isWaived, message } of runChecks(corpus, ofFigures).findings) {
    if (severity !== 'error' || fact === undefined || isWaived !== undefined || code === 'waivers/stale')
      continue;
    const key = `${fact} ${code}`;
    if (!faults.has(key)) faults.set(key, { fact, check: code, message });
  }
  return [...faults.values()];
}

/** A base that has one entry, with the terms of another. */
function aloneIn(
  corpus: Corpus,
  id: string,
  data: NonNullable<Corpus['entries']['trials'][number]['data']>,
): Corpus {
  const place = () => ({ line: 1, column: 1 });
  const none = Object.fromEntries(collections.map((name) => [name, []])) as unknown as Corpus['entries'];
  const entry = {
    id,
    entry: `trials/${id}`,
    file: `trials/${id}.mdx`,
    data,
    body: undefined,
    at: place,
    atKey: place,
  };
  return {
    ...corpus,
    entries: { ...none, trials: [entry] },
    files: { ...corpus.files, permanent: undefined, phrases: undefined },
    translations: [],
    sources: [],
    releases: [],
    findings: [],
  };
}

import { indexesOf } from '../checks/context.ts';
import { factsOf } from '../checks/facts.ts';
import { reportOf, sectionFor } from '../checks/trace.ts';
import { traceableFigures } from '../evidence/trace.ts';
import { readCorpus } from '../reading/corpus.ts';
import { shareText } from '../wording/computed.ts';

/** What is known of the places of a fact's figures. */
const standings = {
  traced: 'every figure is matched to source text',
  partly: 'some figures are matched; the others were not found there',
  unmatched: 'the source is indexed, but none of the figures was found there',
  elsewhere: 'the report is indexed, but not where the locator points',
  unindexed: 'the report has no index',
  nothing: 'states no figure',
} as const;
type Standing = keyof typeof standings;

/** Counts facts by whether their figures are traced, and lists by report those that are not. */
export function reportTraces(content: string): number {
  const corpus = readCorpus(content);
  const indexes = indexesOf(corpus);
  const facts = factsOf(corpus).map((placed) => {
    const figures = traceableFigures(placed.fact);
    const matched = figures.filter(({ key }) => placed.fact.trace?.[key] !== undefined).length;
    const standing = ((): Standing => {
      if (figures.length === 0) return 'nothing';
      if (!indexes.has(reportOf(placed))) return 'unindexed';
      if (!sectionFor(placed, indexes)) return 'elsewhere';
      return matched === figures.length ? 'traced' : matched > 0 ? 'partly' : 'unmatched';
    })();
    return {
      standing,
      report: reportOf(placed),
      uid: `${placed.source.entry.split('/')[1]}/${placed.fact.id}`,
    };
  });
  const byStanding = Map.groupBy(facts, ({ standing }) => standing);
  const count = (standing: Standing) => byStanding.get(standing)?.length ?? 0;
  const share = (of: number) => (of > 0 ? shareText(count('traced') / of) : 'none');
  process.stdout.write(
    `${count('traced')} of ${facts.length - count('nothing')} facts with figures are traced (${share(
      facts.length - count('nothing'),
    )}); ` + `${facts.length} facts in all (${share(facts.length)})\n`,
  );
  for (const [standing, reason] of Object.entries(standings) as [Standing, string][]) {
    process.stdout.write(`${String(count(standing)).padStart(5)}  ${reason}\n`);
    if (standing === 'traced' || standing === 'nothing') continue;
    for (const [report, own] of Map.groupBy(byStanding.get(standing) ?? [], (fact) => fact.report))
      process.stdout.write(`       ${report}: ${own.map(({ uid }) => uid).join(', ')}\n`);
  }
  return 0;
}

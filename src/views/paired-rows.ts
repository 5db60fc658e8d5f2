import type { Fact } from '../evidence/library.ts';
import { daysOf } from '../model/figure.ts';
import { firstIn, need, valueIn } from '../model/need.ts';
import { byRank } from '../model/order.ts';
import { phrase } from '../model/phrases.ts';
import { partOf } from '../model/outcome.ts';
import { outcomes as said } from '../i18n/outcomes.ts';
import { words } from '../i18n/words.ts';
import { word } from '../wording/figures.ts';
import type { Estimate } from './estimates.ts';
import { qualifiersOf } from './figure-words.ts';
import { asked, inOneLine, outcomeRow, type OutcomeRow } from './outcome-rows.ts';
import { shortLabel } from './references.ts';
import type { Site } from './site.ts';
import { markOf } from './marks.ts';

/** A row with the figure that it is about. */
interface Placed {
  fact: Fact;
  row: OutcomeRow;
}

/**
 * The rows of one endpoint by what they share an axis with: the arms of one figure are neighbours, a
 * comparison without a ratio to draw stands with the arms that it compares, and factors of which a report
 * says the same share a row.
 */
export function rowsOf(
  site: Site,
  keyed: ReadonlyMap<string, readonly Estimate[]>,
): Map<string, OutcomeRow[]> {
  const all = [...keyed.values()].flat();
  const placed = new Map<string, Placed[]>();
  for (const [key, own] of keyed)
    placed.set(
      key,
      arranged(
        site,
        own.filter(({ fact }) => !isLoose(fact)),
      ),
    );
  const hosts = [...placed.values()].flat();
  const homeless = all.filter((estimate) => isLoose(estimate.fact) && !attached(estimate, hosts));
  const [first] = homeless;
  if (first) {
    const [key] = need([...keyed].find(([, own]) => own.includes(first)));
    placed.set(key, [...valueIn(placed, key), ...arranged(site, homeless)]);
  }
  return new Map([...placed].map(([key, own]) => [key, merged(own).map(({ row }) => row)]));
}

/** A comparison of arms that has nothing to draw: a P value, a difference, words. */
const isLoose = (fact: Fact) => fact.outcome.kind === 'contrast' && markOf(fact) === undefined;

const timeOf = ({ outcome }: Fact) => ('at' in outcome && outcome.at ? daysOf(outcome.at) : undefined);

/**
 * Puts a comparison with the row that it belongs to: its ratio where that has no P value, else the last arm
 * compared.
 */
function attached({ fact, restated }: Estimate, hosts: readonly Placed[]): boolean {
  const { arm, comparator, versus, population } = fact;
  if (!arm || !comparator || versus) return false;
  const near = hosts.filter(
    ({ fact: host }) =>
      host.population === population &&
      !host.versus &&
      (timeOf(fact) === undefined || timeOf(host) === timeOf(fact)),
  );
  const ratio = near.find(
    ({ fact: host }) => host.arm === arm && host.comparator === comparator && !partOf(host.outcome, 'p'),
  );
  const ofArms = near.filter(
    ({ fact: host }) => !host.comparator && (host.arm === arm || host.arm === comparator),
  );
  const lasts = ofArms.filter(({ row }) => row.place === 'next');
  const host = ratio ?? lasts.find((one) => one.fact.report === fact.report) ?? lasts[0];
  if (!host) return false;
  const words =
    fact.trial.data.arms.length === 2
      ? said.betweenArms
      : said.against(phrase(arm.label), phrase(comparator.label));
  for (const one of [fact, ...restated.map((other) => other.fact)])
    host.row.between.push({
      ...asked(host.fact, one, inOneLine(one)),
      arms: words,
      source: shortLabel(one.report.reference),
    });
  return true;
}

/** Estimates as rows, those of the arms of one figure next to each other. */
function arranged(site: Site, estimates: readonly Estimate[]): Placed[] {
  const sorted = estimates.toSorted((a, b) => compareFacts(a.fact, b.fact));
  const pairs = [...Map.groupBy(sorted, ({ fact }) => pairKey(site, fact)).values()].flatMap(split);
  return pairs.flatMap((pair) => {
    const rows = pair.map(({ fact, restated }) => ({ fact, row: outcomeRow(site, fact, { restated }) }));
    if (rows.length < 2) return rows;
    const [{ row: first }, ...others] = rows as [Placed, ...Placed[]];
    first.place = 'first';
    first.shared = [first.at, first.population, ...first.qualifiers].filter((part) => part !== undefined);
    const sharedId = (first.sharedId = `_of-${first.figure.id}`);
    for (const { row } of others) {
      row.place = 'next';
      row.shared = [];
      row.describedBy = `${row.figure.id} ${sharedId}`;
    }
    return sharedRemarks(rows);
  });
}

/** A remark that the row before makes, too, is not made again. */
function sharedRemarks(rows: Placed[]): Placed[] {
  return rows
    .toReversed()
    .map(({ fact, row }, i, all) => {
      const before = all[i + 1]?.row.remarks ?? [];
      return { fact, row: { ...row, remarks: row.remarks.filter((one) => !before.includes(one)) } };
    })
    .toReversed();
}

/** One figure has each arm once; where two reports give an arm each, they have pairs of their own. */
function split(pair: Estimate[]): Estimate[][] {
  const arms = pair.map(({ fact }) => fact.arm);
  if (new Set(arms).size === arms.length && !arms.includes(undefined)) return [pair];
  const byReport = [...Map.groupBy(pair, ({ fact }) => fact.report).values()];
  return byReport.flatMap((own) => {
    const [whose, all] = [own.filter(({ fact }) => fact.arm), new Set(own.map(({ fact }) => fact.arm))];
    return whose.length === own.length && all.size === own.length ? [own] : own.map((one) => [one]);
  });
}

/** What figures of several arms share when they are one figure of each. */
function pairKey(site: Site, fact: Fact): string {
  const { outcome, population, comparator, versus, derived } = fact;
  if (comparator || versus) return fact.uid;
  return [
    outcome.kind,
    'unit' in outcome ? outcome.unit : '',
    population.id,
    word(outcome, derived).at,
    ...qualifiersOf(fact, site.library),
  ].join('|');
}

function compareFacts(a: Fact, b: Fact): number {
  const rank = (fact: Fact) => [
    Number(fact.report.review !== undefined),
    fact.trial.data.populations.indexOf(fact.population),
    fact.standing.row.order,
    timeOf(fact) ?? 0,
    fact.trial.reports.indexOf(fact.report),
    fact.arm ? fact.trial.data.arms.indexOf(fact.arm) : -1,
  ];
  return byRank(rank(a), rank(b));
}

/**
 * Factors that have no estimate of their own, and of which one report says the same of the same patients,
 * share a row.
 */
function merged(rows: readonly Placed[]): Placed[] {
  const groups = Map.groupBy(rows, ({ fact, row }) => {
    const { outcome, report, population } = fact;
    if (outcome.kind !== 'association' || row.strip.mark || row.others.length + row.same.length > 0)
      return fact.uid;
    return [
      row.figure.value,
      outcome.direction,
      row.arms,
      population.id,
      report.id,
      row.at,
      ...row.figure.parts.map(({ text }) => text),
    ].join('|');
  });
  return [...groups.values()].map((own) => {
    const first = firstIn(own);
    if (own.length === 1) return first;
    const { row, fact } = first;
    const direction = fact.outcome.kind === 'association' ? words.association[fact.outcome.direction] : '';
    const each = own.map((one) =>
      asked(
        first.fact,
        one.fact,
        one.fact.outcome.kind === 'association' ? phrase(one.fact.outcome.factor) : '',
      ),
    );
    const remarks = [...new Set(own.flatMap((one) => one.row.remarks))];
    return { fact, row: { ...row, card: undefined, qualifiers: [direction], remarks, each } };
  });
}

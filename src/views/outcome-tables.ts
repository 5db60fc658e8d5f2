import type { Axis } from '../charts/axis.ts';
import type { EndpointNode, Fact } from '../evidence/library.ts';
import { inWords } from '../i18n/locale.ts';
import { outcomes } from '../i18n/outcomes.ts';
import { words } from '../i18n/words.ts';
import { daysOf } from '../model/figure.ts';
import { families, type Family } from '../model/families.ts';
import { fluidAxis } from '../charts/axis.ts';
import type { Mark } from '../charts/marks.ts';
import { valueIn } from '../model/need.ts';
import { byText } from '../model/order.ts';
import { axisKindOf, markOf } from './marks.ts';
import { outcomeRow, type OutcomeRow } from './outcome-rows.ts';
import type { Site } from './site.ts';

/** One line of an outcome table. */
interface Row {
  fact: Fact;
  mark: Mark | undefined;
}

/** Under what the rows of a table stand: their endpoint; on pages of one endpoint their trial. */
type Grouping = 'endpoint' | 'trial';

/** Outcomes that share an axis, in groups. */
export interface OutcomeTable {
  caption: string;
  axis: Axis | undefined;
  unit: string;
  by: Grouping;
  groups: OutcomeGroup[];
}

interface OutcomeGroup {
  label: string;
  /** The name of its place on the page, where others lead to it. */
  anchor?: string;
  path: string;
  rows: Row[];
  /** How many more figures there are than rows; `path` leads to all of them. */
  more: number;
}

interface FamilySection {
  family: Family;
  label: string;
  tables: OutcomeTable[];
}

/** A table of outcomes, ready to be shown. */
export interface ShownTable extends Omit<OutcomeTable, 'by' | 'groups'> {
  /** Whether each row names its study. */
  namesTrial: boolean;
  groups: (Omit<OutcomeGroup, 'rows'> & { rows: OutcomeRow[] })[];
}

/** The tables with the words of their rows; each figure leads to the page of its study. */
export const shownTables = (site: Site, tables: readonly OutcomeTable[]): ShownTable[] =>
  tables.map(({ by, groups, ...table }) => ({
    ...table,
    namesTrial: by === 'endpoint',
    groups: groups.map((group) => ({
      ...group,
      rows: group.rows.map(({ fact }) =>
        // On pages of one endpoint search leaves the rows to the pages of their trials.
        outcomeRow(site, fact, { acrossTrials: true, isSearched: by !== 'trial' }),
      ),
    })),
  }));

/** Figures of which no group across trials shows more, so that the page stays light however much is known. */
export const mostAcrossTrials = 100;

/**
 * The outcomes of a trial (or of any list of facts) as tables, family by family; of each group at most so
 * many rows.
 */
export function outcomeSections(
  facts: readonly Fact[],
  order: readonly EndpointNode[],
  most = Infinity,
): FamilySection[] {
  return families.flatMap((family) => {
    const own = facts.filter((fact) => fact.endpoint.data.family === family);
    if (own.length === 0) return [];
    return [{ family, label: words.family[family], tables: tablesOf(own, order, 'endpoint', most) }];
  });
}

/** The place of an endpoint on a page about many. */
export const endpointAnchor = ({ id }: Pick<EndpointNode, 'id'>): string => `_endpoint-${id}`;

/** The same with the place of each endpoint named, where its figures begin. */
export function withAnchors(
  sections: readonly FamilySection[],
  order: readonly EndpointNode[],
): FamilySection[] {
  const left = new Map(order.map((endpoint) => [endpoint.path, endpointAnchor(endpoint)]));
  const named = (group: OutcomeGroup): OutcomeGroup => {
    const anchor = left.get(group.path);
    left.delete(group.path);
    return anchor === undefined ? group : { ...group, anchor };
  };
  return sections.map((section) => ({
    ...section,
    tables: section.tables.map((table) => ({ ...table, groups: table.groups.map(named) })),
  }));
}

/** Facts in the order in which tables show them, without the words of any. */
export function inTableOrder(facts: readonly Fact[], order: readonly EndpointNode[]): Fact[] {
  return arranged(facts, order).flatMap(({ own }) => own);
}

/** Facts by the axis that they need, each in its order. */
function arranged(facts: readonly Fact[], order: readonly EndpointNode[]) {
  const keyed = Map.groupBy(facts, tableKey);
  const places = new Map(order.map((endpoint, i) => [endpoint, i]));
  return tableKeys.flatMap((table) =>
    [...keyed]
      .filter(([k]) => k === table.key || k.startsWith(`${table.key}:`))
      .map(([k, own]) => ({
        ...table,
        timeUnit: k.split(':')[1],
        own: own.toSorted((a, b) => compareFacts(a, b, places)),
      })),
  );
}

/** Facts as tables: one for each axis that they need. */
export function tablesOf(
  facts: readonly Fact[],
  order: readonly EndpointNode[],
  by: Grouping = 'endpoint',
  most = Infinity,
): OutcomeTable[] {
  const { caption: captions } = outcomes;
  return arranged(facts, order).map(({ key, name, unit, timeUnit, own }) => {
    const caption = captions[name];
    const groups = [...Map.groupBy(own, (fact) => fact[by])].map(([node, all]): OutcomeGroup => ({
      label: node.kind === 'trial' ? node.name : inWords(node.data.label),
      path: node.path,
      rows: all.slice(0, most).map((fact) => ({ fact, mark: markOf(fact) })),
      more: Math.max(0, all.length - most),
    }));
    const marks = groups.flatMap(({ rows }) => rows.flatMap(({ mark }) => mark ?? []));
    const axis = key === 'none' || marks.length === 0 ? undefined : fluidAxis(key, marks);
    return { caption: timeUnit ? captions.inUnit(caption, timeUnit) : caption, axis, unit, by, groups };
  });
}

const tableKeys = [
  { key: 'percent', name: 'rates', unit: '%' },
  { key: 'time', name: 'timesToEvent', unit: '' },
  { key: 'ratio', name: 'between', unit: '' },
  { key: 'none', name: 'counts', unit: '' },
] as const;

function tableKey(fact: Fact): string {
  const kind = axisKindOf(fact);
  return kind === 'time' && fact.outcome.kind === 'median' ? `time:${fact.outcome.unit}` : kind;
}

function compareFacts(a: Fact, b: Fact, places: ReadonlyMap<EndpointNode, number>): number {
  const reports = (fact: Fact) => fact.trial.reports.indexOf(fact.report);
  const arms = (fact: Fact) => (fact.arm ? fact.trial.data.arms.indexOf(fact.arm) : -1);
  const times = ({ outcome }: Fact) => ('at' in outcome && outcome.at ? daysOf(outcome.at) : 0);
  const populations = (fact: Fact) => fact.trial.data.populations.indexOf(fact.population);
  return (
    valueIn(places, a.endpoint) - valueIn(places, b.endpoint) ||
    byText(a.trial.id, b.trial.id) ||
    reports(a) - reports(b) ||
    populations(a) - populations(b) ||
    times(a) - times(b) ||
    arms(a) - arms(b)
  );
}

import { pooling } from '../i18n/pooling.ts';
import { firstIn } from '../model/need.ts';
import { phrase } from '../model/phrases.ts';
import type { Axis } from '../charts/axis.ts';
import { fluidAxis } from '../charts/axis.ts';
import type { Mark } from '../charts/marks.ts';
import type { AxisKind } from '../charts/axis.ts';
import type { PooledNode } from '../evidence/library.ts';
import { wordPooled, type PooledWording } from '../wording/pooled.ts';
import { findingsOf, type RankedFinding } from './findings.ts';
import { ownPoolsBeside, type OwnPool } from './own-pools.ts';
import type { Site } from './site.ts';
import { axisKindOfPooled, markOfPooled } from './marks.ts';

export interface PooledRow {
  node: PooledNode;
  wording: PooledWording;
  /** Which part of the patients, against what, how defined: what must be known to read the figure. */
  details: string[];
  mark: Mark | undefined;
  /** What the figures of this base give to the same question. */
  own: OwnPool[];
  /** What the checks found; routine notes are left to the page of all findings. */
  findings: readonly RankedFinding[];
}

/** Pooled results that can be drawn on one axis. */
export interface PooledTable {
  caption: string;
  axis: Axis | undefined;
  unit: string;
  rows: PooledRow[];
}

const axes: readonly (AxisKind | 'none')[] = ['percent', 'ratio', 'time', 'none'];

/** Pooled results in the order given, those of one kind of axis together. */
export function pooledTables(site: Site, nodes: readonly PooledNode[]): PooledTable[] {
  const rows = nodes.map((node) => ({ kind: axisKindOfPooled(node.data), row: rowOf(site, node) }));
  return axes.flatMap((kind) => {
    const own = rows.filter((one) => one.kind === kind).map(({ row }) => row);
    if (own.length === 0) return [];
    const marks = own.flatMap(({ mark }) => mark ?? []);
    const axis = kind === 'none' || marks.length === 0 ? undefined : fluidAxis(kind, marks);
    const unit =
      kind === 'percent' ? '%' : kind === 'time' ? pooling.unit(firstIn(own).node.data.unit ?? '') : '';
    return [{ caption: pooling.captions[kind], axis, unit, rows: own }];
  });
}

function rowOf(site: Site, node: PooledNode): PooledRow {
  const { data } = node;
  const wording = wordPooled(data);
  const details = [data.term, wording.grade, wording.at, data.definition, data.note];
  return {
    node,
    wording,
    details: details.filter((part) => part !== undefined).map(phrase),
    mark: axisKindOfPooled(data) === 'none' ? undefined : markOfPooled(data),
    own: ownPoolsBeside(node, site.library),
    findings: findingsOf(site, node).filter(({ code }) => code !== 'trace/untraced'),
  };
}

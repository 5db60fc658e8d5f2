import { inWords } from '../i18n/locale.ts';
import { pooling } from '../i18n/pooling.ts';
import { firstIn } from '../model/need.ts';
import { phrase } from '../model/phrases.ts';
import type { Axis } from '../charts/axis.ts';
import { fluidAxis } from '../charts/axis.ts';
import type { Mark } from '../charts/marks.ts';
import type { AxisKind } from '../charts/axis.ts';
import type { PooledNode } from '../evidence/library.ts';
import { hiddenNames } from '../search-index/names.ts';
import { wordPooled, type PooledWording } from '../wording/pooled.ts';
import { explanationOf, findingsOf } from './findings.ts';
import { ownPoolsBeside, type OwnPool } from './own-pools.ts';
import { shortLabel, type Link } from './references.ts';
import type { Site } from './site.ts';
import { axisKindOfPooled, markOfPooled } from './marks.ts';

export interface PooledRow {
  id: string;
  synthesis: Link;
  endpoint: Link;
  /** Of whom, and against what. */
  who: string | undefined;
  /** What search calls it and finds it by. */
  search: Record<string, string | undefined>;
  wording: PooledWording;
  /** Which part of the patients, against what, how defined: what must be known to read the figure. */
  details: string[];
  mark: Mark | undefined;
  /** What the figures of this base give to the same question. */
  own: OwnPool[];
  /** What the checks found; routine notes are left to the page of all findings. */
  findings: { href: string; message: string }[];
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
  const rows = nodes.map((node) => ({
    kind: axisKindOfPooled(node.data),
    timeUnit: node.data.unit ?? '',
    row: rowOf(site, node),
  }));
  return axes.flatMap((kind) => {
    const ofKind = rows.filter((one) => one.kind === kind);
    if (ofKind.length === 0) return [];
    const own = ofKind.map(({ row }) => row);
    const marks = own.flatMap(({ mark }) => mark ?? []);
    const axis = kind === 'none' || marks.length === 0 ? undefined : fluidAxis(kind, marks);
    const unit = kind === 'percent' ? '%' : kind === 'time' ? pooling.unit(firstIn(ofKind).timeUnit) : '';
    return [{ caption: pooling.captions[kind], axis, unit, rows: own }];
  });
}

function rowOf(site: Site, node: PooledNode): PooledRow {
  const { data, endpoint, synthesis, path } = node;
  const { abbreviation, label, synonyms } = endpoint.data;
  const say = pooling.results;
  const wording = wordPooled(data);
  const details = [data.term, wording.grade, wording.at, data.definition, data.note];
  const group = data.group && phrase(data.group);
  return {
    id: data.id,
    synthesis: { href: path, label: shortLabel(synthesis.reference) },
    endpoint: { href: endpoint.path, label: inWords(label) },
    who: say.who(group, data.against && phrase(data.against)),
    search: {
      'data-index-title': say.title(inWords(label), group),
      'data-names': hiddenNames([abbreviation, label.zh, ...synonyms]),
    },
    wording,
    details: details.filter((part) => part !== undefined).map(phrase),
    mark: axisKindOfPooled(data) === 'none' ? undefined : markOfPooled(data),
    own: ownPoolsBeside(node, site.library),
    findings: findingsOf(site, node)
      .filter(({ code }) => code !== 'trace/untraced')
      .map(({ code, message }) => ({ href: explanationOf(code), message })),
  };
}

import type { Library } from '../evidence/library.ts';
import type { Release } from '../model/release.ts';
import type { Context, FilledTable, FindingRow } from './table.ts';

/** What is known of the content beside the library. */
export interface ContentState {
  /** SHA-256 of the content folder, in hexadecimal digits; empty where the library came from elsewhere. */
  contentHash: string;
  /** Earlier releases, the earliest first. */
  releases: readonly Release[];
}

/** Everything that the files of one build are made from. */
export interface Edition extends ContentState {
  library: Library;
  version: string;
  context: Context;
  /** The tables of the whole base, filled once for all the files that show them. */
  readonly tables: readonly FilledTable[];
  /** The tables for meta-analysis, one an endpoint. */
  readonly analyses: readonly FilledTable[];
}

/** A cell's way to addresses and findings. */
export function contextOf(library: Library, found: readonly FindingRow[]): Context {
  const codes = codesByPath(library, found);
  return {
    address: (path) => library.base.url + path,
    findings: (path) => codes.get(path) ?? [],
    allFindings: found,
  };
}

function codesByPath(
  { facts, claims, pooled }: Library,
  found: readonly FindingRow[],
): Map<string, string[]> {
  const codes = new Map<string, string[]>();
  for (const { entry, fact, code } of found) {
    const uid = `${entry?.split('/')[1]}/${fact}`;
    const path = (facts.get(uid) ?? claims.get(uid) ?? pooled.get(uid))?.path;
    if (path) codes.set(path, [...(codes.get(path) ?? []), code]);
  }
  return codes;
}

/** What each file says of where it comes from. */
export function originOf({ library: { base }, version, contentHash }: Edition) {
  return { name: base.name, url: base.url, version, contentHash: hashOf(contentHash), licence: base.licence };
}

/** `sha256:…`; undefined where there is no hash. */
export function hashOf(contentHash: string): string | undefined {
  return contentHash === '' ? undefined : `sha256:${contentHash}`;
}

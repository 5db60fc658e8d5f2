import type { Collection } from '../../src/model/collections.ts';

export type Data = Record<string, unknown>;
export type List = Data[];
export interface DraftEntry {
  collection: Collection;
  id: string;
  data: Data;
  body: string;
}
/** A base that is not yet checked: plain data as authors write it. */
export interface Draft {
  entries: DraftEntry[];
  references: List;
  endpoints: List;
  vocabulary: Data;
  base: Data;
}

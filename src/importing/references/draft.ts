import type { Reference } from '../../model/reference.ts';

export type Name = NonNullable<Reference['author']>[number];
export type WorkDate = NonNullable<Reference['issued']>;

/**
 * What a record of a file says of a work, as it was read: nothing of it has been checked against the model.
 */
export interface Draft {
  /** The key that the file gives it. */
  key?: string | undefined;
  type?: Reference['type'] | undefined;
  genre?: string | undefined;
  title?: string | undefined;
  /** The English title of a work in another language. */
  titleEn?: string | undefined;
  authors: Name[];
  /** The file says that there are further authors. */
  truncated?: boolean | undefined;
  editors: Name[];
  container?: string | undefined;
  containerShort?: string | undefined;
  publisher?: string | undefined;
  place?: string | undefined;
  edition?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  page?: string | undefined;
  /** First and last page, where the file has them in two fields. */
  pageEnds?: readonly [string | undefined, string | undefined];
  number?: string | undefined;
  issued?: WorkDate | undefined;
  accessed?: WorkDate | undefined;
  status?: string | undefined;
  doi?: string | undefined;
  /** What the file has in the field of the DOI, whether it is one or not. */
  doiAsWritten?: string | undefined;
  pmid?: string | undefined;
  pmcid?: string | undefined;
  issn?: string | undefined;
  isbn?: string | undefined;
  /** Addresses in their order. */
  urls: string[];
  /** In the words of the file: `eng`, `English`, `中文`. */
  language?: string | undefined;
  keywords: string[];
  /**
   * As it stands in the file, read so that none of its lines is taken for something else; it is never
   * written.
   */
  abstract?: string | undefined;
  /** What a person should know of how the record was read, a sentence each. */
  notes: string[];
}

export const emptyDraft = (): Draft => ({ authors: [], editors: [], urls: [], keywords: [], notes: [] });

/** One record of a file: what it says, or why it cannot be read; `line` counts from 1. */
export type FileRecord = { line: number; draft: Draft } | { line: number; refused: string };

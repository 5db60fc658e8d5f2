import { made, Unmade } from '../model/unmade.ts';

/** A file for download. Its content is made when it is asked for, each time. */
export interface ExportFile {
  /** Below the output folder: `data/trials.csv`. */
  path: string;
  readonly content: string;
  /** Whether it is made of entries and works, often of one and what that names. */
  isOfEntry?: true;
  /** A second path below the output folder, at which the same bytes stand. */
  alsoAt?: string;
}

/** The same in a form that is no text. */
export interface BinaryFile {
  path: string;
  readonly content: Promise<Uint8Array>;
}

interface More {
  isOfEntry?: true;
  alsoAt?: string | undefined;
}

/** A file of the whole base. */
export const exportFile = (
  path: string,
  make: () => string,
  { isOfEntry, alsoAt }: More = {},
): ExportFile => ({
  path,
  ...(isOfEntry ? { isOfEntry } : {}),
  ...(alsoAt === undefined ? {} : { alsoAt }),
  get content() {
    return made(path, make);
  },
});

/** A file that is made of entries or works, again only where one of these changed. */
export const entryFile = (path: string, make: () => string, alsoAt?: string): ExportFile =>
  exportFile(path, make, { isOfEntry: true, alsoAt });

export const binaryFile = (path: string, make: () => Uint8Array | Promise<Uint8Array>): BinaryFile => ({
  path,
  get content() {
    return Promise.resolve()
      .then(make)
      .catch((error: unknown) => {
        throw new Unmade(path, error);
      });
  },
});

/** Media types of the files that the build writes for others, by what their names end in. */
export const mediaTypes: Readonly<Record<string, string>> = {
  '.json': 'application/json',
  '.csv': 'text/csv',
  '.ndjson': 'application/x-ndjson',
  '.parquet': 'application/vnd.apache.parquet',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** @throws Error where a file ends in something new, which belongs into the list above */
export function mediaTypeOf(path: string): string {
  const type = mediaTypes[/\.[a-z]+$/.exec(path)?.[0] ?? ''];
  if (type === undefined)
    throw new Error(`no media type is known for ${path}; give one in src/exports/file.ts`);
  return type;
}

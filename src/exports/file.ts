/** A file for others to take away. */
export interface ExportFile {
  /** Below the output folder: `data/trials.csv`. */
  path: string;
  content: string;
}

/** The same in a form that is no text. */
export interface BinaryFile {
  path: string;
  content: Uint8Array;
}

/** A file for others to take away. */
export interface ExportFile {
  /** Below the output folder: `data/trials.csv`. */
  path: string;
  content: string;
}

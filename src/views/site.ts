import type { CheckReport } from '../checks/run.ts';
import type { Library } from '../evidence/library.ts';
import type { Release } from '../model/release.ts';
import type { Citations } from './citations.ts';

/** What the pages are made from: loaded and linked once in a process. */
export interface Site {
  library: Library;
  report: CheckReport;
  version: string;
  /** Formatted citations; made here, for the bundled pages know no files of this project. */
  citations: Citations;
  /** SHA-256 of the content folder, in hexadecimal digits. */
  contentHash: string;
  /** Earlier releases, the earliest first. */
  releases: readonly Release[];
}

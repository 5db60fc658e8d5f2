import { exportAll, type ExportFile } from '../../src/exports/index.ts';

type Given = Parameters<typeof exportAll>;

/** The files for download that are text, as a build without findings and releases would write them. */
export function exportFiles(
  library: Given[0],
  version: Given[1],
  found: Given[2] = [],
  state: Given[3] = { contentHash: '', releases: [] },
): ExportFile[] {
  return [...exportAll(library, version, found, state)].filter(
    (file): file is ExportFile => !/\.(?:xlsx|parquet)$/.test(file.path),
  );
}

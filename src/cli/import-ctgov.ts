import type { ImportOptions } from './import.ts';

export function importCtgov(options: ImportOptions): number {
  return options.files.length > 0 ? 0 : 2;
}

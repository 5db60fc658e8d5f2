import { readName, type Reads } from '../../src/model/reads.ts';

/** The names of all that was read, for kept answers too. */
export const namesIn = ({ names, answers }: Reads): Set<string> =>
  new Set([...Array.from(names, readName), ...answers.flatMap((one) => [...namesIn(one)])]);

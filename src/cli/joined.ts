import path from 'node:path';
import { UsageError } from './command.ts';
import { LastBuild } from './last-build.ts';
import { shardRecord, shardText } from './shards.ts';

type Known = Omit<ConstructorParameters<typeof LastBuild>[0], 'folder' | 'lies'>;

/** What was made in the folder of a shard. */
export const partIn = (folder: string, known: Known) =>
  new LastBuild({ ...known, folder: path.join(folder, shardRecord), lies: folder });

/**
 * The shards in some folders.
 *
 * @throws UsageError where one is none of this content and code, or some are missing
 */
export function joined(folders: readonly string[], known: Known): LastBuild[] {
  const parts = folders.map((folder) => partIn(path.resolve(folder), known));
  const shards = parts.map(({ shard }, i) => {
    if (shard) return shard;
    throw new UsageError(
      `${folders[i]} holds no shard of this content made by this code for this address; make it with --shard I/N`,
    );
  });
  const [first] = shards;
  for (let number = 1; first && number <= first.of; number += 1) {
    const same = shards.filter((one) => one.number === number && one.of === first.of).length;
    if (same !== 1)
      throw new UsageError(
        `shard ${shardText({ ...first, number })} ${same === 0 ? 'is missing' : 'is there twice'}`,
      );
  }
  const odd = shards.find(({ of }) => of !== first?.of);
  if (first && odd)
    throw new UsageError(`shards ${shardText(first)} and ${shardText(odd)} are of different builds`);
  return parts;
}

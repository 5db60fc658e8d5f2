import { siteAddress } from '../model/site-address.ts';
import { firstIn } from '../model/need.ts';
import type { Corpus } from '../reading/corpus.ts';
import { UsageError } from './command.ts';

/**
 * The address that --url names, without a slash at its end.
 *
 * @throws UsageError where it is none that a site can have
 */
export function addressNamed(given: string): string {
  const { data, error } = siteAddress.safeParse(given);
  if (error) throw new UsageError(`--url is ${given || 'empty'}; ${firstIn(error.issues).message}`);
  return data;
}

/** A base as if its `base.yaml` named another address. */
export function publishedAt(url: string | undefined, corpus: Corpus): Corpus {
  const { base } = corpus.files;
  if (url === undefined || !base?.data) return corpus;
  return { ...corpus, files: { ...corpus.files, base: { ...base, data: { ...base.data, url } } } };
}

/**
 * node tests/bench/files.ts CONTENT: what each kind of file for others costs, in seconds of processor time
 * and bytes. Reads and links a content folder without asking its checks; nothing is written.
 */
import { link } from '../../src/evidence/link.ts';
import { exportAll } from '../../src/exports/index.ts';
import { readCorpus } from '../../src/reading/corpus.ts';

/** Kinds of files by what their path is; the first that fits. */
const kinds: readonly (readonly [string, RegExp])[] = [
  ['tables for metafor', /^data\/metafor\//],
  ['all CSV tables', /^data\/.*\.csv$/],
  ['each trial as FHIR', /\.fhir\.json$/],
  ['files of /api/v1/', /^api\//],
  ['data/…', /^data\//],
  ['feed.xml', /^feed\.xml$/],
  ['citations', /\.(?:bib|ris|csl\.json)$|^cite\//],
  ['each entry as JSON', /\.json$/],
  ['others', /^/],
];

const [content] = process.argv.slice(2);
if (content === undefined) throw new Error('expected files.ts CONTENT');
const seconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
const library = link(readCorpus(content));
process.stdout.write(
  `${library.trials.length} trials, ${library.facts.size} facts; read and linked in ${seconds().toFixed(1)} s\n`,
);

const costs = new Map<string, { seconds: number; bytes: number; files: number }>();
let before = seconds();
for (const file of exportAll(library, '1.0', [], { contentHash: '', releases: [] })) {
  const { path } = file;
  const bytes = Buffer.byteLength(await file.content);
  const [named] = kinds.find(([, pattern]) => pattern.test(path)) ?? ['others'];
  const kind = named === 'data/…' ? path : named;
  const cost = costs.get(kind) ?? { seconds: 0, bytes: 0, files: 0 };
  const now = seconds();
  costs.set(kind, { seconds: cost.seconds + now - before, bytes: cost.bytes + bytes, files: cost.files + 1 });
  before = now;
}
for (const [kind, { seconds: spent, bytes, files }] of costs)
  process.stdout.write(`${kind}: ${files} files, ${spent.toFixed(2)} s, ${(bytes / 1e6).toFixed(2)} MB\n`);
process.stdout.write(`most memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB\n`);

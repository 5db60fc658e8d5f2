/**
 * Starts OpenSearch on the loopback address until it is stopped:
 * `node tests/engines/opensearch/start.ts [NODES]`. `OPENSEARCH=3.8.0` starts another version than that of
 * `pom.xml`; what is missing here is fetched first.
 */
import { startCluster } from './cluster.ts';
import { openSearchLibraries } from './libraries.ts';

const fetched = openSearchLibraries();
if ('missing' in fetched) {
  console.error(`OpenSearch does not start: ${fetched.missing}`);
  process.exit(1);
}
const cluster = await startCluster(fetched.folder, Number(process.argv[2] ?? 1));
for (const { address } of cluster.nodes) process.stdout.write(`${address}\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void cluster.end().then(() => process.exit(0)));

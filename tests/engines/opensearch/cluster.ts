import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { java } from '../programs.ts';
import { makeHome } from './home.ts';

export interface OpenSearchNode {
  /** `http://127.0.0.1:PORT` */
  address: string;
  process: ChildProcess;
  /** The most memory that it had in use, in bytes; 0 where the system does not tell. */
  peakMemory(): number;
}

export interface Cluster {
  nodes: OpenSearchNode[];
  end(): Promise<void>;
}

/** OpenSearch refuses to be root. */
const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

/** The memory of a node: its heap, and what it may take beside it for the network. */
const memory = ['-Xms256m', '-Xmx512m', '-XX:MaxDirectMemorySize=128m', '-XX:+UseSerialGC'];

/**
 * Starts nodes of OpenSearch on the loopback address, on ports that are free, and waits until they have found
 * each other. The first is the cluster manager; all hold data.
 *
 * @param libraries the folder with the jars of `pom.xml` in `lib/`
 */
export async function startCluster(libraries: string, count: number): Promise<Cluster> {
  const home = makeHome(libraries);
  const ports = await freePorts(2 * count);
  const transport = (i: number) => `127.0.0.1:${ports[2 * i + 1]}`;
  const all = Array.from({ length: count }, (_, i) => i);
  for (const i of all) writeConfig(home, i, ports[2 * i] ?? 0, ports[2 * i + 1] ?? 0, all.map(transport));
  if (nobody) giveTo(home, nobody.uid, nobody.gid);
  const nodes = all.map((i) => startNode(home, i, ports[2 * i] ?? 0));
  const end = async () => {
    await Promise.all(nodes.map((node) => ended(node.process, 'SIGTERM')));
    fs.rmSync(home, { recursive: true, force: true });
  };
  try {
    await Promise.all(nodes.map((node) => isUp(node, count)));
  } catch (error) {
    await end();
    throw error;
  }
  return { nodes, end };
}

/** Ends a process and waits until it is gone. */
export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}

function writeConfig(
  home: string,
  i: number,
  http: number,
  transport: number,
  seeds: readonly string[],
): void {
  const folder = path.join(home, `config-${i}`);
  fs.mkdirSync(folder);
  const settings = {
    'cluster.name': 'almanac-tests',
    'node.name': `node-${i}`,
    'node.roles': i === 0 ? ['cluster_manager', 'data', 'ingest'] : ['data', 'ingest'],
    'network.host': '127.0.0.1',
    'http.port': http,
    'transport.port': transport,
    'discovery.seed_hosts': seeds,
    ...(i === 0 ? { 'cluster.initial_cluster_manager_nodes': ['node-0'] } : {}),
    'path.data': path.join(home, `data-${i}`),
    'path.logs': path.join(home, `logs-${i}`),
    // The machine of the tests may be nearly full, which is no matter of a few megabytes.
    'cluster.routing.allocation.disk.threshold_enabled': false,
  };
  // Values of JSON are values of YAML.
  const lines = Object.entries(settings).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  fs.writeFileSync(path.join(folder, 'opensearch.yml'), lines.join(''));
  const logging = `appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %p %c{1} %m%n
rootLogger.level = warn
rootLogger.appenderRef.console.ref = console
`;
  fs.writeFileSync(path.join(folder, 'log4j2.properties'), logging);
}

/**
 * OpenSearch 2 holds a node to what it may do by Java's security manager; 3 by an agent, since Java 24 has no
 * such manager.
 */
const guard = (home: string) => {
  const agent = fs.readdirSync(path.join(home, 'agent')).find((jar) => /^opensearch-agent-\d/.test(jar));
  return agent === undefined
    ? '-Djava.security.manager=allow'
    : `-javaagent:${path.join(home, 'agent', agent)}`;
};

function startNode(home: string, i: number, http: number): OpenSearchNode {
  const of = (key: string, value: string) => `-Dopensearch.${key}=${value}`;
  const config = path.join(home, `config-${i}`);
  const args = [
    ...memory,
    guard(home),
    `-Djava.io.tmpdir=${path.join(home, 'tmp')}`,
    ...[of('path.home', home), of('path.conf', config), of('distribution.type', 'tar')],
    ...['-cp', path.join(home, 'lib', '*'), 'org.opensearch.bootstrap.OpenSearch'],
  ];
  const log = fs.openSync(path.join(config, 'log'), 'w');
  const child = spawn(java, args, { cwd: home, stdio: ['ignore', log, log], ...nobody });
  fs.closeSync(log);
  return { address: `http://127.0.0.1:${http}`, process: child, peakMemory: () => peakOf(child.pid) };
}

function peakOf(pid: number | undefined): number {
  try {
    return (
      1024 * Number(/^VmHWM:\s+(\d+) kB$/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
    );
  } catch {
    return 0;
  }
}

/**
 * Resolves once a node answers and knows as many nodes. @throws where it has ended, with the last of what it
 * said
 */
async function isUp({ address, process: child }: OpenSearchNode, count: number): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`a node of OpenSearch ended at once: ${lastOf(child)}`);
    const health = await fetch(`${address}/_cluster/health`)
      .then((answer) => answer.json() as Promise<{ number_of_nodes?: number }>)
      .catch(() => undefined);
    if (health?.number_of_nodes === count) return;
    await wait(500);
  }
}

/** The last of what a node said, without the places in its code. */
const lastOf = (child: ChildProcess) => {
  const config = /path\.conf=(\S+)/.exec(child.spawnargs.join(' '))?.[1] ?? '';
  const lines = fs.readFileSync(path.join(config, 'log'), 'utf8').split('\n');
  return lines
    .filter((line) => !/^\s+at /.test(line))
    .slice(-12)
    .join('\n');
};

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = net.createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function giveTo(folder: string, uid: number, gid: number): void {
  fs.chownSync(folder, uid, gid);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true }))
    fs.chownSync(path.join(entry.parentPath, entry.name), uid, gid);
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * A module of a node: its class, its jars by how their names begin, and what it may do under Java's security
 * manager.
 */
interface Module {
  plugin: string;
  jars: readonly string[];
  grants?: readonly string[];
}

/** Modules of the distribution, of which Maven has the jars alone. */
const modules: Record<string, Module> = {
  'analysis-common': {
    plugin: 'org.opensearch.analysis.common.CommonAnalysisPlugin',
    jars: ['analysis-common-'],
  },
  'transport-netty4': {
    plugin: 'org.opensearch.transport.Netty4Plugin',
    jars: ['transport-netty4-', 'opensearch-netty4-', 'netty-'],
    grants: [
      'java.net.SocketPermission "*", "accept,connect,resolve"',
      'java.lang.RuntimePermission "getClassLoader"',
      'java.io.FilePermission "/proc/sys/net/core/somaxconn", "read"',
      'java.util.PropertyPermission "*", "read,write"',
    ],
  },
  'lang-mustache': {
    plugin: 'org.opensearch.script.mustache.MustachePlugin',
    jars: ['lang-mustache-', 'compiler-'],
    grants: [
      'java.lang.RuntimePermission "getClassLoader"',
      'java.lang.RuntimePermission "accessDeclaredMembers"',
      'java.lang.reflect.ReflectPermission "suppressAccessChecks"',
    ],
  },
};

/** The agent of OpenSearch 3 and what it loads itself, which is not on the path of classes of a node. */
const agent = /^(?:opensearch-agent-(?:bootstrap-)?\d|byte-buddy-)/;

/** Lays the jars out as the distribution has them, in a folder of its own. */
export function makeHome(libraries: string): string {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-opensearch-'));
  for (const name of ['lib', 'plugins', 'tmp']) fs.mkdirSync(path.join(home, name));
  const jars = fs.readdirSync(path.join(libraries, 'lib'));
  const version = /^opensearch-(\d[\d.]*)\.jar$/m.exec(jars.join('\n'))?.[1] ?? '';
  const copy = (jar: string, folder: string) =>
    fs.copyFileSync(path.join(libraries, 'lib', jar), path.join(folder, jar));
  const isOf = ({ jars: own }: Module, jar: string) => own.some((begin) => jar.startsWith(begin));
  for (const [name, module] of Object.entries(modules)) {
    const folder = path.join(home, 'modules', name);
    fs.mkdirSync(folder, { recursive: true });
    for (const jar of jars) if (isOf(module, jar)) copy(jar, folder);
    const described = {
      name,
      description: name,
      version,
      'opensearch.version': version,
      'java.version': '11',
    };
    // Since OpenSearch 3 the name of a module's class says that it is one.
    const classname =
      Number.parseInt(version, 10) < 3 ? module.plugin : module.plugin.replace(/Plugin$/, 'ModulePlugin');
    const properties = { ...described, classname, 'extended.plugins': '', 'has.native.controller': 'false' };
    const lines = Object.entries(properties).map(([key, value]) => `${key}=${value}\n`);
    fs.writeFileSync(path.join(folder, 'plugin-descriptor.properties'), lines.join(''));
    if (module.grants) {
      const grants = module.grants.map((grant) => `  permission ${grant};\n`).join('');
      fs.writeFileSync(path.join(folder, 'plugin-security.policy'), `grant {\n${grants}};\n`);
    }
  }
  fs.mkdirSync(path.join(home, 'agent'));
  for (const jar of jars) {
    if (agent.test(jar)) copy(jar, path.join(home, 'agent'));
    else if (!Object.values(modules).some((module) => isOf(module, jar))) copy(jar, path.join(home, 'lib'));
  }
  return home;
}

import path from 'node:path';
import { javaLibraries, type Fetched } from '../programs.ts';

/**
 * The jars of OpenSearch: of the version that `OPENSEARCH` names, or else of the one in `pom.xml`. OpenSearch
 * 3 needs Java 21 or newer, which `JAVA_HOME` may name.
 */
export function openSearchLibraries(): Fetched {
  const version = process.env.OPENSEARCH;
  const agent = Number.parseInt(version ?? '', 10) >= 3 ? { agent: 'true' } : {};
  const properties = version ? { opensearch: version, ...agent } : {};
  const name = version ? `opensearch-${version}` : 'opensearch';
  return javaLibraries(name, path.join(import.meta.dirname, 'pom.xml'), properties);
}

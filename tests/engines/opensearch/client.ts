import { setTimeout as wait } from 'node:timers/promises';

/** How often a request is sent to each node at most. */
const rounds = 3;

/** Asks the nodes of a cluster; where one is gone, the next, as clients of OpenSearch do. */
export class Client {
  private readonly addresses: readonly string[];
  private turn = 0;
  /** How often a node did not answer. */
  failures = 0;

  constructor(addresses: readonly string[]) {
    this.addresses = addresses;
  }

  /** @throws where no node answers, or one answers with an error */
  async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const isLines = typeof body === 'string';
    const asked = {
      method,
      headers: { 'Content-Type': isLines ? 'application/x-ndjson' : 'application/json' },
      ...(body === undefined ? {} : { body: isLines ? body : JSON.stringify(body) }),
    };
    let reason = new Error('there is no node');
    // Each request begins at another node. One that fails goes round all nodes, and round again: that a node
    // is gone is known to the others only after a moment, in which a search that was under way there fails at
    // theirs.
    const first = this.turn++;
    for (let tried = 0; tried < rounds * this.addresses.length; tried++) {
      if (tried > 0) await wait(100 * tried);
      const address = this.addresses[(first + tried) % this.addresses.length] ?? '';
      try {
        const answer = await fetch(`${address}${path}`, asked);
        const text = await answer.text();
        if (answer.ok) return JSON.parse(text) as T;
        reason = new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 500)}`);
        if (answer.status < 500) throw reason;
      } catch (error) {
        if (error === reason) throw error;
        reason = error as Error;
      }
      this.failures++;
    }
    throw reason;
  }
}

interface Hit {
  _id: string;
  _score: number;
  _source: { page: string; type: string };
}
export interface Answer {
  hits: { total: { value: number }; hits: Hit[] };
  _shards: { total: number; failed: number };
}

/**
 * The query of the export with these parameters; all shards have to answer, and they agree on how rare a word
 * is.
 */
export const search = (client: Client, index: string, params: Record<string, unknown>): Promise<Answer> =>
  client.ask(
    'POST',
    `/${index}/_search/template?search_type=dfs_query_then_fetch&allow_partial_search_results=false`,
    {
      id: index,
      params,
    },
  );

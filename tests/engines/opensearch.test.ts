import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexName, openSearchFiles } from '../../src/exports/index.ts';
import { synonymLines } from '../../src/exports/opensearch/synonyms.ts';
import { projectEdition } from '../unit/exports/editions.ts';
import { Client, search } from './opensearch/client.ts';
import { ended, startCluster, type Cluster } from './opensearch/cluster.ts';
import { openSearchLibraries } from './opensearch/libraries.ts';
import { tell, where } from './programs.ts';

const edition = projectEdition();
const index = indexName(edition.library);
const [settings, bulk, template] = openSearchFiles(edition).map(({ content }) => content) as [
  string,
  string,
  string,
];
const documents = bulk
  .trimEnd()
  .split('\n')
  .filter((_, i) => i % 2 === 1)
  .map((line) => JSON.parse(line) as Record<string, unknown>);

interface Judged {
  q: string;
  lang: 'en' | 'zh';
  best: string[];
  good: string[];
}
const judgedFile = path.resolve(import.meta.dirname, '../browser/judged.json');
const judged = JSON.parse(fs.readFileSync(judgedFile, 'utf8')) as Judged[];

interface Loaded {
  errors: boolean;
  items: { index: { status: number } }[];
}

/** Loads all that the export wrote, as its commands do. */
async function load(client: Client, shards?: object): Promise<Loaded> {
  const made = JSON.parse(settings) as { settings: object };
  await client.ask('PUT', `/${index}`, { ...made, settings: { ...made.settings, ...shards } });
  await client.ask('PUT', `/_scripts/${index}`, JSON.parse(template));
  return client.ask<Loaded>('POST', `/${index}/_bulk?refresh=true`, bulk);
}

const told = (cluster: Cluster) =>
  cluster.nodes.map((node) => `${Math.round(node.peakMemory() / 1e6)} MB`).join(', ');

where([openSearchLibraries()], 'OpenSearch', (libraries) => {
  describe('a node of OpenSearch', () => {
    let cluster: Cluster;
    let client: Client;
    let loaded: Loaded;
    beforeAll(async () => {
      const begun = performance.now();
      cluster = await startCluster(libraries, 1);
      client = new Client(cluster.nodes.map(({ address }) => address));
      const started = performance.now();
      loaded = await load(client);
      const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
      tell(
        `started in ${seconds(begun, started)} s, ${documents.length} documents in ${seconds(started, performance.now())} s`,
      );
    });
    afterAll(async () => {
      tell(`most memory of the node: ${told(cluster)}`);
      await cluster.end();
    });

    const analyzed = async (analyzer: string, text: string) => {
      const { tokens } = await client.ask<{ tokens: { token: string }[] }>('POST', `/${index}/_analyze`, {
        analyzer,
        text,
      });
      return tokens.map(({ token }) => token);
    };

    it('takes in every document', async () => {
      expect(loaded.items.filter((item) => item.index.status !== 201)).toEqual([]);
      expect(loaded).toMatchObject({ errors: false });
      expect(await client.ask('GET', `/${index}/_count`)).toMatchObject({ count: documents.length });
    });

    it('lets nothing in that is not mapped', async () => {
      const [first] = documents;
      await expect(client.ask('PUT', `/${index}/_doc/other`, { ...first, other: 1 })).rejects.toThrow(
        'strict_dynamic_mapping',
      );
    });

    it.each([
      ['base_english', 'The patients’ relapses after CAR-T', ['patient', 'relaps', 'car', 't']],
      ['base_english', 'Gökbuget 完全缓解', ['gokbuget']],
      ['base_chinese', '完全缓解率', ['完全', '全缓', '缓解', '解率']],
      ['base_chinese_search', 'CAR-T治疗后为什么会复发', ['car', 't', '复发']],
      ['base_whole', 'Hyper-CVAD (modified)', ['hypercvadmodified']],
      ['base_joined', 'hyper-CVAD', ['hypercvad']],
      ['base_begin', 'CRS', ['cr', 'crs']],
      ['base_asked', '为什么会复发', ['question']],
      ['base_asked', 'complete remission', []],
      ['base_letters', 'CAR-T19', ['car', 't19']],
    ])('%s makes of %s what is meant', async (analyzer, text, tokens) => {
      expect(await analyzed(analyzer, text)).toEqual(tokens);
    });

    it('finds a name within a longer query', async () => {
      expect(await analyzed('base_whole_search', 'ELIANA试验')).toContain('eliana');
      expect(await analyzed('base_whole_search', 'overall survival of adults')).toContain('overallsurvival');
    });

    it('knows every line of synonyms: each name stands for all others', async () => {
      const lines = synonymLines(edition.library).map((line) =>
        line.split(/(?<!\\), /).map((name) => name.replaceAll('\\', '')),
      );
      expect(lines.length).toBeGreaterThan(150);
      const unknown: string[] = [];
      for (const [first, ...others] of lines) {
        const found = await analyzed('base_english_search', first ?? '');
        for (const other of others)
          for (const token of await analyzed('base_english_typed', other))
            if (!found.includes(token)) unknown.push(`${first}: ${other}`);
      }
      expect(unknown).toEqual([]);
    });

    it('answers judged queries as well as the site, and nothing where the base has nothing', async () => {
      const floors = {
        en: { first: 0.93, five: 0.995, mrr: 0.96 },
        zh: { first: 0.95, five: 0.97, mrr: 0.96 },
      };
      const places: Record<Judged['lang'], number[]> = { en: [], zh: [] };
      for (const { q, lang, best, good } of judged) {
        const { hits } = await search(client, index, { q });
        const pages = hits.hits.map((hit) => hit._source.page);
        expect(new Set(pages).size, q).toBe(pages.length);
        if (best.length === 0) expect(pages, q).toEqual([]);
        else places[lang].push(pages.findIndex((page) => best.includes(page) || good.includes(page)) + 1);
      }
      for (const lang of ['en', 'zh'] as const) {
        const share = (most: number) =>
          places[lang].filter((place) => place > 0 && place <= most).length / places[lang].length;
        const sum = places[lang].reduce((total, place) => total + (place > 0 ? 1 / place : 0), 0);
        const reached = { first: share(1), five: share(5), mrr: sum / places[lang].length };
        const figures = Object.entries(reached).map(([key, value]) => `${key} ${value.toFixed(3)}`);
        tell(`judged queries in ${lang}: ${figures.join(', ')}`);
        for (const key of ['first', 'five', 'mrr'] as const)
          expect(reached[key], `${key} in ${lang}`).toBeGreaterThanOrEqual(floors[lang][key]);
      }
    });

    it('takes what was typed as it is, whatever it says', async () => {
      for (const q of ['say "yes" \\ {{q}} [a TO b} (', '*', ' ', 'a:b AND -c~2', '€'.repeat(500)])
        await search(client, index, { q });
    });

    it.each([
      ['one value', { therapy: 'inotuzumab-ozogamicin', endpoint: 'os' }],
      ['several values', { therapy: ['blinatumomab', 'rituximab'] }],
      ['a study', { trial: ['ino-vate'] }],
    ])('narrows by %s', async (_, conditions) => {
      const { hits } = await search(client, index, { q: 'overall survival', ...conditions });
      const known = new Map(documents.map((document) => [document.url, document]));
      expect(hits.hits.length).toBeGreaterThan(0);
      for (const hit of hits.hits) {
        const document = known.get((hit._source as unknown as { url: string }).url);
        for (const [facet, values] of Object.entries(conditions))
          expect([values].flat().some((value) => (document?.[facet] as string[]).includes(value))).toBe(true);
      }
    });
  });

  describe('two nodes with two shards and a replica', () => {
    let cluster: Cluster;
    beforeAll(async () => {
      cluster = await startCluster(libraries, 2);
    });
    afterAll(() => cluster.end());

    it('lose nothing and go on when one is ended in the middle of queries', async () => {
      const client = new Client(cluster.nodes.map(({ address }) => address));
      await load(client, { number_of_shards: 2, number_of_replicas: 1 });
      await client.ask('GET', `/_cluster/health/${index}?wait_for_status=green&timeout=120s`);
      // A part of them, of every kind and in both languages.
      const asked = judged.filter((_, i) => i % 8 === 0).map(({ q }) => q);
      const answer = async (q: string) =>
        (await search(client, index, { q })).hits.hits.map((hit) => hit._id);
      const before = new Map<string, string[]>();
      for (const q of asked) before.set(q, await answer(q));

      const wrong: string[] = [];
      let done = 0;
      let isOver = false;
      const asking = Array.from({ length: 4 }, async (_, i) => {
        for (let at = i; !isOver; at++) {
          const q = asked[at % asked.length] ?? '';
          const found = await answer(q).catch((error: unknown) => [String(error)]);
          if (found.join() !== before.get(q)?.join()) wrong.push(`${q}: ${found.join()}`);
          done++;
        }
      });
      while (done < 24) await wait(20);
      const [, lost] = cluster.nodes;
      const atEnd = done;
      await ended(lost!.process, 'SIGKILL');
      const atLoss = done;
      while (done < atLoss + 60) await wait(20);
      isOver = true;
      await Promise.all(asking);
      expect(wrong).toEqual([]);
      expect(client.failures).toBeGreaterThan(0);
      expect(await client.ask('GET', `/${index}/_count`)).toMatchObject({
        count: documents.length,
        _shards: { failed: 0 },
      });
      tell(
        `${atEnd} queries before, ${done - atLoss} after a node was ended; ${client.failures} asked again, ${wrong.length} wrong`,
      );
    });
  });
});

import { expect, test } from 'vitest';
import { arrange } from '../../src/compare/arrange.ts';
import type { Dataset } from '../../src/compare/dataset.ts';
import { judge, type Verdict } from '../../src/compare/rules.ts';
import { table } from '../../src/compare/table.ts';
import { emptyView } from '../../src/compare/view.ts';
import { inLocale, type Locale } from '../../src/i18n/locale.ts';
import { comparePage } from '../../src/i18n/en/compare-page.ts';
import { pooling } from '../../src/i18n/en/pooling.ts';
import { synthesisPage } from '../../src/i18n/en/synthesis-page.ts';
import { certaintyTable, certaintyWord } from '../../src/synthesis/certainty-table.ts';
import { rowsOf } from '../../src/synthesis/candidates.ts';
import { synthesize } from '../../src/synthesis/pool.ts';
import { resolveState, usualState } from '../../src/synthesis/state.ts';
import { finding, heterogeneity } from '../../src/synthesis/tables.ts';
import { parseHtml } from '../support/html.ts';
import { files, read } from '../support/site-pages.ts';

const sheets = (of: 'endpoints' | 'trials') => files.filter((file) => file.startsWith(`/sheets/${of}/`));
const datasetIn = (language: Locale, file: string) =>
  JSON.parse(read(language === 'en' ? file : `/${language}${file}`)) as Dataset;

/** All texts of a table of words that are sentences or several words. */
function textsOf(words: unknown): string[] {
  if (typeof words === 'string') return words.trim().includes(' ') ? [words] : [];
  return words !== null && typeof words === 'object' ? Object.values(words).flatMap(textsOf) : [];
}

test.for([
  ['/zh/compare/', { ...comparePage, export: {} }],
  ['/zh/synthesis/', [synthesisPage, pooling]],
] as const)('%s says nothing of its English table', ([address, words]) => {
  const main = parseHtml(read(`${address}index.html`)).querySelector('main')!;
  const seen = [
    main.textContent,
    ...main.querySelectorAll('[aria-label]').map((one) => one.getAttribute('aria-label')!),
  ].join('\n');
  const said = textsOf(words).filter((text) => seen.includes(text.replace(/<[^>]+>/g, '')));
  expect(said).toEqual([]);
  expect(seen).toMatch(/\p{Script=Han}/u);
});

const verdicts = ({ rulings }: Verdict) => rulings.map(({ rule, verdict }) => `${rule} ${verdict}`);

/** Everything that a synthesis of an endpoint finds, but for words. */
const foundIn = (language: Locale, file: string) =>
  inLocale(language, () => {
    const dataset = datasetIn(language, file);
    const trials = new Map(dataset.trials.map((trial) => [trial.id, trial]));
    const rows = rowsOf(dataset);
    return rows.map((own) => {
      const { state, row } = resolveState(
        { ...usualState, endpoint: dataset.endpoints[0]!.id, row: own.id },
        rows,
      );
      const { result, verdict, certainty } = synthesize(state, row);
      const all = row.candidates.flatMap(({ figures }) => figures);
      return {
        row: row.id,
        candidates: row.candidates.map(({ figures }) => figures.map(({ uid }) => uid)),
        chosen: state.figures,
        verdict: verdicts(verdict),
        together: verdicts(judge(all, trials)),
        result: typeof result === 'string' ? undefined : result,
        grade: certainty?.grade,
      };
    });
  });

test('the figures that can be pooled, the rules and the results are the same in both languages', async () => {
  const endpoints = sheets('endpoints');
  expect(endpoints.length).toBeGreaterThan(10);
  for (const file of endpoints) expect(await foundIn('zh', file), file).toEqual(await foundIn('en', file));
});

test('a result is told in Chinese with the numbers of the English', async () => {
  const numbers = (text: string) => text.match(/\d+(?:\.\d+)?/g);
  for (const file of sheets('endpoints')) {
    const told = (language: Locale) =>
      inLocale(language, () => {
        const dataset = datasetIn(language, file);
        const rows = rowsOf(dataset);
        return rows.flatMap((own) => {
          const { state, row } = resolveState(
            { ...usualState, endpoint: dataset.endpoints[0]!.id, row: own.id },
            rows,
          );
          const synthesis = synthesize(state, row);
          const { certainty } = synthesis;
          return typeof synthesis.result === 'string' || !certainty
            ? []
            : [
                finding(synthesis),
                heterogeneity(synthesis)!.text,
                certaintyWord(certainty).text,
                certaintyTable(certainty).text,
              ];
        });
      });
    const [english, chinese] = [await told('en'), await told('zh')].map((texts) =>
      texts.map((text) => parseHtml(text).textContent),
    );
    expect(chinese!.length).toBe(english!.length);
    chinese!.forEach((text, i) => {
      expect(text).not.toMatch(/[A-Za-z]{3,} [a-z]{2,}/);
      // Other texts tell a number of things in a word, or in another order.
      if (i % 4 === 1) expect(numbers(text)).toEqual(numbers(english![i]!));
    });
  }
});

test('a comparison has the same rows and columns in both languages, and its heads are Chinese', async () => {
  const [file] = sheets('trials').toSorted((a, b) => read(b).length - read(a).length);
  const shown = (language: Locale) =>
    inLocale(language, () => {
      const dataset = datasetIn(language, file!);
      const [trial] = dataset.trials;
      const arrangement = arrange({ ...emptyView, arms: [trial!.id] }, new Map([[trial!.id, dataset]]));
      const { frame, rows } = table(arrangement, emptyView);
      const heads = [...rows].map(
        ({ markup }) => parseHtml(`<table>${markup.text}</table>`).querySelector('th')?.textContent ?? '',
      );
      return { rows: arrangement.rows.map(({ key }) => key), heads, frame: frame.text };
    });
  const [english, chinese] = [await shown('en'), await shown('zh')];
  expect(chinese.rows).toEqual(english.rows);
  expect(chinese.heads.slice(0, 5)).toEqual(['患者与治疗', '疗法', '角色', '治疗阶段', '年龄组']);
  expect(chinese.frame).toContain('终点');
  expect(read(`/zh${file}`)).toContain('"path":"/zh/trials/');
});

test('filters of an address hold English names, whatever language shows them', () => {
  for (const file of sheets('endpoints').slice(0, 8)) {
    const [english, chinese] = (['en', 'zh'] as const).map((language) =>
      datasetIn(language, file).trials.flatMap(({ arms }) =>
        arms.map((arm) => (arm.english ?? arm).therapies),
      ),
    );
    expect(chinese).toEqual(english);
  }
});

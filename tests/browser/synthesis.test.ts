import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect } from 'vitest';
import { rowsOf, type Candidate, type Row } from '../../src/synthesis/candidates.ts';
import { isComparator } from '../../src/model/roles.ts';
import { effectOf, judge, rules, type RuleId } from '../../src/compare/rules.ts';
import type { Dataset } from '../../src/compare/dataset.ts';
import { misfits } from '../support/accessibility.ts';
import { test } from '../support/browsing.ts';
import { counted, madeDataset, ratio } from '../support/made-dataset.ts';
import { files, read } from '../support/site-pages.ts';
import { isWhole, sample } from '../support/sweep.ts';
import { twoClasses } from '../support/synthesis.ts';

/** The first row of each endpoint of the base. */
const datasets = files
  .filter((file) => file.startsWith('/sheets/endpoints/'))
  .flatMap((file) => {
    const id = /([^/]+)\.json$/.exec(file)![1]!;
    const dataset = JSON.parse(read(file)) as Dataset;
    return rowsOf(dataset)
      .slice(0, 1)
      .map((row) => ({ id, row }));
  });
const verdictOn = (chosen: Candidate[]) =>
  judge(
    chosen.map(({ figures }) => figures[0]!),
    new Map(chosen.map(({ trial }) => [trial.id, trial])),
  );
const isPoolable = ({ candidates }: Row) => {
  const usual = candidates.filter((candidate) => candidate.usual);
  const more = candidates.find((candidate) => !candidate.usual);
  return verdictOn(usual).poolable && more !== undefined && !verdictOn([...usual, more]).poolable;
};

/** Rows with figures that hard rules let be pooled, and soft ones only if the reader wants. */
const examples = datasets
  .map(({ id, row }) => {
    const refused = (chosen: Candidate[], hard: boolean) =>
      verdictOn(chosen).rulings.filter(
        (ruling) =>
          ruling.verdict === 'refused' && ruling.hard === hard && (!hard || ruling.rule !== 'studies'),
      );
    const chosen = row.candidates
      .filter(({ arm }) => arm && !isComparator(arm.role))
      .reduce<Candidate[]>(
        (all, one) => (refused([...all, one], true).length === 0 ? [...all, one] : all),
        [],
      );
    return { id, row, chosen, soft: refused(chosen, false).map(({ rule }) => rule) };
  })
  .filter(({ chosen, soft }) => chosen.length >= 3 && soft.length > 0)
  .sort((a, b) => b.chosen.length - a.chosen.length || (a.id < b.id ? -1 : 1));

interface Example {
  id: string;
  row: Row;
  chosen: Candidate[];
  soft: RuleId[];
}
const [largest] = examples as [Example, ...Example[]];
/** By day a small one, which behaves as the largest does, but is drawn anew in a fraction of the time. */
const example = isWhole
  ? largest
  : examples.findLast(
      ({ row, chosen }) =>
        chosen.length > 5 &&
        row.candidates.every(({ figures: [one] }) => one && effectOf(one)?.kind === 'counts'),
    )!;
const figuresOf = ({ chosen }: Example) => chosen.map(({ figures }) => figures[0]!.uid);
const addressOf = (one: Example) => `/synthesis/?endpoint=${one.id}&figures=${figuresOf(one).join(',')}`;
const pooledOf = (one: Example) => `${addressOf(one)}&override=${one.soft.join(',')}`;
const uids = figuresOf(example);
const address = addressOf(example);
const pooledAddress = pooledOf(example);

const endpoint = (page: Page) => page.getByRole('combobox', { name: 'Endpoint' });
const option = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const finding = (page: Page) => page.locator('.finding');
const gate = (page: Page) => page.getByRole('region', { name: 'May these be pooled?' });
const plot = (page: Page) => page.locator('.plot svg');
const diamonds = (page: Page) => plot(page).locator('g[stroke="var(--data-2)"] polygon');
const ticked = (page: Page) => page.locator('.candidates input:checked');
const told = (page: Page) => page.getByRole('alert');
const press = (page: Page, row: string, button: string) =>
  page
    .getByRole('listitem')
    .filter({ hasText: new RegExp(`^\\s*${row}`) })
    .getByRole('button', { name: button })
    .click();

/** What leads to the same picture: all choices, and what came of them. */
const everything = (page: Page) =>
  page.evaluate(() => ({
    address: location.search,
    finding: document.querySelector('.finding')!.textContent,
    drawing: document.querySelector('.plot')!.innerHTML,
    ticks: [...document.querySelectorAll<HTMLInputElement>('synthesis-page input:checked')].map(
      ({ id }) => id,
    ),
    selected: [...document.querySelectorAll<HTMLSelectElement>('synthesis-page select')].map(
      ({ name, value }) => `${name} ${value}`,
    ),
  }));

/** Opens the page with a made-up dataset in the place of that of the example. */
const serve = async (page: Page, dataset: Dataset) => {
  const named = { ...dataset, endpoints: [{ ...dataset.endpoints[0]!, id: example.id }] };
  await page.route(`**/sheets/endpoints/${example.id}.json`, (route) => route.fulfill({ json: named }));
  await page.goto(`/synthesis/?endpoint=${example.id}`);
  await plot(page).waitFor();
};

const downloads = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-synthesis-'));
afterAll(() => fs.rmSync(downloads, { recursive: true }));

async function saved(page: Page, row: string, button: string): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, row, button)]);
  const name = download.suggestedFilename();
  await download.saveAs(path.join(downloads, name));
  return { name, content: fs.readFileSync(path.join(downloads, name)) };
}

describe('a question', () => {
  const usual = (row: Row) => row.candidates.filter((candidate) => candidate.usual);
  const opened = datasets.find(
    ({ row }) => new Set(usual(row).map(({ trial }) => trial.id)).size >= 2 && isPoolable(row),
  )!;

  test('opens with a pooled estimate, without a click, and says which rule is in the way of more', async ({
    open,
  }) => {
    const page = await open(`/synthesis/?endpoint=${opened.id}`);
    await diamonds(page).first().waitFor();
    expect(await finding(page).innerText()).toContain(`from ${usual(opened.row).length} study arms`);
    expect(await ticked(page).count()).toBe(usual(opened.row).length);
    expect(await gate(page).locator('.refused').count()).toBe(0);
    await page.locator('.candidates input:not(:checked)').first().click();
    expect(await finding(page).innerText()).toMatch(/^Not pooled: /);
    expect(await gate(page).locator('.refused').count()).toBeGreaterThan(0);
  });

  test('is listed where nothing is chosen, by whether it pools, with a link that pools it', async ({
    open,
  }) => {
    const page = await open('/synthesis/');
    const list = page.getByRole('region', { name: 'Questions that pool' });
    const links = await list
      .getByRole('link')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
    const pools = links.filter((link) => link.startsWith('/synthesis/'));
    expect(pools.length).toBeGreaterThanOrEqual(5);
    for (const link of sample(pools, 4)) {
      await page.goto(link);
      await diamonds(page).first().waitFor();
      expect(await finding(page).innerText()).toMatch(/^Pooled: /);
      expect(await page.locator('.messages').textContent()).toBe('');
    }
    await page.goto('/synthesis/');
    const nearly = page.getByRole('region', { name: 'Questions that nearly do' });
    const row = nearly.getByRole('row').nth(1);
    const rule = await row.getByRole('cell').nth(-2).innerText();
    await row.getByRole('link').click();
    await finding(page).filter({ hasText: 'Not pooled: one comparability rule not met' }).waitFor();
    expect(await gate(page).locator('.refused .title').innerText()).toBe(rule);
  });
});

describe('a synthesis', () => {
  test('is refused rule by rule, and pooled once the reader overrides each', async ({ open }) => {
    const page = await open('/synthesis/');
    expect(await page.locator('.answer').isVisible()).toBe(false);
    await endpoint(page).selectOption(example.id);
    await plot(page).waitFor();
    expect(new URL(page.url()).searchParams.get('endpoint')).toBe(example.id);
    expect(await page.locator('.candidates input').count()).toBe(example.row.candidates.length);
    expect(await ticked(page).count()).toBe(example.row.candidates.filter(({ usual }) => usual).length);

    await page.goto(address);
    await plot(page).waitFor();
    expect(await ticked(page).count()).toBe(uids.length);
    expect(await diamonds(page).count()).toBe(0);
    expect(await plot(page).innerHTML()).toContain('comparability rules not met');
    expect(await page.getByRole('button', { name: 'R (metafor)' }).isDisabled()).toBe(true);
    const boxes = gate(page).getByRole('checkbox', { name: 'Pool anyway' });
    expect(await boxes.count()).toBe(example.soft.length);
    for (const [i, rule] of example.soft.entries()) {
      await gate(page).locator(`#override-${rule}`).check();
      expect(await finding(page).innerText()).toMatch(
        i < example.soft.length - 1 ? /^Not pooled/ : /^Pooled: /,
      );
    }
    expect(await diamonds(page).count()).toBe(1);
    expect(await finding(page).innerText()).toContain(`from ${uids.length} study arms, against`);
    expect(new URL(page.url()).searchParams.get('override')).toBe(example.soft.join(','));
    expect(await plot(page).innerHTML()).toContain(rules[example.soft[0]!][1]);
    expect(await page.getByRole('button', { name: 'R (metafor)' }).isEnabled()).toBe(true);

    await gate(page).locator(`#override-${example.soft[0]}`).uncheck();
    expect(await diamonds(page).count()).toBe(0);
  });

  test('never pools what a hard rule refuses', async ({ open }) => {
    const page = await open(pooledAddress);
    await diamonds(page).first().waitFor();
    while ((await ticked(page).count()) > 1) await ticked(page).last().click();
    expect(await finding(page).innerText()).toMatch(/^Not pooled: one comparability rule not met\.$/);
    expect(await gate(page).locator('.refused').innerText()).toMatch(
      /Two or more figures[^]*cannot be overridden[^]*only one figure/,
    );
    expect(await gate(page).locator('.refused').getByRole('checkbox').count()).toBe(0);
    await ticked(page).last().click();
    expect(await plot(page).locator('rect').count()).toBe(0);
    expect(await page.locator('synthesis-page').innerText()).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('is the same again from its link, after a reload and on the way back', async ({ open }) => {
    const page = await open(pooledAddress);
    await diamonds(page).first().waitFor();
    await option(page, 'Scale').selectOption('PAS');
    await option(page, 'Model').selectOption('DL');
    await option(page, 'Interval').selectOption('z');
    await option(page, 'Level').selectOption('90');
    await option(page, 'Subgroups').selectOption('design');
    const before = await everything(page);
    expect(before.address).toContain('measure=PAS&method=DL&test=z&level=90&by=design');
    expect(before.finding).toContain('90% CI');
    await page.reload();
    await plot(page).waitFor();
    expect(await everything(page)).toEqual(before);
    const elsewhere = await open(`/synthesis/${before.address}`);
    await plot(elsewhere).waitFor();
    expect(await everything(elsewhere)).toEqual(before);

    await endpoint(page).selectOption('');
    await page.locator('.start').waitFor();
    await page.goBack();
    await plot(page).waitFor();
    expect(await everything(page)).toEqual(before);
  });

  test('follows its options', async ({ open }) => {
    const page = await open(pooledAddress);
    await diamonds(page).first().waitFor();
    const bar = plot(page).locator('rect[height="4"]:not([width="4"])');
    expect(await bar.count()).toBe(1);
    await option(page, 'Model').selectOption('FE');
    expect(await bar.count()).toBe(0);
    expect(await page.locator('.hints').innerText()).toContain('No prediction interval: a fixed effect');
    await option(page, 'Subgroups').selectOption('target');
    expect(await diamonds(page).count()).toBeGreaterThan(1);
    expect(await page.locator('.heterogeneity').innerText()).toContain('Between subgroups');
    expect(await page.locator('.without tbody tr').count()).toBe(uids.length);
    expect(await page.locator('.growing tbody tr').count()).toBe(uids.length);
  });

  test('leaves a study out with one click, and says what came of it', async ({ open }) => {
    const page = await open(address);
    await plot(page).waitFor();
    const leave = gate(page).getByRole('button', { name: /^Leave out / });
    expect(await leave.count()).toBe(uids.length);
    await leave.first().click();
    expect(await leave.count()).toBe(uids.length - 1);
    expect(new URL(page.url()).searchParams.get('figures')!.split(',')).toHaveLength(uids.length - 1);
    expect(await page.evaluate(() => document.activeElement!.className)).toContain('finding');
  });

  test('pools counts by the binomial–normal model, on the logit alone', async ({ open }) => {
    const page = await open(pooledAddress);
    await diamonds(page).first().waitFor();
    await option(page, 'Scale').selectOption('PAS');
    await option(page, 'Model').selectOption('GLMM');
    expect(await option(page, 'Scale').inputValue()).toBe('PLO');
    expect(await finding(page).innerText()).toMatch(/^Pooled: [\d.]+%/);
    expect(await plot(page).innerHTML()).toContain('binomial–normal model');
    await option(page, 'Scale').selectOption('PAS');
    expect(await option(page, 'Model').inputValue()).toBe('REML');
  });

  test('is narrowed to a target, and what that hides is not pooled; the way back leads to what was', async ({
    open,
  }) => {
    const page = await open(pooledAddress);
    await diamonds(page).first().waitFor();
    const target = page.getByRole('combobox', { name: 'Target' });
    const value = (await target.locator('option').allInnerTexts())[1]!;
    await target.selectOption(value);
    const shown = await page.locator('.candidates tbody tr').count();
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(example.row.candidates.length);
    expect(await plot(page).locator('rect').count()).toBeLessThanOrEqual(shown + 1);
    expect(new URL(page.url()).searchParams.get('target')).toBe(value);
    await page.goBack();
    await finding(page)
      .filter({ hasText: `from ${uids.length} study arms` })
      .waitFor();
  });

  test('pools several therapies together, by pointer and keyboard, and parts them into subgroups', async ({
    open,
  }) => {
    const page = await open('/synthesis/');
    await serve(page, twoClasses);
    const facet = page.getByRole('combobox', { name: 'Therapy class' });
    const chips = page.getByRole('list', { name: 'Pooled together' }).getByRole('listitem');
    await facet.selectOption('Antibody');
    await facet.focus();
    await page.keyboard.type('Cells');
    await expect.poll(() => chips.count()).toBe(2);
    expect(new URL(page.url()).searchParams.getAll('class')).toEqual(['Antibody', 'Cells, engineered']);
    expect(await finding(page).innerText()).toMatch(/^Pooled: .* from 5 study arms, against one rule\.$/);
    expect(await page.locator('#figures').innerText()).toContain('Antibody or Cells, engineered');
    const line = page.locator('.together');
    expect(await line.innerText()).toContain('Antibody (2 study arms), Cells, engineered (3 study arms)');

    await line.getByRole('button', { name: 'Show subgroups by therapy class' }).press('Enter');
    expect(await diamonds(page).count()).toBe(3);
    expect(await option(page, 'Subgroups').inputValue()).toBe('class');
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('apart-class');
    const before = await everything(page);
    await page.reload();
    await plot(page).waitFor();
    expect(await everything(page)).toEqual(before);
    const script = (await saved(page, 'Script', 'R (metafor)')).content.toString();
    expect(script).toContain('Antibody or Cells, engineered');
    expect(script).toContain('split(studies, studies$part)');
    expect(await misfits(page)).toEqual([]);

    await line.getByRole('button', { name: 'Show without subgroups' }).click();
    await chips.first().getByRole('button', { name: 'Remove Antibody' }).click();
    expect(await finding(page).innerText()).toMatch(/from 3 study arms\.$/);
    expect(await page.evaluate(() => (document.activeElement as HTMLSelectElement).name)).toBe('class');
    await page.goBack();
    await expect.poll(() => chips.count()).toBe(2);
  });

  test('takes another figure of an arm in its place', async ({ open }) => {
    const own = examples.find(({ row }) => row.candidates.some(({ figures }) => figures.length > 1));
    if (!own)
      throw new Error('no arm of the base has two figures that can be pooled: try this on a made-up dataset');
    const several = own.row.candidates.find(({ figures }) => figures.length > 1)!;
    const page = await open(`/synthesis/?endpoint=${own.id}`);
    const list = page.getByRole('combobox', { name: `Figure of ${several.name}`, exact: true });
    await list.selectOption(several.figures[1]!.uid);
    const figures = new URL(page.url()).searchParams.get('figures')!.split(',');
    expect(figures).toContain(several.figures[1]!.uid);
    expect(figures).not.toContain(several.figures[0]!.uid);
    expect(await list.inputValue()).toBe(several.figures[1]!.uid);
  });
});

describe('the certainty', () => {
  const certainty = (page: Page) => page.getByRole('region', { name: 'Certainty (GRADE)' });
  const word = (page: Page) => certainty(page).getByRole('status');
  const judgement = (page: Page, domain: string) =>
    certainty(page).getByRole('combobox', { name: `Your judgement of ${domain}` });
  const step = (page: Page, domain: string) =>
    certainty(page)
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: domain }) });
  const three = madeDataset([
    counted('a', 390, 800, { fact: { riskOfBias: { tool: 'rob-2', overall: 'low' } } }),
    counted('b', 420, 840),
    counted('c', 446, 880),
  ]);

  test('is told with its steps once figures are pooled, and not before', async ({ open }) => {
    const page = await open(address);
    await plot(page).waitFor();
    expect(await certainty(page).isVisible()).toBe(false);
    await page.goto(pooledAddress);
    await certainty(page).waitFor();
    expect(await word(page).innerText()).toMatch(/(High|Moderate|Low|Very low) certainty\. /);
    expect(await certainty(page).getByRole('row').count()).toBe(8);
    expect(await step(page, 'Start').innerText()).toContain('Low');
    expect(await certainty(page).getByRole('combobox').count()).toBe(5);
  });

  test('follows the reader’s judgement, which the address keeps beside what was computed', async ({
    open,
  }) => {
    const page = await open('/synthesis/');
    await serve(page, three);
    expect(await word(page).innerText()).toContain('Very low certainty');
    expect(await step(page, 'Risk of bias').innerText()).toContain('low risk of bias 31.7%');
    await judgement(page, 'risk of bias').focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.evaluate(() => document.activeElement!.id)).toBe('judge-risk-of-bias');
    const judged = async () => {
      expect(new URL(page.url()).searchParams.get('certainty')).toBe('risk-of-bias-0');
      expect(await word(page).innerText()).toMatch(
        /Low certainty, with the reader’s judgements \(as computed: very low\)/,
      );
      expect(await step(page, 'Risk of bias').innerText()).toMatch(
        /Not serious, the reader’s[^]*computed: serious \(−1\)/,
      );
      expect(await judgement(page, 'risk of bias').inputValue()).toBe('0');
    };
    await judged();
    await page.reload();
    await certainty(page).waitFor();
    await judged();
    const csv = (await saved(page, 'Data', 'CSV')).content.toString();
    expect(csv).toContain('risk of bias 0 (the reader’s judgement; computed: serious (−1))');
    const { certainty: told } = JSON.parse((await saved(page, 'Data', 'JSON')).content.toString());
    expect(told).toMatchObject({
      grade: 'low',
      computed: 'very-low',
      steps: [{ levels: 0, byReader: true }, {}, {}, {}, {}],
    });

    await judgement(page, 'risk of bias').selectOption('as computed');
    expect(new URL(page.url()).searchParams.has('certainty')).toBe(false);
    expect(await word(page).innerText()).not.toContain('reader');
  });

  test('has a threshold that the reader sets', async ({ open }) => {
    const page = await open('/synthesis/');
    await serve(page, three);
    const field = certainty(page).getByRole('spinbutton', { name: 'Largest precise half-width' });
    expect(await field.inputValue()).toBe('10');
    await field.fill('2');
    await field.press('Enter');
    await expect
      .poll(() => step(page, 'Imprecision').innerText())
      .toMatch(/erious \(−[12]\)[^]*Up to 2 \(the reader’s threshold\)/);
    await page.reload();
    await certainty(page).waitFor();
    expect(await field.inputValue()).toBe('2');
    await field.fill('120');
    await field.press('Enter');
    expect(new URL(page.url()).searchParams.get('important')).toBe('2');
    await field.fill('');
    await field.press('Enter');
    await expect.poll(() => new URL(page.url()).searchParams.has('important')).toBe(false);
    expect(await field.inputValue()).toBe('10');
  });
});

describe('what is downloaded', () => {
  test('is data, a script, references and the plot, with what was overridden', async ({ open }) => {
    const page = await open(pooledAddress);
    await diamonds(page).first().waitFor();
    const csv = await saved(page, 'Data', 'CSV');
    expect(csv.name).toBe(`synthesis-${example.id}.csv`);
    const lines = csv.content.toString().trim().split('\n');
    expect(lines[0]).toMatch(/^study,events,total,/);
    expect(lines).toHaveLength(uids.length + 1);
    expect(lines[1]).toContain(example.soft.join(' '));

    const script = (await saved(page, 'Script', 'R (metafor)')).content.toString();
    expect(script).toContain('library(metafor)');
    expect(script).toContain('# Pooled although these rules do not hold');

    const bib = (await saved(page, 'References', 'BibTeX')).content.toString();
    const keys = new Set(example.chosen.map(({ figures }) => figures[0]!.report.key));
    expect(
      bib
        .match(/^@\w+\{[^,]+/gm)!
        .map((entry) => entry.replace(/^@\w+\{/, ''))
        .sort(),
    ).toEqual([...keys].sort());

    const svg = (await saved(page, 'Plot', 'SVG')).content.toString();
    expect(svg).toMatch(/^<\?xml/);
    expect(svg).toContain('choice against');
    expect(svg).not.toContain('var(');
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!;
    const png = (await saved(page, 'Plot', 'PNG')).content;
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
    expect(png.length).toBeGreaterThan(10_000);
  });

  test('is a summary of findings, for word processors, pages and LaTeX', async ({ open }) => {
    const page = await open(pooledAddress);
    await diamonds(page).first().waitFor();
    const pooled = /^Pooled: ([\d.]+%)/.exec(await finding(page).innerText())![1]!;
    const docx = await saved(page, 'Summary', 'DOCX');
    expect(docx.name).toBe(`synthesis-${example.id}.docx`);
    const text = strFromU8(unzipSync(docx.content)['word/document.xml']!);
    expect(text).toContain('Certainty (GRADE)');
    expect(text).toContain(`${pooled} (`);
    expect((await saved(page, 'Summary', 'HTML')).content.toString()).toContain(`<td>${pooled} (`);
    expect((await saved(page, 'Summary', 'LaTeX')).content.toString()).toContain(
      `${pooled.replace('%', '\\%')} (`,
    );
  });

  test('is a link, and sentences for a paper', async ({ open }) => {
    const page = await open(pooledAddress);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await diamonds(page).first().waitFor();
    await press(page, 'Link', 'Copy');
    await page.getByText('The link is copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    await press(page, 'Sentences', 'Copy');
    await page.getByText('The sentences are copied.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^We pooled .*overridden: .*metafor 3\.8/,
    );
  });
});

describe('an address that is wrong', () => {
  test.for([
    ['?endpoint=nothing-of-this-name', 'there are no figures of an endpoint “nothing-of-this-name”'],
    ['?endpoint=%3Cimg%20src=x%3E', 'endpoint cannot be “<img src=x>”'],
    ['?measure=PLO', ''],
  ])('leads to the start: %s', async ([query, fault], { open }) => {
    const page = await open(`/synthesis/${query}`);
    await page.locator('.start').waitFor();
    expect(await page.locator('.messages').textContent()).toBe(
      fault ? `Left out of the link: ${fault}.` : '',
    );
    expect(await page.locator('.answer').isVisible()).toBe(false);
  });

  test('is corrected, and reported', async ({ open }) => {
    const page = await open(
      `/synthesis/?endpoint=${example.id}&row=gone&figures=a/b&method=X&level=7&override=patients&target=None`,
    );
    await plot(page).waitFor();
    const text = await told(page).innerText();
    for (const part of [
      'no row “gone”',
      'method cannot be “X”',
      'level cannot be “7”',
      'override cannot hold “patients”',
    ])
      expect(text).toContain(part);
    expect(await page.locator('synthesis-page').innerText()).not.toMatch(/NaN|undefined/);
    expect(new URL(page.url()).searchParams.get('method')).toBe('REML');
    await page.goto(`/synthesis/?endpoint=${example.id}&figures=${uids[0]},gone/figure`);
    await told(page).getByText('there is no figure “gone/figure” in this row').waitFor();
    expect(await ticked(page).count()).toBe(1);
  });
});

describe('the page of syntheses', () => {
  test('is used by the keyboard alone, and the focus stays where it is', async ({ open }) => {
    const page = await open(address);
    await plot(page).waitFor();
    const focused = () =>
      page.evaluate(() => document.activeElement!.id || document.activeElement!.getAttribute('name'));
    const tabTo = async (wanted: string) => {
      for (let i = 0; i < 200 && (await focused()) !== wanted; i++) await page.keyboard.press('Tab');
      expect(await focused()).toBe(wanted);
    };
    await endpoint(page).focus();
    const first = (await ticked(page).first().getAttribute('id'))!;
    await tabTo(first);
    await page.keyboard.press('Space');
    expect(await ticked(page).count()).toBe(uids.length - 1);
    expect(await focused()).toBe(first);
    await page.keyboard.press('Space');
    await tabTo('method');
    await page.keyboard.press('ArrowDown');
    expect(new URL(page.url()).searchParams.get('method')).toBe('ML');
    expect(await focused()).toBe('method');
    for (const rule of example.soft) {
      await tabTo(`override-${rule}`);
      await page.keyboard.press('Space');
      expect(await focused()).toBe(`override-${rule}`);
    }
    expect(await finding(page).innerText()).toMatch(/^Pooled: /);
  });

  test('is accessible and fits, refused and pooled, in light and dark, wide and narrow', async ({ open }) => {
    const page = await open('/synthesis/');
    for (const [name, where, axeAt] of [
      ['refused', addressOf(largest), 1280],
      ['pooled', `${pooledOf(largest)}&by=age`, 360],
    ] as const) {
      await page.goto(where);
      await plot(page).waitFor();
      for (const details of await page.locator('synthesis-page details').all())
        await details.evaluate((element: HTMLDetailsElement) => (element.open = true));
      const ready = (width: number) =>
        expect.poll(() => plot(page).evaluate((svg) => svg.clientWidth)).toBeLessThanOrEqual(width);
      expect.soft(await misfits(page, { ready, axeAt }), name).toEqual([]);
      await page.setViewportSize({ width: 1280, height: 800 });
    }
  });

  test('prints the result without its controls', async ({ open }) => {
    const page = await open(pooledAddress);
    await diamonds(page).first().waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await plot(page).isVisible()).toBe(true);
    expect(await finding(page).isVisible()).toBe(true);
    expect(await endpoint(page).isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'SVG' }).isVisible()).toBe(false);
  });

  test('says without JavaScript what it needs, and where else to look', async ({ open }) => {
    const page = await open('/synthesis/', { javaScriptEnabled: false });
    expect(await page.locator('main').innerText()).toContain('needs JavaScript');
    for (const href of ['/map/', '/endpoints/', '/data/outcomes.csv'])
      expect(await page.locator(`main a[href="${href}"]:visible`).count(), href).toBe(1);
    expect(await page.locator('synthesis-page').isVisible()).toBe(false);
  });
});

describe('on made-up studies', () => {
  test('ratios are pooled on their own scale', async ({ open }) => {
    const page = await open('/synthesis/');
    await serve(
      page,
      madeDataset([
        ratio('a', 0.77, 0.58, 1.03, 97.5),
        ratio('b', 0.71, 0.55, 0.93),
        ratio('c', 0.9, 0.6, 1.35),
      ]),
    );
    expect(await finding(page).innerText()).toMatch(
      /^Pooled: 0\.\d\d \(95% CI 0\.\d\d–.*, from 3 comparisons\.$/,
    );
    expect(await diamonds(page).count()).toBe(1);
    expect(await option(page, 'Scale').inputValue()).toBe('GEN');
    expect(await option(page, 'Scale').locator('option:enabled').count()).toBe(1);
    expect(await plot(page).innerHTML()).toContain('97.5%');
    const csv = (await saved(page, 'Data', 'CSV')).content.toString();
    expect(csv).toMatch(/^study,estimate,low,high,level,/);
  });

  test('a hundred of them are pooled anew at each change of the model', async ({ open }) => {
    const page = await open('/synthesis/');
    await serve(
      page,
      madeDataset(
        Array.from({ length: 100 }, (_, i) => counted(`study-${i}`, 3 + ((i * 7) % 20), 25 + (i % 9))),
      ),
    );
    const found = () => finding(page).innerText();
    const before = await found();
    expect(before).toContain('from 100 study arms');
    await option(page, 'Model').selectOption('FE');
    await expect.poll(found).not.toBe(before);
    await option(page, 'Model').selectOption('REML');
    await expect.poll(found).toBe(before);
  });
});

import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkTable } from '../../../src/model/check-table.ts';
import { check, fixtures } from './fixtures.ts';

/**
 * Every folder `tests/fixtures/bad-…` holds one fault, in files laid over the good base. Beside its name
 * stands all that a user reads: where, under which code, and how to fix it.
 */
const faults: [subject: string, [fixture: string, at: string, code: string, fix: string][]][] = [
  [
    'keys and shapes',
    [
      ['bad-misspelt-key', 'trials/beta.mdx:9:1', 'schema/unknown-key', 'did you mean setting?'],
      ['bad-misspelt-key-nested', 'trials/beta.mdx:13:3', 'schema/unknown-key', 'did you mean ages?'],
      ['bad-misspelt-key-in-list', 'trials/beta.mdx:20:67', 'schema/unknown-key', 'did you mean read?'],
      ['bad-misspelt-key-in-outcome', 'trials/beta.mdx:28:5', 'schema/unknown-key', 'did you mean events?'],
      ['bad-key-of-another-kind', 'trials/beta.mdx:30:5', 'schema/unknown-key', 'use one of the keys: id, '],
      ['bad-wrong-type', 'trials/beta.mdx:14:62', 'schema/shape', 'write a list'],
      ['bad-wrong-type-figure', 'trials/beta.mdx:28:13', 'schema/shape', 'write a figure as printed'],
      ['bad-number-for-text', 'trials/beta.mdx:5:12', 'schema/shape', 'put it in quotes: "2021"'],
      ['bad-missing-key', 'trials/beta.mdx:2:1', 'schema/shape', 'add design: randomised | '],
      ['bad-missing-key-nested', 'trials/beta.mdx:22:5', 'schema/shape', 'add endpoint: '],
      ['bad-missing-figure', 'trials/beta.mdx:22:5', 'schema/shape', 'missing: not-reported'],
      ['bad-figure-and-missing', 'trials/beta.mdx:30:14', 'schema/shape', 'one of the two'],
      ['bad-unknown-kind', 'trials/beta.mdx:23:11', 'schema/shape', 'did you mean proportion?'],
      ['bad-missing-kind', 'trials/beta.mdx:22:5', 'schema/shape', 'add kind: one of proportion, '],
      ['bad-unknown-value', 'trials/beta.mdx:6:9', 'schema/shape', 'did you mean completed?'],
      ['bad-impossible-day', 'trials/beta.mdx:3:10', 'schema/shape', 'write a date such as'],
      ['bad-id-not-an-address', 'trials/beta.mdx:22:9', 'schema/shape', 'lower-case ASCII letters'],
      [
        'bad-interval-without-level',
        'trials/beta.mdx:30:15',
        'schema/shape',
        'add its level, such as level: 95',
      ],
      ['bad-one-sided-contrast', 'trials/beta.mdx:22:5', 'schema/shape', 'add two different sides'],
      [
        'bad-work-of-abstract',
        'trials/beta.mdx:20:87',
        'schema/shape',
        'write in only beside read: slides, ',
      ],
      ['bad-cited-as-nothing', 'reviews/overview.mdx:13:5', 'schema/shape', 'write its key under cites'],
      [
        'bad-balance-against-direction',
        'endpoints.yaml:7:12',
        'schema/shape',
        'write benefit where higher is better',
      ],
      [
        'bad-approval-of-nobody',
        'therapies/testumab.mdx:12:5',
        'schema/shape',
        'write report: KEY, or source: ADDRESS',
      ],
      ['bad-empty-volume', 'references.yaml:6:10', 'schema/shape', 'leave the key out where there is none'],
      ['bad-month-thirteen', 'references.yaml:8:25', 'schema/shape', 'write a date of the calendar'],
      [
        'bad-address-of-a-source',
        'trials/beta.mdx:20:35',
        'schema/shape',
        'write an address that can be opened',
      ],
      [
        'bad-base-with-a-query',
        'base.yaml:4:6',
        'schema/shape',
        'write the address of a host or of a folder on one',
      ],
      ['bad-pooled-without-estimate', 'syntheses/pool-2024.mdx:11:5', 'schema/shape', 'write an estimate'],
      ['bad-bare-doi', 'references.yaml:29:8', 'schema/shape', 'write a bare DOI'],
    ],
  ],
  [
    'names that lead nowhere',
    [
      ['bad-unknown-setting', 'trials/beta.mdx:9:10', 'links/vocabulary', 'did you mean relapsed?'],
      ['bad-unknown-age-group', 'trials/beta.mdx:12:13', 'links/vocabulary', 'did you mean adult?'],
      ['bad-unknown-attribute', 'trials/beta.mdx:13:16', 'links/vocabulary', 'did you mean lineage?'],
      ['bad-unknown-attribute-term', 'trials/beta.mdx:13:26', 'links/vocabulary', 'did you mean b-lineage?'],
      ['bad-unknown-target', 'therapies/testumab.mdx:8:11', 'links/vocabulary', 'did you mean cd19?'],
      ['bad-unknown-scale', 'reviews/overview.mdx:17:112', 'links/vocabulary', 'did you mean ctcae-4?'],
      ['bad-unknown-agent', 'reviews/overview.mdx:13:151', 'links/vocabulary', 'did you mean testumab?'],
      ['bad-unknown-class-of-agent', 'vocabulary.yaml:10:48', 'links/vocabulary', 'did you mean antibody?'],
      ['bad-unknown-category', 'endpoints.yaml:15:24', 'links/endpoint', 'did you mean crs?'],
      ['bad-unknown-endpoint', 'trials/beta.mdx:24:15', 'links/endpoint', 'did you mean cr?'],
      [
        'bad-kind-not-of-endpoint',
        'trials/beta.mdx:23:11',
        'links/endpoint',
        'use one of median, landmark, contrast',
      ],
      ['bad-unknown-therapy', 'trials/beta.mdx:14:63', 'links/therapy', 'did you mean testumab?'],
      ['bad-comparison-of-unknown-therapy', 'base.yaml:9:47', 'links/therapy', 'did you mean testumab?'],
      ['bad-comparison-of-unknown-class', 'base.yaml:9:47', 'links/vocabulary', 'did you mean antibody?'],
      ['bad-comparison-of-unknown-target', 'base.yaml:9:46', 'links/vocabulary', 'did you mean cd19?'],
      ['bad-comparison-of-unknown-arm', 'base.yaml:9:39', 'links/arm', 'did you mean beta.testumab?'],
      ['bad-comparison-in-unknown-setting', 'base.yaml:9:57', 'links/vocabulary', 'did you mean relapsed?'],
      ['bad-comparison-in-unknown-age-group', 'base.yaml:9:58', 'links/vocabulary', 'did you mean adult?'],
      ['bad-unknown-reference', 'trials/beta.mdx:30:13', 'links/reference', 'did you mean smith-2020?'],
      [
        'bad-report-supersedes-itself',
        'trials/beta.mdx:21:18',
        'links/circle',
        'only earlier reports of the same patients',
      ],
      [
        'bad-population-part-of-itself',
        'trials/beta.mdx:16:63',
        'links/circle',
        'name under of the next wider population',
      ],
      ['bad-unknown-work-of-source', 'trials/beta.mdx:20:83', 'links/reference', 'did you mean smith-2020?'],
      [
        'bad-unknown-claim-of-approval',
        'therapies/testumab.mdx:17:18',
        'links/reference',
        'did you mean li-2022?',
      ],
      ['bad-unknown-arm', 'trials/beta.mdx:28:10', 'links/arm', 'did you mean testumab?'],
      [
        'bad-unknown-arm-of-population',
        'trials/beta.mdx:16:63',
        'links/arm',
        'use one of the arms: testumab',
      ],
      ['bad-unknown-population', 'trials/beta.mdx:27:17', 'links/population', 'did you mean treated?'],
      ['bad-unknown-report', 'trials/beta.mdx:25:13', 'links/report', 'did you mean jones-2021?'],
      ['bad-unknown-source', 'trials/beta.mdx:27:13', 'links/report', 'did you mean abstract?'],
      ['bad-source-not-said', 'trials/beta.mdx:22:5', 'links/report', 'add source:'],
      ['bad-unknown-review', 'trials/beta.mdx:21:14', 'links/entry', 'did you mean overview?'],
      ['bad-unknown-overlap', 'trials/beta.mdx:31:13', 'links/entry', 'did you mean alpha?'],
      ['bad-unknown-citation', 'topics/remission.mdx:10:46', 'links/citation', 'did you mean @smith-2020?'],
      ['bad-unreadable-citation', 'topics/remission.mdx:10:31', 'links/citation', 'pages and words outside'],
      ['bad-unknown-fact', 'topics/remission.mdx:10:26', 'links/fact', 'did you mean cr-new?'],
      [
        'bad-unknown-trial-of-synthesis',
        'syntheses/pool-2024.mdx:16:20',
        'links/entry',
        'did you mean alpha?',
      ],
      ['bad-unknown-result-of-synthesis', 'syntheses/pool-2024.mdx:16:21', 'links/fact', 'did you mean cr?'],
      ['bad-unknown-fact-owner', 'topics/remission.mdx:10:26', 'links/fact', 'did you mean alpha?'],
      ['bad-fact-of-no-trial', 'topics/remission.mdx:10:26', 'links/fact', 'write TRIAL/cr-new'],
      ['bad-fact-without-the-part', 'topics/remission.mdx:10:26', 'links/fact', 'show another part of it'],
    ],
  ],
  [
    'things defined twice',
    [
      ['bad-duplicate-outcome', 'trials/beta.mdx:30:9', 'schema/duplicate-id', 'published ids are permanent'],
      [
        'bad-outcome-named-as-planned',
        'trials/beta.mdx:24:9',
        'schema/duplicate-id',
        'published ids are permanent',
      ],
      ['bad-duplicate-source', 'trials/beta.mdx:20:89', 'schema/duplicate-id', 'published ids are permanent'],
      ['bad-indistinct-facts', 'trials/beta.mdx:30:5', 'schema/indistinct', 'term: or definition:'],
      ['bad-indistinct-claims', 'reviews/overview.mdx:23:5', 'schema/indistinct', 'term: or definition:'],
      [
        'bad-duplicate-reference',
        'references.yaml:50:8',
        'schema/duplicate-id',
        'published ids are permanent',
      ],
      ['bad-duplicate-alias', 'references.yaml:50:121', 'schema/duplicate-id', 'published ids are permanent'],
      [
        'bad-review-named-as-trial',
        'reviews/beta.mdx:1:1',
        'schema/duplicate-id',
        'rename one of the two files',
      ],
    ],
  ],
  [
    'appraisals',
    [
      ['bad-unknown-tool', 'trials/beta.mdx:34:11', 'schema/shape', 'did you mean rob-2?'],
      ['bad-unknown-domain', 'trials/beta.mdx:49:18', 'schema/shape', 'did you mean statistical-analysis?'],
      [
        'bad-judgement-of-another-tool',
        'trials/beta.mdx:40:49',
        'schema/shape',
        'use one of the values: yes, ',
      ],
      ['bad-judgement-without-a-reason', 'trials/beta.mdx:49:68', 'schema/shape', 'write a reason'],
      [
        'bad-appraisal-of-nothing',
        'trials/beta.mdx:33:5',
        'schema/shape',
        'fact: OUTCOME, or endpoint: ENDPOINT',
      ],
      [
        'bad-rob-2-of-an-endpoint',
        'trials/beta.mdx:46:15',
        'schema/shape',
        'write fact: OUTCOME in its place',
      ],
      [
        'bad-appraisal-by-nobody',
        'trials/beta.mdx:33:5',
        'schema/shape',
        'reference: KEY and locator: PLACE',
      ],
      [
        'bad-appraisal-named-as-outcome',
        'trials/beta.mdx:33:9',
        'schema/duplicate-id',
        'published ids are permanent',
      ],
      ['bad-appraisal-of-unknown-fact', 'trials/beta.mdx:35:11', 'links/fact', 'did you mean cr?'],
      ['bad-appraisal-of-unknown-work', 'trials/beta.mdx:37:16', 'links/reference', 'did you mean li-2022?'],
      [
        'bad-appraisal-from-unknown-report',
        'trials/beta.mdx:49:86',
        'links/report',
        'did you mean jones-2021?',
      ],
      ['bad-domain-left-out', 'trials/beta.mdx:40:7', 'appraisal/domains', 'add statistical-analysis'],
      ['bad-domain-twice', 'trials/beta.mdx:50:18', 'appraisal/domains', 'keep one of the two'],
      [
        'bad-overall-above-its-worst-domain',
        'trials/beta.mdx:56:14',
        'appraisal/overall',
        'write overall: high',
      ],
      [
        'bad-favourable-from-an-abstract',
        'trials/beta.mdx:49:51',
        'appraisal/basis',
        'what the text leaves out',
      ],
      [
        'bad-tool-for-comparisons',
        'trials/beta.mdx:35:15',
        'appraisal/tool',
        'the tool for the design of the study',
      ],
    ],
  ],
  [
    'YAML that cannot be read',
    [
      ['bad-yaml-tab', 'trials/beta.mdx:12:1', 'schema/yaml', 'indent with spaces'],
      ['bad-yaml-unclosed-bracket', 'topics/remission.mdx:7:1', 'schema/yaml', 'quotes around this place'],
      ['bad-yaml-unclosed-quote', 'topics/remission.mdx:7:13', 'schema/yaml', 'quotes around this place'],
      ['bad-yaml-duplicate-key', 'trials/beta.mdx:9:1', 'schema/yaml', 'keep one of the two keys'],
      ['bad-yaml-bare-bound', 'trials/beta.mdx:28:16', 'schema/yaml', 'in quotes: ">60"'],
      ['bad-yaml-tag', 'trials/beta.mdx:5:12', 'schema/yaml', 'begins with >, | or ! in quotes'],
      ['bad-yaml-unknown-alias', 'trials/beta.mdx:8:9', 'schema/yaml', 'write the values out'],
      ['bad-yaml-alias-in-itself', 'trials/beta.mdx:14:78', 'schema/yaml', 'write the values out'],
    ],
  ],
  [
    'files',
    [
      ['bad-link', 'trials/leak.mdx', 'schema/file', 'put the file itself in its place'],
      ['bad-empty-file', 'trials/gamma.mdx:1:1', 'schema/empty', 'fill it in, or delete the file'],
      ['bad-opening-fence-only', 'trials/gamma.mdx:1:1', 'schema/yaml', 'almanac new'],
      ['bad-no-frontmatter', 'trials/gamma.mdx:1:1', 'schema/yaml', 'almanac new'],
      ['bad-nothing-in-frontmatter', 'trials/gamma.mdx:1:1', 'schema/shape', 'almanac new'],
      ['bad-upper-case-name', 'pages/Imprint.mdx', 'schema/filename', 'rename the file'],
      ['bad-md-name', 'pages/imprint.md', 'schema/filename', 'rename the file'],
      ['bad-nested-folder', 'pages/more/imprint.mdx', 'schema/filename', 'rename the file'],
      ['bad-misspelt-folder', 'topic', 'schema/filename', 'did you mean topics?'],
      ['bad-page-of-the-site', 'pages/data.mdx', 'schema/filename', 'give the page another name'],
      ['bad-release-cut-short', 'releases/0.0.1.json:2:1', 'schema/yaml', 'around this place'],
      [
        'bad-release-of-another-version',
        'releases/0.0.1.json',
        'schema/filename',
        'delete it to forget that release',
      ],
      ['bad-misspelt-file', 'reference.yaml', 'schema/filename', 'did you mean references.yaml?'],
    ],
  ],
  [
    'bodies',
    [
      ['bad-unclosed-tag', 'topics/remission.mdx:10:11', 'mdx/syntax', 'close the tag'],
      ['bad-bare-less-than', 'topics/remission.mdx:10:16', 'mdx/syntax', 'write &lt; for a bare <'],
      ['bad-bare-brace', 'topics/remission.mdx:10:9', 'mdx/code', 'remove it'],
      ['bad-unclosed-brace', 'topics/remission.mdx:10:20', 'mdx/syntax', 'write &#123; for a bare {'],
      ['bad-html-comment', 'topics/remission.mdx:10:4', 'mdx/syntax', '{/* … */}'],
      ['bad-import', 'topics/remission.mdx:12:1', 'mdx/code', 'components need no import'],
      ['bad-export', 'topics/remission.mdx:10:1', 'mdx/code', 'remove it'],
      ['bad-expression', 'topics/remission.mdx:10:11', 'mdx/code', 'remove it'],
      ['bad-attribute-expression', 'topics/remission.mdx:10:11', 'mdx/code', 'remove it'],
      ['bad-attribute-spread', 'topics/remission.mdx:10:11', 'mdx/code', 'remove it'],
      ['bad-code-between-comments', 'topics/remission.mdx:10:11', 'mdx/code', 'remove it'],
      ['bad-unknown-component', 'topics/remission.mdx:10:11', 'mdx/component', 'did you mean <Fact>?'],
      [
        'bad-component-of-every-object',
        'topics/remission.mdx:10:11',
        'mdx/component',
        'write it in Markdown',
      ],
      [
        'bad-unknown-component-attribute',
        'topics/remission.mdx:10:11',
        'mdx/component',
        'remove the attribute',
      ],
      ['bad-unknown-view', 'topics/remission.mdx:10:11', 'mdx/component', 'did you mean full?'],
      ['bad-fact-without-id', 'topics/remission.mdx:10:11', 'mdx/component', 'add id="…"'],
      ['bad-script', 'topics/remission.mdx:12:1', 'mdx/component', 'write it in Markdown'],
      ['bad-event-handler', 'topics/remission.mdx:10:2', 'mdx/component', 'remove the attribute'],
      ['bad-javascript-link', 'topics/remission.mdx:10:3', 'mdx/address', 'use a web address'],
      ['bad-data-link', 'topics/remission.mdx:12:1', 'mdx/address', 'use a web address'],
      ['bad-remote-image', 'topics/remission.mdx:10:12', 'mdx/address', 'put the image into public/'],
      ['bad-remote-image-by-name', 'topics/remission.mdx:12:1', 'mdx/address', 'put the image into public/'],
      ['bad-image-without-scheme', 'topics/remission.mdx:10:12', 'mdx/address', 'put the image into public/'],
      [
        'bad-translation-of-nothing',
        'topics/remision.zh.mdx:1:1',
        'translation/entry',
        'did you mean remission?',
      ],
      ['bad-link-nowhere', 'topics/remission.mdx:10:11', 'links/page', 'use one of the addresses'],
      ['bad-link-to-no-character', 'topics/remission.mdx:10:11', 'links/page', 'did you mean /trials/?'],
      ['bad-link-to-no-figure', 'topics/remission.mdx:10:11', 'links/page', 'did you mean cr-new?'],
      [
        'bad-link-without-its-slash',
        'topics/remission.mdx:10:11',
        'links/page',
        'did you mean /trials/alpha/?',
      ],
      ['bad-link-within-a-link', 'topics/remission.mdx:10:3', 'mdx/address', 'end the link before'],
      ['bad-figure-in-prose', 'topics/remission.mdx:11:1', 'prose/figure', 'write <Fact id="OUTCOME" />'],
      [
        'bad-figure-in-chinese-prose',
        'topics/remission.mdx:10:16',
        'prose/figure',
        'write <Fact id="OUTCOME" />',
      ],
    ],
  ],
  [
    'what nothing uses',
    [
      ['bad-orphan-reference', 'references.yaml:50:8', 'links/orphan', 'unlinked: REASON'],
      ['bad-orphan-endpoint', 'endpoints.yaml:58:8', 'links/orphan', 'unlinked: REASON'],
      ['bad-orphan-therapy', 'therapies/unused.mdx:4:7', 'links/orphan', 'unlinked: REASON'],
      ['bad-stale-unlinked', 'therapies/testumab.mdx:7:11', 'links/orphan', 'remove unlinked'],
    ],
  ],
  [
    'figures that cannot be',
    [
      [
        'bad-percent-of-other-counts',
        'trials/beta.mdx:30:14',
        'arithmetic/percent',
        'compare events, total and percent with the source',
      ],
      ['bad-part-above-whole', 'trials/beta.mdx:28:13', 'arithmetic/parts', 'exchanged'],
      [
        'bad-categories-above-their-whole',
        'trials/beta.mdx:38:5',
        'arithmetic/categories',
        'of the same patients',
      ],
      ['bad-denominator-of-others', 'trials/beta.mdx:29:12', 'arithmetic/denominator', 'name the population'],
      [
        'bad-figure-outside-its-interval',
        'trials/beta.mdx:31:15',
        'intervals/order',
        'compare the figure and both limits',
      ],
      ['bad-interval-above-hundred', 'trials/beta.mdx:31:15', 'intervals/bounds', 'compare both limits'],
      ['bad-narrow-above-wide', 'trials/beta.mdx:22:5', 'order/endpoints', 'orr is the other'],
      ['bad-severe-above-all', 'trials/beta.mdx:30:5', 'order/grades', 'crs is the other'],
      ['bad-survival-that-rises', 'trials/beta.mdx:38:5', 'order/time', 'os-1 is the earlier'],
      [
        'bad-pooled-share-above-all',
        'syntheses/pool-2024.mdx:16:44',
        'pooled/bounds',
        'waive the check with the reason',
      ],
      [
        'bad-more-pooled-than-there-are',
        'syntheses/pool-2024.mdx:16:15',
        'pooled/counts',
        'they may be exchanged',
      ],
      [
        'bad-heterogeneity-above-all',
        'syntheses/pool-2024.mdx:16:9',
        'pooled/heterogeneity',
        'it may be Q or another figure',
      ],
      [
        'bad-prediction-within-interval',
        'syntheses/pool-2024.mdx:17:17',
        'pooled/prediction',
        'they may be exchanged',
      ],
      [
        'bad-subgroup-above-its-whole',
        'trials/beta.mdx:17:67',
        'order/populations',
        'which population is the wider one',
      ],
      [
        'bad-registry-number-twice',
        'trials/gamma.mdx:6:47',
        'lineage/registry',
        'declare the overlap with alpha',
      ],
      [
        'bad-historical-arm-without-overlap',
        'trials/gamma.mdx:14:63',
        'lineage/overlap',
        'add {trial: alpha, arms: [earlier]',
      ],
      ['bad-one-sided-overlap', 'trials/gamma.mdx:31:13', 'lineage/overlap', 'add {trial: gamma'],
      [
        'bad-work-under-two-keys',
        'references.yaml:50:59',
        'identity/duplicate-work',
        'make the other key its alias',
      ],
      [
        'bad-title-under-two-keys',
        'references.yaml:52:10',
        'identity/duplicate-work',
        'make the other key its alias',
      ],
      ['bad-figure-not-in-source', 'trials/alpha.mdx:69:14', 'trace/figure', 'compare with the source'],
      [
        'bad-figure-of-another-passage',
        'reviews/overview.mdx:18:92',
        'trace/figure',
        'run almanac trace locate --write',
      ],
      ['bad-locator-out-of-source', 'trials/beta.mdx:26:14', 'trace/locator', 'compare the section number'],
      [
        'bad-source-of-no-report',
        'sources/jones-2021.yaml:1:5',
        'links/reference',
        'did you mean jones-2021?',
      ],
      [
        'bad-lost-address',
        'permanent-urls.yaml:2:3',
        'permanence/kept',
        'put it back, or write in its place {was: /trials/gone/',
      ],
      ['bad-moved-nowhere', 'permanent-urls.yaml:1:28', 'permanence/kept', 'did you mean /trials/alpha/?'],
      [
        'bad-moved-page-of-the-site',
        'permanent-urls.yaml:1:9',
        'permanence/kept',
        'ids are never used again',
      ],
      ['bad-withdrawn-and-there', 'permanent-urls.yaml:1:9', 'permanence/kept', 'ids are never used again'],
      ['bad-waiver-of-nothing', 'trials/beta.mdx:31:9', 'waivers/stale', 'remove the waiver'],
    ],
  ],
];

describe.each(faults)('%s', (_, rows) => {
  it.each(rows)('%s is told at %s as %s', (fixture, at, code, fix) => {
    const { findings, summary } = check(fixture);
    const errors = findings.filter(({ severity }) => severity === 'error');
    expect(errors.map((finding) => [finding.at, finding.code])).toEqual([[at, code]]);
    expect(errors[0]!.help).toContain(fix);
    expect(errors[0]!.message).not.toBe('');
    expect(summary.errors).toBe(1);
    expect(summary.passed + summary.failed + summary.waived).toBe(summary.run);
  });
});

describe('the fixtures', () => {
  const rows = faults.flatMap(([, of]) => of);

  it('are all in the table above', () => {
    const folders = fs.readdirSync(fixtures).filter((name) => name.startsWith('bad-'));
    expect(rows.map(([fixture]) => fixture).sort()).toEqual(folders.sort());
  });

  it('hold a fault for every check that stops a build', () => {
    // What fixtures cannot hold is tested where bytes are written and files are taken away
    // (reading/files.test.ts).
    const elsewhere = ['schema/content', 'schema/encoding', 'schema/missing-file'];
    const held = [...elsewhere, ...rows.map(([, , code]) => code)];
    const errors = Object.entries(checkTable).filter(
      ([code, [severity]]) => severity === 'error' && !held.includes(code),
    );
    expect(errors.map(([code]) => code)).toEqual([]);
  });

  it('differ from the good base, which passes every check', () => {
    const { findings, checks, summary } = check();
    expect(findings).toEqual([]);
    expect(summary).toMatchObject({ errors: 0, warnings: 0, failed: 0, passed: summary.run });
    // The good base is too small for every statistic, but every family that reads, parses and links has
    // questions to ask.
    const asked = checks.filter(({ id }) => /^(schema|mdx|prose|links)\//.test(id));
    expect(asked.filter(({ run }) => run === 0)).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { parseHtml, textOf } from '../support/html.ts';
import { pages, read } from '../support/site-pages.ts';

const page = (path: string) => parseHtml(pages.find((one) => one.path === path)!.html);

describe('the page of a review', () => {
  test.each([
    ['zhang-2022', 'INO-VATE', /calls this a difference, but its 97\.5% interval 0\.58–1\.03 includes 1/],
    ['zhang-2022', 'INO-VATE', /credits pfs-hr-review to jabbour-2019 .*printed by kantarjian-2016/],
    ['zhang-2022', 'SWOG S0910', /names Fludarabine/],
    ['zhang-2022', 'MT103-202', /cites 2 reports of this one study: topp-2011, klinger-2012/],
    ['wei-2023', 'Grupp 2013', /1\/2.*2\/2.*unexplained/s],
  ])('lists where %s differs from the reports of %s', (review, study, told) => {
    const rows = page(`/reviews/${review}/`)
      .querySelectorAll('[aria-labelledby="_differs"] tbody tr')
      .map(textOf);
    expect(rows.filter((row) => row.includes(study)).join('\n')).toMatch(told);
  });
});

describe('findings', () => {
  const findings = read('/data/findings.csv').split('\n');
  const rowsOf = (code: string) => findings.filter((row) => row.includes(`,${code},`));
  const quality = page('/quality/').querySelector('[aria-labelledby="findings-note"]')!;

  test('of a routine kind stand behind one line on the quality page, and the others do not', () => {
    const folded = quality.querySelectorAll('details').map((part) => ({
      line: textOf(part.querySelector('summary')!),
      rows: part.querySelectorAll('tbody tr').length,
    }));
    expect(folded.find(({ line }) => line.startsWith('Figures are traced'))).toEqual({
      line: `Figures are traced to their source (${rowsOf('trace/untraced').length} routine notes)`,
      rows: rowsOf('trace/untraced').length,
    });
    const open =
      quality.querySelectorAll('tbody tr').length - folded.reduce((sum, { rows }) => sum + rows, 0);
    expect(open).toBeGreaterThan(0);
    expect(textOf(quality)).toContain('Jabbour et al. 2019 (ancillary, not read)');
  });

  test('of a study stand together on the page of its figures, and lead to the rows they are about', () => {
    const rows = page('/trials/ino-vate/figures/').querySelectorAll('[aria-labelledby="_findings"] tbody tr');
    expect(rows).toHaveLength(findings.filter((row) => row.startsWith('trials/ino-vate,')).length);
    expect(rows.map(textOf).join('\n')).toContain('pfs-hr-review');
  });
});

import { compareWords } from '../../i18n/compare.ts';
import { inLocale } from '../../i18n/locale.ts';
import { arrange, type Arrangement } from '../../compare/arrange.ts';
import type { View } from '../../compare/view.ts';
import { plainTable, toCsv, toHtml, toLatex, toMarkdown } from '../../compare/export.ts';
import { inEnglish } from '../dataset-store.ts';
import { referencesAs } from '../cite/client.ts';
import { save } from '../save.ts';

/** The forms in which a comparison leaves: what makes the text, and the file's name and type. */
const forms = {
  csv: { name: 'comparison.csv', type: 'text/csv' },
  markdown: { name: 'comparison.md', type: 'text/markdown' },
  latex: { name: 'comparison.tex', type: 'application/x-tex' },
  html: { name: 'comparison.html', type: 'text/html' },
  bib: { name: 'comparison.bib', type: 'application/x-bibtex' },
  ris: { name: 'comparison.ris', type: 'application/x-research-info-systems' },
} as const;
type Form = keyof typeof forms;

/**
 * Does what a button asks: `copy link`, `copy markdown`, `save csv` …
 *
 * @returns what happened, in words
 */
export async function exportAs(asked: string, arrangement: Arrangement, view: View): Promise<string> {
  const words = compareWords.export;
  const [act, what] = asked.split(' ') as ['copy' | 'save', Form | 'link'];
  try {
    const text = what === 'link' ? location.href : await textOf(what, arrangement, view);
    if (act === 'copy') {
      await navigator.clipboard.writeText(text);
      return what === 'link' ? words.linkCopied : words.copied(what);
    }
    const { name, type } = forms[what as Form];
    save(name, text, type);
    return words.saved(name);
  } catch (error) {
    return words.failed(error instanceof Error ? error.message : String(error));
  }
}

async function textOf(form: Form, arrangement: Arrangement, view: View): Promise<string> {
  const caption = compareWords.export.caption(
    arrangement.columns.map(({ name }) => name),
    view.denominator,
    location.href,
  );
  switch (form) {
    case 'csv':
      return inLocale('en', async () =>
        toCsv(await inEnglishWords(arrangement, view), view, (path) => new URL(path, location.href).href),
      );
    case 'markdown':
      return toMarkdown(plainTable(arrangement, view, caption));
    case 'latex':
      return toLatex(plainTable(arrangement, view, caption));
    case 'html':
      return toHtml(plainTable(arrangement, view, caption));
    case 'bib':
    case 'ris':
      return referencesAs(reportsOf(arrangement), form);
  }
}

/** The same arms and rows in English, for programs. */
async function inEnglishWords({ columns }: Arrangement, view: View): Promise<Arrangement> {
  const ids = [...new Set(columns.map(({ trial }) => trial.id))];
  const datasets = await Promise.all(ids.map(async (id) => [id, await inEnglish('trials', id)] as const));
  const arms = columns.map(({ key }) => key);
  return arrange({ ...view, arms, sort: undefined }, new Map(datasets));
}

/** The reports of the figures on show. */
const reportsOf = ({ rows }: Arrangement): string[] =>
  rows.flatMap(({ cells }) => cells.flatMap(({ fact }) => fact?.report.key ?? [])).sort();

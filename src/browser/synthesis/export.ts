import { inLocale, locale } from '../../i18n/locale.ts';
import { synthesisWords } from '../../i18n/synthesis.ts';
import { titleOf } from '../../synthesis/asked.ts';
import { rowsOf } from '../../synthesis/candidates.ts';
import { forestFile } from '../../charts/forest.ts';
import { methodsSentence } from '../../synthesis/methods.ts';
import { rScript } from '../../synthesis/r-script.ts';
import {
  dataCsv,
  dataJson,
  overriddenText,
  reportKeys,
  unstatedText,
  type Origin,
} from '../../synthesis/study-data.ts';
import { summaryAsLatex, summaryAsPage, summaryOf } from '../../synthesis/summary.ts';
import { synthesize, type Synthesis } from '../../synthesis/pool.ts';
import { inEnglish } from '../dataset-store.ts';
import { referencesAs } from '../cite/client.ts';
import { save, toPng } from '../save.ts';
import { need, withId } from '../../model/need.ts';

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Does what a button asks: `copy link`, `copy methods`, `save svg`, `save r` …
 *
 * @returns what happened, in words
 */
export async function exportSynthesis(asked: string, synthesis: Synthesis, origin: Origin): Promise<string> {
  const words = synthesisWords.export;
  try {
    switch (asked) {
      case 'copy link':
        await navigator.clipboard.writeText(origin.link);
        return words.linkCopied;
      case 'copy methods':
        await navigator.clipboard.writeText(need(methodsSentence(synthesis, origin)));
        return words.sentencesCopied;
      default:
        return words.saved(await saveAs(asked, synthesis, origin));
    }
  } catch (error) {
    return words.failed(error instanceof Error ? error.message : String(error));
  }
}

/** @returns the name of the file */
async function saveAs(asked: string, synthesis: Synthesis, origin: Origin): Promise<string> {
  const name = (ending: string) => `synthesis-${synthesis.state.endpoint}.${ending}`;
  const keep = (ending: string, content: string | Blob, type: string) => {
    save(name(ending), content, type);
    return name(ending);
  };
  switch (asked) {
    case 'save svg':
      return keep('svg', drawing(synthesis, origin), 'image/svg+xml');
    case 'save png':
      return keep('png', await toPng(drawing(synthesis, origin)), 'image/png');
    case 'save csv':
      return keep('csv', await forPrograms(dataCsv, synthesis, origin), 'text/csv');
    case 'save json':
      return keep('json', await forPrograms(dataJson, synthesis, origin), 'application/json');
    case 'save html':
      return keep('html', summaryAsPage(need(summaryOf(synthesis, origin))), 'text/html');
    case 'save tex':
      return keep('tex', summaryAsLatex(need(summaryOf(synthesis, origin))), 'application/x-tex');
    case 'save docx': {
      // Its packer is of use to few, and comes when asked for.
      const { toDocx } = await import('./docx.ts');
      return keep('docx', toDocx(need(summaryOf(synthesis, origin))), docxType);
    }
    case 'save r':
      return keep('R', await forPrograms(rScript, synthesis, origin), 'text/plain');
    case 'save bib':
      return keep('bib', await forPrograms(bibliography, synthesis, origin), 'application/x-bibtex');
    default:
      throw new Error(`nothing is called ${asked}`);
  }
}

/** What programs read is in English, whatever the page speaks. */
async function forPrograms(
  make: (synthesis: Synthesis, origin: Origin) => string | Promise<string>,
  synthesis: Synthesis,
  origin: Origin,
): Promise<string> {
  if (locale() === 'en') return make(synthesis, origin);
  const { state, studies } = synthesis;
  const dataset = await inEnglish('endpoints', state.endpoint);
  return inLocale('en', () => {
    const row = withId(rowsOf(dataset), state.row);
    const figures = studies.map(({ fact }) => fact.uid);
    const title = titleOf(withId(dataset.endpoints, state.endpoint).label, row, state.filters);
    return make(synthesize({ ...state, figures }, row), { ...origin, title });
  });
}

/** The plot on paper, with where it comes from. */
function drawing(synthesis: Synthesis, { base, version, link, title }: Origin): string {
  const { origin, pathname } = new URL(link);
  return forestFile(synthesis, title, [
    synthesisWords.export.from(`${base} ${version}`, `${origin}${pathname}`),
  ]);
}

/**
 * The reports of the figures, as their own pages offer them. What stands outside of entries is a comment to
 * BibTeX.
 */
async function bibliography(synthesis: Synthesis, { base, version, title, link }: Origin): Promise<string> {
  const entries = await referencesAs(reportKeys(synthesis), 'bib');
  const [against, unstated] = [overriddenText(synthesis), unstatedText(synthesis)];
  const head = [
    `${title}, from ${base} ${version}: ${link}`,
    ...(against ? [synthesisWords.although(against)] : []),
    ...(unstated ? [unstated] : []),
  ];
  return `${head.map((line) => `% ${line.replace(/[\s@]+/g, ' ')}\n`).join('')}\n${entries}`;
}

import { forestFile } from '../../charts/forest.ts';
import { methodsSentence } from '../../synthesis/methods.ts';
import { rScript } from '../../synthesis/r-script.ts';
import { dataCsv, dataJson, overriddenText, reportKeys, unstatedText, type Origin } from '../../synthesis/study-data.ts';
import { summaryAsLatex, summaryAsPage, summaryOf } from '../../synthesis/summary.ts';
import type { Synthesis } from '../../synthesis/pool.ts';
import { referencesAs } from '../cite/client.ts';
import { save, toPng } from '../save.ts';
import { need } from '../../model/need.ts';

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Does what a button asks: `copy link`, `copy methods`, `save svg`, `save r` …
 *
 * @returns what happened, in words
 */
export async function exportSynthesis(asked: string, synthesis: Synthesis, origin: Origin): Promise<string> {
  try {
    switch (asked) {
      case 'copy link':
        await navigator.clipboard.writeText(origin.link);
        return 'The link is copied.';
      case 'copy methods':
        await navigator.clipboard.writeText(need(methodsSentence(synthesis, origin)));
        return 'The sentences are copied.';
      default:
        return `Saved as ${await saveAs(asked, synthesis, origin)}.`;
    }
  } catch (error) {
    return `That did not work: ${error instanceof Error ? error.message : String(error)}`;
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
      return keep('csv', dataCsv(synthesis, origin), 'text/csv');
    case 'save json':
      return keep('json', dataJson(synthesis, origin), 'application/json');
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
      return keep('R', rScript(synthesis, origin), 'text/plain');
    case 'save bib':
      return keep('bib', await bibliography(synthesis, origin), 'application/x-bibtex');
    default:
      throw new Error(`nothing is called ${asked}`);
  }
}

/** The plot on paper, with where it comes from. */
function drawing(synthesis: Synthesis, { base, version, link, title }: Origin): string {
  const { origin, pathname } = new URL(link);
  return forestFile(synthesis, title, [`${base} ${version}, ${origin}${pathname}`]);
}

/** The reports of the figures, as their own pages offer them. What stands outside of entries is a comment to BibTeX. */
async function bibliography(synthesis: Synthesis, { base, version, title, link }: Origin): Promise<string> {
  const entries = await referencesAs(reportKeys(synthesis), 'bib');
  const [against, unstated] = [overriddenText(synthesis), unstatedText(synthesis)];
  const head = [
    `${title}, from ${base} ${version}: ${link}`,
    ...(against ? [`Pooled although these rules do not hold: ${against}`] : []),
    ...(unstated ? [unstated] : []),
  ];
  return `${head.map((line) => `% ${line.replace(/[\s@]+/g, ' ')}\n`).join('')}\n${entries}`;
}

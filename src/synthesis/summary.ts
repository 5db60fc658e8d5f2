import { toHtml, toLatex, toTex, type PlainTable } from '../compare/export.ts';
import { certaintyLines } from './certainty-words.ts';
import { overriddenText, readElsewhereText, unstatedText, type Origin } from './study-data.ts';
import { count, intervalText, synthesisWords as words, valueText } from './words.ts';
import { markup } from '../wording/markup.ts';
import type { Synthesis } from './pool.ts';

/** A summary-of-findings table, with the notes that stand below it. */
export interface Summary extends PlainTable {
  notes: string[];
}

/**
 * The summary of findings of one pooled outcome, in the columns of GRADE: outcome, studies and patients, effect, prediction
 * interval, certainty. Guyatt GH, Oxman AD, Santesso N, et al. J Clin Epidemiol 2013;66:158–172. Undefined where nothing is
 * pooled.
 */
export function summaryOf(synthesis: Synthesis, { base, version, link, title }: Origin): Summary | undefined {
  const { studies, result, state, verdict, certainty } = synthesis;
  if (typeof result === 'string') return undefined;
  const { measure, level } = state;
  const { estimate, ci, prediction } = result.read;
  const patients = studies.reduce((sum, { figure }) => sum + (figure.kind === 'counts' ? figure.total : 0), 0);
  const effect = measure === 'GEN' ? 'Relative effect' : 'Proportion';
  const percent = measure === 'GEN' ? '' : '%';
  const against = verdict.overridden.length > 0 ? [`Pooled although these rules do not hold: ${overriddenText(synthesis)}.`] : [];
  const notes = [
    ...against,
    ...[unstatedText(synthesis), readElsewhereText(synthesis)].flatMap((note) => (note ? [`${note}.`] : [])),
    `${words.model[state.method]}; interval: ${words.interval[result.pooled.test]}.`,
    ...(certainty ? certaintyLines(certainty) : []),
    `${base} ${version}: ${link}`,
  ];
  return {
    caption: `Summary of findings: ${title}`,
    rows: [
      ['Outcome', 'Studies', `${effect} (${level}% CI)`, `${level}% prediction interval`, 'Certainty (GRADE)'],
      [
        title,
        `${count(studies.length, 'study arm', 'study arms')}${patients > 0 ? `, ${patients} patients` : ''}`,
        `${valueText(measure, estimate)} (${intervalText(measure, ci)})`,
        prediction ? `${intervalText(measure, prediction)}${percent}` : 'not estimable from fewer than three studies',
        certainty ? words.grade[certainty.grade] : 'not judged',
      ],
    ],
    notes,
  };
}

/** A page that stands alone, which word processors open too. */
export function summaryAsPage(summary: Summary): string {
  const { caption, notes } = summary;
  const list = markup`<ul>\n${notes.map((note) => markup`<li>${note}</li>\n`)}</ul>`;
  const style =
    'body{font-family:sans-serif}table{border-collapse:collapse}th,td{border:1px solid;padding:4px 8px;text-align:left}';
  const title = markup`<title>${caption}</title>`;
  return `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n${title.text}\n<style>${style}</style>\n${toHtml(summary)}${list.text}\n</html>\n`;
}

/** A table of booktabs with its notes below. */
export function summaryAsLatex(summary: Summary): string {
  const notes = summary.notes.map((note) => `  \\par ${toTex(note)}`).join('\n');
  return toLatex(summary).replace('\\end{table}', () => `  \\medskip\\footnotesize\\raggedright\n${notes}\n\\end{table}`);
}

import { toHtml, toLatex, toTex, type PlainTable } from '../compare/export.ts';
import { certaintyLines } from './certainty-words.ts';
import { overriddenText, readElsewhereText, unstatedText, type Origin } from './study-data.ts';
import { languageTags, locale } from '../i18n/locale.ts';
import { synthesisWords } from '../i18n/synthesis.ts';
import { intervalText, valueText } from './words.ts';
import { markup } from '../wording/markup.ts';
import type { Measure } from '../stats/effect-sizes.ts';
import type { PartResult, Study, Synthesis } from './pool.ts';

/** A summary-of-findings table, with the notes that stand below it. */
export interface Summary extends PlainTable {
  notes: string[];
}

/**
 * The summary of findings of one pooled outcome, in the columns of GRADE: outcome, studies and patients,
 * effect, prediction interval, certainty. Guyatt GH, Oxman AD, Santesso N, et al. J Clin Epidemiol
 * 2013;66:158–172. Undefined where nothing is pooled.
 */
export function summaryOf(synthesis: Synthesis, { base, version, link, title }: Origin): Summary | undefined {
  const { studies, result, state, verdict, groups, certainty } = synthesis;
  if (typeof result === 'string') return undefined;
  const { measure, level } = state;
  const words = synthesisWords.summary;
  const against =
    verdict.overridden.length > 0
      ? [synthesisWords.stop(synthesisWords.although(overriddenText(synthesis)))]
      : [];
  const notes = [
    ...against,
    ...[unstatedText(synthesis), readElsewhereText(synthesis)].flatMap((note) =>
      note ? [synthesisWords.stop(note)] : [],
    ),
    words.how(synthesisWords.model[state.method], synthesisWords.interval[result.pooled.test]),
    ...(certainty ? certaintyLines(certainty) : []),
    words.from(`${base} ${version}`, link),
  ];
  return {
    caption: words.caption(title),
    rows: [
      [
        words.outcome,
        words.studies,
        words.effect(measure === 'GEN', level),
        words.prediction(level),
        words.certainty,
      ],
      [
        ...cellsOf(title, studies, result, measure),
        certainty ? synthesisWords.grade[certainty.grade] : synthesisWords.notJudged,
      ],
      // GRADE judges a body of evidence; of its parts the page judges none.
      ...(groups?.groups ?? []).map((group) => [
        ...cellsOf(words.group(title, group.name), group.studies, group.result, measure),
        synthesisWords.notJudged,
      ]),
    ],
    notes,
  };
}

/** Outcome, studies, effect and prediction interval of all studies or of a subgroup. */
function cellsOf(title: string, studies: readonly Study[], result: PartResult, measure: Measure): string[] {
  const words = synthesisWords.summary;
  const patients = studies.reduce(
    (sum, { figure }) => sum + (figure.kind === 'counts' ? figure.total : 0),
    0,
  );
  const of = [title, words.arms(studies.length, patients, measure === 'GEN')];
  if (typeof result === 'string') return [...of, words.notEstimable(result), words.tooFew];
  const { estimate, ci, prediction } = result.read;
  const percent = measure === 'GEN' ? '' : '%';
  return [
    ...of,
    synthesisWords.withInterval(valueText(measure, estimate), intervalText(measure, ci)),
    prediction ? `${intervalText(measure, prediction)}${percent}` : words.tooFew,
  ];
}

/** A page that stands alone, which word processors open too. */
export function summaryAsPage(summary: Summary): string {
  const { caption, notes } = summary;
  const list = markup`<ul>\n${notes.map((note) => markup`<li>${note}</li>\n`)}</ul>`;
  const style =
    'body{font-family:sans-serif}table{border-collapse:collapse}th,td{border:1px solid;padding:4px 8px;text-align:left}';
  const title = markup`<title>${caption}</title>`;
  return `<!doctype html>\n<html lang="${languageTags[locale()]}">\n<meta charset="utf-8">\n${title.text}\n<style>${style}</style>\n${toHtml(summary)}${list.text}\n</html>\n`;
}

/** A table of booktabs with its notes below. */
export function summaryAsLatex(summary: Summary): string {
  const notes = summary.notes.map((note) => `  \\par ${toTex(note)}`).join('\n');
  return toLatex(summary).replace(
    '\\end{table}',
    () => `  \\medskip\\footnotesize\\raggedright\n${notes}\n\\end{table}`,
  );
}

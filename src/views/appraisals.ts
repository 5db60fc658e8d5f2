import type { AppraisalNode, TrialNode } from '../evidence/library.ts';
import { word } from '../wording/figures.ts';
import { inWords } from '../i18n/locale.ts';
import { outcomes as said } from '../i18n/outcomes.ts';
import { trial as page } from '../i18n/trial.ts';
import { words } from '../i18n/words.ts';
import { doubtOf, type Doubt, type Judgement } from '../model/appraisal-tools.ts';
import { phrase } from '../model/phrases.ts';
import { shortLabel } from './references.ts';

/**
 * The signs of plots of the risk of bias, so that colour is not needed: after robvis (McGuinness and Higgins
 * 2021).
 */
const signs: Record<Doubt, string> = { none: '+', some: '−', grave: '×', unknown: '?' };

/** A judgement in words, with the sign that goes before it. */
export type ShownJudgement = ReturnType<typeof judged>;
const judged = (judgement: Judgement) => ({
  text: words.judgement[judgement],
  sign: signs[doubtOf[judgement]],
  doubt: doubtOf[judgement],
});

/** What was judged: `Overall survival: HR 0.75, Drug against usual care`; of an endpoint its name alone. */
function subjectOf({ fact, endpoint }: AppraisalNode): string {
  const label = inWords(endpoint.data.label);
  if (!fact) return said.appraised.all(label);
  const figure = said.appraised.figure(label, word(fact.outcome, fact.derived).value);
  const [arm, comparator] = [fact.arm, fact.comparator].map((side) => side && phrase(side.label));
  const sides = arm && comparator ? said.against(arm, comparator) : (arm ?? comparator);
  return sides ? said.listed([figure, sides]) : figure;
}

/**
 * How far the results of a study can be trusted: each appraisal with its domains, who judged, from what and
 * when. Undefined where nobody judged.
 */
export function appraisalsOf({ appraisals }: TrialNode) {
  if (appraisals.length === 0) return undefined;
  const rows = appraisals.map((appraisal) => {
    const { data, fact, endpoint, reference, domains } = appraisal;
    return {
      id: data.id,
      tool: words.tool[data.tool],
      subject: { href: fact ? `#${fact.outcome.id}` : endpoint.path, label: subjectOf(appraisal) },
      overall: judged(data.overall),
      /** The work that publishes it; where there is none, this base judged on a day. */
      by: reference && { href: reference.path, label: shortLabel(reference) },
      locator: phrase(data.locator ?? ''),
      on: data.on ?? '',
      basis: data.basis.map((kind) => words.read[kind]),
      note: data.note && phrase(data.note),
      domains: domains.map(({ data: { domain, judgement, reason, locator }, report }) => ({
        label: words.biasDomain[domain],
        judgement: judged(judgement),
        reason: phrase(reason),
        report: { href: (report.review ?? report.reference).path, label: shortLabel(report.reference) },
        locator: locator && phrase(locator),
      })),
    };
  });
  const overall = new Set(rows.map((one) => page.bias.judged(one.tool, one.overall.text)));
  return { overall: [...overall].join(page.row.semicolon), appraisals: rows };
}

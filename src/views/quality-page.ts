import { isContested } from '../evidence/ledger.ts';
import { distanceOf } from '../evidence/read-in.ts';
import { quality as words } from '../i18n/quality.ts';
import { familyName, titleOf, whyOf } from '../model/check-words.ts';
import { count } from '../wording/count.ts';
import { differenceRows } from './difference-rows.ts';
import { findingList } from './finding-rows.ts';
import type { Site } from './site.ts';
import { notableDifferences } from './notable-differences.ts';

/** So many differences are described in sentences; the ledger has all. */
const mostDescribed = 8;
/** So many rows of a list; the files have all of them. */
const mostRows = 500;

/** The page of the checks: what they found, where reports differ, and what each check asks. */
export function qualityPage(site: Site) {
  const { library, report } = site;
  const { summary, checks, findings } = report;
  const facts = [...library.facts.values()].filter(({ outcome }) => outcome.role !== 'planned');
  const own = {
    all: facts.length,
    traced: facts.filter(({ traced }) => traced === 'traced').length,
    partly: facts.filter(({ traced }) => traced === 'partly').length,
    untraced: facts.filter(({ traced }) => traced === 'not-indexed').length,
    secondary: facts.filter((fact) => distanceOf(fact) === 2).length,
    corroborated: facts.filter(({ corroboratedBy }) => corroboratedBy.length > 0).length,
    contested: facts.filter(({ disputes }) => disputes.some(isContested)).length,
  };
  const foundOf = (severity: 'error' | 'warning' | 'note') => {
    const found = findings.filter((finding) => finding.severity === severity);
    if (found.length === 0) return [];
    const title = words.headings[severity];
    return [
      { severity, title, count: count(found.length), list: findingList(site, found, { most: mostRows }) },
    ];
  };
  return {
    lede: words.lede(count(own.all), count(own.traced), count(own.contested)),
    notable: notableDifferences(library.ledger).map(({ id, title, all }) => ({
      id,
      title,
      count: count(all.length),
      described: all.slice(0, mostDescribed),
      more: all.length > mostDescribed ? words.moreInLedger(count(all.length - mostDescribed)) : undefined,
    })),
    faults: [...foundOf('error'), ...foundOf('warning')],
    notes: foundOf('note'),
    questions: words.questions(
      count(summary.checks),
      count(summary.run),
      count(summary.passed),
      count(summary.failed),
      count(summary.waived),
      count(summary.skipped),
    ),
    figures: (Object.keys(own) as (keyof typeof own)[]).map((key) => ({
      label: words.figures[key],
      count: count(own[key]),
    })),
    ledger: differenceRows(library.ledger.slice(0, mostRows)),
    moreInLedger:
      library.ledger.length > mostRows ? words.moreIn(library.ledger.length - mostRows) : undefined,
    families: [...Map.groupBy(checks, ({ id }) => id.replace(/\/.*/, ''))].map(([family, asked]) => ({
      name: familyName(family),
      checks: asked.map(({ id, severity, run, failed, waived, skipped }) => ({
        id,
        anchor: id.replace('/', '-'),
        title: titleOf(id),
        why: whyOf(id),
        asked: words.asked(
          words.severity[severity],
          count(run),
          count(failed),
          count(waived),
          count(skipped),
        ),
      })),
    })),
  };
}

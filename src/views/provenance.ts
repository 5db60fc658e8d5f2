import { copyText } from '../evidence/copies.ts';
import { isContested } from '../evidence/ledger.ts';
import type { Fact } from '../evidence/library.ts';
import { readElsewhere, readIn } from '../evidence/read-in.ts';
import { words } from '../i18n/words.ts';
import { word } from '../wording/figures.ts';
import { riskOfBiasText } from '../wording/risk-of-bias.ts';
import { sentenceOf } from './figure-words.ts';
import { explanationOf, findingsOf, passedBy } from './findings.ts';
import { linkName, linksOf, shortLabel } from './references.ts';
import type { Site } from './site.ts';

interface Link {
  href: string;
  label: string;
}

/** Where a figure comes from, as its card says it. */
export interface Provenance {
  id: string;
  /** The figure in the terms of its source; its value stands first and is also given alone. */
  sentence: ReturnType<typeof sentenceOf>;
  statedBy: Link;
  reportKind: string;
  /** The most lasting address of the report. */
  find: Link | undefined;
  /** What was read and where in it, leading to its address, which the page of the study has once; a copy has none. */
  read: { text: string; locator: Partial<Link>; elsewhere: string | undefined; work: Link | undefined };
  cites: Link[];
  note: string | undefined;
  computed: string | undefined;
  bias: (Link & { extent: string | undefined }) | undefined;
  same: Link[];
  differs: (Link & { text: string; isOfDigits: boolean })[];
  trace: string;
  /** How many checks held, and what they asked about. */
  passed: { count: number; about: string };
  findings: { href: string; text: string }[];
  cite: { href: string; report: string };
}

const traces: Record<Fact['traced'], string> = {
  traced: 'matched to the text of the source',
  partly: 'matched to the text of the source in part',
  'not-indexed': 'not matched to any text of the source',
  'no-figure': 'no figure to match',
};

/** What the checks of each family ask about; the page of quality explains every one. */
const subjects: Record<string, string> = {
  arithmetic: 'arithmetic',
  categories: 'sums',
  contrasts: 'comparisons',
  identity: 'works cited',
  intervals: 'intervals and P values',
  ledger: 'other reports',
  lineage: 'reports of the study',
  links: 'place in the source',
  order: 'other endpoints',
  plan: 'planned endpoints',
  scales: 'grading scales',
  trace: 'source text',
};
const aboutOf = (code: string) => {
  const [family = code] = code.split('/');
  return subjects[family] ?? family;
};

/**
 * The card of a figure.
 *
 * @param isElsewhere whether it stands on another page than that of its study
 */
export function provenanceOf(site: Site, fact: Fact, isElsewhere = false): Provenance {
  const { outcome, derived, report, source, sourceWork } = fact;
  const copy = source && site.library.copyAt(source.url);
  const [found] = linksOf(site, report.reference);
  const to = (other: Fact): Link => ({
    href: isElsewhere ? other.path : `#${other.outcome.id}`,
    label: shortLabel(other.report.reference),
  });
  const kind = readIn(fact);
  const passed = passedBy(site, fact);
  const kindRead = kind && (copy ? `a copy of the ${words.read[kind]} (${copyText(copy)})` : words.read[kind]);
  return {
    id: outcome.id,
    sentence: sentenceOf(fact, site.library),
    statedBy: { href: report.review?.path ?? report.reference.path, label: shortLabel(report.reference) },
    reportKind: words.report[report.data.kind].toLowerCase(),
    // Where what was read can be opened, that is nearest; else the report itself.
    find: source && !copy ? undefined : found && { href: found.href, label: linkName(found) },
    read: {
      text: kindRead ?? words.read['full-text'],
      locator: {
        label: outcome.locator,
        ...(source && !copy ? { href: isElsewhere ? source.url : `#_read-${report.id}-${source.id}` } : {}),
      },
      elsewhere: readElsewhere(fact),
      work: sourceWork && { href: sourceWork.path, label: shortLabel(sourceWork) },
    },
    cites: fact.cites.map((cited) => ({ href: cited.path, label: shortLabel(cited) })),
    note: outcome.note,
    computed:
      derived.interval &&
      derived.counts &&
      `${word(outcome, derived).computedInterval}, computed from ${derived.counts.events}/${derived.counts.total} (${derived.interval.method})`,
    bias: biasOf(fact),
    same: fact.corroboratedBy.map(to),
    differs: differencesOf(fact, to),
    trace: traces[fact.traced],
    passed: { count: passed.length, about: [...new Set(passed.map(aboutOf))].join(', ') },
    // Differences from other reports have lines of their own, with links.
    findings: findingsOf(site, fact)
      .filter(({ code }) => !/^ledger\/(un)?explained$|^ledger\/updated$/.test(code))
      .map(({ code, message, waived }) => ({
        href: explanationOf(code),
        text: waived ? `${message} (stands: ${waived})` : message,
      })),
    cite: { href: `${fact.trial.path}#_cite`, report: report.reference.id },
  };
}

function biasOf(fact: Fact): Provenance['bias'] {
  const judged = fact.riskOfBias;
  if (!judged) return undefined;
  const extent = judged.fact ? 'another figure of the same patients' : 'all results of the endpoint';
  return {
    href: judged.path,
    label: riskOfBiasText(judged.data),
    extent: judged.fact === fact ? undefined : `judged for ${extent}`,
  };
}

/** What other figures say instead, one line each: `HR 0.77, P = 0.04 (unexplained)`. */
function differencesOf(fact: Fact, to: (other: Fact) => Link): Provenance['differs'] {
  const others = Map.groupBy(fact.disputes, ({ facts }) => facts[facts[0] === fact ? 1 : 0]);
  return [...others].map(([other, disputes]) => ({
    ...to(other),
    text: disputes
      .map(({ facts, aspect, values, reason }) => `${aspect} ${values[facts[0] === fact ? 1 : 0]} (${reason})`)
      .join(', '),
    isOfDigits: !disputes.some(isContested),
  }));
}

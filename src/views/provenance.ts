import { factTitle } from '../evidence/citable.ts';
import { copyText } from '../evidence/copies.ts';
import { isContested } from '../evidence/ledger.ts';
import type { Fact, TrialNode } from '../evidence/library.ts';
import { disputedText } from '../evidence/ledger/compare.ts';
import { readElsewhere, readIn } from '../evidence/read-in.ts';
import { figures } from '../i18n/figures.ts';
import { locale } from '../i18n/locale.ts';
import { outcomes as said } from '../i18n/outcomes.ts';
import { words } from '../i18n/words.ts';
import { need } from '../model/need.ts';
import { phrase } from '../model/phrases.ts';
import { word } from '../wording/figures.ts';
import { riskOfBiasText } from '../wording/risk-of-bias.ts';
import { sentenceOf } from './figure-words.ts';
import { explanationOf, findingsOf, passedBy } from './findings.ts';
import { linkName, linksOf, shortLabel, type Link } from './references.ts';
import type { Site } from './site.ts';
import { wrongFigureForm } from './wrong-figure.ts';

/** Where a figure comes from, as its card says it. */
export interface Provenance {
  id: string;
  /** The figure in the terms of its source; its value stands first and is also given alone. */
  sentence: ReturnType<typeof sentenceOf>;
  statedBy: Link;
  reportKind: string;
  /** The most lasting address of the report. */
  find: Link | undefined;
  /**
   * What was read and where in it, leading to its address, which the page of the study has once; a copy has
   * none.
   */
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
  /** The title of its citation, which is English, where the card is in another language. */
  cite: { href: string; report: string; title: string | undefined };
  /** The form by which a reader reports that it is wrong. */
  wrong: string | undefined;
}

/** What the checks of a family ask about; the page of quality explains every one. */
const aboutOf = (code: string) => {
  const [family = code] = code.split('/');
  return (said.card.subject as Readonly<Record<string, string>>)[family] ?? family;
};

/** Where the card of a figure stands: on the page of all figures of its study. */
export const cardPath = ({ trial, outcome }: Fact): string => `${figuresPath(trial)}#${outcome.id}`;

/** The page of all figures of a study. */
export const figuresPath = ({ path }: TrialNode): string => `${path}figures/`;

/**
 * The card of a figure.
 *
 * @param isElsewhere whether it stands alone, on a page without the other figures of its study
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
  const kindRead = kind && (copy ? said.card.copy(words.read[kind], copyText(copy)) : words.read[kind]);
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
        label: phrase(outcome.locator),
        ...(source && !copy
          ? { href: isElsewhere ? source.url : `${fact.trial.path}#_read-${report.id}-${source.id}` }
          : {}),
      },
      elsewhere: readElsewhere(fact),
      work: sourceWork && { href: sourceWork.path, label: shortLabel(sourceWork) },
    },
    cites: fact.cites.map((cited) => ({ href: cited.path, label: shortLabel(cited) })),
    note: outcome.note && phrase(outcome.note),
    computed:
      derived.interval &&
      derived.counts &&
      said.card.computedFrom(
        need(word(outcome, derived).computedInterval),
        String(derived.counts.events),
        String(derived.counts.total),
        derived.interval.method,
      ),
    bias: biasOf(fact),
    same: fact.corroboratedBy.map(to),
    differs: differencesOf(fact, to),
    trace: said.card.trace[fact.traced],
    passed: { count: passed.length, about: said.listed([...new Set(passed.map(aboutOf))]) },
    // Differences from other reports have lines of their own, with links.
    findings: findingsOf(site, fact)
      .filter(({ code }) => !/^ledger\/(un)?explained$|^ledger\/updated$/.test(code))
      .map(({ code, message, waived }) => ({
        href: explanationOf(code),
        text: waived ? said.card.stands(message, waived) : message,
      })),
    cite: {
      href: `${fact.trial.path}#_cite`,
      report: report.reference.id,
      title: locale() === 'en' ? undefined : factTitle(fact),
    },
    wrong: wrongFigureForm(site, fact),
  };
}

function biasOf(fact: Fact): Provenance['bias'] {
  const judged = fact.riskOfBias;
  if (!judged) return undefined;
  return {
    href: judged.path,
    label: riskOfBiasText(judged.data),
    extent: judged.fact === fact ? undefined : said.card.judgedFor[judged.fact ? 'figure' : 'endpoint'],
  };
}

/** What other figures say instead, one line each: `HR 0.77, P = 0.04 (unexplained)`. */
function differencesOf(fact: Fact, to: (other: Fact) => Link): Provenance['differs'] {
  const others = Map.groupBy(fact.disputes, ({ facts }) => facts[facts[0] === fact ? 1 : 0]);
  return [...others].map(([other, disputes]) => ({
    ...to(other),
    text: said.listed(
      disputes.map(({ aspect, reason }) =>
        said.card.difference(
          figures.aspect[aspect],
          disputedText(other.outcome, aspect),
          figures.reason[reason],
        ),
      ),
    ),
    isOfDigits: !disputes.some(isContested),
  }));
}

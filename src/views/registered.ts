import { referenceLinks, type ReferenceLink } from '../citations/links.ts';
import type { ReferenceNode, TrialNode } from '../evidence/library.ts';
import { trial as said } from '../i18n/trial.ts';
import { phrase } from '../model/phrases.ts';
import type { Trial } from '../model/trial.ts';
import { linkName, shortLabel, type Link } from './references.ts';

type Dated = NonNullable<Trial['registered']>['start'];
type Row = readonly [label: string, value: string | undefined];

/** `drug: Name`: its type is a term of the registry. */
function typed(intervention: string): string {
  const [, type, name] = /^([a-z ]+): (.+)$/s.exec(intervention) ?? [];
  return type === undefined || name === undefined
    ? phrase(intervention)
    : `${said.registered.term(type)}: ${phrase(name)}`;
}

/**
 * What a registry's record says of a study beside its figures, by name; what it does not say has no value.
 */
export function registeredFacts({ data }: TrialNode): Row[] {
  const { registered } = data;
  if (!registered) return [];
  const { term, fact, day, counted, list } = said.registered;
  const termed = (value: string | undefined) => value && term(value);
  const dated = (one: Dated) => one && day(one.date, one.type);
  const listed = (all: readonly string[] | undefined, words: (one: string) => string) =>
    all?.map(words).join(list);
  const { enrolment, sites } = registered;
  return [
    [fact.status, termed(registered.status)],
    [fact.whyStopped, registered.whyStopped && phrase(registered.whyStopped)],
    [fact.start, dated(registered.start)],
    [fact.primaryCompletion, dated(registered.primaryCompletion)],
    [fact.completion, dated(registered.completion)],
    [fact.resultsPosted, dated(registered.resultsPosted)],
    [fact.lastUpdate, dated(registered.lastUpdate)],
    [fact.enrolment, enrolment && counted(enrolment.count.printed, enrolment.type)],
    [fact.studyType, termed(registered.studyType)],
    [fact.allocation, termed(registered.allocation)],
    [fact.model, termed(registered.model)],
    [fact.timePerspective, termed(registered.timePerspective)],
    [fact.purpose, termed(registered.purpose)],
    [fact.masking, termed(registered.masking)],
    [fact.conditions, listed(registered.conditions, phrase)],
    [fact.interventions, listed(registered.interventions, typed)],
    [fact.sponsor, registered.sponsor],
    [fact.sites, sites?.toString()],
    [fact.otherIds, listed(registered.otherIds, (id) => id)],
  ];
}

/** A work that a record lists: one of the library, an address by its number, or a citation alone. */
interface RegisteredWork {
  kind: string | undefined;
  work: ReferenceNode | undefined;
  links: ReferenceLink[];
  citation: string | undefined;
}

export function registeredWorks({ data }: TrialNode, references: readonly ReferenceNode[]): RegisteredWork[] {
  return (data.registered?.references ?? []).map(({ kind, key, pmid, doi, citation }) => ({
    kind: kind && said.registered.term(kind),
    work: key === undefined ? undefined : references.find(({ id }) => id === key),
    links: referenceLinks({ DOI: doi, PMID: pmid }),
    citation,
  }));
}

/** What a registry's record says of a study beside its figures, ready to be shown. */
export interface Registered {
  facts: Row[];
  works: { kind: string | undefined; work: Link | undefined; links: Link[]; citation: string | undefined }[];
}

export function registeredOf(trial: TrialNode, references: readonly ReferenceNode[]): Registered | undefined {
  if (!trial.data.registered) return undefined;
  return {
    facts: registeredFacts(trial),
    works: registeredWorks(trial, references).map(({ kind, work, links, citation }) => ({
      kind,
      work: work && { href: work.path, label: shortLabel(work) },
      links: links.map((link) => ({ href: link.href, label: linkName(link) })),
      citation,
    })),
  };
}

import { appraisalTools } from '../model/appraisal-tools.ts';
import type { Figure } from '../model/figure.ts';
import { partOf, type Outcome } from '../model/outcome.ts';
import { nameOfTrial, sizeFor, type Population, type Trial } from '../model/trial.ts';
import { riskOfBias } from './appraisals.ts';
import { derive } from './derive.ts';
import { ledgerOf } from './ledger.ts';
import { byId, resolved, unique, type Named } from './named.ts';
import { scaleOf } from './rows.ts';
import { patientsOf, standingsOf, type Standing } from './standing.ts';
import { tracedOf } from './trace.ts';
import type {
  AppraisalNode,
  Dispute,
  EndpointNode,
  Fact,
  PlannedNode,
  ReferenceNode,
  ReportNode,
  TrialNode,
} from './library.ts';

type TrialEntry = { id: string; data: Trial } & Pick<TrialNode, 'body' | 'translations'>;

/** Links a study to what it names, and that to it; holds its reports against each other. */
export function linkTrial(
  entry: TrialEntry,
  { node, watched, vocabulary, reference, endpoint, therapy, review }: Omit<Named, 'trial'>,
  /** Endpoints that describe the patients. */
  descriptive: ReadonlySet<string>,
): { trial: TrialNode; disputes: Dispute[] } {
  const trial = node(trialNode(entry));
  trial.therapies = unique(entry.data.arms.flatMap((arm) => arm.therapies)).map(therapy);
  trial.targets = unique(trial.therapies.flatMap(({ targets }) => targets));
  for (const given of trial.therapies) given.trials.push(trial);
  trial.reports = entry.data.reports.map((data): ReportNode => {
    const own = data.review === undefined ? undefined : review(data.review);
    return watched.watch(
      `report:${entry.id}/${data.id}`,
      {
        id: data.id,
        trial,
        data,
        review: own,
        reference: own ? own.reference : reference(resolved(data.reference, 'a reference')),
      },
      { fixed: ['id', 'trial'] },
    );
  });
  for (const report of trial.reports) if (!report.review) report.reference.reports.push(report);
  trial.facts = entry.data.outcomes.map((outcome) => {
    const fact = linkFact(trial, outcome, endpoint, reference);
    return watched.watch(`fact:${fact.uid}`, fact, {
      fixed: ['uid', 'path', 'trial'],
      apart: ['endpoint', 'report'],
    });
  });
  for (const fact of trial.facts) {
    fact.endpoint.facts.push(fact);
    fact.report.review?.facts.push(fact);
    for (const cited of fact.cites) cited.citedFor.push(fact);
    fact.sourceWork?.readFor.push(fact);
  }
  for (const [fact, standing] of standingsOf(trial, ({ outcome }) => scaleOf(outcome, vocabulary)))
    fact.standing = standing;
  const disputes = attachLedger(trial, descriptive);
  trial.planned = entry.data.planned.map((data): PlannedNode => {
    const planned = {
      uid: `${entry.id}/${data.id}`,
      path: `${trial.path}#${data.id}`,
      trial,
      data,
      endpoint: endpoint(data.endpoint),
      report: reportOf(trial, data.report),
    };
    planned.endpoint.planned.push(planned);
    return planned;
  });
  trial.appraisals = entry.data.appraisals.map((data) => linkAppraisal(trial, data, endpoint, reference));
  for (const appraisal of trial.appraisals) appraisal.reference?.appraises.push(appraisal);
  for (const fact of trial.facts) fact.riskOfBias = riskOfBias(fact);
  trial.year = yearOf(trial);
  return { trial, disputes };
}

function trialNode({ id, data, body, translations }: TrialEntry): TrialNode {
  return {
    kind: 'trial',
    id,
    path: `/trials/${id}/`,
    name: nameOfTrial(data),
    data,
    body,
    translations,
    reports: [],
    facts: [],
    planned: [],
    appraisals: [],
    therapies: [],
    targets: [],
    related: [],
    year: undefined,
    enrolled: patientsOf(data),
  };
}

function reportOf(trial: TrialNode, id: string): ReportNode {
  return resolved(
    trial.reports.find((report) => report.id === id),
    `the report ${id} of ${trial.id}`,
  );
}

function linkAppraisal(
  trial: TrialNode,
  data: Trial['appraisals'][number],
  endpoint: (id: string) => EndpointNode,
  reference: (key: string) => ReferenceNode,
): AppraisalNode {
  const fact =
    data.fact === undefined
      ? undefined
      : resolved(
          trial.facts.find(({ outcome }) => outcome.id === data.fact),
          `the outcome ${data.fact} of ${trial.id}`,
        );
  const order: readonly string[] = appraisalTools[data.tool].domains;
  return {
    uid: `${trial.id}/${data.id}`,
    path: `${trial.path}#${data.id}`,
    trial,
    data,
    fact,
    endpoint: fact?.endpoint ?? endpoint(resolved(data.endpoint, 'an endpoint')),
    reference: data.reference === undefined ? undefined : reference(data.reference),
    domains: data.domains
      .map((one) => ({ data: one, report: reportOf(trial, one.report) }))
      .sort((a, b) => order.indexOf(a.data.domain) - order.indexOf(b.data.domain)),
  };
}

function linkFact(
  trial: TrialNode,
  outcome: Trial['outcomes'][number],
  endpoint: (id: string) => EndpointNode,
  reference: (key: string) => ReferenceNode,
): Fact {
  const population = (id: string) =>
    resolved(
      trial.data.populations.find((p) => p.id === id),
      `the population ${id} of ${trial.id}`,
    );
  const arm = (id: string | undefined) =>
    id === undefined
      ? undefined
      : resolved(
          trial.data.arms.find((a) => a.id === id),
          `the arm ${id} of ${trial.id}`,
        );
  const report = reportOf(trial, outcome.report);
  const counted = population(outcome.population);
  const { sources } = report.data;
  const source = outcome.source === undefined ? sources[0] : sources.find((s) => s.id === outcome.source);
  return {
    uid: `${trial.id}/${outcome.id}`,
    path: `${trial.path}#${outcome.id}`,
    trial,
    outcome,
    report,
    endpoint: endpoint(outcome.endpoint),
    source,
    sourceWork: source?.in === undefined ? undefined : reference(source.in),
    population: counted,
    arm: arm(outcome.arm),
    comparator: outcome.kind === 'contrast' ? arm(outcome.comparator) : undefined,
    versus: outcome.kind === 'contrast' && outcome.versus ? population(outcome.versus) : undefined,
    cites: (outcome.cites ?? []).map(reference),
    derived: derive(outcome, totalFor(outcome, counted, trial.data)),
    corroboratedBy: [],
    disputes: [],
    traced: tracedOf(outcome),
    standing: unsettled,
    riskOfBias: undefined,
  };
}

/**
 * Patients of whom a percentage that is printed without a total is a share: those of its population, where
 * the report that states it counts them. Of those who are seen after some time there may be fewer, and a
 * review may mean others.
 */
function totalFor(outcome: Outcome, { n, report }: Population, trial: Trial): Figure | undefined {
  const isLater = partOf(outcome, 'at')?.basis === 'after';
  return n && report === outcome.report && !isLater ? sizeFor(outcome.arm, n, trial) : undefined;
}

/** Stands in a fact until all of its study are linked. */
const unsettled: Standing = {
  row: { id: '', order: 0 },
  superseded: false,
  place: 0,
  tested: false,
  usual: false,
};

/** Compares the reports of a trial, and records the outcome with each fact. */
function attachLedger(trial: TrialNode, descriptive: ReadonlySet<string>): Dispute[] {
  const facts = byId(trial.facts.map((fact) => ({ id: fact.outcome.id, fact })));
  const factOf = (id: string) => resolved(facts.get(id), `the fact ${id}`).fact;
  const { corroborated, discrepancies } = ledgerOf(trial.id, trial.data, descriptive);
  for (const [id, others] of corroborated) factOf(id).corroboratedBy = others.map(factOf);
  return discrepancies.map((found) => {
    const dispute: Dispute = { ...found, facts: [factOf(found.facts[0].id), factOf(found.facts[1].id)] };
    for (const fact of dispute.facts) fact.disputes.push(dispute);
    return dispute;
  });
}

function yearOf({ reports }: TrialNode): number | undefined {
  const own = reports.filter((report) => !report.review);
  const dated = own.flatMap((report) => report.reference.data.issued?.['date-parts'][0]?.[0] ?? []);
  const primary = own.find((report) => report.data.kind === 'primary')?.reference.data.issued?.[
    'date-parts'
  ][0]?.[0];
  return primary ?? (dated.length > 0 ? Math.min(...dated) : undefined);
}

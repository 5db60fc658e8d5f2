import { appraisalTools, type ToolId } from '../../src/model/appraisal-tools.ts';
import type { Collection } from '../../src/model/collections.ts';
import { terms } from './base.ts';
import type { Draw } from './draw.ts';
import type { Data, DraftEntry, List } from './parts.ts';

/** What names there are to draw from. */
export interface Named extends Record<Collection, string[]> {
  draw: Draw;
  works: string[];
  endpoints: string[];
}

export function nameWorks(work: Data, { draw, works }: Named): void {
  const custom = work.custom as Data | undefined;
  if (!custom) return;
  delete custom.unlinked;
  if (custom.aliases !== undefined) custom.aliases = [`former-${String(work.id)}`];
  for (const printed of (custom.printed as List | undefined) ?? []) printed.in = draw.of(works);
}

export function unique(ids: readonly string[]): string[] {
  return ids.map((id, i) => (ids.indexOf(id) < i ? `${id.slice(0, 90)}-${i}` : id));
}

const renamed = (list: List): void =>
  unique(list.map(({ id }) => id as string)).forEach((id, i) => (list[i]!.id = id));
const put = (at: Data, key: string, value: unknown): void => {
  if (at[key] !== undefined) at[key] = value;
};

/** Gives what an entry names the names of things that are there. */
export const naming: Partial<Record<Collection, (entry: DraftEntry, named: Named) => void>> = {
  trials({ id, data }, named) {
    const { draw, works, endpoints, therapies, reviews } = named;
    const [arms, populations, reports, planned, facts] = [
      'arms',
      'populations',
      'reports',
      'planned',
      'outcomes',
    ].map((key) => (data[key] ?? []) as List) as [List, List, List, List, List];
    const appraisals = (data.appraisals ?? []) as List;
    data.setting = draw.of(terms);
    Object.assign(data.population as Data, {
      ageGroup: draw.of(terms),
      attributes: draw.chance(0.5) ? {} : { content: [draw.of(terms)] },
    });
    // Every other pair of trials shares patients, as both say; a few say so of themselves.
    const place = named.trials.indexOf(id);
    const partner = place % 4 < 2 ? named.trials[place ^ 1] : undefined;
    const shares = draw.chance(0.02) ? id : partner;
    data.overlaps = shares === undefined ? [] : [{ trial: shares, note: 'The same patients' }];
    put(data, 'registry', [
      {
        registry: 'R',
        id: `NCT${String(place < 0 ? Math.floor(draw.next() * 1e8) : place).padStart(8, '0')}`,
      },
    ]);
    for (const list of [arms, populations]) renamed(list);
    const [armIds, peopleIds] = [arms, populations].map((list) => list.map((one) => one.id as string)) as [
      string[],
      string[],
    ];
    for (const arm of arms) {
      put(arm, 'therapies', draw.some(therapies, 2));
      put(arm, 'study', draw.chance(0.02) ? id : partner);
    }
    for (const report of reports) {
      const isReview = report.kind === 'review';
      Reflect.deleteProperty(report, isReview ? 'reference' : 'review');
      report[isReview ? 'review' : 'reference'] = draw.of(isReview ? reviews : works);
      const sources = (report.sources ?? []) as List;
      renamed(sources);
      for (const source of sources) if (source.in !== undefined) source.in = draw.of(works);
    }
    const reportIds = reports.map(({ reference: key, review }) => (key ?? review) as string);
    // Most name what stands before them; a few themselves, or each other.
    const before = (ids: string[], i: number) =>
      draw.chance(0.03) ? ids : ids.slice(0, i).filter((one) => one !== ids[i]);
    reports.forEach((report, i) => put(report, 'supersedes', draw.some(before(reportIds, i), 2)));
    populations.forEach((people, i) => {
      put(
        people,
        'of',
        people.n === undefined || draw.chance(0.2) ? draw.of(before(peopleIds, i)) : undefined,
      );
      put(people, 'report', draw.of(reportIds));
      if (typeof people.n === 'object' && people.n !== null && !('source' in people.n))
        people.n = Object.fromEntries(armIds.map((arm) => [arm, Math.floor(draw.next() * 300)]));
    });
    renamed([...facts, ...planned, ...appraisals]);
    for (const plan of planned)
      Object.assign(plan, { endpoint: draw.of(endpoints), report: draw.of(reportIds) });
    for (const fact of facts) {
      nameFact(fact, named);
      const report = draw.of(reports);
      const sources = (report.sources ?? []) as List;
      Object.assign(fact, { report: report.reference ?? report.review, population: draw.of(peopleIds) });
      delete fact.source;
      if (sources.length > 1) fact.source = draw.of(sources).id;
      put(fact, 'arm', draw.of(armIds));
      put(fact, 'comparator', draw.of(armIds));
      put(fact, 'versus', draw.of(peopleIds));
    }
    for (const appraisal of appraisals) nameAppraisal(appraisal, data, reportIds, named);
  },
  therapies({ data }, { draw, works }) {
    Object.assign(data, { class: draw.of(terms), targets: draw.some(terms, 2) });
    put(data, 'attributes', { scales: [draw.of(terms)] });
    for (const approval of (data.approvals ?? []) as List) {
      approval.report = draw.of(works);
      for (const claim of (approval.claims ?? []) as List) claim.report = draw.of(works);
    }
    delete data.unlinked;
  },
  reviews({ data }, named) {
    const { draw, works } = named;
    data.reference = draw.of(works);
    for (const item of (data.bibliography ?? []) as List) item.key = draw.of(works);
    const claims = (data.claims ?? []) as List;
    renamed(claims);
    for (const claim of claims) nameFact(claim, named);
  },
  syntheses({ data }, named) {
    const { draw, works, therapies, trials } = named;
    data.reference = draw.of(works);
    const about = data.question as Data;
    Object.assign(about, {
      therapies: draw.some(therapies, 2),
      classes: draw.some(terms, 1),
      targets: draw.some(terms, 1),
    });
    put(about, 'setting', draw.of(terms));
    put(about, 'ageGroup', draw.of(terms));
    for (const study of (data.included ?? []) as List)
      study.trial = trials.length > 0 ? draw.of(trials) : 'nothing';
    if (trials.length === 0) data.included = [];
    const sources = data.sources as List;
    renamed(sources);
    for (const source of sources) if (source.in !== undefined) source.in = draw.of(works);
    delete (data.size as Data | undefined)?.trace;
    const results = data.pooled as List;
    renamed(results);
    for (const result of results) {
      nameFact(result, named);
      delete result.missing;
      result.estimate ??= 12;
      result.source = draw.of(sources).id;
      put(result, 'ageGroup', draw.of(terms));
      for (const key of ['therapies', 'classes', 'targets']) Reflect.deleteProperty(result, key);
      for (const key of ['interval', 'prediction']) {
        const own = result[key] as Data | undefined;
        if (own && [undefined, 'confidence', 'credible'].includes(own.kind as undefined)) own.level ??= 95;
      }
      put(result, 'differs', { from: draw.of(results).id, p: 0.04 });
    }
  },
  topics({ data }, { draw, endpoints, therapies }) {
    Object.assign(data, { endpoints: draw.some(endpoints, 3), therapies: draw.some(therapies, 3) });
  },
};

/**
 * Lets an appraisal judge every domain of its tool, of a figure that the tool may judge where there is one.
 */
function nameAppraisal(appraisal: Data, { outcomes }: Data, reports: string[], { draw, works }: Named): void {
  const { judges, domains, judgements, overall } = appraisalTools[appraisal.tool as ToolId];
  const [given] = appraisal.domains as List;
  appraisal.domains = domains.map((domain) => ({
    ...given,
    ...{
      domain,
      judgement: draw.of(judgements),
      reason: given?.reason ?? 'So it is',
      report: draw.of(reports),
    },
  }));
  appraisal.overall = overall.at(-1);
  const isComparison = ({ kind, comparator, arm }: Data) =>
    kind === 'contrast' && comparator !== undefined && comparator !== arm;
  const all = (outcomes ?? []) as List;
  const fitting =
    judges === 'series' ? all.filter(({ kind }) => kind !== 'contrast') : all.filter(isComparison);
  const { id, endpoint } = fitting.length > 0 ? draw.of(fitting) : {};
  const ofEndpoint = judges === 'series' && draw.chance(0.5);
  Object.assign(appraisal, ofEndpoint ? { fact: undefined, endpoint } : { fact: id, endpoint: undefined });
  const isOwn = appraisal.by === 'base';
  Object.assign(
    appraisal,
    isOwn
      ? { on: '2026-01-31', reference: undefined, locator: undefined }
      : { on: undefined, reference: draw.of(works), locator: 'table 2' },
  );
  if (isOwn) appraisal.basis = ['full-text'];
}

const figureKeys = ['events', 'percent', 'value', 'low', 'high', 'estimate', 'p', 'favours', 'date'];

function nameFact(fact: Data, { draw, works, endpoints, therapies }: Named): void {
  fact.endpoint = draw.of(endpoints);
  put(fact, 'scale', draw.chance(0.3) ? 'unstated' : draw.of(terms));
  delete fact.trace;
  delete fact.waivers;
  const cites = draw.some(works, 2);
  put(fact, 'cites', cites);
  if (fact.citedAs !== undefined) {
    if (cites.length === 0 || fact.cites === undefined) delete fact.citedAs;
    else
      fact.citedAs = {
        author: 'Nobody',
        ...(draw.chance(0.5) && therapies.length > 0 ? { agents: [draw.of(therapies)] } : {}),
      };
  }
  const interval = fact.interval as Data | undefined;
  if (interval && [undefined, 'confidence', 'credible'].includes(interval.kind as undefined))
    interval.level ??= 95;
  const hasFigure = figureKeys.some((key) => fact[key] !== undefined);
  delete fact.missing;
  if (!hasFigure && !['association', 'statement'].includes(fact.kind as string))
    fact.missing = draw.of(['not-reported', 'not-reached']);
}

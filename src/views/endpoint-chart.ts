import { termOf, type EndpointNode, type Fact, type Library } from '../evidence/library.ts';
import { rowLabel } from '../evidence/rows.ts';
import { armOf } from '../evidence/standing.ts';
import { treatmentsOf } from '../evidence/treatments.ts';
import { inWords } from '../i18n/locale.ts';
import { pages } from '../i18n/pages.ts';
import { phrase } from '../model/phrases.ts';
import {
  armRow,
  bySize,
  chartOf,
  lowered,
  spanOf,
  type ArmRow,
  type FigureChart,
  type FigureGroup,
} from './figure-chart.ts';
import { standingAmong } from './result-figures.ts';
import { axisKindOf } from './marks.ts';

/** Rows under one head, and heads on one chart: what is beyond stands in the tables below. */
const [mostRows, mostGroups] = [25, 5];

/**
 * The figures of an endpoint that stand for an arm, the highest first. Only what is measured alike stands
 * under one head: grades on one scale, rates at one time; plain rates and medians by setting.
 */
export function endpointCharts(endpoint: EndpointNode, library: Library): FigureChart[] {
  const standing = standingAmong(endpoint.facts);
  const charts = (['percent', 'time'] as const).map((kind) => {
    const own = standing.filter((fact) => axisKindOf(fact) === kind);
    const headOf = (fact: Fact) =>
      ['proportion', 'median'].includes(fact.outcome.kind)
        ? settingOf(fact, library)
        : capital(rowLabel(fact, library.vocabulary));
    const groups = [...Map.groupBy(own, headOf)]
      .toSorted(([, a], [, b]) => b.length - a.length)
      .slice(0, mostGroups)
      .map(([label, facts]) => groupOf(label, facts, library));
    return chartOf(kind, {
      caption: kind === 'time' ? pages.endpoint.medians : pages.endpoint.rates,
      groups,
    });
  });
  return charts.filter((chart) => chart.groups.length > 0);
}

function groupOf(label: string, facts: readonly Fact[], library: Library): FigureGroup {
  const ofArms = Map.groupBy(facts, armOf);
  const rows = facts
    .map((fact) => rowOf(fact, (ofArms.get(armOf(fact))?.length ?? 0) > 1, library))
    .toSorted(bySize);
  const more = rows.length > mostRows ? pages.endpoint.more(rows.length - mostRows) : '';
  const tested = rows.filter(({ strip }) => strip.look === 'main');
  const span = spanOf(tested);
  return {
    heads: [{ label, path: undefined }],
    note: span && `${span}${more}`,
    rows: rows.slice(0, mostRows),
  };
}

/**
 * The study with what the arm was given, and of whom it is where that is not all patients; which figure,
 * where its arm has several.
 */
function rowOf(fact: Fact, isOneOfSeveral: boolean, { vocabulary }: Library): ArmRow {
  const arm = armOf(fact);
  const given = treatmentsOf(fact).map(({ data }) => lowered(inWords(data.name)));
  const row = armRow(fact, []);
  const kinds = [
    pages.and(given) || lowered(phrase(arm?.label ?? '')),
    isOneOfSeveral && rowLabel(fact, vocabulary),
    fact.population.kind === 'responders' && pages.endpoint.ofResponders,
  ];
  return { ...row, kind: pages.and(kinds.flatMap((one) => one || [])) };
}

const settingOf = ({ trial }: Fact, { vocabulary }: Library) =>
  inWords(termOf(vocabulary.settings, trial.data.setting).label);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

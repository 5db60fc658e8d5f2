import type { FactList } from './fact-list.ts';
import { oneLine } from './loose.ts';
import { printedCount } from './printed.ts';
import type { AdverseEventRow, AdverseEvents, GroupCount, Results } from './record.ts';

const ofAll = {
  deaths: { term: 'Death from any cause', names: ['Death', 'All-cause mortality', 'Death from any cause'] },
  serious: {
    term: 'Serious adverse events',
    names: ['Serious adverse events', 'Any adverse event', 'Adverse events'],
  },
  other: {
    term: 'Other adverse events',
    names: ['Other adverse events', 'Any adverse event', 'Adverse events'],
  },
} as const;

/** Makes a fact of the deaths, serious and other events of each group, and of each event in each group. */
export function addEvents(events: AdverseEvents, list: FactList): void {
  const whole = {
    deaths: 'deaths',
    serious: 'serious adverse events',
    other: 'other adverse events',
  } as const;
  for (const row of events.rows) {
    for (const count of row.counts) {
      const { term, names } = ofAll[row.kind];
      const group = events.groups.find(({ id }) => id === count.group) ?? {
        id: count.group,
        title: count.group,
      };
      const side = list.sides.of(group, events.groups.length <= 1);
      const [affected, total] = [printedCount(count.affected), printedCount(count.atRisk)];
      const happened = printedCount(count.events);
      list.add({
        kind: 'adverse-event',
        names: row.term === undefined ? names : [row.term, ...names.slice(1)],
        about: [row.kind === 'deaths' ? 'deaths' : `${row.kind}-ae`, row.term, group.title],
        section: whole[row.kind],
        arm: side.arm,
        population: side.population ?? safetyOf(events, list),
        figures: {
          total,
          ...(affected === undefined ? { missing: 'not-reported' as const } : { events: affected }),
        },
        more: { term: row.term ?? term, grade: 'unstated', scale: 'unstated' },
        definition: definitionOf(row, events),
        notes: [
          happened === undefined ? undefined : `Events counted: ${happened}.`,
          row.kind === 'other' && events.threshold !== undefined
            ? `Listed where more than ${events.threshold}% had it.`
            : undefined,
        ],
      });
    }
  }
}

function definitionOf({ kind, term, organ }: AdverseEventRow, { timeFrame }: AdverseEvents): string {
  const what =
    term === undefined
      ? kind
      : `${kind === 'serious' ? 'serious' : 'not serious'}${organ === undefined ? '' : `, ${oneLine(organ)}`}`;
  return timeFrame === undefined ? capital(what) : `${capital(what)} (${oneLine(timeFrame)})`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function safetyOf({ description }: AdverseEvents, list: FactList): string {
  return list.sides.population('at risk', {
    id: ['at-risk'],
    kind: 'safety',
    label: 'Participants at risk of adverse events',
    definition: description === undefined ? undefined : oneLine(description),
  });
}

/** Makes a fact of each milestone of the participants' flow, and of each reason for not completing it. */
export function addFlow({ flow, flowGroups }: Results, population: string, list: FactList): void {
  for (const period of flow) {
    for (const { title, isReason, counts } of period.rows) {
      for (const count of counts) addCount(period.title, title, isReason, count);
    }
  }

  function addCount(
    period: string,
    title: string,
    isReason: boolean,
    { group, value, units, comment }: GroupCount,
  ): void {
    const own = flowGroups.find(({ id }) => id === group) ?? { id: group, title: group };
    const side = list.sides.of(own, flowGroups.length <= 1);
    const printed = printedCount(value);
    const what = isReason ? `not completed: ${title}` : milestone(title);
    list.add({
      kind: 'count',
      names: [`${period}: ${what}`],
      about: ['flow', period, isReason ? 'reason' : undefined, title, own.title],
      section: 'participant flow',
      arm: side.arm,
      population: side.population ?? population,
      figures: printed === undefined ? { missing: 'not-extracted' } : { value: printed },
      more: { unit: 'participants' },
      definition: `${period}: ${what}`,
      notes: [
        printed === undefined ? `Posted as "${oneLine(value)}".` : undefined,
        units === undefined ? undefined : `Units: ${oneLine(units)}.`,
        comment === undefined ? undefined : `Comment of the record: ${oneLine(comment)}`,
      ],
    });
  }
}

/** STARTED, COMPLETED and NOT COMPLETED are words of the registry, the others names of the study. */
const milestone = (title: string) =>
  /^(?:STARTED|COMPLETED|NOT[ _]COMPLETED)$/.test(title) ? title.toLowerCase().replace('_', ' ') : title;

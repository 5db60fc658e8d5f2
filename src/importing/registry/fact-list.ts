import type { OutcomeKind } from '../../model/outcome.ts';
import { unassigned } from '../../model/vocabulary.ts';
import { Ids, slug } from '../ids.ts';
import type { KnownNames } from '../vocabulary-names.ts';
import { textOf, type Data } from '../yaml-text.ts';
import { FigureIndex } from './figure-index.ts';
import type { Sides } from './sides.ts';
import type { WrittenTime } from './time-frame.ts';

export interface WrittenInterval {
  kind?: 'range' | 'iqr';
  level?: string;
  low: string;
  high: string;
}

/** What a fact says, figures as the record prints them. */
export interface Figures {
  total?: string | undefined;
  events?: string | undefined;
  percent?: string | undefined;
  value?: string | undefined;
  estimate?: string | undefined;
  spread?: { kind: string; value: string } | undefined;
  interval?: WrittenInterval | undefined;
  p?: { printed: string; test?: string } | undefined;
  at?: WrittenTime | undefined;
  missing?: 'not-reached' | 'not-estimable' | 'not-reported' | 'not-extracted' | undefined;
}

/** A fact before it has an id, an endpoint and a trace. */
export interface NewFact {
  kind: OutcomeKind;
  /** Names of what was measured, the nearest first: the first that the vocabulary knows is its endpoint. */
  names: readonly string[];
  /** What its id is made of. */
  about: readonly (string | undefined)[];
  section: string;
  role?: string | undefined;
  arm?: string | undefined;
  comparator?: string | undefined;
  population: string;
  versus?: string | undefined;
  figures: Figures;
  /** What its kind asks for beside figures: unit, statistic, measure, term, grade … */
  more?: Readonly<Record<string, string | undefined>>;
  definition?: string | undefined;
  notes?: readonly (string | undefined)[];
}

/** How a fact of one kind is recorded under an endpoint that does not take it. */
const otherKinds: Partial<Record<OutcomeKind, readonly OutcomeKind[]>> = {
  proportion: ['proportion', 'adverse-event', 'landmark'],
};

/** The facts of one record, with the index of its figures and all that was said in making them. */
export class FactList {
  readonly index = new FigureIndex();
  readonly ids = new Ids();
  readonly outcomes: Record<string, Data | undefined>[] = [];
  /** Names of measures that the vocabulary does not know. */
  readonly unknown = new Set<string>();
  readonly report: string;
  readonly sides: Sides;
  /** The populations that several measures have in common. */
  readonly shared: ReadonlySet<string>;
  readonly #names: KnownNames;
  /** What the facts are about, so that no two are about the same. */
  readonly #reported = new Set<string>();

  constructor(report: string, sides: Sides, names: KnownNames, shared: ReadonlySet<string>) {
    this.report = report;
    this.sides = sides;
    this.shared = shared;
    this.#names = names;
  }

  /**
   * The endpoint that the first known of several names stands for, and the kind under which it takes the
   * fact.
   */
  endpointFor(
    names: readonly string[],
    kind: OutcomeKind,
    at?: WrittenTime,
  ): { endpoint: string; kind: OutcomeKind } {
    for (const name of names) {
      const endpoint = this.#names.endpoint(name);
      const kinds = (otherKinds[kind] ?? [kind]).filter((one) => one !== 'landmark' || (at && !at.basis));
      const fits = kinds.find((one) => endpoint?.kinds.includes(one));
      if (endpoint && fits) return { endpoint: endpoint.id, kind: fits };
    }
    if (names[0] !== undefined) this.unknown.add(names[0]);
    return { endpoint: unassigned, kind };
  }

  /** The endpoint of a name alone, whatever kind of fact it will have. */
  endpointNamed(name: string): string {
    const endpoint = this.#names.endpoint(name);
    if (!endpoint) this.unknown.add(name);
    return endpoint?.id ?? unassigned;
  }

  add(fact: NewFact): void {
    const { figures, section } = fact;
    const { endpoint, kind } = this.endpointFor(
      fact.names,
      fact.kind,
      figures.events === undefined ? figures.at : undefined,
    );
    const graded = kind === 'adverse-event' ? { grade: 'unstated', scale: 'unstated' } : {};
    // A rate over time is an estimate, of which no count of patients is reported.
    const reported =
      kind === 'landmark' && fact.kind === 'proportion'
        ? { ...figures, total: undefined, events: undefined }
        : figures;
    const dropped =
      reported === figures ? undefined : `Of ${figures.total ?? 'an unstated number of'} participants.`;
    const { p, spread, interval, at, missing, total, events, percent, value, estimate } = reported;
    const trace = this.index.add(section, figuresIn(reported));
    const notes = [...(fact.notes ?? []), figures.total === undefined ? undefined : dropped].flatMap(
      (note) => (note ? sentence(note) : []),
    );
    const made = {
      id: this.ids.take(
        fact.about.map((part) => part && slug(part, 40)),
        'figure',
      ),
      endpoint,
      kind,
      report: this.report,
      locator: section,
      trace: Object.keys(trace).length > 0 ? trace : undefined,
      definition: undefined as string | undefined,
      note: notes.length > 0 ? notes.join(' ') : undefined,
      role: fact.role,
      arm: fact.arm,
      comparator: fact.comparator,
      population: fact.population,
      versus: fact.versus,
      ...graded,
      ...fact.more,
      ...{ events, total, percent, value, estimate },
      spread: spread && { ...spread },
      interval: interval && { ...interval },
      p: p && (p.test === undefined ? p.printed : { ...p }),
      at: at && { ...at },
      missing,
    };
    made.definition = this.#distinct(made, fact.definition);
    this.outcomes.push(made);
  }

  /**
   * A definition that no fact of the same arm, population and time has: a record may have several measures of
   * one title.
   */
  #distinct(
    fact: Readonly<Record<string, Data | undefined>>,
    definition: string | undefined,
  ): string | undefined {
    const about = Object.entries(fact).map(([key, value]) => {
      if (says.includes(key)) return undefined;
      return key === 'spread' && typeof value === 'object' && 'kind' in value ? value.kind : value;
    });
    const base = definition ?? '';
    const place = `${base}; ${textOf(fact.locator)}`;
    for (let i = 0; ; i += 1) {
      const wanted = i === 0 ? base : i === 1 ? place : `${place}, ${i}`;
      const key = JSON.stringify([about, wanted]);
      if (this.#reported.has(key)) continue;
      this.#reported.add(key);
      return wanted === '' ? undefined : wanted;
    }
  }
}

/** What a fact says, or how it is named; all else says what it is about. */
const says =
  'id trace note role definition locator events total percent value estimate interval p missing'.split(' ');

const sentence = (text: string) => (/[.!?。]$/.test(text) ? text : `${text}.`);

/**
 * The figures of a fact by the keys of its trace, in the order of a record; the two ends of an interval side
 * by side.
 */
function figuresIn(figures: Figures): [key: string, printed: string][] {
  const { total, events, percent, value, estimate, spread, interval, p, at } = figures;
  const all: [string, string | undefined][] = [
    ['total', total],
    ['events', events],
    ['percent', percent],
    ['value', value],
    ['estimate', estimate],
    ['spread', spread?.value],
    ['interval.level', interval?.level],
    ['interval.low', interval?.low],
    ['interval.high', interval?.high],
    ['p', p?.printed],
    ['at', at?.value],
  ];
  return all.flatMap(([key, printed]): [string, string][] => (printed === undefined ? [] : [[key, printed]]));
}

import { eventsFromPercent } from '../../stats/proportion.ts';
import type { Bound, Sentence } from './bound.ts';
import type { EndpointNames, Mention } from './endpoints.ts';
import { GradesOf } from './grade-of.ts';
import { agree, type Head } from './heads.ts';
import { isGrade, isTime } from './items.ts';
import { listFrom } from './lists.ts';
import { areParallel, carriesOn, isVersus, leadsTo, ledToBy, namesGroup, saysNoMore } from './links.ts';
import type { Duration } from './times.ts';
import { decimalsOf, valueOf } from './lexical.ts';

const weak = ['participants', 'treatment'];

/** Says of each figure of a sentence what it is a figure of, when, of which grade, and in which arm. */
export class Binder {
  readonly #text: string;
  readonly #names: EndpointNames;
  readonly #sentence: Sentence;
  readonly #grades: GradesOf;
  readonly #claimed = new Set<Mention>();
  readonly #usedTimes = new Set<Duration>();
  /** Where the name behind a figure ends, by the place of the figure. */
  readonly #namedAt = new Map<number, number>();
  readonly #bound: Bound[] = [];

  constructor(sentence: Sentence, names: EndpointNames) {
    this.#sentence = sentence;
    this.#grades = new GradesOf(sentence);
    this.#text = sentence.text;
    this.#names = names;
  }

  bind(): Bound[] {
    const { heads } = this.#sentence;
    let respective = new Map<Head, Partial<Bound>>();
    heads.forEach((head, i) => {
      const before = this.#bound.at(-1);
      const next = heads[i + 1];
      const start = this.#startOf(before);
      const zone = this.#text.slice(start, head.from);
      if (!respective.has(head)) {
        const list = listFrom(this.#sentence, i, start, (from, to) => this.#mentions(from, to));
        respective = new Map([...respective, ...list.bound]);
        for (const one of list.claimed) this.#claimed.add(one);
      }
      const listed = respective.get(head);
      const behind = this.#text.slice(head.end, next?.from ?? this.#text.length);
      const bound: Bound = { ...head, endpoints: [], zone };
      if (listed) Object.assign(bound, listed);
      else this.#endpointOf(bound, start, behind, before);
      bound.time ??= this.#timeOf(bound, start, next, before);
      const earlier = heads[i - 1];
      const isListed = listed !== undefined && earlier !== undefined && respective.has(earlier);
      bound.grade ??= isListed
        ? before?.grade
        : this.#grades.of(bound, { start, namedTo: this.#namedAt.get(bound.from), before });
      if (bound.arm === undefined && before) this.#armOf(bound, before, zone);
      this.#totalOf(bound);
      this.#bound.push(bound);
    });
    return this.#bound;
  }

  /** Where what is about a figure begins: behind the one before it, and what that one has taken. */
  #startOf(before: Bound | undefined): number {
    if (!before) return 0;
    const taken = [...this.#claimed]
      .filter(({ to, from }) => from >= before.end && to > before.end)
      .map(({ to }) => to);
    return Math.max(before.end, ...taken);
  }

  #mentions(from: number, to: number): Mention[] {
    return this.#sentence.mentions.filter(
      (one) => one.from >= from && one.to <= to && !this.#claimed.has(one),
    );
  }

  #endpointOf(bound: Bound, start: number, behind: string, before: Bound | undefined): void {
    const inside = bound.form === 'estimate' ? this.#mentions(bound.from, bound.to) : [];
    if (inside.length > 0) bound.endpoints = this.#ofEstimate(inside, before);
    else {
      const found =
        this.#before(bound, start) ??
        (bound.form === 'estimate'
          ? undefined
          : (this.#behind(bound, bound.end, behind) ?? this.#behind(bound, bound.tail, behind)));
      if (found) bound.endpoints = found;
      else if (before && this.#isCarried(bound, before, start, behind)) bound.endpoints = before.endpoints;
    }
  }

  /** A hazard ratio for death beside survival is one of survival. */
  #ofEstimate(inside: readonly Mention[], before: Bound | undefined): readonly string[] {
    const isSurvival = (ids: readonly string[]) =>
      ids.length === 1 && this.#names.endpoints.get(ids[0] ?? '')?.family === 'survival';
    const own = inside.filter(({ blocked }) => !blocked).flatMap(({ ids }) => ids);
    if (before && isSurvival(before.endpoints) && !own.some((id) => isSurvival([id])))
      return before.endpoints;
    return [...new Set(own)];
  }

  /** The endpoint that stands before a figure; an empty list where one does that the base does not know. */
  #before(bound: Bound, start: number): readonly string[] | undefined {
    const all = this.#mentions(start, bound.from);
    const isWeak = ({ ids }: Mention) =>
      ids.every((id) => weak.includes(this.#names.endpoints.get(id)?.family ?? ''));
    const strong = all.some((one) => !isWeak(one) && !one.conditional);
    for (const mention of all.toReversed()) {
      const link = this.#text.slice(mention.to, bound.from);
      const isOther = isWeak(mention) && (strong || !this.#isOfCount(mention, bound, link));
      if (mention.conditional || mention.verb || isOther) continue;
      if (!leadsTo(this.#withoutTimes(link, mention.to))) return undefined;
      if (mention.blocked) return [];
      if (this.#isInBrackets(mention, bound)) {
        // Behind another name it explains that one; with more beside it in the brackets it is a part of what
        // they say.
        if (all.some((one) => one.to < mention.from && !one.conditional && !this.#isInBrackets(one, bound)))
          continue;
        if (
          !/[([]\s*$/.test(this.#text.slice(0, mention.from)) ||
          !/^\s*[)\]]/.test(this.#text.slice(mention.to))
        )
          return [];
      }
      const beside = this.#besides(mention, all);
      return [...new Set([...beside, ...mention.ids])];
    }
    return undefined;
  }

  /** Whether a name stands in brackets that end before a figure. */
  #isInBrackets({ to }: Mention, bound: Bound): boolean {
    return /^[^([]*[)\]]/.test(this.#text.slice(to, bound.from));
  }

  /** Names joined to a name: `CR or CRi was`; the same in brackets are one. */
  #besides(mention: Mention, all: readonly Mention[]): readonly string[] {
    const before = all[all.indexOf(mention) - 1];
    if (!before || before.conditional) return [];
    const between = this.#text.slice(before.to, mention.from);
    return /^\s*[)\]]?\s*(?:and|or|and\/or|及|和|与|或|\/|plus|\+|,|、|as well as|\()\s*(?:the )?$/u.test(
      between,
    )
      ? before.ids
      : [];
  }

  /** Words for patients and treatments stand beside many figures: they must lead to them at once. */
  #isOfCount(mention: Mention, bound: Bound, link: string): boolean {
    const family = mention.ids.map((id) => this.#names.endpoints.get(id)?.family)[0];
    if (bound.form === 'value') return true;
    if (family === 'participants')
      return bound.form === 'count' && /^(?:了|共)?\s*(?:a total of\s*)?$/u.test(link);
    return /^\s*(?:rate|率)?\s*(?:was|were|为|:|,|in|occurred in|performed in|used in|given to)?\s*[([]?\s*$/u.test(
      link,
    );
  }

  #behind(bound: Bound, start: number | undefined, behind: string): readonly string[] | undefined {
    if (start === undefined) return undefined;
    const end = bound.end + behind.length;
    const [mention] = this.#mentions(start, end);
    if (!mention || mention.blocked) return undefined;
    const link = this.#withoutTimes(this.#text.slice(start, mention.from), start);
    if (
      !ledToBy(
        link,
        mention,
        this.#text.slice(mention.to, mention.to + 80),
        this.#isPlainNoun(bound, mention),
      )
    )
      return undefined;
    this.#claimed.add(mention);
    this.#namedAt.set(bound.from, mention.to);
    const again = this.#mentions(mention.to, end).find((one) =>
      /^\s*[([]\s*$/.test(this.#text.slice(mention.to, one.from)),
    );
    if (again) this.#claimed.add(again);
    const beside = this.#mentions(mention.to, end).find((one) =>
      /^\s*(?:or|and|or a|及|或|和)\s*$/.test(this.#text.slice(mention.to, one.from)),
    );
    if (beside) this.#claimed.add(beside);
    return beside ? [...new Set([...mention.ids, ...beside.ids])] : mention.ids;
  }

  /** Whether the name of what patients had may stand right behind their number: `5 (14.7%) deaths`. */
  #isPlainNoun({ figures }: Bound, { ids, to }: Mention): boolean {
    if (!figures.events) return false;
    const isOfOutcome = !ids.some((id) => weak.includes(this.#names.endpoints.get(id)?.family ?? ''));
    return isOfOutcome || /^\s*[,;.。]/.test(this.#text.slice(to));
  }

  /** A stretch of text without the grades and times in it. */
  #withoutTimes(link: string, from: number): string {
    let plain = link;
    for (const item of this.#sentence.items)
      if ((isGrade(item) || isTime(item)) && item.from >= from && item.to <= from + link.length)
        plain =
          plain.slice(0, item.from - from) + ' '.repeat(item.to - item.from) + plain.slice(item.to - from);
    return plain.replace(/\s{2,}[,:]?\s*/g, ' ');
  }

  #isCarried(bound: Bound, before: Bound, start: number, behind: string): boolean {
    if (this.#mentions(start, bound.from).some(({ conditional }) => !conditional)) return false;
    const zone = this.#withoutTimes(this.#text.slice(start, bound.from), start);
    const isMedian = before.form === 'estimate' && /[Mm]edian|中位/.test(zone);
    const isLike =
      before.form === bound.form ||
      isMedian ||
      bound.form === 'estimate' ||
      (before.form === 'count' && bound.form === 'share');
    if (isLike && areParallel(zone, behind)) return true;
    if (bound.form === 'estimate' && before.arm === 2 && /^[^,;.\d]{0,60}[([]\s*$/.test(zone)) return true;
    if (!isLike || !carriesOn(zone)) return false;
    if (/of (?:whom|which|these)|其中/.test(zone))
      return (
        this.#grades.behind(bound) !== undefined || /[Gg]rade|级/.test(this.#text.slice(start, bound.from))
      );
    return bound.form === 'estimate' || saysNoMore(this.#withoutTimes(behind, bound.end));
  }

  #timeOf(
    bound: Bound,
    start: number,
    next: Head | undefined,
    before: Bound | undefined,
  ): Duration | undefined {
    if (bound.form !== 'share' && bound.form !== 'count' && bound.measure !== 'risk-difference')
      return undefined;
    const times = this.#sentence.items.filter(isTime).filter((one) => !this.#usedTimes.has(one));
    const behind = times.find((one) => one.from >= bound.end && one.to <= (next?.from ?? Infinity));
    const leads =
      behind && this.#sentence.mentions.some((one) => one.from >= behind.to && one.from - behind.to < 4);
    if (
      behind &&
      !leads &&
      /^[\s)\],(]*$|(?:groups?|arms?|组)\s*$|^[^,;]{0,40}$/u.test(this.#text.slice(bound.end, behind.from))
    ) {
      if (this.#behindIsOwn(bound, behind)) {
        this.#usedTimes.add(behind);
        return behind;
      }
    }
    const own = times.findLast((one) => one.from >= start && one.to <= bound.from);
    if (own) return own;
    const isSame = before?.endpoints.join() === bound.endpoints.join() && before.form === bound.form;
    // A name of its own begins anew.
    if (before?.time && isSame && this.#mentions(start, bound.from).length === 0) return before.time;
    if (isSame && this.#mentions(start, bound.from).length > 0) return undefined;
    const [first] = this.#sentence.items.filter(isTime);
    return first && first.from < 4 ? first : this.#followUp(bound);
  }

  /** A time behind a figure is its own where nothing but whom or what it is of stands between. */
  #behindIsOwn(bound: Bound, time: Duration): boolean {
    const between = this.#text.slice(bound.end, time.from);
    const own = this.#text.slice(time.from, time.to);
    // Behind a comma it may lead to the next figure.
    if (/^[\s)\],(]*$/.test(between)) return between.includes(',') ? /^(?:at|by|within) /i.test(own) : true;
    return !/[,;]/.test(between) && between.length < 60;
  }

  /** `At a median follow-up of 12 months, OS was 48%`. */
  #followUp(bound: Bound): Duration | undefined {
    const found = this.#sentence.items.find(
      (one) => one.type === 'duration' && one.basis === 'median-follow-up',
    );
    const [id, ...others] = bound.endpoints;
    const kinds = id === undefined || others.length > 0 ? [] : (this.#names.endpoints.get(id)?.kinds ?? []);
    const isEstimate =
      bound.form === 'share' &&
      kinds.includes('landmark') &&
      !kinds.includes('proportion') &&
      !bound.figures.events;
    return isEstimate && found?.type === 'duration' && found.to < bound.from ? found : undefined;
  }

  /** Figures that stand side by side are of arms. */
  #armOf(bound: Bound, before: Bound, zone: string): void {
    if (
      before.form !== bound.form ||
      bound.form === 'estimate' ||
      bound.endpoints.join() !== before.endpoints.join()
    )
      return;
    if (bound.grade?.grade !== before.grade?.grade || bound.time?.value.text !== before.time?.value.text)
      return;
    const others = this.#mentions(before.end, bound.from).filter(({ conditional }) => !conditional);
    if (others.some(({ ids }) => ids.join() !== bound.endpoints.join())) return;
    const behind = this.#text.slice(bound.end, bound.end + 80);
    const inGroups = namesGroup(zone) && (namesGroup(behind) || namesGroup(before.zone));
    const isApart = others.length > 0 && !(namesGroup(zone) && namesGroup(before.zone));
    if (isApart || (!isVersus(zone) && !inGroups && !areParallel(zone, behind))) return;
    before.arm ??= 1;
    bound.arm = before.arm + 1;
  }

  /** Of how many: those of whom the sentence begins to speak, where the figures agree. */
  #totalOf(bound: Bound): void {
    const { events, total, percent } = bound.figures;
    if (total || (bound.form !== 'share' && bound.form !== 'count') || bound.endpoints.length === 0) return;
    const base = this.#sentence.bases.findLast(({ to }) => to <= bound.from);
    if (!base || /of (?:whom|which|these|those)|其中|对照|组/.test(this.#text.slice(base.to, bound.from)))
      return;
    const n = valueOf(base.total);
    const fits = events
      ? valueOf(events) <= n && agree({ events, total: base.total }, percent)
      : percent &&
        !/^[<>≤≥]/.test(percent.text) &&
        n < 100 &&
        eventsFromPercent(valueOf(percent), decimalsOf(percent), n) !== undefined;
    if (fits) bound.figures = { ...bound.figures, total: base.total };
  }
}

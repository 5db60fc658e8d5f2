import type { Endpoint, Vocabulary } from '../../model/vocabulary.ts';
import { keyOf } from '../../search-index/fold.ts';

/** A name of endpoints in a text; several have the name where `ids` has more than one. */
export interface Mention {
  from: number;
  to: number;
  ids: readonly string[];
  /** Whether it is part of a longer name that the base does not know, or denied. */
  blocked: boolean;
  /** Whether it says of whom a figure speaks: `of patients with CR`. */
  conditional: boolean;
  /** Whether it is the name as a verb, in the past tense. */
  verb: boolean;
}

interface Unit {
  key: string;
  raw: string;
  from: number;
  to: number;
}
interface Name {
  ids: string[];
  verb?: true;
  /** A short form counts only in its own capitals. */
  raw?: string;
}

const unitPattern = /\p{sc=Han}|(?:(?!\p{sc=Han})[\p{L}\p{N}½])+/gu;
const unitsIn = (text: string): Unit[] =>
  [...text.matchAll(unitPattern)].map(({ 0: raw, index }) => ({
    key: keyOf(raw) || raw,
    raw,
    from: index,
    to: index + raw.length,
  }));

/** The names of endpoints and of grading scales, found in texts. */
export class EndpointNames {
  readonly #names = new Map<string, Name[]>();
  /** How the keys of names begin: few words of a text begin one. */
  readonly #beginnings = new Set<string>();
  #longest = 1;
  readonly endpoints: ReadonlyMap<string, Endpoint>;
  readonly #scales: readonly { id: string; names: string[] }[];

  /** @param vocabulary whose abbreviations name an endpoint where they stand for one of its names */
  constructor(
    endpoints: readonly Endpoint[],
    { scales, abbreviations }: Pick<Vocabulary, 'scales' | 'abbreviations'>,
  ) {
    this.endpoints = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));
    for (const { id, label, abbreviation, synonyms, family } of endpoints)
      if (family !== 'context')
        for (const name of [label.en, label.zh, abbreviation, ...synonyms])
          for (const form of formsOf(name)) this.#add(id, form);
    for (const { abbreviation, en, zh, synonyms } of abbreviations) {
      const ids = this.#idsOf(en) ?? this.#idsOf(zh);
      if (ids?.length === 1)
        for (const name of [abbreviation, ...synonyms]) for (const id of ids) this.#add(id, name);
    }
    this.#scales = scales.map(({ id, label, synonyms }) => ({
      id,
      names: [label.en, label.zh, ...synonyms].flatMap((name) => (name === undefined ? [] : [keyOf(name)])),
    }));
  }

  #idsOf(name: string | undefined): readonly string[] | undefined {
    return name === undefined ? undefined : this.#names.get(keyOf(name))?.[0]?.ids;
  }

  #add(id: string, name: string): void {
    const units = unitsIn(name);
    if (units.length === 0) return;
    const key = units.map((unit) => unit.key).join('');
    const isShort = /^[A-Za-z0-9/+½-]{1,8}$/.test(name) && /[A-Z].*[A-Z]|\d/.test(name);
    if (/^[A-Za-z]{4,}e$/.test(name)) this.#names.set(keyOf(`${name}d`), [{ ids: [id], verb: true }]);
    const own = this.#names.get(key) ?? [];
    const raw = isShort ? units.map((unit) => unit.raw).join(' ') : undefined;
    const known = own.find((one) => one.raw === raw);
    if (known) known.ids = [...new Set([...known.ids, id])];
    else own.push({ ids: [id], ...(raw === undefined ? {} : { raw }) });
    this.#names.set(key, own);
    this.#beginnings.add(key.slice(0, 2));
    this.#longest = Math.max(this.#longest, units.length);
  }

  /** The names in a sentence, the longest at each place. */
  mentionsIn(text: string): Mention[] {
    const units = unitsIn(text);
    const mentions: Mention[] = [];
    for (let i = 0; i < units.length; i += 1) {
      const length = this.#lengthAt(units, i, text);
      if (length === undefined) continue;
      const [first, last] = [units[i], units[i + length.units - 1]];
      if (!first || !last) continue;
      const isFollowUp = length.ids.every((id) => this.endpoints.get(id)?.family === 'follow-up');
      const mention = judged(
        {
          from: first.from,
          to: last.to,
          ids: length.ids,
          verb: length.verb,
          blocked: false,
          conditional: false,
        },
        text,
      );
      mentions.push(isFollowUp ? { ...mention, conditional: false } : mention);
      i += length.units - 1;
    }
    return withoutCompounds(explained(mentions, text), text);
  }

  #lengthAt(
    units: readonly Unit[],
    start: number,
    text: string,
  ): { units: number; ids: string[]; verb: boolean } | undefined {
    const begins = `${units[start]?.key ?? ''}${units[start + 1]?.key ?? ''}`.slice(0, 2);
    if (!this.#beginnings.has(begins)) return undefined;
    for (let length = Math.min(this.#longest, units.length - start); length > 0; length -= 1) {
      const own = units.slice(start, start + length);
      const key = own.map((unit) => unit.key).join('');
      const names = this.#names.get(key);
      if (!names || !isJoined(own, text)) continue;
      const raw = own
        .map((unit) => unit.raw)
        .join(' ')
        .replace(/(?<=[A-Z])s$/, '');
      const ids = names.flatMap((name) => (name.raw === undefined || name.raw === raw ? name.ids : []));
      if (ids.length > 0)
        return { units: length, ids: [...new Set(ids)], verb: names.some(({ verb }) => verb) };
    }
    return undefined;
  }

  /** Ids of the grading scales that a text names. */
  scalesIn(text: string): string[] {
    const key = keyOf(text);
    const named = this.#scales.flatMap(({ id, names }) =>
      names.filter((name) => key.includes(name)).map((name) => ({ id, name })),
    );
    const longest = named.filter(
      ({ id, name }) =>
        !named.some((other) => other.id !== id && other.name !== name && other.name.includes(name)),
    );
    return [...new Set(longest.map(({ id }) => id))];
  }
}

/** A name as texts shorten it: without `Any` before it, or `rate` behind. */
function formsOf(name: string | undefined): string[] {
  if (name === undefined) return [];
  const plain = name.replace(/^Any (?=\w)/, '').replace(/(?<=[a-z]) rate$|(?<=\p{sc=Han}{3})率$/u, '');
  return [...new Set([name, plain])];
}

/** Words of one name stand side by side. */
const isJoined = (units: readonly Unit[], text: string): boolean =>
  units.every(
    (unit, i) => i === 0 || /^[ \n/+-]{0,3}$|^ ?[(] ?$/.test(text.slice(units[i - 1]?.to, unit.from)),
  );

const people = '(?:patients?|those|participants?|subjects?|responders?|children|adults|individuals|cases)';
const conditionBefore = new RegExp(
  `${people} (?:who (?:had|achieved|attained|were|are)|with(?:out)?|in|achieving|having|attaining|not achieving)(?: an?| the| no)?[ ]?$|(?:[Aa]fter|[Ff]ollowing|[Bb]efore|[Uu]ntil|[Pp]rior to|[Ss]ince|[Dd]espite|[Ww]ithout|[Ii]f|[Aa]chieving) (?:an? |the |achieving |first )?$`,
);
const conditionBehind =
  /^(?:的|后的?)?(?:患者|病人|受试者|患儿|病例|者(?=[中,的占]))|^ (?:patients|responders|group|arm|cohort|status|assessment|evaluation|criteria|rates? (?:in|of) (?:previous|historical))/;

/**
 * What is named is the cause, the end or the lack of something: `death due to infection`, `loss of response`.
 */
const ofAnother =
  /(?:\b(?:due to|because of|caused by|attribut(?:able|ed) to|secondary to|resulting (?:in|from)|led to|leading to|died (?:of|from)|deaths? from|(?:loss|lack|absence|causes?|risk|history|onset|duration|resolution|end) of|time (?:to|from))(?: an?| the)? |导致|引起|因)$/;

/** Whether more of a name stands before it, or a word denies it; and whether it says of whom is spoken. */
function judged(mention: Mention, text: string): Mention {
  const before = text.slice(Math.max(0, mention.from - 60), mention.from);
  const behind = text.slice(mention.to, mention.to + 30);
  const blocked =
    /(?:(?<!any|all)[A-Za-z]-|[A-Za-z]-(?!grade|term|rate|sided|Meier|line|case|year|month|week|day|I{1,3}[ -]|I?V[ -])[A-Za-z]{1,15}[ -]|\bnon ?|\bfree[ -]|\bspecific )$/.test(
      before,
    ) ||
    /(?:\b(?:not|no|without|never|cannot|failed to|failure to)(?: [a-z]+){0,2} |[非未无不]|未达到?|未获得?|没有)$/.test(
      before,
    ) ||
    /^-(?!related|associated|by)[A-Za-z]{3,}/.test(behind) ||
    /^[ -]free\b/.test(behind) ||
    ofAnother.test(before);
  const conditional = conditionBefore.test(before) || conditionBehind.test(behind);
  return { ...mention, blocked, conditional };
}

/**
 * A short form in brackets behind its name is said of the same: `those achieving a complete remission (CR)`.
 */
function explained(mentions: readonly Mention[], text: string): Mention[] {
  return mentions.map((one, i) => {
    const before = mentions[i - 1];
    if (!before || !/^\s*[([]\s*$/.test(text.slice(before.to, one.from))) return one;
    return {
      ...one,
      conditional: one.conditional || before.conditional,
      blocked: one.blocked || before.blocked,
    };
  });
}

/** Chinese names that adjoin are parts of one that the base does not know. */
function withoutCompounds(mentions: readonly Mention[], text: string): Mention[] {
  const adjoin = (a: Mention | undefined, b: Mention | undefined) =>
    a !== undefined && b !== undefined && a.to === b.from && /\p{sc=Han}/u.test(text.charAt(b.from));
  /** `甲后乙`, `甲伴乙`: one of those who had the other. */
  const follows = (a: Mention | undefined, b: Mention) =>
    a !== undefined && /^(?:后|伴|合并|并发|相关|所致)$/.test(text.slice(a.to, b.from));
  return mentions.map((one, i) => {
    const isPart =
      adjoin(mentions[i - 1], one) || adjoin(one, mentions[i + 1]) || follows(mentions[i - 1], one);
    return isPart ? { ...one, blocked: true } : one;
  });
}

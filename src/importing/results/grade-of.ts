import type { Bound, Sentence } from './bound.ts';
import type { PrintedGrade } from './grades.ts';
import type { Head } from './heads.ts';
import { isGrade } from './items.ts';
import { isVersus } from './links.ts';

/** What stands around a figure. */
interface Around {
  start: number;
  namedTo: number | undefined;
  before: Bound | undefined;
}

/** Says of which grade the figures of a sentence are. */
export class GradesOf {
  readonly #text: string;
  readonly #sentence: Sentence;

  constructor(sentence: Sentence) {
    this.#sentence = sentence;
    this.#text = sentence.text;
  }

  /**
   * The grade of a figure; `?` where it may be of one, or of any.
   *
   * @param start where what is about the figure begins
   * @param namedTo where the name behind it ends, if one stands there
   * @param before the figure before it
   */
  of(bound: Bound, { start, namedTo, before }: Around): PrintedGrade | undefined {
    if (bound.form !== 'share' && bound.form !== 'count') return undefined;
    const behind = this.behind(bound) ?? this.#behindName(namedTo);
    if (behind) return behind;
    const own = this.#sentence.items
      .filter(isGrade)
      .findLast((one) => one.from >= start && one.to <= bound.from);
    if (own) return own;
    const zone = this.#text.slice(before?.end ?? 0, bound.from);
    const goesOn =
      /^[)\]\s]*(?:,|、|;|and|和|, and)\s*(?![^,;]*\b(?:was|were|had|occurred|developed)\b)[^,;.]{0,60}[([,:]?\s*(?:in\s*)?$/u;
    if (before?.arm !== undefined && bound.arm !== undefined) return before.grade;
    if (before?.grade) {
      const isList = goesOn.test(zone) && this.#isHeading(before.grade);
      const isOfSame = bound.endpoints.length > 0 && before.endpoints === bound.endpoints && isVersus(zone);
      if (isList || isOfSame) return before.grade;
    }
    const other = this.#sentence.items.filter(isGrade).findLast((one) => one.to <= bound.from);
    // It may be of that grade, or of any.
    return other && !/[;。]/.test(this.#text.slice(other.to, bound.from))
      ? { ...other, grade: '?', min: undefined, max: undefined }
      : undefined;
  }

  /** `5 patients had CRS of grade 3`; where more follows it, it may be that of the next figure. */
  #behindName(end: number | undefined): PrintedGrade | undefined {
    const grade =
      end === undefined
        ? undefined
        : this.#sentence.items.find((one): one is PrintedGrade => isGrade(one) && one.from >= end);
    if (!grade || !/^,? ?(?:of |[([])?$/.test(this.#text.slice(end, grade.from))) return undefined;
    return /^[)\]]?\s*(?:$|[.;。]|and\b|in\b)/.test(this.#text.slice(grade.to))
      ? grade
      : { ...grade, grade: '?', min: undefined, max: undefined };
  }

  /** `Grade 3 or higher adverse events were …`: the grade of all that is listed. */
  #isHeading({ to }: PrintedGrade): boolean {
    return /^[^,;(]{0,40}(?:events?|toxicit(?:y|ies)|reactions?|A?E?AEs?|不良事件|不良反应|毒性)/.test(
      this.#text.slice(to, to + 80),
    );
  }

  /** The grade between a figure and what it is of: `5 (14.7%) had grade ≥3 CRS`, `(12% grade ≥3)`. */
  behind(bound: Head): PrintedGrade | undefined {
    return (
      this.#from(bound, bound.end) ?? (bound.tail === undefined ? undefined : this.#from(bound, bound.tail))
    );
  }

  #from(bound: Head, start: number): PrintedGrade | undefined {
    const grade = this.#sentence.items.find((one): one is PrintedGrade => isGrade(one) && one.from >= start);
    if (!grade) return undefined;
    const glue = this.#text.slice(start, grade.from);
    const isNear =
      /^[\s)\]]*(?:of )?(?:例)?(?:patients?|患者|of patients|the patients|cases)?\s*(?:had|were|was|with|developed|experienced|发生了?|出现了?|为|of)?\s*(?:a |an )?$/u.test(
        glue,
      );
    const isNext = this.#sentence.heads.some(({ from, to }) => from > bound.from && to <= grade.from);
    return isNear && !isNext && !/^\s*,/.test(glue) ? grade : undefined;
  }
}

import { Draw } from './draw.ts';
import { word } from './words.ts';

/** Who takes part in an invented study and what it is called, before it has any figures. */
export interface Study {
  /** From 0. */
  number: number;
  id: string;
  acronym: string;
  /** Numbers of the therapies that its new arm receives. */
  therapies: number[];
  /**
   * Patients of the arm with the new treatment and of the one without, where there is one: allocated and
   * treated.
   */
  own: Arm;
  other: Arm | undefined;
  /** Its reports, the primary one and its update, and for every second study a work on which both build. */
  works: Work[];
  /** The review that states a figure of it. */
  review: number | undefined;
}
/** A publication; no two have the same serial number. */
export interface Work {
  id: string;
  year: number;
  serial: number;
}
interface Arm {
  n: number;
  treated: number;
}

/** So many studies are told by one review. */
export const studiesOfReview = 40;

export const studyId = (number: number) => `study-${number + 1}`;
export const therapyId = (number: number) => `agent-${number + 1}`;
export const therapyName = (number: number) => `Agent ${number + 1}`;
export const reviewId = (number: number) => `overview-${number + 1}`;

/** How many therapies so many studies give: their number grows as the square root. */
export function therapiesOf(studies: number): number {
  return studies === 0 ? 0 : 1 + Math.floor(2 * Math.sqrt(studies - 1));
}

/** The study of a number: always the same under one seed, however many others there are. */
export function studyOf(seed: number, number: number): Study {
  const draw = new Draw(seed, `study ${number}`);
  const arm = (): Arm => {
    const n = draw.whole(40, 240);
    return { n, treated: n - draw.whole(0, 5) };
  };
  const [before, known] = [therapiesOf(number), therapiesOf(number + 1)];
  const year = draw.whole(2008, 2022);
  return {
    number,
    id: studyId(number),
    acronym: `${word(draw.rank(20_000)).toUpperCase()}-${number + 1}`,
    therapies:
      before < known ? Array.from({ length: known - before }, (_, i) => before + i) : [draw.rank(known)],
    own: arm(),
    other: number % 3 === 2 ? undefined : arm(),
    works: [year, year + 2, year - 5].slice(0, 2 + (number % 2)).map((issued, i) => ({
      id: `${word(draw.rank(20_000))}-${issued}-${number + 1}${'abc'[i]}`,
      year: issued,
      serial: 3 * number + i,
    })),
    review: number % 4 === 0 ? Math.floor(number / studiesOfReview) : undefined,
  };
}

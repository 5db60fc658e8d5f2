import { findAll } from './lexical.ts';

/**
 * What looks like a figure and is none: dates, ages of entry, doses, versions, phases, ratios of allocation,
 * powers of ten.
 */
const patterns: readonly RegExp[] = [
  /(?<![A-Za-z])(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.? (?:\d{1,2},? )?(?:19|20)\d\d/dgu,
  /(?:19|20)\d\d年(?:\d{1,2}月(?:\d{1,2}日)?)?/dgu,
  /(?<![A-Za-z])(?:[Aa]ged|[Yy]ounger than|[Oo]lder than|[Aa]ge(?= ?[<>≤≥])|年龄(?=[<>≤≥]))[^,;:.()]{0,30}?\d{1,3}(?:\.\d)?(?:\s?(?:-|–|~|to|or|至)\s?\d{1,3})?(?: years?|岁)?/dgu,
  /(?<![A-Za-z])(?:[Vv]ersion|v\.?(?=\d)|[Pp]hase|[Cc]ycles?|[Cc]ourses?|[Ll]ines?|[Tt]able|[Ff]igure|[Ss]ection|[Cc]ohorts?|[Aa]rms?|[Pp]art)[ ]?\d{1,3}(?:\.\d{1,2})?(?:[,/–-]\d{1,3}[ab]?)?(?! ?[%(])/dgu,
  /\d{1,2}(?:\/\d)?期/dgu,
  /\d{1,2} ?: ?\d{1,2}(?![\d.])/dgu,
  /(?<![\d.])\d{1,6}(?:\.\d{1,6})? ?[×x] ?10(?:\^?\{?-?\d{1,2}\}?|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})?(?:\/[A-Za-zµμ]{1,6})?/dgu,
  /(?<![\d.])10(?:\^\{?-?\d{1,2}\}?|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}| ?\^ ?-?\d{1,2}|-[3-6](?!\d))/dgu,
  /(?<![\d.])\d{1,6}(?:\.\d{1,6})? ?(?:mg|µg|μg|ug|mcg|ng|pg|g|kg|mL|ml|dL|L|IU|U|Gy)(?:\/[A-Za-zµμ0-9²³]{1,8}){0,3}(?![A-Za-z])/dgu,
  /(?<![A-Za-z])(?:[Dd]ays \d{1,3}(?:(?:,|, and| and|-|–| to) ?\d{1,3}){1,6}|[Dd]ay \d{1,3}(?:, \d{1,3}){0,6},? and \d{1,3})/dgu,
  /(?<!\d)(?:19|20)\d\d(?= ?[-–] ?(?:19|20)\d\d)|(?<=(?:19|20)\d\d ?[-–] ?)(?:19|20)\d\d(?!\d)/dgu,
];

/** Stretches of a sentence whose numbers are no results. */
export const opaqueIn = (text: string): { type: 'opaque'; from: number; to: number }[] =>
  patterns.flatMap((pattern) => findAll(pattern, text).map(({ from, to }) => ({ type: 'opaque', from, to })));

/** Sentences about what was planned, assumed or known before hold no result of the study. */
const planning =
  /(?<![A-Za-z])(?:sample size|null hypothesis|power (?:of|to)|power(?:ed)? |assum(?:ed|ing|ption)|historical(?:ly)?|was set at|significance level|alpha|stopping rule|to detect|prespecified (?:threshold|boundary)|literature|(?:in|from) (?:previous|prior|earlier|other) (?:studies|trials|reports)|previously reported|expected)(?![A-Za-z])|检验效能|样本量|假设|显著性水平|既往研究|文献报道|历史对照/iu;

export const isPlanning = (text: string): boolean => planning.test(text.slice(0, 2000));

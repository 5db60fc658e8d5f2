const codes: Record<string, string> = {
  ...{
    eng: 'en',
    ger: 'de',
    deu: 'de',
    fre: 'fr',
    fra: 'fr',
    spa: 'es',
    ita: 'it',
    por: 'pt',
    dut: 'nl',
    nld: 'nl',
    rus: 'ru',
  },
  ...{
    chi: 'zh',
    zho: 'zh',
    jpn: 'ja',
    kor: 'ko',
    pol: 'pl',
    tur: 'tr',
    swe: 'sv',
    dan: 'da',
    nor: 'no',
    fin: 'fi',
    cze: 'cs',
  },
  ...{
    ces: 'cs',
    hun: 'hu',
    gre: 'el',
    ell: 'el',
    heb: 'he',
    ara: 'ar',
    per: 'fa',
    fas: 'fa',
    ukr: 'uk',
    srp: 'sr',
    hrv: 'hr',
  },
  ...{
    slo: 'sk',
    slk: 'sk',
    rum: 'ro',
    ron: 'ro',
    bul: 'bg',
    cat: 'ca',
    lit: 'lt',
    lav: 'lv',
    est: 'et',
    ice: 'is',
    slv: 'sl',
  },
  ...{ vie: 'vi', tha: 'th', ind: 'id' },
};
const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const names = new Map<string, string>([
  ...[...new Set(Object.values(codes))].map((code): [string, string] => [
    (english.of(code) ?? code).toLowerCase(),
    code,
  ]),
  ...Object.entries({
    中文: 'zh',
    汉语: 'zh',
    英文: 'en',
    英语: 'en',
    日文: 'ja',
    deutsch: 'de',
    français: 'fr',
    español: 'es',
  }),
  ...Object.entries({
    ngerman: 'de',
    american: 'en',
    british: 'en',
    usenglish: 'en',
    ukenglish: 'en',
    brazilian: 'pt',
    flemish: 'nl',
  }),
]);
/** The form of each language in this library. */
const usual: Record<string, string> = { en: 'en-US', zh: 'zh-CN' };

/** Words that stand in most titles of a language and in those of no other that is listed. */
const telling: Record<string, RegExp> = {
  de: /\b(?:und|der|die|das|mit|bei|eine?[rnms]?|für|zur|zum|durch|nach|über|von)\b/giu,
  fr: /\b(?:les?|des|dans|chez|une?|traitement|pour|avec|aux|sur|du|et)\b/giu,
  es: /\b(?:el|los|las|una?|para|tratamiento|con|del|por|y|en pacientes)\b/giu,
  it: /\b(?:il|della|delle|nei|nella|per|trattamento|con|dei|gli)\b/giu,
  pt: /\b(?:da|dos|das|em|uma?|para|tratamento|com|não|pela)\b/giu,
  nl: /\b(?:het|een|van|met|voor|bij|behandeling|en)\b/giu,
  en: /\b(?:the|of|and|in|with|for|to|from|by|an?|on|after|versus)\b/giu,
};

/**
 * The language that a file names, as the library writes it: `eng`, `English`, `en_GB`, `zh-cn`, `中文;`;
 * nothing for another word.
 */
export function languageNamed(said: string | undefined): string | undefined {
  const first = said
    ?.trim()
    .split(/[;,，；/|]/)[0]
    ?.trim();
  if (!first) return undefined;
  const small = first.toLowerCase();
  const tagged = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}))?$/.exec(small);
  const primary = tagged?.[1] ?? '';
  const code = names.get(small) ?? (primary.length === 3 ? codes[primary] : undefined);
  if (code !== undefined) return usual[code] ?? code;
  if (primary.length !== 2 || english.of(primary) === undefined) return undefined;
  const region = tagged?.[3]?.toUpperCase();
  return region === undefined ? (usual[primary] ?? primary) : `${primary}-${region}`;
}

/**
 * The language of a title by its letters, and of Latin ones by the small words in it; English where neither
 * decides.
 */
export function languageOfTitle(title: string): string {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title)) return 'ja';
  if (/\p{Script=Han}/u.test(title)) return 'zh-CN';
  if (/\p{Script=Hangul}/u.test(title)) return 'ko';
  if (/\p{Script=Cyrillic}{3}/u.test(title)) return 'ru';
  const counts = Object.entries(telling).map(([code, words]) => ({
    code,
    count: title.match(words)?.length ?? 0,
  }));
  const own = counts.find(({ code }) => code === 'en')?.count ?? 0;
  const [best] = counts.toSorted((a, b) => b.count - a.count);
  return best && best.count >= 2 && best.count > own + 1 ? (usual[best.code] ?? best.code) : 'en-US';
}

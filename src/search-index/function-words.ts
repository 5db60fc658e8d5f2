/*
 * Words that say nothing of what is asked (what is the … of … in …?), and words that say little, because
 * nearly every page has them.
 */

export const functionWords = new Set(
  `a about after all's an and any are as at be been before best between by can compare compared comparison could did
  difference different do does due during each for from get give given had has have how i if in into is it its last many
  may me most much my no not of off on or our over per should than that the their them then there these they this those to
  under used using versus vs was we were what when where which who why will with without would you your`.split(
    /\s+/,
  ),
);

export const faintWords = new Set(
  `case clinical data dose effect efficacy evidence experience group high in-vivo level long low new number outcome patient
  percent phase rate response-rate result risk safety show study studi survival-rate term therapi therapy time treat
  treatment trial use`.split(/\s+/),
);

/**
 * Chinese has no spaces: such phrases are taken off both ends of what no name was found in; the longest
 * first.
 */
export const functionPhrases =
  `为什么会 为什么 怎么样 怎么办 有什么 是什么 有哪些 是多少 有多少 治疗后 能不能 可不可以 是否 有没有 为何 怎么
怎样 如何 什么 区别 差异 比较 哪些 哪个 哪种 哪里 多少 多久 多长 可以 能否 应该 需要 哪 吗 呢 么 的 了 和 与 及 或 在 对 中 后 前 时 用 是 有 会 能 把 被
从 到 为 以 于 等 之 其 者 上 下 内 外 里 由 向`
    .split(/\s+/)
    .sort((a, b) => b.length - a.length);

export const faintPhrases =
  `临床试验 临床研究 研究进展 试验 研究 治疗 患者 病人 注射液 注射剂 疗法 方案 结果 效果 疗效 情况 比例 作用 药物 数据 报道 分析`
    .split(/\s+/)
    .sort((a, b) => b.length - a.length);

/** What makes a query a question. */
export const questionWords = new Set(
  'how why what which when who does difference compare compared versus vs'.split(' '),
);
export const questionPhrase = /为什么|为何|如何|怎么|怎样|什么|哪些|多少|是否|能否|吗|区别|[?？]/u;

import type { quality as en } from '../en/quality.ts';
import type { Translated } from '../locale.ts';

export const quality: Translated<typeof en> = {
  title: '质量',
  description: '全部核查及其发现的问题，以及同一研究的报告之间的差异。',
  lede: (figures, traced, differing) =>
    `共${figures}项数据，其中${traced}项已逐位与所读的文本对上，${differing}项另有来源所印不同。有误之处都会显示，绝不默默更正。`,
  reports: '同一研究的报告之间不一致',
  reviews: '综述与报告不一致',
  described: {
    gives: (source, figure) => `${source}为${figure}`,
    sentence: (study, what, one, other, why) => `${study}，${what}：${one}；${other}。${why}`,
    aspect: (endpoint, aspect) => `${endpoint}的${aspect}`,
    why: {
      unexplained: '双方都未说明原因。',
      denominator: '两者是不同患者数的比例。',
      definition: '两者的定义不同。',
      'one-sided': '其中一个P值为单侧。',
      'data cut': '两者的数据截止日期不同。',
      rounding: '其中一个经过四舍五入。',
      truncation: '其中一个位数较少。',
    },
  },
  moreInLedger: (count) => `其余${count}项见<a href="#ledger">差异列表</a>。`,
  numbers: '数字概览',
  questions: (checks, run, passed, failed, waived, skipped) =>
    `${checks}种核查对数据和文字共核对${run}次：${passed}次符合要求；${failed}个问题待解决，${waived}个已在条目中说明理由，` +
    `${skipped}次无法核对。`,
  figures: {
    all: '试验数据总数',
    traced: '全部数字已与来源文本对上',
    partly: '部分数字已与来源文本对上',
    untraced: '未经程序与来源文本比对',
    secondary: '读自间接来源，而非报告本身',
    corroborated: '有另一份报告佐证',
    contested: '各来源不一致',
  },
  about:
    '一个问题表示某个数值无法由所印的数字重现，或两个来源不一致；它不涉及动机。数字照原样保留。这些列表也可下载：' +
    '<a href="/data/findings.csv" download>findings.csv</a>和<a href="/data/discrepancies.csv" download>discrepancies.csv</a>。',
  headings: { error: '错误', warning: '不相符的数据与陈述', note: '提示' },
  ledger: '同一研究的报告之间的差异',
  ledgerLabel: '差异列表',
  reasons:
    '两个数字都照原样显示。只有报告中有记录或数字本身能证明时，才写明原因：<em>四舍五入</em>和<em>截断小数</em>，' +
    '一个数字是另一个数字位数较少的写法；<em>单侧检验</em>，一个P值为单侧，另一个不是；<em>分母不同</em>，两者是不同患者数的比例；' +
    '<em>数据截止日期不同</em>和<em>定义不同</em>，两者都有记录且不相同。其余都是<em>原因不明</em>。',
  moreIn: (count) => `其余${count}项见<a href="/data/discrepancies.csv" download>discrepancies.csv</a>。`,
  checks: '各项核查',
  severity: { error: '错误', warning: '警告', note: '提示' },
  asked: (severity, run, failed, waived, skipped) =>
    `${severity}；核对${run}次，发现问题${failed}个，豁免${waived}个，跳过${skipped}次`,
  families: {
    schema: '结构',
    mdx: '正文语法',
    prose: '正文数字',
    translation: '译文',
    links: '链接',
    identity: '文献信息',
    arithmetic: '算术',
    intervals: '区间',
    contrasts: '组间比较',
    order: '大小关系',
    scales: '分级量表',
    lineage: '研究与患者重叠',
    plan: '注册计划',
    appraisal: '偏倚风险评价',
    pooled: '合并结果',
    trace: '追溯来源',
    ledger: '来源之间的差异',
    permanence: '永久网址',
    waivers: '豁免',
  },
  seeAlso: '另见：',
  howMade: '条目如何制作',
  theData: '数据',
};

import type { home as en } from '../en/home.ts';
import type { Translated } from '../locale.ts';

export const home: Translated<typeof en> = {
  title: (subject) => `${subject}：试验得出了什么结果`,
  size: (studies, results) =>
    `${studies}项研究，${results}个结果。每个数字都经过核查，并可追溯到给出它的报告。`,
  answers: '问题与回答',
  news: '最新内容',
  newsNote: '按报告或审批决定的日期排列。',
  feed: '条目更新（订阅）',
  ways: '浏览本库',
  cite: '引用与下载',
  citeNote: '引用结果请引试验报告，引用结构化数据请引本库条目；每个页面都备有两种引文，可直接复制。',
  bibtex: '全部文献的BibTeX',
  data: '全部数据',
  printed: '数字均按原文照录，并注明来源；在此计算得出的均标明为计算值。',
  about: '条目如何编制',
  item: {
    report: (kind, work) => `${kind}，${work}`,
    approved: (agency, indication) => `${agency}批准：${indication}`,
  },
  chart: {
    title: (setting) => `各疗法的结果（${setting}）`,
    show: '显示',
    tabs: { response: '缓解', events: '临床事件', survival: '生存', toxicity: '严重毒性' },
    by: '疗法',
    note: (arms, patients) =>
      `并非排名：患者、定义和时间各不相同。每种疗法列出病例数最多的${arms}个组，每组至少${patients}例患者。虚线和斜体表示区间由此处按例数计算；无线段表示未见区间。`,
    compare: '比较研究组',
    map: '已知与缺失的证据图',
    data: '数据',
    alone: (names) => `仅${names.join('或')}`,
    median: (name) => `中位${name}`,
    severe: (name) => `${name}，重度或3级及以上`,
    scaled: '按注明的标准分级',
    more: (count) => `另有${count}个组`,
  },
  answer: {
    pooledHere: '本库合并',
    and: (names) => names.join('和'),
    ofClass: (name) => `${name}类治疗`,
    row: (row, label) => `${label}的${row}`,
    improves: (what, label) => `${what}能否改善${label}？`,
    prevents: (what, label) => `${what}能否预防${label}？`,
    howOften: (label, what) => `使用${what}时${label}的比例是多少？`,
    howSevere: (label, what) => `使用${what}时重度${label}的发生率是多少？`,
    pooled: (studies, patients, who, what, value, interval) =>
      `${studies}项研究、${patients}例患者（${who}）合并后，${what}为${value}（95% CI ${interval}）。`,
    certainty: (grade) => `证据确定性（GRADE）：${grade}。`,
    randomised: (trial, patients, who, comparator, value, interval) =>
      `${trial}随机分配了${patients}例患者（${who}）。与${comparator}相比：${value}（${interval}）。`,
    drawn: (label) => `图中所示：${label}。`,
    span: (low, high, count) => `${count}个研究组中为${low}至${high}。`,
    graded: (ways) =>
      `${ways > 1 ? `分级方法有${ways}种，因此不予合并。` : ''}图中所示：最低、居中和最高者。`,
  },
};

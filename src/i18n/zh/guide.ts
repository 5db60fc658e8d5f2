import type { guide as en } from '../en/guide.ts';
import type { Translated } from '../locale.ts';

export const guide: Translated<typeof en> = {
  chapters: {
    guide: ['指南', '如何阅读、比较、合并、引用本库的数据，以及如何增补。'],
    figure: [
      '解读一项数据',
      '数据旁边写着什么：由谁报告，以哪些患者为分母，不确定性有多大，哪些由本库计算。',
    ],
    compare: ['比较不同研究', '跨研究比较能说明什么、不能说明什么，以及如何统一分母。'],
    pool: ['合并结果', '何时可以合并，各种模型的含义，以及如何理解异质性和预测区间。'],
    checks: [
      '核查与问题',
      '每次构建重新计算什么，如何看待核查出的问题，来源有误或来源之间不一致时如何处理。',
    ],
    cite: ['引用', '如何引用一项数据、一个条目、一组选定的内容或整个数据库，以及网址的稳定性。'],
    dictionary: ['数据字典', '每个文件的每一列：类型与含义。'],
    contribute: ['增补试验', '一项研究如何逐步收入本库，以及程序无法核查的规则。'],
    about: ['本库如何编制', '本库依据哪些来源，条目如何制作，有哪些局限。'],
  },
  chaptersOf: '指南各章',
  turn: '上一章与下一章',
  previous: '上一章',
  next: '下一章',
  families: {
    label: '各类核查',
    family: '类别',
    asks: '核查内容',
    questions: '核查次数',
    findings: '问题',
    more: (count) => `等${count + 1}项`,
    waived: (count) => `已豁免${count}项`,
  },
  citing: { of: '以', as: '的一项数据为例，引文及其BibTeX如下：', bibtex: '一项数据的BibTeX' },
  differences: '来源之间的差异，每种原因一例',
  whereFrom: '这项数据的来源',
  gate: {
    row: (endpoint, row) => `${endpoint}，${row}`,
    named: (endpoint) => `${endpoint}。`,
    says: (studies, holds, rules, refused, unstated) =>
      `${studies}项研究中代表各组的数据，以本库现有内容为准：${rules}条规则中有${holds}条成立，${[
        refused === 0 ? '没有一条不允许合并' : `${refused}条不成立`,
        ...(unstated > 0 ? [`${unstated}条因部分研究未说明而无法判断`] : []),
      ].join('，')}。`,
    see: '在合并分析中查看',
    unstated: '（部分研究未说明）',
    hard: '（不可放宽）',
    soft: '（可以放宽）',
  },
  worked: {
    share: '比例',
    interval: '95%区间',
    plot: '图',
    intervalOnly: '只有区间',
    study: (letter) => `研究${letter}`,
    common: '共同效应',
    random: '随机效应',
    prediction: '预测区间',
    asReported: (population) => `报告原值：${population}`,
    computed: {
      enrolled: '计算值：全部入组者',
      randomised: '计算值：全部随机化者',
      treated: '计算值：全部接受治疗者',
      evaluable: '计算值：全部可评估者',
    },
  },
  checked: {
    title: '本次构建的核查',
    says: (checks, run, errors, warnings) =>
      `${checks}种核查，共核对${run}次：错误${errors}个，警告${warnings}个。`,
  },
  dictionary: {
    columns: (file, count) => `<code>${file}</code>，共${count}列`,
    columnsOf: (file) => `${file}的各列`,
    column: '列名',
    type: '类型',
    holds: '含义',
    key: '主键',
    neverEmpty: '不为空',
    oneOf: (words) => `取值：${words}`,
    range: (least, most) => `${least}至${most}`,
  },
  former: {
    title: '本页的旧网址',
    isNow: '现为',
    withdrawn: (on, why) => `已于${on}撤回。${why}`,
  },
};

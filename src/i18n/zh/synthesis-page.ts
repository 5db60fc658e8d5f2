import type { synthesisPage as en } from '../en/synthesis-page.ts';
import type { Translated } from '../locale.ts';

export const synthesisPage: Translated<typeof en> = {
  title: '合并分析',
  description: '在浏览器中进行荟萃分析：哪些数据可以合并，合并结果如何。',
  lede: '对同一终点的多项研究做荟萃分析。可比性规则逐条说明哪些因素妨碍合并。',
  noScript: (a) =>
    `合并需要JavaScript。没有JavaScript时，可在${a('/map/', '证据图')}中查看哪些终点有多项研究，在各${a('/endpoints/', '终点')}页面查看所涉试验；<a href="/data/outcomes.csv" download>outcomes.csv</a>（说明见${a('/data/', '数据')}）含全部数据及其例数。`,
  choose:
    '请选择一个终点，或下列问题之一。每个研究组取一项数据，出自研究自身的报告，且未被后续报告取代；主要报告优先。默认选中满足全部可比性规则的最大一组数据；选入其他数据，即可看到妨碍合并的规则。对照组列出但不选中。',
  pool: '可以合并的问题',
  nonePools: '本库尚无两项研究可以合并。',
  poolTable: '可以合并的问题表',
  published: (a) =>
    `已发表：同一终点、治疗类别与靶点的系统评价结果，按原文列出；见${a('/syntheses/', '全部已发表的荟萃分析')}。`,
  nearly: '接近可以合并的问题',
  nearlyNote: '有两项或以上研究，仅一条可比性规则不满足。您可指明放行该规则。',
  nearlyTable: '接近可以合并的问题表',
  result: '结果',
  legend:
    '方块：各研究，面积与权重成正比。虚线区间由例数计算，实线区间为报告值。菱形：合并估计值，空心为亚组。横条：预测区间。',
  asTable: '以表格显示图中数据',
  tableRegion: '森林图数据',
  influence: '各研究及小样本研究的影响',
  without: '逐一剔除各研究后的合并效应',
  growing: '逐项加入研究后的合并效应',
  figures: '数据',
  figuresRegion: '可合并的数据表',
  certainty: '证据确定性（GRADE）',
  gate: '这些数据可以合并吗？',
  options: '合并方法',
  question: {
    form: '合并内容',
    endpoint: '终点',
    choose: '选择终点',
    arms: (label, arms) => `${label}（${arms}个组）`,
    nothing: '尚无可合并的数据',
    why: (label, why) => `${label}：${why}`,
    figures: '数据',
    kept: '一并合并',
  },
  export: {
    heading: '导出',
    link: '链接',
    copy: '复制',
    plot: '图',
    data: '数据',
    references: '参考文献',
    summary: '结果总结表',
    script: '脚本',
    sentences: '论文用文字',
    unpooled: '数据合并后可导出结果总结表、R脚本与论文用文字。',
  },
  how: {
    heading: '合并方法说明',
    paragraphs: [
      '采用倒方差法，公式同R软件包metafor 3.8，本站的测试以其结果核对。默认采用随机效应模型（τ²用REML估计）与Hartung–Knapp区间：研究较少时，其覆盖率比正态区间更接近名义水平（IntHout J, Ioannidis JPA, Borm GF. BMC Med Res Methodol 2014;14:25）。各研究高度一致时，该区间可能反而较窄，此时并列给出ad hoc修正的结果，上列问题则采用正态区间（Röver C, Knapp G, Friede T. BMC Med Res Methodol 2015;15:99）。',
      '采用Hartung–Knapp法时，预测区间的自由度为k − 1；采用正态区间时，预测区间也用正态分布，与metafor相同。事件数或非事件数为零的研究，两者各加半例，其余研究不加。各亚组τ²单独估计，亚组间检验为各合并效应的Q检验。单项研究的区间取报告值，否则为95%精确区间（Clopper–Pearson法）。',
      '综述转引的数据、被后续报告取代的数据、亚组数据以及没有例数的百分比不予合并。本库已知共有患者的试验在条目中注明，不重复计数。',
    ],
    certainty: (a) =>
      `证据确定性按GRADE评定：随机对照比较从“高”开始，观察性证据从“低”开始（Guyatt GH, Oxman AD, Vist GE, et al. BMJ 2008;336:924–926；Balshem H, Helfand M, Schünemann HJ, et al. J Clin Epidemiol 2011;64:401–406），再按五个领域降级。各阈值的说明见${a('/guide/pool/#certainty', '指南')}；每项判断均可改用您自己的判断。`,
  },
};

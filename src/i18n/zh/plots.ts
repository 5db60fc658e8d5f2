import type { plots as en } from '../en/plots.ts';
import type { Translated } from '../locale.ts';

export const plots: Translated<typeof en> = {
  months: '个月',
  wholeMonths: '个月',
  readIn: (where, names) => `${where}：${names.join('、')}`,
  named: (name, text) => `${name}：${text}`,
  sentences: (parts) => parts.join('。'),
  figures: (title, figures) => `${title}：${figures.join('；')}`,
  times: (title, parts) => `${title}，同一时间轴：${parts.join('。')}`,
  forest: {
    study: '研究',
    counts: '事件数/患者数',
    proportion: '比例',
    estimate: (what, level) => `${what}（${level}% CI）`,
    weight: '权重',
    weighs: (weight) => `权重${weight}`,
    heading: (label) => `${label}：`,
    line: (label, text, weight) => `${label} ${text}${weight === undefined ? '' : `，权重${weight}`}；`,
    all: (lines) => lines.join('').replace(/[；：]$/, '。'),
  },
  funnel: {
    title: (studies) => `${studies}项研究的漏斗图`,
    description: '每项研究按效应值与标准误标出，最精确者在上。',
    scale: { ratio: '比值（合并所用尺度）', proportion: '比例（合并所用尺度）' },
  },
};

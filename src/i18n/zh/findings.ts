import type { findings as en } from '../en/findings.ts';
import type { Translated } from '../locale.ts';

export const findings: Translated<typeof en> = {
  where: '位置',
  finding: '问题',
  check: '核查',
  stands: '保留：',
  moreIn: (count) => `其余${count}项见<a href="/data/findings.csv" download>findings.csv</a>。`,
  routine: (count) => `（${count}项常规提示）`,
  differences: {
    study: '研究',
    endpoint: '终点',
    what: '哪方面',
    one: '一份报告',
    another: '另一份报告',
    difference: '差值',
    reason: '原因',
    noNumber: '不是单个数字',
  },
};

import type { drawn as en } from '../en/drawn.ts';
import type { Translated } from '../locale.ts';

export const drawn: Translated<typeof en> = {
  not: (own, other) => `${own}，而非${other}`,
  between: '，',
  moreInText: (count) => `文中还有${count}项；`,
  allFigures: '全部数据',
  counts: {
    of: (all) => `关于单项研究的${all}项数据`,
    agree: '与另一来源一致',
    differ: '与另一来源不一致',
    cut: '因数据截止日期不同而不一致',
    alone: '无法比较：本库没有其他来源陈述',
  },
};

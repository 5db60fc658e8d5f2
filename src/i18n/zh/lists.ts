import type { listWords as en } from '../en/lists.ts';
import type { Translated } from '../locale.ts';

export const listWords: Translated<typeof en> = {
  works: (shown, all) => `${all}篇文献中的${shown}篇`,
  trials: (shown, all) => `${all}项试验中的${shown}项`,
  drawn: (count) => `已显示前${count}项。`,
  drawMore: (count) => `再显示${count}项`,
  drawAll: (count) => `显示全部${count}项`,
  terms: (shown, all) => `${all}条中的${shown}条`,
  choices: (count) => `已选${count}项待比较`,
  cite: '引用',
  citeFigure: (value) => `引用此数据：${value}`,
  figureCard: '此数据的来源',
};

import type { datasets as en } from '../en/datasets.ts';
import type { Translated } from '../locale.ts';

export const datasets: Translated<typeof en> = {
  list: '、',
  arm: (trial, arm) => `${trial}：${arm}`,
  allArms: (therapy, ofClass) => `${therapy}（${ofClass}），全部组`,
};

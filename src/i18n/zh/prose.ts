import type { prose as en } from '../en/prose.ts';
import type { Translated } from '../locale.ts';

export const prose: Translated<typeof en> = {
  reference: (number, label) => `参考文献${number}：${label}`,
};

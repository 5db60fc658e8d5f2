import type { searchForm as en } from '../en/search-form.ts';
import type { Translated } from '../locale.ts';

export const searchForm: Translated<typeof en> = {
  label: '搜索试验、疗法和数据',
  search: '搜索',
  examples: '例如',
};

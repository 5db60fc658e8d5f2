import type { searchWords as en } from '../en/search-words.ts';
import type { Translated } from '../locale.ts';

const quoted = (words: readonly string[]) => words.map((word) => `“${word}”`).join('或');

export const searchWords: Translated<typeof en> = {
  open: '搜索',
  label: '搜索本库',
  placeholder: '疗法、试验、终点、数据……',
  close: '关闭',
  results: '结果',
  keys: '上下键选择，Enter键打开，Esc键关闭',
  slashKey: '按 / 键打开搜索',
  loading: '正在搜索……',
  failed: '搜索索引无法载入。请重试，或使用列表。',
  noneFiltered: '没有页面符合全部筛选条件。',
  noResults: (query) => `未找到“${query}”。`,
  count: (total) => `${total}个页面`,
  missing: (words) => `未找到${quoted(words)}；以下页面符合其余词语`,
  omitted: (word) => `没有页面包含全部词语；以下页面包含除“${word}”以外的词语`,
  also: '又称',
  didYouMean: '您是否要找',
  or: '或',
  seeAll: (total) => (total === 1 ? '查看并筛选' : `查看并筛选全部${total}个`),
  more: (left) => `显示更多（还有${left}个）`,
  filters: '筛选',
  clear: '清除全部筛选',
  allValues: (count) => `显示全部${count}项`,
  start: '输入词语，或选择筛选条件。',
  facets: {
    type: '页面类型',
    target: '靶点',
    'therapy class': '疗法类别',
    population: '人群',
    setting: '治疗阶段',
    phase: '分期',
    year: '年份',
  },
};

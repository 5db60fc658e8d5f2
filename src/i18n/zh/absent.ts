import type { absent as en } from '../en/absent.ts';
import type { Translated } from '../locale.ts';

export const absent: Translated<typeof en> = {
  title: '未找到页面',
  says: '此网址没有页面',
  description: '此网址没有页面。',
  advice: '网址可能有误。条目的网址从不改变，请试用搜索，或从列表中查找。',
  lists: '列表',
  home: '中文首页',
};

import type { offlineWords as en } from '../en/offline.ts';
import type { Translated } from '../locale.ts';

export const offlineWords: Translated<typeof en> = {
  title: '没有网络',
  description: '无法获取页面且本设备未保存该页面时显示此页。',
  lede: '当前没有网络连接，而此页面以前未在本设备上打开过。以下页面打开过，已保存在本设备上：',
  none: '尚未保存任何页面。',
  again: '重试',
  newer: '本库已有新版本。',
  reload: '重新载入',
  later: '稍后',
  sorting: 'zh-CN',
};

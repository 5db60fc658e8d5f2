import type { citeWords as en } from '../en/cite.ts';
import type { Translated } from '../locale.ts';

export const citeWords: Translated<typeof en> = {
  heading: '引用',
  style: '格式',
  nouns: { publication: '文献', entry: '条目', base: '本库', figure: '数据' },
  the: (noun, label) => `${noun}：${label}`,
  file: (noun) => `${noun}的引文文件`,
  copy: (noun) => `复制${noun}引文`,
  format: (format, noun) => `${noun}的${format}文件`,
  further: '条目的引文文件还包括：',
  kinds: {
    trial: '试验',
    therapy: '疗法',
    topic: '专题',
    review: '综述',
    synthesis: '荟萃分析',
  },
  entryLabel: (base, kind, version) => `${base}本${kind}条目，版本${version}`,
  baseLabel: (base, version) => `${base}，版本${version}`,
  selection: { as: '引用所选，格式', copy: '复制', download: '下载' },
  records: (count, isSaved) => `已${isSaved ? '下载' : '复制'}${count}条引文`,
  copyFailed: '复制未成功，请改用下载',
  unread: '文件未能读取',
  fileUnread: '文件未能读取；下方链接或许可用',
  copied: '已复制',
  notAllowed: '浏览器不允许复制；文字已选中',
  figure: '引用此数据',
  close: '关闭',
};

import type { headline as en } from '../en/headline.ts';
import type { Translated } from '../locale.ts';
import { beside } from './beside.ts';

const inBrackets = (parts: readonly string[]) => (parts.length === 0 ? '' : `（${parts.join('；')}）`);
const all = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join('、')}和${parts.at(-1)}`;

/** `3级及以上不良事件`: a grade takes the place of 任何. */
function graded(grade: string, printed: string, name: string): string {
  if (printed === 'unstated') return name;
  const bare = name.replace(/^任何(?:级别)?/, '');
  return printed === 'any' ? `任何级别${bare}` : beside(grade, bare);
}

export const headline: Translated<typeof en> = {
  sentence: (review, patients, clauses) =>
    `${review === undefined ? '' : `据综述（${review}），`}在${patients}中，${clauses.join('；')}。`,
  patients: ({ n, kind, people, setting, population }) =>
    [
      n === undefined ? '' : `${n}例`,
      kind ?? '',
      setting ?? '',
      people ?? '',
      '患者',
      population === undefined ? '' : `（${population}）`,
    ].join(''),
  kind: { randomised: '经随机分组的', treated: '接受治疗的', enrolled: '入组的' },
  clause: ({ subject, occurs, values, aside }) => {
    const named = values.filter(({ arm }) => arm !== undefined);
    const own = occurs && !/[率数]$/.test(subject) ? `${subject}发生率` : subject;
    const figures =
      named.length > 0
        ? `${own}：${values.map(({ figure, arm }) => beside(arm ?? '', figure)).join('，')}`
        : `${own}${values.length > 1 ? '分别' : ''}为${all(values.map(({ figure }) => figure))}`;
    return figures + inBrackets(aside);
  },
  ratio: (measure, endpoint, value, arm, comparator, aside) =>
    `${arm}与${comparator}相比，${endpoint}的${measure}为${value}${inBrackets(aside)}`,
  subject: ({ statistic, name, grade, scale, definition, at }) => {
    const what = `${at ?? ''}${statistic ?? ''}${grade ? graded(grade.text, grade.printed, name) : name}`;
    return what + inBrackets([scale, definition].filter((part) => part !== undefined));
  },
  measure: { HR: '风险比', OR: '比值比', RR: '相对危险度' },
  comparison: (measure, value, other, further) =>
    [...(other === undefined ? [] : [`与${other}相比`]), `${measure ?? ''}${value}`, ...further].join('，'),
  otherComparison: '比较结果',
  fraction: (events, total) => `${events}/${total}`,
  computed: (interval) => `${interval}，本库计算`,
  aside: (text) => text.replace(/（([^（）]*)）/g, '，$1'),
  associations: (names) => `本库未收录该研究的率，收录了与${all(names)}的相关。`,
  noFigure: '本库未收录该研究的结局数据。',
  noPrimary: (names) => `本库未收录其主要终点（${names.join('、')}）的数据。`,
  status: (status) => `研究登记状态：${status}。`,
};

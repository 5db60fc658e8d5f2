/**
 * Units that any base may have, after their number. Those of doses and concentrations are signs and stay;
 * those of one disease are among the phrases of its content.
 */
const units: Readonly<Record<string, string>> = {
  days: '天',
  weeks: '周',
  months: '个月',
  years: '年',
  'years of age': '岁',
  patient: '例',
  patients: '例',
  children: '名儿童',
  women: '名女性',
  men: '名男性',
  death: '例死亡',
  deaths: '例死亡',
  case: '例',
  cases: '例',
  relapse: '例复发',
  relapses: '例复发',
  event: '例事件',
  events: '例事件',
  'patients with an event': '例发生事件',
  'patients below the limit of age': '例低于年龄下限',
  infections: '次感染',
  'infections per 100 days at risk': '次感染/100风险日',
  'events per patient-year': '次事件/患者年',
  'percentage points': '个百分点',
  cycle: '个周期',
  cycles: '个周期',
  course: '个疗程',
  courses: '个疗程',
  infusion: '次输注',
  infusions: '次输注',
  'days per cycle': '天/周期',
  'mg/m² per cycle': 'mg/m²/周期',
  'mg/m² per course': 'mg/m²/疗程',
  'mg/day': 'mg/天',
  'mg/m²/day': 'mg/m²/天',
  'g/m²/day': 'g/m²/天',
  'µg/day': 'µg/天',
  'µg/m²/day': 'µg/m²/天',
  'µg/kg/day': 'µg/kg/天',
  'cells/kg': '个细胞/kg',
  cells: '个细胞',
  '% of the planned dose': '%的计划剂量',
  fold: '倍',
  centre: '家中心',
  centres: '家中心',
  hospitals: '家医院',
  institutions: '家机构',
  countries: '个国家',
  studies: '项研究',
  products: '种产品',
  domains: '个结构域',
  generations: '代',
  blocks: '个阶段',
};

/** The Chinese name of a unit; its own where it has none. */
export const unitName = (unit: string): string => units[unit] ?? unit;

/** A number with its unit; no space before a Chinese one. */
export function inUnits(figure: string, unit: string): string {
  const own = unitName(unit);
  return /^[\p{sc=Han}%]/u.test(own) ? `${figure}${own}` : `${figure} ${own}`;
}

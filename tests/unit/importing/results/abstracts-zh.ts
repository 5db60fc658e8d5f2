import type { Abstract } from './abstracts-en.ts';

/** The same in Chinese. */
export const chineseAbstracts: readonly Abstract[] = [
  [
    `目的：评价药物甲治疗复发患者的疗效与安全性。方法：回顾性分析2018年1月至2022年12月收治的34例患者的临床资料。结果：34例患者中，24例（70.6%）达到完全缓解，其中MRD阴性20例（83.3%）。中位随访时间为15.2个月（范围：1.3~40.8个月），中位总生存期为18.5个月（95%CI：10.2~26.8），2年总生存率为45.1%（95%CI：27.0%~61.6%）。细胞因子释放综合征发生率为79.4%（27/34），其中≥3级5例（14.7%）。结论：药物甲疗效较好。`,
    [
      'cr proportion 24/34 70.6%',
      'mrd-negativity proportion 20 83.3%',
      'follow-up follow-up 15.2 months range[1.3,40.8]',
      'os median 18.5 months 95[10.2,26.8]',
      'os landmark 45.1% @2 years 95[27.0,61.6]',
      'crs adverse-event 27/34 79.4%',
      'crs adverse-event g≥3 5 14.7%',
    ],
  ],
  [
    `【摘要】目的 比较两种方案的疗效。方法 将120例患者随机分为试验组和对照组，每组60例。结果 试验组和对照组的完全缓解率分别为75.0%和53.3%（P＝0.013），差异有统计学意义。试验组中位无事件生存期为14.6个月，对照组为8.3个月（HR＝0.61，95%CI：0.41~0.91，P＝0.015）。两组3级及以上感染发生率分别为21.7%和35.0%（P＝0.105）。结论 试验方案可提高缓解率。`,
    [
      'cr proportion 75.0% #1',
      'cr proportion 53.3% #2',
      'cr contrast p-only P=0.013',
      'efs median 14.6 months #1',
      'efs median 8.3 months #2',
      'efs contrast HR 0.61 95[0.41,0.91] P=0.015',
      'infection adverse-event g≥3 21.7% #1',
      'infection adverse-event g≥3 35.0% #2',
      'infection contrast p-only P=0.105',
    ],
  ],
  [
    `结果：共纳入48例患者，男性27例（56.3%），中位年龄36岁（范围18~67岁）。CR/CRi率为87.5%（42/48），MRD阴性率为81.3%（39/48）。中位随访21.4个月，中位OS未达到，中位RFS为16.9个月（95%CI：9.8~未达到）。1年、2年OS率分别为72.3%和60.5%。`,
    [
      'enrolled count 48 patients',
      '? proportion 27 56.3%',
      'age median 36 years range[18,67]',
      'cr-cri proportion 42/48 87.5%',
      'mrd-negativity proportion 39/48 81.3%',
      'follow-up follow-up 21.4 months',
      'os median not-reached',
      'rfs median 16.9 months 95[9.8,NR]',
      'os landmark 72.3% @1 years',
      'os landmark 60.5% @2 years',
    ],
  ],
  [
    `方法：本研究为单臂、开放Ⅱ期临床试验（1∶1分层不适用）。结果：39例可评估患者中，32例（82.1%）在3个月内获得缓解。最常见的≥3级不良事件为中性粒细胞减少（89.7%）、血小板减少（61.5%）和贫血（46.2%）。CRS发生率为87.2%，其中≥3级10.3%；ICANS发生率为17.9%，其中≥3级7.7%。`,
    [
      '? proportion 32/39 82.1% @within 3 months',
      'neutropenia adverse-event g≥3 89.7%',
      'thrombocytopenia adverse-event g≥3 61.5%',
      'anaemia adverse-event g≥3 46.2%',
      'crs adverse-event 87.2%',
      'crs adverse-event g≥3 10.3%',
      'icans adverse-event 17.9%',
      'icans adverse-event g≥3 7.7%',
    ],
  ],
  [
    `结果 102例患儿中位年龄6.8岁，5年总生存率为（88.2±3.4）%，5年无事件生存率为（79.6±4.1）%，5年累积复发率为（14.3±3.6）%。多因素分析显示，诱导末MRD≥0.01%为危险因素（HR＝3.12，95%CI：1.44～6.75，P＝0.004）。`,
    [
      'age median 6.8 years',
      'os landmark 88.2% ±3.4 unstated @5 years',
      'efs landmark 79.6% ±4.1 unstated @5 years',
      'cumulative-incidence-relapse landmark 14.3% ±3.6 unstated @5 years',
      '? contrast HR 3.12 95[1.44,6.75] P=0.004',
    ],
  ],
  [
    `结果：试验组客观缓解率高于对照组（62.5%比43.8%，P＝0.034）。试验组中位PFS为9.7个月（95%CI：7.4～12.0个月），对照组中位PFS为6.1个月（95%CI：4.9～7.3个月），HR＝0.58（95%CI：0.39～0.86）。两组治疗相关死亡率分别为3.1%和4.7%。`,
    [
      'orr proportion 62.5% #1',
      'orr proportion 43.8% #2',
      'orr contrast p-only P=0.034',
      'pfs median 9.7 months 95[7.4,12.0] #1',
      'pfs median 6.1 months 95[4.9,7.3] #2',
      'pfs contrast HR 0.58 95[0.39,0.86]',
      'treatment-related-mortality proportion 3.1% #1',
      'treatment-related-mortality proportion 4.7% #2',
    ],
  ],
  [
    `结果：21例患者接受1次输注，20例可评估。完全缓解率为90.0%（18/20），95%CI为68.3%~98.8%。18例缓解者中5例（27.8%）复发，其中抗原阴性复发2例。12个月OS率为67.9%（95%CI：42.2%~84.0%），12个月EFS率为49.5%（95%CI：25.7%~69.6%）。未发生5级不良事件。`,
    [
      'evaluable count 20 patients',
      'cr proportion 18/20 90.0% 95[68.3,98.8]',
      'relapse proportion 5/18 27.8%',
      'antigen-negative-relapse proportion 2',
      'os landmark 67.9% @12 months 95[42.2,84.0]',
      'efs landmark 49.5% @12 months 95[25.7,69.6]',
    ],
  ],
  [
    `结果：总有效率为84.6%（22/26），其中完全缓解16例（61.5%），部分缓解6例（23.1%）。3例患者（11.5%）发生3级CRS，无4级及以上CRS。8例（30.8%）患者出现低血压，12例（46.2%）患者出现感染。随访截止时，死亡4例（15.4%）。`,
    [
      'orr proportion 22/26 84.6%',
      'cr proportion 16 61.5%',
      'pr proportion 6 23.1%',
      'crs adverse-event g3 3 11.5%',
      'hypotension adverse-event 8 30.8%',
      'infection adverse-event 12 46.2%',
      'death proportion 4 15.4%',
    ],
  ],
  [
    `目的：观察移植后维持治疗的疗效。结果：移植后1年、3年无病生存率分别为82.0%、70.4%，3年OS率为76.9%（95%CI：65.2%~85.1%），3年非复发死亡率为8.6%。Ⅱ~Ⅳ级移植物抗宿主病发生率为24.0%。与历史对照相比，复发风险降低。`,
    [
      'dfs landmark 82.0% @1 years',
      'dfs landmark 70.4% @3 years',
      'os landmark 76.9% @3 years 95[65.2,85.1]',
      '? proportion 8.6% @3 years',
      'graft-versus-host-disease adverse-event g2-4 24.0%',
    ],
  ],
  [
    `Results：共入组56例患者，ORR：78.6%（44/56），CR：64.3%（36/56）。Median PFS：8.8个月（95%CI：6.5～11.1个月）；Median OS：未达到（95%CI：15.7～NE）。Grade≥3 TRAE：neutropenia 39.3%，thrombocytopenia 28.6%。P＜0.05为差异有统计学意义。`,
    [
      'enrolled count 56 patients',
      'orr proportion 44/56 78.6%',
      'cr proportion 36/56 64.3%',
      'pfs median 8.8 months 95[6.5,11.1]',
      'os median not-reached 95[15.7,NE]',
      'neutropenia adverse-event g≥3 39.3%',
      'thrombocytopenia adverse-event g≥3 28.6%',
    ],
  ],
];

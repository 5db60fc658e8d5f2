/**
 * Chinese family names in Latin letters, the commonest three hundred; of several readings that of a family
 * name.
 */
const readings = `
  an安 ao敖 ba巴 bai白柏 bao包鲍 bi毕 bian卞边 bo薄 cai蔡 cang苍 cao曹 cen岑 chai柴 chang常昌
  che车 chen陈谌 cheng程成 chi池迟 chu褚储楚 cui崔 dai戴代 dang党 deng邓 di狄 diao刁 ding丁
  dong董东 dou窦 du杜都 duan段 fan范樊 fang方房 fei费 feng冯封丰 fu傅付符 gan甘 gao高 ge葛戈
  geng耿 gong龚宫巩公 gou苟 gu顾古谷 guan关管官 gui桂 guo郭国 ha哈 hai海 han韩 hao郝 he何贺和
  heng衡 hong洪 hou侯 hu胡扈 hua华花 huang黄 huo霍 ji季纪姬吉计 jia贾 jian简 jiang江蒋姜 jiao焦
  jin金靳晋 jing景荆井 ju鞠 kang康 ke柯 kong孔 kou寇 kuang邝匡 lai赖来 lan兰蓝 lang郎 lao劳 le乐
  lei雷 leng冷 li李黎厉栗励 lian连廉 liang梁 liao廖 lin林蔺 ling凌 liu刘柳 long龙 lou娄楼
  lu陆卢鲁路鹿 luo罗骆 lv吕 ma马麻 mai麦 man满 mao毛茅 mei梅 meng孟蒙 mi米糜 miao苗缪 min闵 ming明
  mo莫 mou牟 mu穆慕 na那 nan南 ni倪 nie聂 ning宁 niu牛 ou欧 pan潘 pang庞 pei裴 peng彭 pi皮 ping平
  pu蒲浦卜 qi齐戚祁漆 qian钱 qiang强 qiao乔 qin秦覃 qiu邱丘仇裘 qu曲屈瞿 quan全权 ran冉 rao饶
  ren任 rong荣容 ruan阮 rui芮 sang桑 sha沙 shan单山 shang尚商 shao邵 she佘 shen沈申 sheng盛
  shi施史石时师 shou寿 shu舒 si司 song宋 su苏 sui隋 sun孙 tai邰 tan谭谈 tang汤唐 tao陶 teng滕
  tian田 tong童佟 tu涂屠 wan万 wang王汪 wei魏韦卫尉 wen温文闻 weng翁 wu吴伍武邬巫 xi席习奚 xia夏
  xian冼 xiang向项 xiao肖萧 xie谢解 xin辛 xing邢 xiong熊 xu徐许胥 xuan宣 xue薛 yan严颜阎闫言燕晏
  yang杨阳羊 yao姚 ye叶 yi易伊 yin殷尹阴 ying应 you尤游 yu于余俞虞喻郁 yuan袁苑 yue岳 yun云 zang臧
  zeng曾 zha查 zhai翟 zhan詹战 zhang张章 zhao赵 zhen甄 zheng郑 zhong钟仲 zhou周 zhu朱祝诸竺
  zhuang庄 zhuo卓 zong宗 zou邹 zu祖 zuo左
`;
/** Those of two letters. */
const twoLetters = new Map(
  Object.entries({
    ...{ 欧阳: 'ouyang', 司马: 'sima', 上官: 'shangguan', 诸葛: 'zhuge', 司徒: 'situ' },
    ...{ 皇甫: 'huangfu', 尉迟: 'yuchi', 公孙: 'gongsun', 令狐: 'linghu', 慕容: 'murong' },
    ...{ 端木: 'duanmu', 东方: 'dongfang', 夏侯: 'xiahou', 长孙: 'zhangsun' },
  }),
);
const letters = new Map(
  [...readings.matchAll(/([a-z]+)(\p{Script=Han}+)/gu)].flatMap(([, reading = '', all = '']) =>
    [...all].map((one): [string, string] => [one, reading]),
  ),
);

/**
 * The family name at the beginning of a Chinese name in Latin letters, for a key; nothing for one that is
 * rare.
 */
export function pinyin(name: string): string | undefined {
  const whole = twoLetters.get(name.slice(0, 2));
  return whole ?? ([...name].length <= 4 ? letters.get(name.charAt(0)) : undefined);
}

/** Chinese family names in Latin letters, the commonest three hundred; of several readings that of a family name. */
const readings: Record<string, string> = {
  ...{ an: '安', ao: '敖', ba: '巴', bai: '白柏', bao: '包鲍', bi: '毕', bian: '卞边', bo: '薄', cai: '蔡', cang: '苍', cao: '曹' },
  ...{ cen: '岑', chai: '柴', chang: '常昌', che: '车', chen: '陈谌', cheng: '程成', chi: '池迟', chu: '褚储楚', cui: '崔', dai: '戴代' },
  ...{ dang: '党', deng: '邓', di: '狄', diao: '刁', ding: '丁', dong: '董东', dou: '窦', du: '杜都', duan: '段', fan: '范樊' },
  ...{ fang: '方房', fei: '费', feng: '冯封丰', fu: '傅付符', gan: '甘', gao: '高', ge: '葛戈', geng: '耿', gong: '龚宫巩公' },
  ...{ gou: '苟', gu: '顾古谷', guan: '关管官', gui: '桂', guo: '郭国', ha: '哈', hai: '海', han: '韩', hao: '郝', he: '何贺和' },
  ...{ heng: '衡', hong: '洪', hou: '侯', hu: '胡扈', hua: '华花', huang: '黄', huo: '霍', ji: '季纪姬吉计', jia: '贾', jian: '简' },
  ...{ jiang: '江蒋姜', jiao: '焦', jin: '金靳晋', jing: '景荆井', ju: '鞠', kang: '康', ke: '柯', kong: '孔', kou: '寇', kuang: '邝匡' },
  ...{ lai: '赖来', lan: '兰蓝', lang: '郎', lao: '劳', le: '乐', lei: '雷', leng: '冷', li: '李黎厉栗励', lian: '连廉', liang: '梁' },
  ...{ liao: '廖', lin: '林蔺', ling: '凌', liu: '刘柳', long: '龙', lou: '娄楼', lu: '陆卢鲁路鹿', luo: '罗骆', lv: '吕', ma: '马麻' },
  ...{ mai: '麦', man: '满', mao: '毛茅', mei: '梅', meng: '孟蒙', mi: '米糜', miao: '苗缪', min: '闵', ming: '明', mo: '莫', mou: '牟' },
  ...{ mu: '穆慕', na: '那', nan: '南', ni: '倪', nie: '聂', ning: '宁', niu: '牛', ou: '欧', pan: '潘', pang: '庞', pei: '裴', peng: '彭' },
  ...{ pi: '皮', ping: '平', pu: '蒲浦卜', qi: '齐戚祁漆', qian: '钱', qiang: '强', qiao: '乔', qin: '秦覃', qiu: '邱丘仇裘', qu: '曲屈瞿' },
  ...{ quan: '全权', ran: '冉', rao: '饶', ren: '任', rong: '荣容', ruan: '阮', rui: '芮', sang: '桑', sha: '沙', shan: '单山', shang: '尚商' },
  ...{ shao: '邵', she: '佘', shen: '沈申', sheng: '盛', shi: '施史石时师', shou: '寿', shu: '舒', si: '司', song: '宋', su: '苏', sui: '隋' },
  ...{ sun: '孙', tai: '邰', tan: '谭谈', tang: '汤唐', tao: '陶', teng: '滕', tian: '田', tong: '童佟', tu: '涂屠', wan: '万', wang: '王汪' },
  ...{ wei: '魏韦卫尉', wen: '温文闻', weng: '翁', wu: '吴伍武邬巫', xi: '席习奚', xia: '夏', xian: '冼', xiang: '向项', xiao: '肖萧', xie: '谢解' },
  ...{ xin: '辛', xing: '邢', xiong: '熊', xu: '徐许胥', xuan: '宣', xue: '薛', yan: '严颜阎闫言燕晏', yang: '杨阳羊', yao: '姚', ye: '叶' },
  ...{ yi: '易伊', yin: '殷尹阴', ying: '应', you: '尤游', yu: '于余俞虞喻郁', yuan: '袁苑', yue: '岳', yun: '云', zang: '臧', zeng: '曾' },
  ...{ zha: '查', zhai: '翟', zhan: '詹战', zhang: '张章', zhao: '赵', zhen: '甄', zheng: '郑', zhong: '钟仲', zhou: '周', zhu: '朱祝诸竺' },
  ...{ zhuang: '庄', zhuo: '卓', zong: '宗', zou: '邹', zu: '祖', zuo: '左' },
};
const twoLetters: Record<string, string> = {
  ...{ 欧阳: 'ouyang', 司马: 'sima', 上官: 'shangguan', 诸葛: 'zhuge', 司徒: 'situ', 皇甫: 'huangfu', 尉迟: 'yuchi', 公孙: 'gongsun' },
  ...{ 令狐: 'linghu', 慕容: 'murong', 端木: 'duanmu', 东方: 'dongfang', 夏侯: 'xiahou', 长孙: 'zhangsun' },
};
const letters = new Map(Object.entries(readings).flatMap(([reading, all]) => [...all].map((one) => [one, reading] as const)));

/** The family name at the beginning of a Chinese name in Latin letters, for a key; nothing for one that is rare. */
export function pinyin(name: string): string | undefined {
  const begins = name.slice(0, 2);
  if (Object.hasOwn(twoLetters, begins)) return twoLetters[begins];
  return [...name].length <= 4 ? letters.get(name.charAt(0)) : undefined;
}

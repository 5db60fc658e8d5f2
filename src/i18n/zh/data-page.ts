import type { dataPage as en } from '../en/data-page.ts';
import type { Translated } from '../locale.ts';

export const dataPage: Translated<typeof en> = {
  title: '数据',
  description: '全库数据，有CSV、JSON、Parquet和工作簿格式，附每一列的说明和载入方法。',
  lede: (version) => `本网站的全部数据文件。版本${version}，许可：`,
  files: '文件',
  filesLabel: '全库文件',
  file: '文件',
  holds: '内容',
  others: {
    'cite/library.bib': '参考文献，BibTeX格式',
    'cite/library.json': '参考文献，CSL-JSON格式',
    'feed.xml': '新增和改动的条目及改动的数据：Atom订阅源',
    'llms.txt': '本库的说明和各项内容的位置，供程序读取',
  },
  besideEntries:
    '每个条目的数据也放在其页面旁边：<code>/trials/ID.json</code>（疗法、专题和综述同理）包含该条目及其计算值和参考文献；' +
    '<code>/trials/ID.fhir.json</code>是该试验的FHIR R5资源包（ResearchStudy、Citation、Evidence）。' +
    '这些FHIR资源标为实验性，与R5本身一致。',
  forPrograms:
    '程序若要逐个读取列表、条目或终点，可用<a href="/data/api/">版本化地址</a>（<code>/api/v1/…</code>），附Schema和OpenAPI描述。',
  metafor: '用于荟萃分析',
  metaforRows:
    '凡有两项及以上研究报告结果的终点，各有一个文件：研究的每个组、每种统计量一行，取自该研究自己的报告，' +
    '不含已被同一批患者的后续报告取代的数据，不含亚组，不含历史对照。同一组有多项数据时，取读自报告本身、人群最宽的一项。',
  metaforUse:
    '整个文件并不等于<a href="/synthesis/">合并分析</a>所合并的内容：它还含有对照组、多种统计量，以及同一研究的多个组。' +
    '<code>row</code>取同一个值、且<code>usual</code>为true的各行，就是合并分析默认合并的数据，并得出同样的结果。' +
    '<code>overlaps</code>列出同一研究的其他行，或患者有重叠的研究的行。' +
    '<code>almanac pool</code>读取这些文件，只取默认合并的行，并拒绝会使患者重复计数的行。' +
    '研究能否合并由分析者判断：人群、分级和治疗阶段各不相同。',
  loading: '载入方法',
  programWith: (program, needs) => `${program}（${needs}）`,
  state: '版本与哈希',
  stateIs: (version) => `这些文件的版本为${version}，内容哈希为`,
  hash: '内容哈希',
  hashMeans:
    '每页页脚显示其开头几位；<code>datapackage.json</code>写有完整的哈希，以及每个CSV文件的大小和哈希，' +
    '因此分析报告可以说明用的是哪一版证据。它是<code>sha256sum</code>按路径顺序对内容文件夹各文件所输出清单的SHA-256；' +
    '同样的内容，两次构建得到的文件完全相同。',
  dictionary: '各列的含义和文件的格式，见<a href="/guide/dictionary/">数据字典</a>。',
};

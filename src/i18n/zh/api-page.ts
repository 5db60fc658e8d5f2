import type { apiPage as en } from '../en/api-page.ts';
import type { Translated } from '../locale.ts';

export const apiPage: Translated<typeof en> = {
  title: '供程序读取的数据',
  description:
    '程序以JSON读取全库的版本化地址：列表、条目、数据、引文，附JSON Schema、OpenAPI，以及R和Python示例。',
  lede: '全部列表、条目、数据和引文都是文件，地址固定。不需要密钥，没有次数限制，也无须维持服务器运行。',
  addresses: '地址',
  addressesLabel: 'API的地址',
  below: '全部地址以此开头：',
  address: '地址',
  holds: '内容',
  schema: 'Schema',
  noSchema: '无',
  braces:
    '<code>{id}</code>处填永久标识，列表中均有给出。并非每个终点都有数据或合并分析的输入：' +
    '<a href="/api/v1/endpoints.json">endpoints.json</a>的<code>links</code>列出已有文件的地址。数据和列表的各列见<a href="/guide/dictionary/">数据字典</a>；' +
    'JSON的各列与CSV和Parquet相同。',
  form: '格式',
  formIs:
    '每个文件以<code>base</code>开头：来源的名称、版本、内容哈希和许可。列表为<code>items</code>，每项的<code>links</code>为其各文件的地址。' +
    '空值不写。行中的数字为数值；仅凭数值会丢失信息时，旁边另有逐字原样（<code>value</code>为80，<code>value_printed</code>为80.0），计算所得的数字则没有。' +
    '条目与作者所写一致，构建时计算的内容放在<code>derived</code>下。',
  stays: '什么不会变',
  staysAs:
    '在<code>v1</code>之内，只增加地址和字段，不删除，也不改变含义；会使程序出错的改动用新的版本号，旧地址与新地址并存。' +
    '标识是永久的。内容哈希随内容的每次改动而变：读取<code>index.json</code>即可知道有无更新。',
  openApi:
    '<a href="/api/v1/openapi.json">openapi.json</a>以OpenAPI 3.1描述这些地址，<code>schemas/</code>以JSON Schema描述各地址的内容；' +
    '两者都由核查内容、填写表格所用的定义生成。',
  examples: '示例',
  examplesAre:
    '两个示例都用DerSimonian–Laird法和logit变换合并一个终点，结果相同，也与<a href="/synthesis/">合并分析</a>用该法所得一致。' +
    '研究能否合并由分析者判断。',
  inR: 'R（metafor）',
  inPython: 'Python（仅用标准库）',
  file: '文件',
  elsewhere: '从其他网站读取',
  otherHosts: 'nginx和Apache的配置',
  crossOrigin:
    '应答带有<code>Access-Control-Allow-Origin: *</code>时，其他主机的网页才能读取这些文件。' +
    '<code>almanac serve</code>和GitHub Pages默认发送此头，Netlify和Cloudflare Pages由构建中的<code>_headers</code>文件设定。其他服务器：',
};

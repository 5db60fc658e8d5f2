/** A column of `evidence.parquet` that repeats one of `outcomes.csv` in the characters of the report. */
const asPrinted = [
  ...['at_from', 'at_value', 'value', 'spread', 'p_value', 'threshold'].map(
    (name) =>
      [`${name} character by character, as in outcomes.csv`, `${name}的逐字原样，同outcomes.csv`] as const,
  ),
  ...['ci_level', 'ci_low', 'ci_high'].map(
    (name) =>
      [
        `${name} character by character, as in outcomes.csv; empty where it is computed`,
        `${name}的逐字原样，同outcomes.csv；计算所得者为空`,
      ] as const,
  ),
];

/** What files and their columns hold, by what is said in English. */
export const columns: Readonly<Record<string, string>> = {
  ...Object.fromEntries(asPrinted),

  // Files.
  'One row for each study: trial, cohort or registered protocol': '每项研究一行：试验、队列或已注册的方案',
  'One row for each arm of a study': '研究的每个组一行',
  'One row for each fact of a trial, as one report states it': '试验的每项数据一行，以一份报告所述为准',
  'One row for each endpoint that a study registered, to be held against what it reports':
    '研究注册的每个终点一行，供与其报告对照',
  'One row for each domain of each judgement of the risk of bias': '每次偏倚风险评价的每个领域一行',
  'One row for each work of the library': '文献库中的每篇文献一行',
  'One row for each statement of a review that belongs to no single study':
    '综述中不属于某一项研究的每项陈述一行',
  'One row for each result of a published systematic review that pools, as printed':
    '已发表的荟萃分析的每个结果一行，照原样',
  'What the checks found: errors are impossible in a build, warnings and notes are shown with the figures':
    '核查发现的问题：构建成功则没有错误，警告和提示与数据一同显示',
  'Where reports of one study print different figures for the same patients, with both values and the reason where one shows':
    '同一研究的不同报告对同一批患者所印数字不同之处，列出两个数值；能看出原因的，写明原因',
  'Data Package v2: every CSV file with the type, meaning and keys of its columns, its size and hash':
    'Data Package v2：每个CSV文件各列的类型、含义和主键，以及文件大小和哈希',
  'Everything in one file: trials with their outcomes, therapies, endpoints, reviews, published syntheses, references':
    '全部内容合为一个文件：试验及其结局、疗法、终点、综述、已发表的荟萃分析、参考文献',
  'The JSON Schema of evidence.json': 'evidence.json的JSON Schema',
  'The outcomes of evidence.json, one a line, each with what must be known of its trial':
    'evidence.json中的结局，每行一项，并附其试验的必要信息',
  'All tables as sheets of one workbook: for Excel and LibreOffice':
    '全部表格合为一个工作簿，供Excel和LibreOffice使用',
  'Outcomes joined to their trial, one row each, with types: for DuckDB, pandas, polars, Spark':
    '结局与其试验合并，每项一行，带数据类型，供DuckDB、pandas、polars、Spark使用',

  // Addresses of the API.
  'What there is: version, licence, content hash, every form of address, the files of the whole base':
    '总目：版本、许可、内容哈希、各种地址、全库文件',
  'All studies, with the columns of trials.csv': '全部研究，各列同trials.csv',
  'One study: its reports, arms, populations, outcomes with what is computed, and its works':
    '一项研究：报告、各组、人群、结局及计算值、文献',
  'All therapies by name': '全部疗法，按名称',
  'One therapy: names, class, targets, approvals': '一种疗法：名称、类别、靶点、批准情况',
  'All reviews by title': '全部综述，按标题',
  'One review and what it states': '一篇综述及其陈述',
  'All published syntheses by title': '全部已发表的荟萃分析，按标题',
  'One published synthesis and what it pooled': '一篇已发表的荟萃分析及其合并结果',
  'All topics by title': '全部专题，按标题',
  'One topic: the endpoints and therapies that it is about': '一个专题：所涉及的终点和疗法',
  'What is measured: labels, definitions, and how many facts and studies there are of each':
    '测量的内容：名称、定义，以及各有多少数据和研究',
  'Every fact of one endpoint, with the columns of outcomes.csv': '一个终点的全部数据，各列同outcomes.csv',
  'What a meta-analysis of one endpoint takes in: one row for each statistic of a study arm':
    '荟萃分析一个终点所用的数据：研究的每个组、每种统计量一行',
  'The same as CSV, for R': '同上，CSV格式，供R使用',
  'All works, with the columns of references.csv': '全部文献，各列同references.csv',
  'One work in CSL-JSON, by its key or a former one': '一篇文献，CSL-JSON格式，按引用键或旧键',
  'All works in CSL-JSON': '全部文献，CSL-JSON格式',
  'Settings, age groups, classes, targets, scales and all else that entries name':
    '治疗阶段、年龄组、类别、靶点、分级标准等条目所用的词汇',
  'All of this as OpenAPI 3.1': '以上全部的OpenAPI 3.1描述',
  'The JSON Schema of each form of address': '各种地址的JSON Schema',
  'An example: what an endpoint gives when it is pooled, in R': '示例：合并一个终点，用R',
  'The same in Python': '同上，用Python',

  // What holds for every CSV file.
  'CSV by RFC 4180 in UTF-8 with LF, a header row, sorted by id.':
    'CSV符合RFC 4180，UTF-8编码，LF换行，有标题行，按标识排序。',
  'No byte order mark, which the csv module of Python and read.csv of R would take for part of the first column’s name. Excel therefore garbles Chinese in a CSV that is opened by a double click, and makes a date of a phase such as 1/2: the workbook has the same cells as they are.':
    '没有字节顺序标记，否则Python的csv模块和R的read.csv会把它当作第一列列名的一部分。因此在Excel中双击打开CSV时，中文会显示为乱码，1/2这样的分期会变成日期；工作簿的单元格内容相同，没有这些问题。',
  'Figures are text exactly as printed, trailing zeros included; large and small numbers as 1.7e6.':
    '数字为文本，与所印完全相同，包括末尾的零；很大和很小的数写作1.7e6。',
  'Several values in one cell are joined by a semicolon and a space.':
    '一个单元格中的多个值以半角分号加空格分隔。',
  'A text cell that a spreadsheet would take for a formula has an apostrophe in front; numbers such as -1.5 never do.':
    '电子表格会误认为公式的文本单元格，前面加撇号；-1.5这样的数字不加。',

  // Studies and arms.
  'Permanent id of the study': '研究的永久标识',
  'Descriptive title in English': '英文描述性标题',
  Acronym: '英文缩略名',
  'Registry numbers': '注册号',
  'Recruitment status': '招募状态',
  'One row for each study whose registry record was imported: what the registry says beside figures, in its own terms':
    '导入了注册记录的研究各一行：注册机构除数字以外所述的内容，用其自己的说法',
  'The record: reference_id of references.csv': '注册记录：references.csv中的reference_id',
  'Its status in the registry, where trials.csv has no word for it':
    '注册机构所列状态，仅当trials.csv没有相应的词时',
  'Why it was stopped, in the words of the record': '终止原因，照注册记录原文',
  'Type of study, in the terms of the registry': '研究类型，注册机构的说法',
  'Allocation, in the terms of the registry': '分配方式，注册机构的说法',
  'Model, in the terms of the registry': '设计模式，注册机构的说法',
  'Time perspective, of an observational study': '观察性研究的时间方向',
  'Purpose, in the terms of the registry': '研究目的，注册机构的说法',
  'Masking and, in brackets, who is masked': '盲法，括号内为被设盲者',
  'Participants enrolled, or to be enrolled': '已入组或计划入组的人数',
  'Whether they were enrolled, or are to be': '是已入组还是计划入组',
  'Day or month on which it began, or is to begin': '开始或预计开始的日期或月份',
  'When the last figure for a primary endpoint was collected, or is to be':
    '主要终点最后一个数据的收集日期或预计日期',
  'Day or month on which it ended, or is to end': '结束或预计结束的日期或月份',
  'When results were first posted': '结果首次公布的日期',
  'When the record was last changed': '记录最后更新的日期',
  'Whether that date has come, or is expected': '该日期是已到还是预计',
  'Conditions, as the record lists them': '疾病，照注册记录所列',
  'Interventions with their type, as the record lists them': '干预措施及其类型，照注册记录所列',
  'Lead sponsor': '主要申办方',
  'How many places the record lists': '注册记录所列的研究中心数',
  'Numbers of sponsors and others that are no registrations': '申办方等的编号，不属于注册号',
  Phase: '分期',
  Design: '设计',
  'Clinical setting: an id of the vocabulary': '治疗阶段：词表中的标识',
  'Age group: an id of the vocabulary': '年龄组：词表中的标识',
  'Patients of the widest population with a number, summed over arms; empty where only an inequality is printed':
    '有人数的最宽人群的患者数，各组相加；只印有不等式时为空',
  'Therapies given in any arm': '任一组所给的疗法',
  'Targets of those therapies': '这些疗法的靶点',
  'Year of the primary report, else of the earliest': '主要报告的年份；没有时为最早报告的年份',
  'DOIs of its reports, reviews left out': '其报告的DOI，不含综述',
  'PMIDs of its reports, reviews left out': '其报告的PMID，不含综述',
  'Permanent address of the entry': '条目的永久网址',
  'The study: trial_id of trials.csv': '研究：trials.csv的trial_id',
  'Permanent id of the arm within the study': '组在研究内的永久标识',
  'Name of the arm': '组的名称',
  'Role of the arm': '组的角色',
  'Therapies of this base that it receives': '该组接受的本库疗法',
  'What is given, in words': '所给的治疗，文字说明',
  'Patients of the arm in the widest population that counts them': '该组的患者数，以统计它们的最宽人群为准',

  // Outcomes.
  'Permanent id: trial/outcome': '永久标识：试验/结局',
  'Who states the figure: reference_id of references.csv, or the id of a review':
    '由谁陈述该数据：references.csv的reference_id，或综述的标识',
  'Kind of that report; facts of different reports of one study overlap':
    '该报告的类型；同一研究不同报告的数据相互重叠',
  'What was read for it: the report itself (full-text, abstract), an official record of it (registry, regulator), or what others print of it; empty where no page is named':
    '实际读的是什么：报告本身（full-text、abstract）、其官方记录（registry、regulator），或他人的转述；没有写明页面时为空',
  'The other work in which it was read, where the base has it: reference_id of references.csv':
    '读到该数据的另一篇文献（本库收录时）：references.csv的reference_id',
  'What is measured: an id of the endpoint glossary': '测量什么：终点表中的标识',
  'Shape of the fact': '数据的类型',
  'Role of the endpoint in the report': '该终点在报告中的地位',
  'The arm it belongs to: arm_id of arms.csv; empty for the whole study':
    '所属的组：arms.csv的arm_id；整项研究则为空',
  'The other side of a contrast: an arm, or the population it is held against':
    '比较的另一方：一个组，或用来对照的人群',
  'The population on the other side alone, where populations are compared':
    '比较的是人群时，另一方单独的人群',
  'Analysis population, by its id in the study': '分析人群，用其在研究内的标识',
  'What kind of population that is': '该人群的类型',
  'Where the time is a window such as days 29 to 90: its beginning, in at_unit':
    '时间为一段（例如第29至90天）时的起点，单位见at_unit',
  'Time of the figure as printed; see at_basis': '数据的时间，照原样；另见at_basis',
  'Whether at, within or after that time, or at that follow-up': '在该时点、该时间以内或之后，还是该随访时间',
  'Unit of at_value': 'at_value的单位',
  'Patients with the outcome, as printed; for a range, the patients it covers':
    '出现该结局的患者数，照原样；若为范围，则为其涵盖的患者数',
  'Denominator as printed; empty where only an inequality is printed': '分母，照原样；只印有不等式时为空',
  'The percentage, median, estimate, number, dose or date as printed, without its inequality sign; never computed':
    '百分比、中位数、估计值、数量、剂量或日期，照原样，不含不等号；从不计算',
  'Unit of value, ci_low and ci_high; empty for ratios': 'value、ci_low和ci_high的单位；比值为空',
  'Inequality sign printed before value, or before events where there is no value':
    '印在value之前的不等号；没有value时为events之前的',
  'Of a contrast or association: HR, OR, RR, risk-difference …; of a median, follow-up or dose: median, mean, planned …':
    '组间比较或相关：HR、OR、RR、risk-difference等；中位数、随访或剂量：median、mean、planned等',
  'Of a median, follow-up or dose alone: median, mean, planned …; unstated where the report does not say which':
    '仅用于中位数、随访或剂量：median、mean、planned等；报告未说明时为unstated',
  'Side of a contrast that the report says does better': '报告称较优的一方',
  'Of an association: what the outcome is said to go with': '相关：结局与什么相关',
  'Of an association: with more or with less of it': '相关：方向为正还是为负',
  'Of a dose: the drug, where the arm has several': '剂量：该组有多种药物时，指哪一种',
  'Of a dose: days, route, cycles': '剂量：天数、途径、周期',
  'What is printed after ±, in the unit of value': '±之后所印的数字，单位同value',
  'What that is; unstated where only ± is printed': '该数字的含义；只印有±时为unstated',
  'Level in percent of a confidence or credible interval: 95, 97.5 …':
    '置信区间或可信区间的水平（百分比）：95、97.5等',
  'Lower limit as printed (inequality sign and the words not-reached, not-estimable included), or computed; see ci_origin':
    '下限，照原样（包括不等号以及not-reached、not-estimable等词），或计算所得；见ci_origin',
  'Upper limit, likewise': '上限，同上',
  'What ci_low and ci_high are: printed (an interval in the report), computed (by the build from the counts), or no confidence interval but a range (smallest to largest, or a printed span) or iqr (quartiles)':
    'ci_low和ci_high的来历：printed（报告所印的区间）、computed（构建时由例数计算）；不是置信区间时为range（最小至最大，或所印的跨度）或iqr（四分位数）',
  'clopper-pearson where computed (level 95, 4 decimals); credible where the printed interval is a credible one':
    '计算所得时为clopper-pearson（水平95，4位小数）；所印为可信区间时为credible',
  'Sign printed before the P value; ns where only "not significant" is stated':
    'P值之前所印的符号；只写“不显著”时为ns',
  'P value as printed, without its sign': 'P值，照原样，不含符号',
  '1 or 2 where the report says so, else unknown': '报告写明时为1或2，否则为unknown',
  'Lowest grade counted; any grade is 1 to 5; empty where the report says severe or nothing':
    '计入的最低级别；任何级别为1至5；报告只写“严重”或没有写明时为空',
  'Highest grade counted; 5 for "≥3" and for any grade': '计入的最高级别；“≥3”和任何级别均为5',
  'Grading scale: an id of the vocabulary, or unstated; rows of different scales cannot be joined':
    '分级量表：词表中的标识，或unstated；不同量表的行不能合并',
  'Grades counted, as printed: any, 3, 3-4, ≥3, severe or unstated':
    '计入的级别，照原样：any、3、3-4、≥3、severe或unstated',
  'Of an event: as printed, where the endpoint is wider': '事件：终点较宽时，照原样写出的事件名',
  "The report's own definition, where it differs from the endpoint's, or what tells the figure from others":
    '报告自己的定义（与终点的定义不同时），或使该数据区别于其他数据之处',
  'How residual disease was measured': '残留病的检测方法',
  'Limit in percent below which the result counts as negative': '低于此限（百分比）即算阴性',
  'Why there is no figure': '没有数字的原因',
  'Address at which it was read; empty where the report itself is the source':
    '读到该数据的网址；来源就是报告本身时为空',
  'What that address leads to where it is not the page itself: a copy, which pages do not link':
    '该网址不是原页面时，它是哪种副本；页面不链接副本',
  'Where in the report': '在报告中的位置',
  'What a review cites for it: reference_id of references.csv':
    '综述为此引用的文献：references.csv的reference_id',
  'Whether its figures are matched to their places in an index of its source: all (traced), partly, not-indexed, or no-figure':
    '其数字是否与来源索引中的位置对上：全部（traced）、partly、not-indexed或no-figure',
  'What must be known to read the figure': '解读该数据须知',
  'Overall judgement of the risk of bias that stands for it, in the words of the tool; empty where nobody judged':
    '适用于它的偏倚风险总体评价，用工具的原词；无人评价时为空',
  'The tool of that judgement': '该评价所用的工具',
  'The appraisal that it comes from: appraisal_id of appraisals.csv':
    '来自哪项评价：appraisals.csv的appraisal_id',
  'Codes of the checks that found something': '发现问题的核查的代码',
  'Permanent address of the fact': '数据的永久网址',

  // Planned endpoints.
  'Permanent id: trial/planned endpoint': '永久标识：试验/计划终点',
  'Where it was registered: reference_id of references.csv, or the id of a review':
    '在何处注册：references.csv的reference_id，或综述的标识',
  'Kind of that report': '该报告的类型',
  'What is to be measured: an id of the endpoint glossary': '计划测量什么：终点表中的标识',
  'Role of the endpoint in the plan': '该终点在计划中的地位',
  'The measure in words': '指标，文字说明',
  'When it is to be measured, as registered': '计划何时测量，照注册内容',
  'How it is defined there': '注册时的定义',
  'Whom it counts, where only some of the participants': '只统计部分受试者时，统计哪些人',
  'Permanent address of the planned endpoint': '计划终点的永久网址',

  // Appraisals.
  'Permanent id of the appraisal: trial/appraisal': '评价的永久标识：试验/评价',
  'Domain of bias, or question, of the tool': '工具的偏倚领域或问题',
  'By what it was judged': '评价所用的工具',
  'The result that was judged: outcome_id of outcomes.csv; empty where all results of the endpoint were':
    '所评价的结果：outcomes.csv的outcome_id；评价该终点的全部结果时为空',
  'Its endpoint: an id of the endpoint glossary': '其终点：终点表中的标识',
  'Who judged: base (this base) or reference (a published work)':
    '由谁评价：base（本库）或reference（已发表的文献）',
  'Day of a judgement by this base': '本库作出评价的日期',
  'The work that publishes it: reference_id of references.csv':
    '发表该评价的文献：references.csv的reference_id',
  'Where in that work': '在该文献中的位置',
  'From what it was judged: words of read_in of outcomes.csv': '评价的依据：用词同outcomes.csv的read_in',
  'What the domain was judged to be, in the words of the tool': '对该领域的评价，用工具的原词',
  Why: '理由',
  'What that rests on: reference_id of references.csv, or the id of a review':
    '理由的依据：references.csv的reference_id，或综述的标识',
  'Where in that report': '在该报告中的位置',
  'The judgement of the whole, the same in each row of an appraisal': '总体评价，同一评价的各行相同',
  'What must be known to read the appraisal': '解读该评价须知',
  'Permanent address of the appraisal': '评价的永久网址',

  // References.
  'Permanent citation key': '永久引文键',
  'Kind of work, in the words of CSL': '文献类型，用CSL的词',
  'Title as the work prints it': '文献所印的题名',
  'English title that a work in another language prints': '非英文文献所印的英文题名',
  'Family name and given names of each author': '每位作者的姓和名',
  'true where only the first authors are known': '只知道前几位作者时为true',
  'Journal or book': '期刊或图书',
  'Its abbreviation': '其缩写',
  'The same of each editor of a book': '图书每位编者的姓和名',
  Publisher: '出版者',
  'Where the publisher is': '出版地',
  'Edition of a book': '图书的版次',
  'Date of publication to the precision known; 2020-12/2021-01 for a span of time':
    '出版日期，精确到已知的程度；一段时间写作2020-12/2021-01',
  Volume: '卷',
  Issue: '期',
  Pages: '页码',
  'Article or registry number': '文章编号或注册号',
  'Such as ahead of print': '出版状态，例如提前在线发表',
  DOI: 'DOI',
  'PubMed id': 'PubMed编号',
  'PubMed Central id': 'PubMed Central编号',
  'Why it has none of DOI, PubMed id and PubMed Central id, where that is said':
    '没有DOI、PubMed编号和PubMed Central编号的原因（写明时）',
  'Day on which these were last looked up, where none was found': '最近一次查找这些编号的日期（未找到时）',
  ISBN: 'ISBN',
  'Address of the work': '文献的网址',
  'Where names and numbers were read that no review prints': '综述没有印出的姓名和编号读自何处',
  'Language of the work': '文献的语言',
  'Former keys, which still resolve': '旧键，仍然有效',
  'Studies that it reports': '它所报告的研究',
  'Reviews whose reference list holds it': '文献表中列有它的综述',
  'Permanent address of the reference in this base': '该文献在本库的永久网址',

  // Statements of reviews.
  'Permanent id: review/claim': '永久标识：综述/陈述',
  'The review that states it': '作出陈述的综述',
  'What the statement is about': '陈述的对象',
  'Shape of the claim': '陈述的类型',
  'Where in the review': '在综述中的位置',
  'What the review cites for it: reference_id of references.csv':
    '综述为此引用的文献：references.csv的reference_id',
  'What must be known to read the figure; of a statement in words, what it says':
    '解读该数据须知；文字陈述则为其内容',
  'Permanent address of the claim': '陈述的永久网址',

  // Published syntheses.
  'Permanent id: synthesis/result': '永久标识：荟萃分析/结果',
  'The published synthesis that states it': '陈述它的已发表荟萃分析',
  'The work: reference_id of references.csv': '文献：references.csv的reference_id',
  'What was pooled: an id of the endpoint glossary': '合并的是什么：终点表中的标识',
  'In whom, of the whole synthesis': '整个荟萃分析的人群',
  'Which part of these patients or studies, where it is not all': '不是全部时，为其中哪部分患者或研究',
  'Its age group: an id of the vocabulary': '其年龄组：词表中的标识',
  'Therapies of this base that it is about': '所涉及的本库疗法',
  'Classes of therapy that it is about': '所涉及的疗法类别',
  'What these are aimed at': '这些疗法的靶点',
  'With what it is compared': '与什么比较',
  'Grades counted, as printed': '计入的级别，照原样',
  'Grading scale: an id of the vocabulary, or unstated': '分级量表：词表中的标识，或unstated',
  'Time of the figure as printed': '数据的时间，照原样',
  'The definition of the work, where it differs from the endpoint’s': '文献的定义（与终点的定义不同时）',
  'percent (56) or share of one (0.56), as printed; HR, OR, RR; difference; median, mean':
    'percent（56）或share（0.56），照原样；HR、OR、RR；difference；median、mean',
  'Unit of value and limits, where the measure has one': '数值和上下限的单位（该指标有单位时）',
  'The pooled estimate as printed, without its inequality sign': '合并估计值，照原样，不含不等号',
  'Inequality sign printed before it': '其前所印的不等号',
  'What ci_low and ci_high are; a range is that of the studies, and no interval of the estimate':
    'ci_low和ci_high的含义；range是各研究的范围，不是估计值的区间',
  'Level in percent, as printed': '水平（百分比），照原样',
  'Lower limit as printed': '下限，照原样',
  'Upper limit as printed': '上限，照原样',
  'Level in percent of the prediction interval': '预测区间的水平（百分比）',
  'Its lower limit as printed': '其下限，照原样',
  'Its upper limit as printed': '其上限，照原样',
  'Patients with the outcome in all studies together, as printed': '全部研究中出现该结局的患者总数，照原样',
  'Of how many': '患者总数',
  'Studies pooled for this result, as printed': '该结果合并的研究数，照原样',
  'Patients of these, as printed': '这些研究的患者数，照原样',
  'Sign before the P value of the estimate': '估计值的P值之前的符号',
  'P value of the estimate as printed': '估计值的P值，照原样',
  'I² in percent, as printed': 'I²（百分比），照原样',
  'τ², as printed': 'τ²，照原样',
  'Sign before the P value of heterogeneity': '异质性P值之前的符号',
  'That P value, as printed': '该P值，照原样',
  'The result of another group from which the difference was tested: result_id':
    '与之检验差异的另一组的结果：result_id',
  'P value of that difference': '该差异的P值',
  'Certainty by GRADE, as the authors judge it': '作者评定的GRADE证据确定性',
  'random or common effect, as far as the text says':
    'random或common（随机效应或共同效应），以文中写明者为限',
  'Estimator and transformation, as far as they are named': '估计方法和转换，以文中写明者为限',
  'Studies of the whole synthesis': '整个荟萃分析的研究数',
  'Patients of the whole synthesis': '整个荟萃分析的患者数',
  'Last day of its search': '检索截止日期',
  'Studies of this base that the text read names among the included: trial_id of trials.csv':
    '所读文字写明纳入的本库研究：trials.csv的trial_id',
  'What was read of the work': '读的是文献的哪部分',
  'Address of the page on which it was read': '读到它的页面网址',
  'Where in the work': '在文献中的位置',
  'As in outcomes.csv': '同outcomes.csv',
  'Permanent address of the result': '结果的永久网址',

  // Findings and differences.
  'Entry or file of the base': '本库的条目或文件',
  'The fact or claim at fault, where there is one': '有问题的数据或陈述（有时）',
  'The check': '核查',
  'How much it weighs': '严重程度',
  'What was found': '发现了什么',
  'As it stands': '现有的值',
  'What the check expected': '核查预期的值',
  'Why a fault stands, where it is waived': '予以豁免时，问题保留的理由',
  'Line in the file of the entry': '在条目文件中的行号',
  'Stable while both facts are': '两项数据都在时保持不变',
  'The study': '研究',
  'What is measured': '测量什么',
  'What differs': '哪方面不同',
  'The fact of the report listed first': '先列出的报告的数据',
  'Its report': '其报告',
  'As printed there': '该处所印的值',
  'The other fact': '另一项数据',
  'Size of the difference between two numbers': '两个数字之差',
  'What explains it, if anything does': '能解释它的原因（有时）',

  // Files for meta-analysis.
  'The arm: arm_id of arms.csv; empty for a whole study of several arms':
    '组：arms.csv的arm_id；多组研究的整体则为空',
  'The other side of a ratio: an arm, or the population it is held against':
    '比值的另一方：一个组，或用来对照的人群',
  'What the row holds; rows of different statistics cannot be pooled': '该行的统计量；统计量不同的行不能合并',
  'The event as printed, where the endpoint is wider': '终点较宽时，照原样写出的事件名',
  'Lowest grade counted': '计入的最低级别',
  'Highest grade counted': '计入的最高级别',
  'Grading scale, or unstated': '分级量表，或unstated',
  'Time of the figure in months of 30.4375 days; empty where none is stated':
    '数据的时间，以月计（每月30.4375天）；没有写明时为空',
  'Patients with the event, for escalc(xi = xi, ni = ni)': '出现事件的患者数，用于escalc(xi = xi, ni = ni)',
  'Patients counted': '统计的患者数',
  'Whether xi is printed, or the only whole number that the printed percentage can stand for':
    'xi是印出的，还是与所印百分比相符的唯一整数',
  'Ratio, or Kaplan–Meier or cumulative-incidence estimate in percent, as printed':
    '比值，或Kaplan–Meier估计值或累积发生率（百分比），照原样',
  'Lower limit of its confidence interval, as printed': '其置信区间的下限，照原样',
  'Level of that interval in percent': '该区间的水平（百分比）',
  'Effect on the scale of rma(): natural logarithm of a ratio; a landmark as a proportion; computed, 6 decimals':
    'rma()所用尺度上的效应：比值取自然对数，时点估计为比例；计算所得，6位小数',
  'Its standard error: printed for a landmark, else from the interval as if symmetric on that scale; computed, 6 decimals':
    '其标准误：时点估计用所印的值，否则由区间推算，视其在该尺度上对称；计算所得，6位小数',
  'Denominator: of several figures of an arm, the one of the widest population stands here':
    '分母：同一组有多项数据时，取人群最宽的一项',
  'Design of the study': '研究设计',
  'Therapies of the arm': '该组的疗法',
  'Who states the figure: reference_id of references.csv': '由谁陈述该数据：references.csv的reference_id',
  'Where the figure was read: read_in of outcomes.csv': '数据读自何处：同outcomes.csv的read_in',
  'The fact: outcome_id of outcomes.csv': '数据：outcomes.csv的outcome_id',
  'Rows of this name can be pooled together: statistic, time, grade and scale as /synthesis/ and /compare/ name them':
    '同名的行可以合并：统计量、时间、级别和量表，名称同/synthesis/和/compare/',
  'Whether /synthesis/ pools it by default; the usual ones of one row give its result there':
    '/synthesis/是否默认合并它；同一row中默认合并的各行，得出该处的结果',
  'Others of the same row with patients of the same study, or of a study that shares patients: their outcome_id':
    '同一row中患者来自同一研究或患者有重叠的研究的其他行：其outcome_id',
};

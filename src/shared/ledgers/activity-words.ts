import { LEVELS, type Dictionary } from './dictionaries.ts'

/** Meetings, study and party life of a county centre; a word that names none of them is 其他. */
export const MEETING_KINDS = {
  editorial: { label: '编委会', words: ['编委会会议', '编前会', '编务会', '策划会', '选题会'] },
  study: {
    label: '理论学习中心组',
    words: ['中心组', '中心组学习', '理论学习中心组学习', '理论学习', '集中学习'],
  },
  party: {
    label: '党建',
    words: [
      ...(['党建活动', '主题党日', '党员大会', '支部大会', '支委会', '党小组会'] as const),
      ...(['党课', '专题党课', '组织生活会', '三会一课'] as const),
    ],
  },
  ideology: {
    label: '意识形态研判',
    words: ['研判', '意识形态', '研判会', '意识形态形势分析研判', '意识形态分析研判'],
  },
  office: {
    label: '主任办公会、职工会',
    words: ['主任办公会', '中心主任办公会', '办公会', '职工会', '干部职工会', '职工大会', '例会'],
  },
  other: { label: '其他', words: ['其它', '培训', '业务培训', '专题会议'] },
} as const satisfies Dictionary

/** Who gave an honour, by rank; LEVELS and the centre itself. */
export const HONOUR_LEVELS = {
  ...LEVELS,
  own: { label: '单位内部', words: ['本单位', '中心', '内部'] },
} as const satisfies Dictionary

export const RECTIFICATION_STATES = {
  waiting: { label: '未启动', words: ['未开始', '待整改', '未整改'] },
  running: { label: '整改中', words: ['进行中', '推进中', '正在整改', '未完成', '长期坚持', '否'] },
  done: { label: '已完成', words: ['完成', '整改完成', '已整改', '基本完成', '是'] },
  closed: { label: '已销号', words: ['销号', '已办结', '办结'] },
} as const satisfies Dictionary

/** Whether a finding is done, and whether it is known since when. */
export const CLOSURES = {
  open: { label: '未完成' },
  dated: { label: '已完成' },
  undated: { label: '已完成，没有日期' },
} as const satisfies Dictionary

export const STAFF_KINDS = {
  civil: { label: '行政编制', words: ['行政', '公务员', '参公'] },
  public: { label: '事业编制', words: ['事业', '事业编', '在编', '在编人员', '编制内'] },
  worker: { label: '工勤编制', words: ['工勤', '工勤人员', '机关工勤'] },
  contract: { label: '聘用', words: ['编外', '聘用人员', '合同制', '临聘', '自聘', '编外聘用'] },
  seconded: { label: '借调或派遣', words: ['借调', '借用', '劳务派遣', '派遣', '跟班'] },
} as const satisfies Dictionary

export const EXERCISE_RESULTS = {
  reached: { label: '达到预期', words: ['成功', '良好', '合格', '达标', '圆满', '优秀', '通过'] },
  partly: { label: '部分达到', words: ['基本达到', '基本合格', '一般', '基本达标'] },
  failed: { label: '未达到', words: ['失败', '不合格', '未达标', '未通过'] },
} as const satisfies Dictionary

export const DUTY_SHIFTS = {
  day: { label: '白班', words: ['日班', '白天', '早班'] },
  night: { label: '夜班', words: ['晚班', '夜间', '晚上'] },
  whole: { label: '全天', words: ['24小时', '24h', '全日', '昼夜'] },
} as const satisfies Dictionary

/** Whether the daily report that nothing happened, or what did, went out. */
export const NIL_REPORTS = {
  sent: { label: '已报', words: ['已报告', '已上报', '已零报告', '是', '零报告'] },
  missed: { label: '未报', words: ['漏报', '未上报', '否'] },
} as const satisfies Dictionary

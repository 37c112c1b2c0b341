import type { Option } from './define.ts'

export type Dictionary = Readonly<Record<string, Option>>

/** Level of an outlet. The centre's own word for it (州级, 区级) is kept beside, in `levelWord`. */
export const LEVELS = {
  national: { label: '国家级', words: ['中央级', '央级', '中央', '国家', '央媒'] },
  provincial: { label: '省级', words: ['省', '省部级', '省媒', '省属'] },
  municipal: { label: '市级', words: ['市', '州级', '地市级', '市州级', '市州', '地市', '市媒'] },
  county: { label: '县级', words: ['县', '区县级'] },
} as const satisfies Dictionary

/** How an outlet came to carry a work; a post on the centre's own account there is no pick-up. */
export const ADOPTION_KINDS = {
  adopted: { label: '采用', words: ['采编', '约稿', '上稿'] },
  reposted: { label: '转载', words: ['转发', '网络转载'] },
  own: { label: '自主发布号', words: ['自主发布', '人民号', '自有账号', '入驻号'] },
} as const satisfies Dictionary

/** What came of a work that was submitted. */
export const SUBMISSION_RESULTS = {
  adopted: { label: '已采用', words: ['采用', '录用'] },
  declined: { label: '未采用', words: ['未录用', '退稿'] },
  pending: { label: '待定', words: ['待反馈', '审核中'] },
} as const satisfies Dictionary

export const FORMS = {
  text: { label: '图文', words: ['文字', '图片', '图文信息', '文章', '推文'] },
  video: { label: '视频', words: ['短视频', '视频信息', '小视频'] },
  live: { label: '直播' },
  poster: { label: '海报', words: ['长图', '图解'] },
  h5: { label: 'H5', words: ['h5', '互动'] },
  audio: { label: '音频', words: ['广播', '广播稿'] },
} as const satisfies Dictionary

export const ORIGINS = {
  original: { label: '原创', words: ['自采', '首发'] },
  forwarded: { label: '转载', words: ['转发', '转载稿'] },
} as const satisfies Dictionary

/** Which run of a work an item is: airings and versions are counted beside works, never as works. */
export const EDITIONS = {
  first: { label: '首发', words: ['首播', '首次播出'] },
  repeat: { label: '重播', words: ['复播', '重发'] },
  translation: { label: '译制', words: ['彝语译制', '民语译制', '译播', '彝语'] },
  digest: { label: '摘编', words: ['摘要', '节选', '集锦'] },
} as const satisfies Dictionary

/** How many of the three reviews name a reviewer. */
export const REVIEWS = {
  three: { label: '三审齐全' },
  some: { label: '缺一审或两审' },
  none: { label: '没有审签人' },
} as const satisfies Dictionary

/** Whether an item went out before it was signed off. */
export const SIGNINGS = {
  before: { label: '先发后签' },
  after: { label: '先签后发' },
} as const satisfies Dictionary

/** A fact of a record that is either so or not said. */
export const FLAG = { yes: { label: '是' } } as const satisfies Dictionary

/** What came of two figures that differ. */
export const EXPLANATION_STATES = {
  open: { label: '待查', words: ['未查'] },
  explained: { label: '已说明', words: ['口径不同', '正常'] },
  settled: { label: '已更正', words: ['已改'] },
} as const satisfies Dictionary

/** ISO weekdays. */
export const WEEKDAYS = {
  1: { label: '周一' },
  2: { label: '周二' },
  3: { label: '周三' },
  4: { label: '周四' },
  5: { label: '周五' },
  6: { label: '周六' },
  7: { label: '周日' },
} as const satisfies Dictionary

/** Alert levels Ⅰ–Ⅳ, always shown with the colour's word. */
export const ALERT_LEVELS = {
  red: {
    label: 'Ⅰ级（红）',
    short: 'Ⅰ 红',
    words: ['红色', '红', 'Ⅰ级', 'I级', '一级', '特别重大', 'Ⅰ'],
  },
  orange: {
    label: 'Ⅱ级（橙）',
    short: 'Ⅱ 橙',
    words: ['橙色', '橙', 'Ⅱ级', 'II级', '二级', '重大', 'Ⅱ'],
  },
  yellow: {
    label: 'Ⅲ级（黄）',
    short: 'Ⅲ 黄',
    words: ['黄色', '黄', 'Ⅲ级', 'III级', '三级', '较大', 'Ⅲ'],
  },
  blue: {
    label: 'Ⅳ级（蓝）',
    short: 'Ⅳ 蓝',
    words: ['蓝色', '蓝', 'Ⅳ级', 'IV级', '四级', '一般', 'Ⅳ'],
  },
} as const satisfies Dictionary

/** Spans into which handling times fall: up to and with `upTo` seconds, from the one before. */
export const HANDLING_SPANS = {
  upTo15Minutes: { label: '15分钟内', upTo: 900 },
  upTo30Minutes: { label: '15—30分钟', upTo: 1800 },
  upTo1Hour: { label: '30分钟—1小时', upTo: 3600 },
  upTo2Hours: { label: '1—2小时', upTo: 7200 },
  upTo6Hours: { label: '2—6小时', upTo: 21_600 },
  upTo24Hours: { label: '6—24小时', upTo: 86_400 },
  upTo48Hours: { label: '24—48小时', upTo: 172_800 },
  longer: { label: '超过48小时', upTo: Number.POSITIVE_INFINITY },
} as const satisfies Readonly<Record<string, Option & { readonly upTo: number }>>

/** The centre's own words for what was done with an alert; none contains another. */
export const HANDLINGS = {
  forwarded: { label: '转发', words: ['转办', '交办'] },
  pushed: { label: '推送', words: ['报送', '上报'] },
  tracked: { label: '跟踪', words: ['监测', '持续关注', '关注'] },
} as const satisfies Dictionary

export const CHECK_RESULTS = {
  passed: { label: '合格', words: ['正常', '通过', '良好', '无问题'] },
  danger: {
    label: '有隐患',
    words: ['隐患', '不合格', '异常', '有问题', '发现隐患', '整改', '需整改'],
  },
} as const satisfies Dictionary

/** How far a hidden danger has come. */
export const DANGER_STATES = {
  open: { label: '待整改' },
  fixed: { label: '已整改待复查' },
  rechecked: { label: '已复查' },
} as const satisfies Dictionary

/**
 * The five national classes of events, with words of centres that fall under them. Source:
 * 62号令第31条 and the 实施细则 of 2014; which word falls where is ours, an entered class goes before it.
 */
export const CAUSE_CLASSES = {
  sabotage: {
    label: '破坏侵扰',
    words: ['破坏侵扰事件', '破坏', '侵扰', '人为破坏', '非法侵入', '插播', '偷盗', '盗窃'],
  },
  nature: {
    label: '自然灾害',
    words: ['自然灾害事件', '雷击', '雷电', '洪涝', '地震', '大风', '冰雪', '泥石流', '火灾'],
  },
  technology: {
    label: '技术安全',
    words: [
      '技术安全事件',
      ...(['技术', '设备', '设备故障', '供电', '电力', '停电', '信号源', '信号', '传输'] as const),
      ...(['光缆', '光纤', '软件', '系统', '操作', '人为操作', '误操作', '操作失误'] as const),
    ],
  },
  information: {
    label: '信息安全',
    words: ['信息安全事件', '网络安全', '网络攻击', '病毒', '黑客', '篡改'],
  },
  other: {
    label: '其他',
    words: ['其他事件', '其它', '节目编排', '编排', '外部施工', '施工'],
  },
} as const satisfies Dictionary

export const MAINTENANCE_KINDS = {
  planned: { label: '计划检修', words: ['计划', '计划内', '例行', '例行检修'] },
  urgent: { label: '临时检修', words: ['临时', '计划外', '抢修', '应急检修', '临时停播'] },
} as const satisfies Dictionary

/** Whether the channel is off the air while work is done. */
export const MAINTENANCE_IMPACTS = {
  offAir: { label: '停播检修', words: ['停播', '停机', '停机检修', '影响播出'] },
  onAir: { label: '不停播', words: ['不影响播出', '不停机', '无影响', '带机检修'] },
} as const satisfies Dictionary

export const FAULT_KINDS = {
  stoppage: { label: '停播' },
  wrong: { label: '错播' },
  poor: { label: '劣播' },
  none: { label: '未影响播出', words: ['无影响', '不影响播出'] },
} as const satisfies Dictionary

export const SPENDING_KINDS = {
  basic: { label: '基本支出' },
  project: { label: '项目支出', words: ['特定目标类', '其他运转类'] },
} as const satisfies Dictionary

export const SATISFACTIONS = {
  satisfied: { label: '满意', words: ['非常满意'] },
  fair: { label: '基本满意' },
  dissatisfied: { label: '不满意' },
  unasked: { label: '未回访' },
} as const satisfies Dictionary

/** How exact a stated figure is; the wording itself is kept beside it. */
export const QUALIFIERS = {
  exact: { label: '准确', words: ['exact', '确数'] },
  about: { label: '约', words: ['about', '约', '左右'] },
  nearly: { label: '近', words: ['nearly', '近'] },
  moreThan: { label: '余', words: ['more than', '余', '多', '超', '逾', '以上', '+', '万+'] },
  atLeast: { label: '不少于', words: ['at least', '不低于', '至少'] },
  atMost: { label: '不超过', words: ['at most', '至多', '不高于'] },
} as const satisfies Dictionary

export const AREAS = {
  publication: { label: '内容生产', words: ['发稿'] },
  audience: { label: '用户与传播' },
  adoption: { label: '上级采用', words: ['采用'] },
  sentiment: { label: '舆情监测', words: ['舆情'] },
  petition: { label: '信访', words: ['信访件'] },
  safety: { label: '安全播出' },
  budget: { label: '预算绩效', words: ['预算'] },
  performance: { label: '绩效评分', words: ['绩效'] },
  target: { label: '目标' },
  activity: { label: '会议与活动', words: ['活动'] },
  staffing: { label: '机构人员', words: ['人员'] },
} as const satisfies Dictionary

/** What a target asks: a total, not less, not more, or between. */
export const TARGET_KINDS = {
  total: { label: '总量', words: ['合计', '全年'] },
  floor: { label: '不少于', words: ['下限', '≥', '不低于'] },
  ceiling: { label: '不超过', words: ['上限', '≤', '不高于'] },
  range: { label: '区间', words: ['之间'] },
} as const satisfies Dictionary

/** Over which step a target holds; a total holds over its whole span. */
export const TARGET_STEPS = {
  day: { label: '每天', words: ['日', '天'] },
  month: { label: '每月', words: ['月'] },
  span: { label: '整个期间', words: ['年', '全年', '期间'] },
} as const satisfies Dictionary

/** What an attachment is, told by its content. */
export const ATTACHMENT_KINDS = {
  png: { label: 'PNG 图片' },
  jpeg: { label: 'JPEG 图片' },
  webp: { label: 'WebP 图片' },
  pdf: { label: 'PDF 文件' },
  link: { label: '链接' },
} as const satisfies Readonly<Record<string, Option>>

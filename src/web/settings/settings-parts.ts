/** The parts of 设置, in the order of the page; the id is also the anchor. */
export const SETTINGS_PARTS = {
  centre: { label: '本中心' },
  content: { label: '内容生产' },
  points: { label: '计分办法' },
  adoption: { label: '上级采用' },
  sentiment: { label: '舆情监测' },
  safety: { label: '安全播出' },
  budget: { label: '预算绩效' },
  checks: { label: '数据检查' },
  evidence: { label: '附件' },
  review: { label: '审核与计数' },
  wall: { label: '大屏' },
  reports: { label: '定时报告' },
  accounts: { label: '账号与登录' },
  backup: { label: '定时备份' },
} as const

export type SettingsPart = keyof typeof SETTINGS_PARTS

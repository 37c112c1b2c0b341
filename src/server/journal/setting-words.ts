import type { Settings } from '#shared/contract/settings.ts'

/** What each part of the settings is called where it is changed. */
const LABELS: Readonly<Record<keyof Settings, string>> = {
  centre: '中心名称',
  prefecture: '市州',
  province: '省份',
  zone: '时区',
  stripe: '色条',
  timeProgress: '序时进度的算法',
  channels: '频道应播时长',
  pointRules: '计分办法',
  content: '内容生产',
  adoption: '上级采用',
  sentiment: '舆情监测',
  safety: '安全播出',
  budget: '预算绩效',
  checks: '自动检查',
  evidence: '附件',
  review: '审核',
  wall: '大屏',
  backup: '备份',
  reports: '定时报告',
  accounts: '登录与密码',
}

const SETTINGS = Object.keys(LABELS).filter((key): key is keyof Settings =>
  Object.hasOwn(LABELS, key),
)

/** The parts in which two settings differ, in words; '' where they are the same. */
export const settingWords = (before: Settings, after: Settings): string =>
  SETTINGS.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
    .map((key) => LABELS[key])
    .join('、')

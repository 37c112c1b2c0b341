import type { Row } from '#shared/ledgers/define.ts'

/** 检修台账: what was done beside the regular breaks of the settings; all invented. */
export const exampleMaintenance = (): Row[] =>
  MAINTENANCE.map(([channel, startedAt, endedAt, kind, impact, reportedOn, content], n) => ({
    code: `示例JX${String(n + 1).padStart(3, '0')}`,
    channel,
    startedAt,
    endedAt,
    kind,
    impact,
    reportedOn,
    content,
    handler: n % 2 === 0 ? '编辑己' : '编辑庚',
  }))

const MAINTENANCE: readonly (readonly [
  channel: string,
  startedAt: string,
  endedAt: string,
  kind: string,
  impact: string,
  reportedOn: string | null,
  content: string,
])[] = [
  [
    '综合广播',
    '2023-04-11T23:10',
    '2023-04-12T01:40',
    'planned',
    'offAir',
    '2023-04-03',
    '天馈系统年检',
  ],
  [
    '全部频道',
    '2023-11-21T02:00',
    '2023-11-21T05:00',
    'planned',
    'offAir',
    '2023-11-13',
    '配电柜改造',
  ],
  [
    '综合广播',
    '2024-04-16T14:00',
    '2024-04-16T17:00',
    'planned',
    'offAir',
    '2024-04-08',
    '发射机整机检修',
  ],
  [
    '综合频道',
    '2024-05-21T05:30',
    '2024-05-21T07:30',
    'planned',
    'offAir',
    '2024-05-13',
    '播出服务器更换',
  ],
  ['综合频道', '2024-08-11T10:00', '2024-08-11T11:20', 'urgent', 'onAir', null, 'UPS 电池更换'],
  [
    '综合广播',
    '2024-10-01T22:00',
    '2024-10-01T23:30',
    'planned',
    'offAir',
    '2024-09-23',
    '发射机风机更换',
  ],
]

import type { Row } from '#shared/ledgers/define.ts'

/** 信访件台账: 8 in 2024 (心连心 7, 海棠社区 1), each answered in time. */
export function examplePetitions(): Row[] {
  return PETITIONS.map(
    ([receivedOn, dueOn, answeredOn, category, content, department, outcome, source], n) => ({
      code: `示例XF${String(n + 1).padStart(3, '0')}`,
      receivedOn,
      source: source ?? '心连心',
      petitioner: `市民${n + 1}`,
      category,
      content,
      department,
      handler: HANDLERS[department] ?? null,
      dueOn,
      answeredOn,
      outcome,
      satisfaction: SATISFACTIONS[n % SATISFACTIONS.length] ?? null,
    }),
  )
}

const HANDLERS: Readonly<Record<string, string>> = {
  编辑部: '编辑乙',
  采编一组: '编辑丙',
  采编二组: '编辑戊',
  新媒体组: '编辑庚',
  专题组: '编辑辛',
  播出技术组: '编辑己',
}

const SATISFACTIONS = ['satisfied', 'satisfied', 'fair', 'satisfied', 'unasked'] as const

/** Limits in working days: 3 for 咨询, 7 for 求助 and 建议, 15 for 投诉. */
const PETITIONS: readonly (readonly [
  receivedOn: string,
  dueOn: string,
  answeredOn: string,
  category: string,
  content: string,
  department: string,
  outcome: string,
  source?: string,
])[] = [
  ['2023-02-08', '2023-02-13', '2023-02-10', '咨询', '咨询广播重播时间', '编辑部', '已告知节目表'],
  ['2023-04-12', '2023-04-21', '2023-04-18', '求助', '村广播无声', '播出技术组', '已更换终端'],
  [
    '2023-06-19',
    '2023-06-30',
    '2023-06-26',
    '建议',
    '建议增加彝语节目',
    '专题组',
    '已列入栏目计划',
  ],
  [
    '2023-08-03',
    '2023-08-24',
    '2023-08-15',
    '投诉',
    '户外屏夜间过亮',
    '播出技术组',
    '已调暗并定时关闭',
  ],
  [
    '2023-10-24',
    '2023-10-27',
    '2023-10-26',
    '咨询',
    '咨询投稿方式',
    '采编一组',
    '已告知邮箱与要求',
  ],
  [
    '2023-11-15',
    '2023-11-24',
    '2023-11-20',
    '建议',
    '建议公众号增加便民查询',
    '新媒体组',
    '已增设便民菜单',
    '海棠社区',
  ],
  [
    '2024-01-16',
    '2024-01-25',
    '2024-01-22',
    '求助',
    '综合频道信号有马赛克',
    '播出技术组',
    '已检修线路',
  ],
  [
    '2024-03-07',
    '2024-03-12',
    '2024-03-11',
    '咨询',
    '咨询客户端如何注册',
    '新媒体组',
    '已电话指导',
  ],
  ['2024-04-18', '2024-04-29', '2024-04-25', '求助', '村广播音量过小', '播出技术组', '已现场调试'],
  ['2024-06-13', '2024-07-04', '2024-06-24', '投诉', '公示信息日期有误', '编辑部', '已更正并说明'],
  ['2024-07-25', '2024-08-05', '2024-07-31', '建议', '建议直播增加回看', '新媒体组', '已上线回看'],
  [
    '2024-09-11',
    '2024-09-23',
    '2024-09-19',
    '建议',
    '建议征集县庆老照片',
    '专题组',
    '已在专栏刊登征集启事',
    '海棠社区',
  ],
  [
    '2024-10-10',
    '2024-10-15',
    '2024-10-12',
    '咨询',
    '咨询县庆直播回看',
    '采编二组',
    '已告知回看入口',
  ],
  [
    '2024-11-20',
    '2024-11-29',
    '2024-11-26',
    '求助',
    '客户端收不到验证码',
    '新媒体组',
    '已修复短信通道',
  ],
]

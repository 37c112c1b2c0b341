import type { Row } from '#shared/ledgers/define.ts'
import { addSeconds } from '#shared/time/clock.ts'

/** 故障台账: 7 faults in 2024, all put right; their stoppages are seconds to a few minutes. */
export function exampleFaults(): Row[] {
  return FAULTS.map(
    ([startedAt, minutes, channel, cause, stoppage, filler, symptom, process], n) => ({
      code: `示例GZ${String(n + 1).padStart(3, '0')}`,
      startedAt,
      endedAt: addSeconds(startedAt, minutes * 60),
      channel,
      kind: stoppage > 0 ? 'stoppage' : 'none',
      cause,
      stoppageSeconds: stoppage,
      fillerSeconds: filler,
      symptom,
      process,
      handler: HANDLERS[n % HANDLERS.length] ?? null,
      report: stoppage > 60 ? '已报县委宣传部' : null,
      closedOn: startedAt.slice(0, 10),
    }),
  )
}

const HANDLERS = ['编辑丙', '编辑戊', '编辑庚', '编辑己'] as const

/** Minutes until it was put right; seconds off the air, and seconds of those under filler. */
const FAULTS: readonly (readonly [
  startedAt: string,
  minutes: number,
  channel: string,
  cause: string,
  stoppage: number,
  filler: number,
  symptom: string,
  process: string,
])[] = [
  ['2023-02-14T19:42', 9, '综合频道', '供电', 65, 40, '市电闪断，播出中断', '切换UPS供电后恢复'],
  ['2023-05-09T08:17', 6, '综合广播', '设备', 28, 0, '调音台无输出', '切换备用调音台'],
  ['2023-07-21T20:05', 14, '综合频道', '传输', 110, 90, '雷击致光纤中断', '切换备路光纤'],
  ['2023-09-03T12:31', 5, '综合频道', '节目编排', 0, 0, '节目单时长不符', '播前发现，重新编排'],
  ['2023-10-18T21:12', 8, '综合频道', '软件', 36, 20, '播出软件无响应', '切换备机后重启'],
  ['2023-12-11T06:58', 11, '综合广播', '信号源', 52, 30, '转播信号丢失', '改播备播节目'],
  ['2024-01-22T09:33', 11, '综合频道', '信号源', 45, 30, '上级信号马赛克后黑屏', '切换备路信号'],
  ['2024-03-15T11:14', 10, '综合频道', '设备', 12, 0, '切换台黑场', '切换备路后恢复'],
  ['2024-04-23T06:31', 13, '综合广播', '操作', 180, 120, '开播延误', '值班员补播，组织复训'],
  ['2024-06-06T19:28', 11, '综合频道', '设备', 45, 45, '编码器死机', '垫播并重启编码器'],
  ['2024-08-10T15:18', 11, '综合频道', '供电', 95, 60, '雷雨致市电中断', '切换UPS并起动油机'],
  [
    '2024-10-03T15:44',
    10,
    '综合频道',
    '节目编排',
    0,
    0,
    '县庆节目单条目重复',
    '播前发现，重新编排',
  ],
  ['2024-12-07T17:06', 12, '综合广播', '设备', 8, 0, '发射机功率下降后跳闸', '复位后恢复'],
]

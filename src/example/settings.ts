import { DEFAULT_SETTINGS, type Settings } from '#shared/contract/settings.ts'
import { POINT_RULES } from '#shared/settings/points.ts'
import { EXAMPLE_SAFETY } from './safety-settings.ts'

/** The example's settings; the due broadcast hours and the older rule for points are invented. */
export const EXAMPLE_SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  centre: '峨边彝族自治县融媒体中心（示例）',
  prefecture: '乐山市',
  province: '四川省',
  zone: 'Asia/Shanghai',
  stripe: ['#000000', '#C9382D', '#E5B23C'],
  timeProgress: 'months',
  pointRules: [
    ...POINT_RULES,
    {
      name: '2023 年计分办法（示例）',
      year: 2023,
      pieces: { text: 100, video: 150, live: 200, poster: 100, h5: 200, audio: 100 },
      adoptions: { national: 1500, provincial: 800, municipal: 400, county: 100 },
      positions: [{ word: '头版', percent: 150 }],
      counting: 'everyUse',
    },
  ],
  channels: [
    { name: '综合频道', dueSecondsPerDay: 23 * 3600 + 40 * 60 },
    { name: '综合广播', dueSecondsPerDay: 17 * 3600 },
  ],
  safety: EXAMPLE_SAFETY,
}

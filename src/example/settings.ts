import { DEFAULT_SETTINGS, type Settings } from '#shared/contract/settings.ts'

/** The example's settings; the due broadcast hours are invented. */
export const EXAMPLE_SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  centre: '峨边彝族自治县融媒体中心（示例）',
  prefecture: '乐山市',
  province: '四川省',
  zone: 'Asia/Shanghai',
  stripe: ['#000000', '#C9382D', '#E5B23C'],
  timeProgress: 'months',
  channels: [
    { name: '综合频道', dueSecondsPerDay: 23 * 3600 + 40 * 60 },
    { name: '综合广播', dueSecondsPerDay: 17 * 3600 },
  ],
}

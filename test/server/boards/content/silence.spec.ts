import { beforeAll, expect, it } from 'vitest'
import { readContent, type SilentAccount } from '#shared/contract/content.ts'
import { addRecords } from '#shared/contract/records.ts'
import { readSettings, saveSettings } from '#shared/contract/settings.ts'
import { ask, testDesk } from '#test/support/memory-desk.ts'

/** Today is 2025-02-10; entries by hand make their months whole up to it. */
const desk = testDesk()

const piece = (platform: string, day: string) => ({
  day,
  platform,
  title: `${platform}${day}`,
  form: 'text',
})

beforeAll(async () => {
  await ask(desk, addRecords, '/ledgers/platforms/records', {
    rows: [
      { name: '从不更新号', medium: '微博' },
      { name: '已停号', validTo: '2025-01-15' },
      { name: '尚未启用号', validFrom: '2025-03-01' },
    ],
  })
  await ask(desk, addRecords, '/ledgers/pieces/records', {
    rows: [
      piece('日更号', '2025-01-01'),
      piece('日更号', '2025-02-09'),
      piece('停更号', '2025-01-20'),
      piece('预警号', '2025-01-31'),
      piece('已停号', '2025-01-02'),
    ],
  })
})

async function rows(): Promise<readonly SilentAccount[]> {
  return (await ask(desk, readContent, '/boards/content?p=2025-02')).silence?.rows ?? []
}

it('lists the accounts longest silent first, with the light of each', async () => {
  expect(
    (await rows()).map(({ platform, daysSince, light }) => [platform, daysSince, light]),
  ).toEqual([
    ['从不更新号', null, 'never'],
    ['停更号', 21, 'silent'],
    ['预警号', 10, 'warn'],
    ['日更号', 1, 'fresh'],
  ])
})

it('counts no day that is not over into the longest gap', async () => {
  const [, stopped] = await rows()
  expect(stopped?.longestGap).toEqual({ days: 20, from: '2025-01-21', to: '2025-02-09' })
})

it('names months without a post, and accounts that were given up', async () => {
  const answer = await ask(desk, readContent, '/boards/content?p=2025-02')
  expect(
    answer.silence?.rows.find(({ platform }) => platform === '从不更新号')?.zeroMonths,
  ).toEqual(['2025-01'])
  expect(answer.silence?.closed).toEqual([{ platform: '已停号', on: '2025-01-15' }])
})

it('sees at an earlier day what was there then', async () => {
  const answer = await ask(desk, readContent, '/boards/content?p=2025-01')
  expect(answer.silence?.asOf).toBe('2025-01-31')
  expect(answer.silence?.rows.find(({ platform }) => platform === '日更号')).toMatchObject({
    lastDay: '2025-01-01',
    daysSince: 30,
    light: 'silent',
  })
})

it('follows the limits as they are set', async () => {
  const settings = await ask(desk, readSettings, '/settings')
  await ask(desk, saveSettings, '/settings', {
    ...settings,
    content: { silentNoticeDays: 1, silentWarnDays: 5, silentAfterDays: 30 },
  })
  expect((await rows()).map(({ light }) => light)).toEqual(['never', 'warn', 'warn', 'notice'])
})

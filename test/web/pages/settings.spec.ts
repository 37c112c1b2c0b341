import { http, HttpResponse } from 'msw'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_SETTINGS } from '#shared/contract/settings.ts'
import { openPage, waitFor, type DeskPage } from '#test/web/desk-page.ts'

const SETTINGS = {
  ...DEFAULT_SETTINGS,
  centre: '某县融媒体中心',
  prefecture: '某市',
  province: '某省',
  zone: 'Asia/Shanghai',
  stripe: [],
  timeProgress: 'months',
  channels: [{ name: '综合频道', dueSecondsPerDay: 64_800 }],
}
const DESK = {
  centre: '某县融媒体中心',
  stripe: [],
  zone: 'Asia/Shanghai',
  isEmpty: false,
  hasExample: true,
  isDemo: false,
  today: '2025-02-10',
  firstMonth: '2024-01',
  lastMonth: '2024-12',
  closedMonths: [],
  underReview: [],
  changedAt: null,
}

let open: DeskPage | undefined
let saved: unknown[] = []
let isFull = false

beforeAll(() => import('#web/pages/settings.vue'), 60_000)

afterEach(async () => {
  await open?.close()
  open = undefined
  saved = []
})

const settings = async () => {
  const handlers = [
    http.get('*/api/desk', () => HttpResponse.json(DESK)),
    http.get('*/api/settings', () => HttpResponse.json(SETTINGS)),
    http.patch('*/api/settings', async ({ request }) => {
      if (isFull) return HttpResponse.json(null, { status: 500 })
      const body = await request.json()
      saved.push(body)
      return HttpResponse.json(SETTINGS)
    }),
  ]
  open = await openPage('/settings', handlers, 'form')
  return open.page
}

describe('settings', () => {
  it('keep due broadcast time in seconds and show it in hours and minutes', async () => {
    const page = await settings()
    await page.find('[aria-label="第 1 个频道应播小时"]').setValue('17')
    await page.find('[aria-label="第 1 个频道应播分钟"]').setValue('30')
    await page.find('form').trigger('submit')
    await waitFor(() => page.find('form#centre [role="status"]').exists())
    expect(page.find('form#centre [role="status"]').text()).toBe('已保存。')
    expect(saved).toEqual([
      {
        centre: '某县融媒体中心',
        prefecture: '某市',
        province: '某省',
        zone: 'Asia/Shanghai',
        stripe: [],
        channels: [{ name: '综合频道', dueSecondsPerDay: 63_000 }],
      },
    ])
  })

  it('tell beside the card that was saved why it was not, and try it again', async () => {
    isFull = true
    const page = await settings()
    await page.find('form#review').trigger('submit')
    await waitFor(() => page.find('form#review [role="alert"]').exists())
    expect(page.findAll('form [role="alert"]')).toHaveLength(1)
    isFull = false
    await page.find('form#review [role="alert"] button').trigger('click')
    await waitFor(() => page.find('form#review [role="status"]').exists())
    expect(saved).toEqual([{ review: { leftOut: [] } }])
  })

  it('ask before the page is left with what is not saved', async () => {
    const page = await settings()
    const field = page.find('[aria-label="停更的天数"]')
    await field.trigger('focusin')
    await field.setValue('8')
    await open?.router.push('/me')
    await waitFor(() => document.body.textContent.includes('内容生产里改过的还没有保存。'))
    expect(open?.router.currentRoute.value.path).toBe('/settings')
    const leave = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === '不保存，离开',
    )
    leave?.click()
    await waitFor(() => open?.router.currentRoute.value.path === '/me')
  })

  it('do not take a day of more than 24 hours', async () => {
    const page = await settings()
    await page.find('[aria-label="第 1 个频道应播小时"]').setValue('25')
    await page.find('form').trigger('submit')
    expect(page.find('[role="alert"]').text()).toContain('0 到 24 小时之间')
    expect(saved).toEqual([])
  })

  it('keep after how many days an account is silent, in order', async () => {
    const page = await settings()
    await page.find('[aria-label="停更的天数"]').setValue('8')
    await page.find('form#content').trigger('submit')
    expect(page.find('form#content [role="alert"]').text()).toContain('预警不晚于停更')
    await page.find('[aria-label="预警的天数"]').setValue('7')
    await page.find('[aria-label="提醒的天数"]').setValue('5')
    await page.find('form#content').trigger('submit')
    await waitFor(() => saved.length > 0)
    expect(saved).toEqual([
      { content: { silentNoticeDays: 5, silentWarnDays: 7, silentAfterDays: 8 } },
    ])
  })

  it('keep a rule for points in whole hundredths', async () => {
    const page = await settings()
    await page.find('[aria-label="参考计分办法 稿件每条得分 视频"]').setValue('2.5')
    await page.find('form#points').trigger('submit')
    await waitFor(() => saved.length > 0)
    const [rule] = SETTINGS.pointRules
    expect(saved).toEqual([{ pointRules: [{ ...rule, pieces: { ...rule?.pieces, video: 250 } }] }])
  })

  it('keep how the pace is counted beside the limits of the budget page', async () => {
    const page = await settings()
    await page.find('[aria-label="过慢的差值"]').setValue('−10')
    await page.find('[aria-label="采购限额"]').setValue('20')
    await page.find('form#budget').trigger('submit')
    await waitFor(() => saved.length > 0)
    expect(saved).toEqual([
      {
        budget: { ...SETTINGS.budget, farBelow: -10, splitLimit: 20_000_000 },
        timeProgress: 'months',
      },
    ])
  })

  it('do not take limits that contradict each other', async () => {
    const page = await settings()
    await page.find('[aria-label="过慢的差值"]').setValue('5')
    await page.find('form#budget').trigger('submit')
    expect(page.find('form#budget [role="alert"]').text()).toContain('不能高于')
    expect(saved).toEqual([])
  })

  it('offer to remove the example and say who can reach the desk', async () => {
    const page = await settings()
    expect(page.text()).toContain('移除示例')
    expect(page.text()).toContain('没有设 HOST 就只在本机提供服务')
  })
})

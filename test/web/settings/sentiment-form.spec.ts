import { expect, it } from 'vitest'
import { SENTIMENT_SETTINGS } from '#shared/settings/sentiment.ts'
import { FUNNEL_CHOICES, sentimentForm, sentimentFrom } from '#web/settings/sentiment-form.ts'

const form = () => sentimentForm(SENTIMENT_SETTINGS)

it('shows limits as people write them, and reads them back as they were', () => {
  expect(form().limits).toEqual([
    { level: 'red', label: 'Ⅰ级（红）', first: '1小时', close: '5小时' },
    { level: 'orange', label: 'Ⅱ级（橙）', first: '2小时', close: '1天' },
    { level: 'yellow', label: 'Ⅲ级（黄）', first: '1天', close: '2天' },
    { level: 'blue', label: 'Ⅳ级（蓝）', first: '', close: '3个工作日' },
  ])
  expect(sentimentFrom(form())).toEqual({ settings: SENTIMENT_SETTINGS, faults: [] })
})

it('reads other ways of writing them; what is left empty is no limit', () => {
  const typed = form()
  typed.limits = [
    { level: 'red', label: 'Ⅰ级（红）', first: '45 分钟', close: '1天1小时30分' },
    { level: 'blue', label: 'Ⅳ级（蓝）', first: '', close: '' },
  ]
  expect(sentimentFrom(typed)).toMatchObject({
    faults: [],
    settings: {
      alertLimits: [
        { level: 'red', firstSeconds: 2700, closeSeconds: 91_800, closeWorkingDays: null },
        { level: 'blue', firstSeconds: null, closeSeconds: null, closeWorkingDays: null },
      ],
    },
  })
})

it('says of everything that cannot be read what to write', () => {
  const typed = form()
  typed.limits = [{ level: 'red', label: 'Ⅰ级（红）', first: '很快', close: '0小时' }]
  typed.petitions = [
    { category: '咨询', days: '三' },
    { category: '咨询', days: '3' },
  ]
  typed.funnel = [{ of: 'weather', name: '' }]
  typed.repeatFrom = '1'
  expect(sentimentFrom(typed).faults).toEqual([
    'Ⅰ级（红）：首次处置时限写成 30分、2小时 或 1天，不设就留空。',
    'Ⅰ级（红）：办结时限写成 5小时、2天 或 3个工作日，不设就留空。',
    '信访件第 1 个时限：工作日是 1 到 999 的整数。',
    '流转第 1 步：写明叫什么。',
    '流转第 1 步：选一项计数。',
    '信访件：同一个类别写了两次时限。',
    '重复反映：次数是 2 到 999 的整数。',
  ])
})

it('refuses a first action later than the close', () => {
  const typed = form()
  typed.limits = [{ level: 'red', label: 'Ⅰ级（红）', first: '6小时', close: '5小时' }]
  expect(sentimentFrom(typed).faults).toEqual(['Ⅰ级（红）：首次处置不能晚于办结。'])
})

it('a step counts what is watched, what is warned of, or a 处置方式', () => {
  const words = FUNNEL_CHOICES.map(({ label }) => label)
  for (const word of ['监测信息', '舆情预警', '转发', '推送', '跟踪']) expect(words).toContain(word)
})

import { ALERT_LEVELS, HANDLINGS } from '#shared/ledgers/dictionaries.ts'
import { METRIC_IDS, metricOf } from '#shared/metrics/index.ts'
import type { AlertLimit, SentimentSettings } from '#shared/settings/sentiment.ts'

/** What the form holds, as typed: limits in words (`2小时`, `3个工作日`), counts as digits. */
export interface SentimentForm {
  limits: { level: string; label: string; first: string; close: string }[]
  petitions: { category: string; days: string }[]
  funnel: { of: string; name: string }[]
  repeatFrom: string
}

const UNITS = [
  { unit: '天', seconds: 86_400 },
  { unit: '小时', seconds: 3600 },
  { unit: '分', seconds: 60 },
  { unit: '秒', seconds: 1 },
] as const

/** A limit in words, nothing left off: 90000 is `1天1小时`. */
function spanWords(seconds: number): string {
  let rest = seconds
  const words = UNITS.map(({ unit, seconds: size }) => {
    const count = Math.floor(rest / size)
    rest -= count * size
    return count > 0 ? `${count}${unit}` : ''
  })
  return words.join('')
}

/** Seconds of `1天`, `2小时30分`, `45分钟`; null of anything else, also of nothing. */
function spanSeconds(text: string): number | null {
  const found = /^(?:(\d+)天)?(?:(\d+)小时)?(?:(\d+)分钟?)?(?:(\d+)秒)?$/.exec(text)
  if (!found || text === '') return null
  return UNITS.reduce((sum, { seconds }, at) => sum + Number(found[at + 1] ?? 0) * seconds, 0)
}

const closeWords = ({ closeSeconds, closeWorkingDays }: AlertLimit): string =>
  closeWorkingDays === null
    ? closeSeconds === null
      ? ''
      : spanWords(closeSeconds)
    : `${closeWorkingDays}个工作日`

/** Settings as their form shows them: a row for every level, also one without a limit. */
export function sentimentForm(settings: SentimentSettings): SentimentForm {
  return {
    limits: Object.entries(ALERT_LEVELS).map(([level, { label }]) => {
      const limit = settings.alertLimits.find((one) => one.level === level)
      const first = limit?.firstSeconds ?? null
      return {
        level,
        label,
        first: first === null ? '' : spanWords(first),
        close: limit ? closeWords(limit) : '',
      }
    }),
    petitions: settings.petitionLimits.map(({ category, workingDays }) => ({
      category,
      days: String(workingDays),
    })),
    funnel: settings.funnel.map((step) => ({ ...step })),
    repeatFrom: String(settings.repeatFrom),
  }
}

/** What a step of the funnel may count: what is watched and warned of, and each 处置方式. */
export const FUNNEL_CHOICES: readonly { readonly of: string; readonly label: string }[] = [
  ...METRIC_IDS.flatMap((id) => {
    const { formula, label } = metricOf(id)
    const isStep = formula.kind === 'sum' && ['monitoring', 'alerts'].includes(formula.ledger)
    return isStep ? [{ of: id, label }] : []
  }),
  ...Object.entries(HANDLINGS).flatMap(([of, { label }]) =>
    METRIC_IDS.some((id) => id === of) ? [] : [{ of, label }],
  ),
]

/** A form read back: the settings where nothing is wrong, else what is, a sentence each. */
export function sentimentFrom(form: SentimentForm): {
  settings: SentimentSettings
  faults: string[]
} {
  const faults: string[] = []
  const settings = {
    alertLimits: form.limits.map((row) => limitFrom(row, faults)),
    petitionLimits: form.petitions.map((row, n) => petitionFrom(row, n, faults)),
    funnel: form.funnel.map((row, n) => stepFrom(row, n, faults)),
    repeatFrom: Number(form.repeatFrom),
  }
  const categories = settings.petitionLimits.map(({ category }) => category)
  if (new Set(categories).size < categories.length) faults.push('信访件：同一个类别写了两次时限。')
  if (!/^\d{1,3}$/.test(form.repeatFrom.trim()) || settings.repeatFrom < 2)
    faults.push('重复反映：次数是 2 到 999 的整数。')
  return { settings, faults }
}

function limitFrom(row: SentimentForm['limits'][number], faults: string[]): AlertLimit {
  const { level, label } = row
  const [first, close] = [row.first, row.close].map((text) => text.replaceAll(/\s+/g, ''))
  const firstSeconds = spanSeconds(first ?? '')
  const days = /^(\d{1,3})个?工作日$/.exec(close ?? '')?.[1]
  const closeSeconds = days === undefined ? spanSeconds(close ?? '') : null
  if (first !== '' && !firstSeconds)
    faults.push(`${label}：首次处置时限写成 30分、2小时 或 1天，不设就留空。`)
  if (close !== '' && !closeSeconds && !Number(days))
    faults.push(`${label}：办结时限写成 5小时、2天 或 3个工作日，不设就留空。`)
  if (firstSeconds !== null && closeSeconds !== null && firstSeconds > closeSeconds)
    faults.push(`${label}：首次处置不能晚于办结。`)
  return {
    level,
    firstSeconds,
    closeSeconds,
    closeWorkingDays: days === undefined ? null : Number(days),
  }
}

function petitionFrom(row: SentimentForm['petitions'][number], n: number, faults: string[]) {
  const category = row.category.trim()
  if (category === '') faults.push(`信访件第 ${n + 1} 个时限：写明类别，与台账里的写法一样。`)
  if (!/^[1-9]\d{0,2}$/.test(row.days.trim()))
    faults.push(`信访件第 ${n + 1} 个时限：工作日是 1 到 999 的整数。`)
  return { category, workingDays: Number(row.days) }
}

function stepFrom(row: SentimentForm['funnel'][number], n: number, faults: string[]) {
  const name = row.name.trim()
  if (name === '') faults.push(`流转第 ${n + 1} 步：写明叫什么。`)
  if (!FUNNEL_CHOICES.some(({ of }) => of === row.of))
    faults.push(`流转第 ${n + 1} 步：选一项计数。`)
  return { of: row.of, name }
}

import { expect, it } from 'vitest'
import type { Row } from '#shared/ledgers/define.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { brokenRules } from '#shared/ledgers/rules.ts'

const broken = (ledger: LedgerId, row: Row): string[] =>
  brokenRules(ledgerOf(ledger), row).map(({ words, severity }) => `${severity} ${words}`)

it.each<[LedgerId, Row, string]>([
  [
    'pieces',
    { firstReviewer: '甲', secondReviewer: '乙', finalReviewer: '甲' },
    'warn 三审中同一人审了两步',
  ],
  [
    'pieces',
    { day: '2024-03-05', publishedAt: '2024-03-05T09:00', signedAt: '2024-03-05T09:10' },
    'warn 签发前就已发布',
  ],
  [
    'pieces',
    { submittedAt: '2024-03-05T09:00', signedAt: '2024-03-05T08:00' },
    'warn 签发时间早于送审时间',
  ],
  [
    'pieces',
    { day: '2024-03-05', publishedAt: '2024-03-06T09:00' },
    'warn 发布时刻不在发布日期这一天',
  ],
  ['monitoring', { monitored: 10, alerted: 11 }, 'warn 预警多于监测信息'],
  ['monitoring', { alerted: 3, forwarded: 4 }, 'warn 转发多于预警'],
  ['monitoring', { alerted: 3, pushed: 4 }, 'warn 推送多于预警'],
  [
    'alerts',
    { alertedAt: '2024-03-05T09:00', closedAt: '2024-03-05T08:59' },
    'refuse 办结时间早于发现时间',
  ],
  [
    'alerts',
    { alertedAt: '2024-03-05T09:00', actedAt: '2024-03-04T09:00' },
    'warn 首次处置早于发现',
  ],
  [
    'petitions',
    { receivedOn: '2024-03-05', answeredOn: '2024-03-04' },
    'refuse 答复日期早于收件日期',
  ],
  [
    'petitions',
    { receivedOn: '2024-03-05', satisfaction: 'fair' },
    'warn 已有回访结果，没有答复日期',
  ],
  ['checks', { day: '2024-03-05', fixedOn: '2024-03-01' }, 'refuse 整改完成早于检查'],
  ['checks', { day: '2024-03-05', result: 'danger' }, 'warn 结果是有隐患，没有写发现的问题'],
  [
    'faults',
    { startedAt: '2024-03-05T09:00', endedAt: '2024-03-05T08:00' },
    'refuse 恢复时间早于发生时间',
  ],
  ['faults', { stoppageSeconds: 5, fillerSeconds: 6 }, 'warn 垫播比停播还长'],
  [
    'faults',
    { startedAt: '2024-03-05T09:00', endedAt: '2024-03-05T09:01', stoppageSeconds: 121 },
    'warn 停播时长超过发生到恢复的时间',
  ],
  ['faults', { kind: 'stoppage' }, 'warn 写明停播或错播，没有停播时长'],
  [
    'faults',
    { startedAt: '2024-03-05T09:00', closedOn: '2024-03-05' },
    'warn 已经关闭，没有恢复时间',
  ],
  [
    'maintenance',
    { startedAt: '2024-03-05T09:00', endedAt: '2024-03-05T08:00' },
    'refuse 检修结束早于开始',
  ],
  [
    'maintenance',
    { startedAt: '2024-03-05T09:00', reportedOn: '2024-03-06' },
    'warn 检修开始以后才报备',
  ],
  [
    'budgetLines',
    { initial: 100, fiscal: 60, otherFunds: 30 },
    'warn 财政拨款加其他资金不等于预算数',
  ],
  ['budgetLines', { initial: 100, carriedOver: 10, inPlace: 111 }, 'warn 到位资金多于可用资金'],
  ['budgetLines', { initial: 100, adjusted: 90 }, 'warn 预算有调整，没有写原因'],
  ['budgetLines', { conclusion: '好'.repeat(201) }, 'warn 评价结论超过 200 字'],
  ['indicators', { weight: '100.5' }, 'refuse 权重不在 0 到 100 之间'],
  ['indicators', { weight: '10', statedScore: '10.01' }, 'warn 得分高于权重'],
  ['indicators', { weight: '10', level: 'satisfaction', actual: '95' }, 'warn 满意度没有样本量'],
  ['indicators', { reason: '因'.repeat(101) }, 'warn 偏差原因超过 100 字'],
  [
    'statedFigures',
    { periodFrom: '2024-12-31', periodTo: '2024-01-01' },
    'refuse 期间止早于期间起',
  ],
  ['targets', { low: '100', high: '99.9' }, 'refuse 下限高于上限'],
  ['outlets', { validFrom: '2024-02-01', validTo: '2024-01-01' }, 'refuse 停用日期早于启用日期'],
])('%s %j: %s', (ledger, row, words) => {
  expect(broken(ledger, row)).toEqual([words])
})

it.each<[LedgerId, Row]>([
  ['pieces', { firstReviewer: '甲', secondReviewer: '乙', finalReviewer: '丙' }],
  ['faults', { startedAt: '2024-03-05T09:00', endedAt: '2024-03-05T09:01', stoppageSeconds: 120 }],
  ['checks', { day: '2024-03-05', fixedOn: '2024-03-05', result: 'passed' }],
  ['maintenance', { startedAt: '2024-03-05T09:00', reportedOn: '2024-03-05' }],
  ['budgetLines', { initial: 100, fiscal: 100, conclusion: '好'.repeat(200) }],
  ['indicators', { weight: '10', statedScore: '10', reason: '因'.repeat(100) }],
  ['targets', { from: '2024-01-01', to: '2024-01-01', low: '9', high: '10' }],
])('%s %j keeps every rule', (ledger, row) => {
  expect(broken(ledger, row)).toEqual([])
})

it.each(LEDGER_IDS)('nothing filled in breaks no rule of %s', (ledger) => {
  expect(broken(ledger, {})).toEqual([])
})

it.each(LEDGER_IDS)('the rules of %s name fields it has, each rule once', (ledger) => {
  const { rules = [], fields, alike } = ledgerOf(ledger)
  const ids = rules.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const named = [
    ...rules.flatMap((rule) => rule.fields),
    ...(alike ? [alike.text, alike.on, ...(alike.place ? [alike.place] : [])] : []),
  ]
  expect(named.filter((field) => !Object.hasOwn(fields, field))).toEqual([])
})

it('rules about none of the touched fields stay silent', () => {
  const row = { startedAt: '2024-03-05T09:00', endedAt: '2024-03-05T08:00' }
  expect(brokenRules(ledgerOf('faults'), row, ['remedy'])).toEqual([])
  expect(brokenRules(ledgerOf('faults'), row, ['endedAt'])).toHaveLength(1)
})

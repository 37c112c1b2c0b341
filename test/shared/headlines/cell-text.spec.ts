import { expect, it } from 'vitest'
import {
  cellLine,
  cellText,
  headText,
  heldText,
  recordName,
  typedText,
} from '#shared/headlines/cell-text.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'

const MONEY = { label: '金额', kind: 'money' } as const
const LENGTH = { label: '用时', kind: 'seconds' } as const

it('what was not filled in is a dash, never a zero', () => {
  expect(cellText(MONEY, null)).toBe('—')
  expect(cellText(MONEY, 0)).toBe('0.00')
})

it('money stands in 元 and lengths of time in words', () => {
  expect(cellText(MONEY, 426_450_000)).toBe('4,264,500.00')
  expect(cellLine(MONEY, 426_450_000)).toBe('4,264,500.00 元')
  expect(headText(MONEY)).toBe('金额（元）')
  expect(cellText(LENGTH, 95)).toBe('1分35秒')
})

it('a metric and a field stand by their names, what is neither as it was written', () => {
  const metric = { label: '指标', kind: 'text', isMetric: true } as const
  const part = { label: '分项字段', kind: 'text', isField: true } as const
  expect(cellText(metric, 'adopted')).toBe('上级采用')
  expect(cellText(metric, '好评')).toBe('好评')
  expect(cellText(part, 'platform')).toBe('平台')
  expect(cellText(part, '平台')).toBe('平台')
})

it('a form holds every second, though the table prints two units', () => {
  expect(typedText(LENGTH, 90_061)).toBe('90061秒')
})

it('a word of the address reads as its field prints it', () => {
  expect(
    heldText({ label: '级别', kind: 'choice', options: { red: { label: 'Ⅰ级（红）' } } }, 'red'),
  ).toBe('Ⅰ级（红）')
  expect(heldText(LENGTH, '95')).toBe('1分35秒')
})

it('a record is called by its title, else by its first words, never by its day where it has others', () => {
  const meeting = { day: '2024-12-18', kind: 'board', topic: '选题与分工' }
  expect(recordName(ledgerOf('meetings').fields, meeting)).toBe('选题与分工')
  const duty = { day: '2024-02-08', shift: 'day', leader: '编辑甲' }
  expect(recordName(ledgerOf('duties').fields, duty)).toBe('编辑甲')
  expect(recordName(ledgerOf('monitoring').fields, { day: '2024-02-08' })).toBe('2024-02-08')
})

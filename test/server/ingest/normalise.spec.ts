import { describe, expect, it } from 'vitest'
import type { Field, FieldKind } from '#shared/ledgers/define.ts'
import { FORMS, LEVELS } from '#shared/ledgers/dictionaries.ts'
import type { NumberCell, RawCell } from '#server/ingest/cells.ts'
import { normaliseCell } from '#server/ingest/normalise.ts'
import type { CellContext } from '#server/ingest/reading.ts'

const field = (kind: FieldKind, rest: Partial<Field> = {}): Field => ({ label: '', kind, ...rest })
const number = (value: number, format: NumberCell['format'] = 'plain', shown = String(value)) => ({
  number: value,
  format,
  shown,
})

/** The value kept, or the code by which it is refused. */
function read(
  kind: FieldKind | Field,
  cell: RawCell,
  around: Partial<CellContext> = {},
): string | number | null {
  const definition = typeof kind === 'string' ? field(kind) : kind
  const context = { year: 2024, zone: 'Asia/Shanghai', unit: null, serialShift: 0, ...around }
  const reading = normaliseCell(definition, cell, context)
  return reading.ok ? reading.value : reading.code
}

describe('signs of nothing', () => {
  const signs = [
    '',
    '  ',
    '-',
    '--',
    '—',
    '——',
    '/',
    '／',
    '无',
    'N/A',
    'n/a',
    '#DIV/0!',
    '－',
    '\u00a0',
    '#N/A',
  ]

  it.each(signs)('%j is null in a count, never 0', (sign) => {
    expect(read('count', sign)).toBeNull()
  })

  it.each(signs)('%j is null in a text', (sign) => {
    expect(read('text', sign)).toBeNull()
  })

  it('refuses nothing where something is required', () => {
    expect(read(field('count', { required: true }), '—')).toBe('IMPORT_CELL_EMPTY')
    expect(read(field('text', { required: true }), null)).toBe('IMPORT_CELL_EMPTY')
  })
})

describe('counts', () => {
  it.each<[RawCell, number | string]>([
    ['3993', 3993],
    ['5,916', 5916],
    ['1,234,567', 1_234_567],
    ['１２３４', 1234],
    ["'1234", 1234],
    ['\u00a01,234\u00a0', 1234],
    ['1，234', 1234],
    ['１，２３４', 1234],
    ['1.2w', 12_000],
    ['1.2W+', 12_000],
    ['1.2万+', 12_000],
    ['0', 0],
    ['1.2万', 12_000],
    ['2.1w', 21_000],
    ['1.2W', 12_000],
    ['3.4亿', 340_000_000],
    ['100条', 100],
    ['45次', 45],
    ['8件', 8],
    ['11万人次', 110_000],
    ['1281.0', 1281],
    [number(1281), 1281],
    [number(2.0), 2],
    ['12.5', 'IMPORT_NUMBER_NOT_WHOLE'],
    ['1.23456万', 'IMPORT_NUMBER_NOT_WHOLE'],
    [number(0.5), 'IMPORT_NUMBER_NOT_WHOLE'],
    ['-1', 'IMPORT_NUMBER_NEGATIVE'],
    [number(-3), 'IMPORT_NUMBER_NEGATIVE'],
    ['1,23', 'IMPORT_NUMBER_UNREADABLE'],
    ['12,34,567', 'IMPORT_NUMBER_UNREADABLE'],
    ['约', 'IMPORT_NUMBER_UNREADABLE'],
    ['一百二十', 120],
    ['三百条', 300],
    ['两百零五', 205],
    ['十二', 12],
    ['一万零二十', 10_020],
    ['一万两千三百四十五', 12_345],
    ['一千二百万', 12_000_000],
    ['120篇次', 120],
    ['一二〇', 'IMPORT_NUMBER_UNREADABLE'],
    ['二三十', 'IMPORT_NUMBER_UNREADABLE'],
    ['几十', 'IMPORT_NUMBER_UNREADABLE'],
    ['百余', 'IMPORT_NUMBER_UNREADABLE'],
    ['一百零二十', 'IMPORT_NUMBER_UNREADABLE'],
    ['1万20', 'IMPORT_NUMBER_UNREADABLE'],
    ['1.2万5', 'IMPORT_NUMBER_UNREADABLE'],
    ['1 234', 'IMPORT_NUMBER_UNREADABLE'],
    ['12元', 'IMPORT_NUMBER_UNREADABLE'],
    ['1e5', 'IMPORT_NUMBER_UNREADABLE'],
    ['#REF!', 'IMPORT_NUMBER_UNREADABLE'],
    [number(45292, 'date', '2024-01-01'), 'IMPORT_NUMBER_UNREADABLE'],
    [number(0.12, 'percent', '12%'), 'IMPORT_NUMBER_UNREADABLE'],
    ['99999999999999999', 'IMPORT_NUMBER_TOO_LARGE'],
  ])('%j', (cell, kept) => {
    expect(read('count', cell)).toBe(kept)
  })

  it.each([
    ['1.2万', 12_000, 'rounded'],
    ['1.2 万', 12_000, 'rounded'],
    ['5千', 5000, 'rounded'],
    ['1万2', 12_000, 'short'],
    ['1万2条', 12_000, 'short'],
    ['3千5', 3500, 'short'],
    ['1万2千', 12_000, 'rounded'],
    ['一百二', 120, 'short'],
    ['一万二', 12_000, 'short'],
    ['约1万2', 12_000, 'about'],
    ['三百余', 300, 'atLeast'],
    ['近三千', 3000, 'about'],
    ['1.5百万', 1_500_000, 'rounded'],
    ['约 200', 200, 'about'],
    ['10万+', 100_000, 'atLeast'],
    ['11万余', 110_000, 'atLeast'],
    ['140余期', 140, 'atLeast'],
    ['约200', 200, 'about'],
    ['200左右', 200, 'about'],
  ])('%s is kept as %d and marked %s', (text, value, inexact) => {
    const context = { year: null, zone: '', unit: null, serialShift: 0 }
    expect(normaliseCell(field('count'), text, context)).toEqual({ ok: true, value, inexact })
  })
})

describe('days', () => {
  it.each<[RawCell, string]>([
    ['2024-01-05', '2024-01-05'],
    ['2024-1-5', '2024-01-05'],
    ['2024/1/5', '2024-01-05'],
    ['2024.1.5', '2024-01-05'],
    ['2024年1月5日', '2024-01-05'],
    ['2024年01月05日', '2024-01-05'],
    ['２０２４年１月５日', '2024-01-05'],
    ['2024 年 1 月 5 日', '2024-01-05'],
    ['2024年1月5号', '2024-01-05'],
    ['20240105', '2024-01-05'],
    ['2024-01-05 08:30', '2024-01-05'],
    ['2024年05月29日 12:40:34', '2024-05-29'],
    ['2024年05月19日15时39分28秒', '2024-05-19'],
    ['2024-01-05 星期五', '2024-01-05'],
    ['2024-01-05（周五）', '2024-01-05'],
    ['2024-01-04T16:30:00.000Z', '2024-01-05'],
    ['1月5日', '2024-01-05'],
    ['1.5', '2024-01-05'],
    ['1.5日', '2024-01-05'],
    ['2024、1、5', '2024-01-05'],
    ['24.1.5', '2024-01-05'],
    ['23年12月5日', '2023-12-05'],
    ['元月5日', '2024-01-05'],
    ['2024年元月15日', '2024-01-15'],
    ['二〇二四年一月十一日', '2024-01-11'],
    ['二〇二四年十二月二十日', '2024-12-20'],
    ['2024年十月三十一日', '2024-10-31'],
    ['2024年1月5日 上午9时', '2024-01-05'],
    ['2024.01.05晚', '2024-01-05'],
    ['1/5', '2024-01-05'],
    ['45296', '2024-01-05'],
    [number(45296), '2024-01-05'],
    [number(45296, 'date', '2024-01-05'), '2024-01-05'],
    [number(45296.75, 'dateTime', '2024-01-05 18:00'), '2024-01-05'],
    [number(20240105), '2024-01-05'],
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', 'IMPORT_DATE_IMPOSSIBLE'],
    ['2024-13-01', 'IMPORT_DATE_IMPOSSIBLE'],
    ['2月30日', 'IMPORT_DATE_IMPOSSIBLE'],
    ['3/5/2024', 'IMPORT_DATE_UNREADABLE'],
    ['2024-1', 'IMPORT_DATE_NO_DAY'],
    ['1月', 'IMPORT_DATE_NO_DAY'],
    ['6月底', 'IMPORT_DATE_NO_DAY'],
    ['6月30日前', 'IMPORT_DATE_UNREADABLE'],
    ['23.3.5', 'IMPORT_DATE_UNREADABLE'],
    ['春节', 'IMPORT_DATE_UNREADABLE'],
    ['2024-01-05 25:00', 'IMPORT_DATE_UNREADABLE'],
    [number(2024.1), 'IMPORT_DATE_UNREADABLE'],
    [number(12), 'IMPORT_DATE_UNREADABLE'],
    [number(0.5, 'time', '12:00'), 'IMPORT_DATE_UNREADABLE'],
  ])('%j', (cell, kept) => {
    expect(read('day', cell)).toBe(kept)
  })

  it.each([
    '1月24日-25日',
    '1月24-25日',
    '1.24-25',
    '1月24日（周三）至26日（周五）',
    '2024.1.24-2024.1.26',
    '2024-01-24至2024-01-25',
    '１月２４日～２５日',
  ])('%s are the first of them and marked so, and no day of a ledger of days', (text) => {
    const context = { year: 2024, zone: '', unit: null, serialShift: 0 }
    expect(normaliseCell(field('day'), text, context)).toEqual({
      ok: true,
      value: '2024-01-24',
      inexact: 'days',
    })
    expect(read(field('day', { isEachDay: true }), text)).toBe('IMPORT_DATE_SEVERAL')
    expect(read('dateTime', text)).toBe('IMPORT_DATE_SEVERAL')
    expect(normaliseCell(field('dayOrMonth'), text, context)).toMatchObject({
      value: '2024-01',
      inexact: 'month',
    })
  })

  it.each([
    ['1月24日至2月2日', 'IMPORT_DATE_SEVERAL'],
    ['12月31日-1月2日', 'IMPORT_DATE_SEVERAL'],
    ['1月3日、8日', 'IMPORT_DATE_SEVERAL'],
    ['1月25日-24日', 'IMPORT_DATE_IMPOSSIBLE'],
    ['2月28日-30日', 'IMPORT_DATE_IMPOSSIBLE'],
    ['2024-1-24-25', 'IMPORT_DATE_UNREADABLE'],
  ])('of which none is meant, as %s, are refused', (text, code) => {
    expect(read('day', text)).toBe(code)
  })

  it('without a year need one from around', () => {
    expect(read('day', '1月24日-25日', { year: null })).toBe('IMPORT_DATE_NO_YEAR')

    expect(read('day', '1月5日', { year: null })).toBe('IMPORT_DATE_NO_YEAR')
    expect(read('day', '1月5日', { year: 2023 })).toBe('2023-01-05')
    expect(read('day', '2月29日', { year: 2023 })).toBe('IMPORT_DATE_IMPOSSIBLE')
  })

  it('count from 1904 in a workbook that does', () => {
    expect(read('day', number(43834, 'date', ''), { serialShift: 1462 })).toBe('2024-01-05')
    expect(read('day', number(43834), { serialShift: 1462 })).toBe('2024-01-05')
  })
})

describe('days or months', () => {
  it.each<[RawCell, string]>([
    ['2024年3月', '2024-03'],
    ['2024.03', '2024-03'],
    ['2024.10', '2024-10'],
    ['202403', '2024-03'],
    [number(202403), '2024-03'],
    ['3月', '2024-03'],
    ['十二月', '2024-12'],
    ['3月份', '2024-03'],
    ['2024-03-05', '2024-03-05'],
    ['6月底', '2024-06'],
    ['2023年11月上旬', '2023-11'],
    ['2024.13', 'IMPORT_DATE_IMPOSSIBLE'],
    // 2024.1 and 2024.10 are the same number: nobody can tell January from October.
    [number(2024.1), 'IMPORT_DATE_UNREADABLE'],
  ])('%j', (cell, kept) => {
    expect(read('dayOrMonth', cell)).toBe(kept)
  })
})

describe('dates with times', () => {
  it.each<[RawCell, string]>([
    ['2024-01-01 00:53', '2024-01-01T00:53'],
    ['2024/1/1 8:05', '2024-01-01T08:05'],
    ['2024年05月29日 12:40:34', '2024-05-29T12:40'],
    ['2024年5月29日12时40分', '2024-05-29T12:40'],
    ['2024年5月29日 9时', '2024-05-29T09:00'],
    ['2024-01-01T00:53', '2024-01-01T00:53'],
    ['2024年5月29日下午3时', '2024-05-29T15:00'],
    ['2024.5.29 上午9:30', '2024-05-29T09:30'],
    ['5月29日晚8点', '2024-05-29T20:00'],
    ['5月29日中午12点', '2024-05-29T12:00'],
    ['5月29日晚上12点', 'IMPORT_DATE_UNREADABLE'],
    ['5月29日下午', 'IMPORT_TIME_MISSING'],
    ['2023-12-31T16:53:00Z', '2024-01-01T00:53'],
    ['1月1日 00:53', '2024-01-01T00:53'],
    [number(45292.0368055556, 'dateTime', ''), '2024-01-01T00:53'],
    [number(45292.0368055556), '2024-01-01T00:53'],
    [number(45292, 'dateTime', ''), '2024-01-01T00:00'],
    ['2024-01-01', 'IMPORT_TIME_MISSING'],
    [number(45292, 'date', ''), 'IMPORT_TIME_MISSING'],
    ['2024-01-01 24:00', 'IMPORT_DATE_UNREADABLE'],
    ['2024-01-01 12:60', 'IMPORT_DATE_UNREADABLE'],
  ])('%j', (cell, kept) => {
    expect(read('dateTime', cell)).toBe(kept)
  })
})

describe('money', () => {
  it.each<[RawCell, string | null, number | string | null]>([
    ['3,612,500.00', '元', 361_250_000],
    ['301,041.66', '元', 30_104_166],
    [number(301041.66), '元', 30_104_166],
    [number(0.1 + 0.2), '元', 30],
    ['361.25', '万元', 361_250_000],
    ['0.0001', '万元', 100],
    ['361.25万元', '元', 361_250_000],
    ['35万', null, 35_000_000],
    ['￥100', '元', 10_000],
    ['100元', '万元', 10_000],
    ['12.5', '千元', 1_250_000],
    ['0.00', '元', 0],
    ['—', '元', null],
    ['100', null, 'IMPORT_MONEY_NO_UNIT'],
    ['12.345', '元', 'IMPORT_MONEY_UNREADABLE'],
    ['一百元', '元', 'IMPORT_MONEY_UNREADABLE'],
    ['-100', '元', 'IMPORT_NUMBER_NEGATIVE'],
    ['99999999999999999', '元', 'IMPORT_NUMBER_TOO_LARGE'],
  ])('%j in %s', (cell, unit, kept) => {
    expect(read('money', cell, { unit })).toBe(kept)
  })
})

describe('names of two signs, padded to the width of three', () => {
  const people = field('text', { list: 'people' })

  it.each([
    ['张 三', '张三'],
    ['张　三', '张三'],
    ['张  三、李四、王　五', '张三、李四、王五'],
  ])('%s are the name without its space, and that is marked', (text, value) => {
    const context = { year: 2024, zone: '', unit: null, serialShift: 0 }
    expect(normaliseCell(people, text, context)).toEqual({ ok: true, value, inexact: 'spaced' })
  })

  it('are no titles, and other spaces stay', () => {
    expect(read(field('text', { required: true }), '春 分')).toBe('春 分')
    expect(read(people, '欧阳 锋')).toBe('欧阳 锋')
    expect(read(field('text'), '要闻 3版')).toBe('要闻 3版')
  })
})

describe('rates', () => {
  it.each<[RawCell, string]>([
    ['98.5 ％', '98.5'],
    ['９８％', '98'],
    ['百分之九十八', '98'],
    ['百分之98.5', '98.5'],
    ['九成', 'IMPORT_NUMBER_UNREADABLE'],
  ])('%j', (cell, kept) => {
    expect(read(field('decimal', { unit: '%' }), cell)).toBe(kept)
  })
})

describe('durations', () => {
  it.each<[RawCell, string | null, number | string]>([
    ['45秒', null, 45],
    ['1分20秒', null, 80],
    ['3分0秒', null, 180],
    ['2小时5分', null, 7500],
    ['5分钟', null, 300],
    ['02:35', null, 155],
    ['1:02:35', null, 3755],
    ['0', null, 0],
    ['80', '秒', 80],
    ['1.5', '分钟', 90],
    [number(80), '秒', 80],
    ['45.0秒', null, 45],
    [number(155 / 86400, 'time', '0:02:35'), null, 155],
    // Excel takes a typed 2:35 for hours and minutes: what was meant is not in the file.
    [number(155 / 1440, 'time', '2:35'), null, 'IMPORT_DURATION_UNREADABLE'],
    ['14.73秒', null, 'IMPORT_NUMBER_NOT_WHOLE'],
    ['80', null, 'IMPORT_DURATION_UNREADABLE'],
    ['很久', null, 'IMPORT_DURATION_UNREADABLE'],
    ['-5', '秒', 'IMPORT_NUMBER_NEGATIVE'],
  ])('%j under %s', (cell, unit, kept) => {
    expect(read('seconds', cell, { unit })).toBe(kept)
  })
})

describe('words of a dictionary', () => {
  const level = field('choice', { options: LEVELS })

  it.each([
    ['国家级', 'national'],
    [' 省 级 ', 'provincial'],
    ['州级', 'municipal'],
    ['县级', 'county'],
    ['national', 'national'],
  ])('%s', (word, code) => {
    expect(read(level, word)).toBe(code)
  })

  it('refuse a word they do not hold, and name those they do', () => {
    const context = { year: null, zone: '', unit: null, serialShift: 0 }
    expect(normaliseCell(field('choice', { options: FORMS }), '漫画', context)).toEqual({
      ok: false,
      code: 'IMPORT_WORD_UNKNOWN',
      fix: '改成其中之一：图文、视频、直播、海报、H5、音频。',
    })
  })
})

describe('names of metrics', () => {
  const metric = (required: boolean) => ({ ...field('text'), isMetric: true, required })

  it.each(['adopted', '上级采用', '中省市级主流媒体采用'])('%s is kept by its id', (name) => {
    expect(read(metric(true), name)).toBe('adopted')
  })

  it('that no metric has are refused where one is needed, else kept as written', () => {
    expect(read(metric(true), '好评如潮')).toBe('IMPORT_WORD_UNKNOWN')
    expect(read(metric(false), '好评如潮')).toBe('好评如潮')
  })
})

describe('years, decimals and texts', () => {
  it.each<[FieldKind, RawCell, string]>([
    ['year', '2024', '2024'],
    ['year', '2024年度', '2024'],
    ['year', number(2024), '2024'],
    ['year', '24', 'IMPORT_DATE_UNREADABLE'],
    ['decimal', '1,246', '1246'],
    ['decimal', '65.20', '65.20'],
    ['decimal', '-198', '-198'],
    ['decimal', '11万', '110000'],
    ['decimal', '11万余', 'IMPORT_NUMBER_UNREADABLE'],
    ['decimal', number(426.45), '426.45'],
    ['text', ' 峨边在线\u3000', '峨边在线'],
    ['text', "'=1+1", '=1+1'],
    ['text', "'80后'干部", "'80后'干部"],
    ['text', number(12, 'plain', '00012'), '00012'],
    ['text', number(45292, 'date', '2024-01-01'), '2024-01-01'],
    ['longText', '一\r\n二', '一\n二'],
    ['text', '１２３４', '１２３４'],
  ])('%s %j', (kind, cell, kept) => {
    expect(read(kind, cell)).toBe(kept)
  })
})

import { describe, expect, it } from 'vitest'
import { goldenFile, prepared, rowsOf, textFile } from '#test/support/import-files.ts'

describe('the 2024 report', () => {
  const report = prepared(goldenFile('report-2024.json'))
  const facts = rowsOf(report, 'statedFigures')
  const fact = (code: string) => facts.find((row) => row.code === code)

  it('goes in whole: 60 figures, 5 platforms, 4 outlets', () => {
    expect(facts).toHaveLength(60)
    expect(rowsOf(report, 'platforms')).toHaveLength(5)
    expect(rowsOf(report, 'outlets')).toHaveLength(4)
    expect(report.preview.sections.flatMap(({ refusals }) => refusals)).toEqual([])
  })

  it('keeps value, qualifier, wording and period as written', () => {
    expect(fact('live_viewers')).toEqual({
      source: '峨边彝族自治县融媒体中心2024年度部门整体绩效自评报告',
      periodFrom: '2024-01-01',
      periodTo: '2024-12-31',
      periodWord: '2024年',
      code: 'live_viewers',
      area: 'audience',
      label: '县庆直播累计观看',
      value: '110000',
      unit: '人次',
      qualifier: 'moreThan',
      wording: '11万余人次',
      metric: null,
    })
  })

  it('keeps levels, parts, aliases, targets, weights and notes', () => {
    expect(fact('ad_nat')).toMatchObject({
      level: 'national',
      levelWord: '国家级',
      partOf: 'ad_total',
    })
    expect(fact('p_promo')).toMatchObject({
      value: '24.4',
      paid: '24.4',
      aliases: '推广服务及保障安全播出项目',
    })
    expect(fact('floor_online')).toMatchObject({
      qualifier: 'atLeast',
      wording: '不少于3条',
      targetKind: 'daily floor',
      note: '不区分原创、转发',
    })
    expect(fact('score_dept')).toMatchObject({ value: '98', weight: '100' })
    expect(fact('spend_proj')).toMatchObject({ value: '65.2', wording: '65.2万元' })
  })

  it('answers the metrics whose names it uses', () => {
    const answered = facts.flatMap(({ code, metric }) => (metric === null ? [] : [[code, metric]]))
    expect(Object.fromEntries(answered)).toMatchObject({
      pub_text: 'publishedText',
      pub_video: 'publishedVideo',
      ad_total: 'adopted',
      ad_nat: 'adoptedNational',
      mon: 'monitored',
      alert: 'alerted',
      budget: 'budget',
    })
  })

  it('shows 1,246 stated beside parts of 1,245, and corrects neither', () => {
    const [{ totals } = { totals: [] }] = report.preview.sections
    expect(totals.filter(({ agrees }) => !agrees)).toEqual([
      { words: '中省市级主流媒体采用（条，分项相加）', stated: 1246, counted: 1245, agrees: false },
    ])
    expect([fact('ad_total')?.value, fact('ad_city')?.value]).toEqual(['1246', '603'])
  })

  it('offers the centre its name, and repeats the known disagreements word for word', () => {
    expect(report.proposed).toEqual({
      centre: '峨边彝族自治县融媒体中心',
      prefecture: '乐山市',
      province: '四川省',
    })
    const texts = report.preview.sections[0]?.notes.map(({ text }) => text)
    expect(texts).toContain('报告中已知的出入：国家级、省级、市级之和 1,245，合计 1,246')
    expect(texts).toContain('报告中已知的出入：同一项目两个名称')
  })
})

describe('another report', () => {
  const report = (facts: object[], rest: object = {}) =>
    prepared(
      textFile(
        'a.json',
        JSON.stringify({
          source: 's',
          period: { start: '2024-01-01', end: '2024-12-31' },
          facts,
          ...rest,
        }),
      ),
    )
  const known = {
    id: 'a',
    area: 'activity',
    label: '会议',
    value: 3,
    unit: '次',
    qualifier: 'exact',
  }

  it('loses nothing of what it has no field for', () => {
    const { preview, rows } = report(
      [{ ...known, note: '含视频会', host: '编办', tags: ['甲', '乙'] }],
      { 版本: 2 },
    )
    const [section] = preview.sections
    expect(rows[section?.id ?? '']?.[0]?.note).toBe('含视频会；host：编办；tags：甲、乙')
    expect(section?.notes).toContainEqual({ level: 'info', text: '版本：2' })
  })

  it('has facts refused that cannot be read, by number, key and value', () => {
    const { preview } = report([
      known,
      { ...known, value: '若干' },
      { ...known, area: '天气' },
      { label: '缺' },
    ])
    expect(preview.sections[0]).toMatchObject({ rowsRead: 4, rowsGood: 1, rowsRefused: 3 })
    expect(preview.sections[0]?.refusals.slice(0, 2)).toMatchObject([
      {
        file: 'a.json',
        sheet: '填报数据',
        row: 2,
        column: 'value',
        value: '若干',
        code: 'IMPORT_NUMBER_UNREADABLE',
      },
      { row: 3, column: 'area', value: '天气', code: 'IMPORT_WORD_UNKNOWN' },
    ])
  })

  it('that says nothing of its period is no report', () => {
    const file = textFile('a.json', JSON.stringify({ source: 's', facts: [known] }))
    expect(prepared(file).preview.files[0]?.problem?.why).toContain('不是填报数据的 JSON')
  })
})

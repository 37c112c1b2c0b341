import { expect, it } from 'vitest'
import { bookFile, onlySection } from '#test/support/import-files.ts'
import { correctionOf, formOf } from '#web/import/import-corrections.ts'

const { section } = onlySection(
  bookFile('采用2024.xlsx', {
    省级媒体: [
      ['日期', '标题', '媒体名称', '版位'],
      ['2024-01-05', '甲', '四川日报', '头版'],
    ],
  }),
)

it('what a sheet’s name says of its rows is not remembered with the columns', () => {
  expect(section).toMatchObject({ given: { level: '省级' }, named: { level: '省级' } })
  const form = formOf(section)
  form.columns['版位'] = 'page'
  expect(correctionOf(form, section)).toMatchObject({
    mapping: { columns: { 版位: 'page' }, given: {} },
    tables: [{ given: {} }],
  })
})

it('what a user says instead is', () => {
  const form = formOf(section)
  form.given.level = '国家级'
  expect(correctionOf(form, section)).toMatchObject({
    mapping: { given: { level: '国家级' } },
    tables: [{ given: { level: '国家级' } }],
  })
})

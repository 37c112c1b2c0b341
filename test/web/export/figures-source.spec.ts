import { afterEach, expect, it } from 'vitest'
import { footLines, footRows } from '#web/export/figures-source.ts'
import { readerName } from '#web/offered.ts'

const NOW = Date.parse('2025-02-10T02:05:00Z')
const SOURCE = { centre: '某县融媒体中心', zone: 'Asia/Urumqi', freeze: null }

afterEach(() => {
  readerName.value = ''
})

it('a file of the page says whose figures it holds and who took it away', async () => {
  readerName.value = '阿依'
  const lines = ['某县融媒体中心 · 数据截至 2025-02-10 08:05', '阿依 2025-02-10 08:05 导出']
  expect(await footLines(SOURCE, NOW)).toEqual(lines)
  expect(await footRows(SOURCE, NOW)).toEqual([[], ...lines.map((line) => [line])])
})

it('says who took it away where no page says whose figures they are', async () => {
  readerName.value = '阿依'
  expect(await footLines(null, NOW)).toEqual(['阿依 2025-02-10 10:05 导出'])
})

it('on a desk without accounts names nobody, and has no foot where there is nothing to say', async () => {
  expect(await footLines(SOURCE, NOW)).toEqual(['某县融媒体中心 · 数据截至 2025-02-10 08:05'])
  expect(await footRows(null, NOW)).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { levelOn, readLevels, writeLevels } from '#shared/ledgers/outlet-levels.ts'

describe('levels of an outlet by year', () => {
  const levels = '2024-07-01起 国家级；2023起 省级（省直）'

  it('are read earliest first and written back', () => {
    const read = readLevels(levels)
    expect(read).toEqual([
      { from: '2023-01-01', level: 'provincial', word: '省直' },
      { from: '2024-07-01', level: 'national', word: null },
    ])
    expect(writeLevels(read ?? [])).toBe('2023-01-01起 省级（省直）；2024-07-01起 国家级')
  })

  it('the level of a day is the latest begun, before them the one it always had', () => {
    const outlet = { level: 'municipal', levelWord: '州级', levels }
    expect(levelOn(outlet, '2022-12-31')).toEqual({ level: 'municipal', word: '州级' })
    expect(levelOn(outlet, '2023-01-01')).toEqual({ level: 'provincial', word: '省直' })
    expect(levelOn(outlet, '2024-06-30')).toEqual({ level: 'provincial', word: '省直' })
    expect(levelOn(outlet, '2024-07-01')).toEqual({ level: 'national', word: null })
    expect(levelOn({ levels: '2023起 省级' }, '2022-12-31')).toBeNull()
  })

  it('what cannot be read gives no level at all', () => {
    expect(readLevels('2023起 省级；后来升格')).toBeNull()
    expect(levelOn({ level: 'municipal', levels: '明年起 省级' }, '2024-01-01')).toBeNull()
  })
})

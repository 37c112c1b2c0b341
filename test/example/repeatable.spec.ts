import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { exampleCentre } from '#example/index.ts'
import { createRandom } from '#example/random.ts'
import { apportion, spread } from '#example/rhythm.ts'

describe('the example centre', () => {
  it('is the same at every call', () => {
    expect(exampleCentre()).toEqual(exampleCentre())
  })

  it('is the same in every engine', () => {
    const { ledgers } = exampleCentre()
    expect(ledgers.pieces[0]).toEqual({
      code: '示例FG202300001',
      day: '2023-01-01',
      title: '新林镇坝坝宴上话团圆，迎来40余名观众',
      platform: '综合频道',
      form: 'video',
      edition: 'first',
      publishedAt: null,
      submittedAt: null,
      signedAt: null,
      origin: 'forwarded',
      column: '新春走基层',
      author: '编辑丁',
      department: '采编一组',
      firstReviewer: '编辑辛',
      secondReviewer: '编辑乙',
      finalReviewer: '编辑甲',
      reads: null,
      likes: null,
      comments: null,
      shares: null,
    })
    const hash = createHash('sha256').update(JSON.stringify(ledgers)).digest('hex')
    expect(hash.slice(0, 16)).toBe('a784bf8b60df2c5f')
  })
})

describe('repeatable choices', () => {
  it('the same seed gives the same numbers', () => {
    const { whole } = createRandom(1)
    expect([whole(0, 99), whole(0, 99), whole(0, 99)]).toEqual([62, 0, 52])
  })

  it('picking from nothing is refused', () => {
    expect(() => createRandom(1).pick([])).toThrow('Nothing to pick from')
  })

  it('a total is split by weights without losing a part', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3])
    expect(apportion(0, [2, 1])).toEqual([0, 0])
  })

  it('a month is split over its days, weekends getting less', () => {
    const days = spread(900, '2024-03', createRandom(1))
    expect(days).toHaveLength(31)
    expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(900)
    const saturday = days.find(({ day }) => day === '2024-03-02')?.count ?? 0
    const monday = days.find(({ day }) => day === '2024-03-04')?.count ?? 0
    expect(saturday).toBeLessThan(monday)
  })
})

import { describe, expect, it } from 'vitest'
import { suggestGrade } from '#shared/metrics/safety/fault-grade.ts'

const RULE = {
  tier: '三级',
  channels: ['综合频道'],
  considerable: 90,
  major: 600,
  extraordinary: 1800,
}
const grade = (stoppage: number | null, change: Partial<typeof RULE | Record<string, null>> = {}) =>
  suggestGrade({ channel: '综合频道', stoppage }, [{ ...RULE, ...change }])

describe('a suggested grade', () => {
  it.each([
    [89, 'below'],
    [90, 'considerable'],
    [599, 'considerable'],
    [600, 'major'],
    [1800, 'extraordinary'],
  ])('of %i seconds is %s', (seconds, expected) => {
    expect(grade(seconds)).toEqual({ grade: expected, isAtLeast: false, tier: '三级' })
  })

  it('is never guessed without thresholds', () => {
    expect(suggestGrade({ channel: '综合频道', stoppage: 90_000 }, [])).toEqual({
      grade: 'noRule',
      isAtLeast: false,
      tier: null,
    })
    expect(grade(90_000, { considerable: null, major: null, extraordinary: null }).grade).toBe(
      'noRule',
    )
    expect(suggestGrade({ channel: '综合广播', stoppage: 90 }, [RULE]).grade).toBe('noRule')
  })

  it('says at least where a higher threshold is not set', () => {
    expect(grade(5000, { extraordinary: null })).toMatchObject({ grade: 'major', isAtLeast: true })
    expect(grade(100, { extraordinary: null })).toMatchObject({ isAtLeast: true })
    expect(grade(5000, { major: null })).toMatchObject({ grade: 'extraordinary', isAtLeast: false })
  })

  it('below the one threshold that is set is not known to be below them all', () => {
    expect(grade(100, { considerable: null, extraordinary: null }).grade).toBe('noRule')
  })

  it('of no lost second is none, of unknown seconds is unknown', () => {
    expect(grade(0).grade).toBe('notStopped')
    expect(grade(null).grade).toBe('noTime')
  })
})

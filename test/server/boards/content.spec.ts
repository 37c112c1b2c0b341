import { beforeAll, describe, expect, it } from 'vitest'
import { readContent, type ContentAnswer } from '#shared/contract/content.ts'
import { listRecords } from '#shared/contract/records.ts'
import { valueOf } from '#shared/metrics/figure.ts'
import { ask, exampleDesk } from '#test/support/memory-desk.ts'

const desk = await exampleDesk()
let october: ContentAnswer
let year: ContentAnswer

beforeAll(async () => {
  october = await ask(desk, readContent, '/boards/content?p=2024-10')
  year = await ask(desk, readContent, '/boards/content?p=2024')
})

const published = ({ answers }: ContentAnswer): number | null => {
  const answer = answers.find(({ metric }) => metric === 'published')
  return answer ? valueOf(answer.figure) : null
}
const total = (counts: readonly number[] | undefined): number | undefined =>
  counts?.reduce((sum, count) => sum + count, 0)
const listed = async (query: string): Promise<number> =>
  (await ask(desk, listRecords, `/ledgers/pieces/records?${query}&size=1`)).total

describe('the sections of 内容生产 in the example year', () => {
  it('platform and form add up to 发布量: 7,798 texts and 987 videos', () => {
    const ofForm = (form: string) =>
      total(year.matrix?.filter((cell) => cell.form === form).map(({ count }) => count))
    expect([ofForm('text'), ofForm('video')]).toEqual([7798, 987])
    expect(total(october.matrix?.map(({ count }) => count))).toBe(published(october))
  })

  it('a cell counts the records its link lists', async () => {
    const cell = october.matrix?.find(
      ({ platform, form }) => platform === '峨边在线' && form === 'video',
    )
    const where = `where=platform:${encodeURIComponent('峨边在线')},form:video`
    expect(cell?.count).toBe(await listed(`p=2024-10&measure=records&${where}`))
  })

  it('months by platform and form add up to the year and to each month', () => {
    expect(october.months?.months).toHaveLength(12)
    expect(total(october.months?.rows.flatMap(({ counts }) => counts))).toBe(8785)
    expect(total(october.months?.rows.map(({ counts }) => counts[9] ?? 0))).toBe(1044)
    expect(october.months).toEqual(year.months)
  })

  it('turnaround counts the pieces with both times, each span its records', async () => {
    const { turnaround } = october
    expect(total(turnaround?.map(({ count }) => count))).toBe(
      await listed('p=2024-10&measure=timed'),
    )
    for (const { span, count } of turnaround ?? [])
      expect(await listed(`p=2024-10&measure=records&where=reviewSpan:${span}`)).toBe(count)
  })

  it('hours and what has no time add up to 发布量', async () => {
    const timed = total(october.hours?.cells.map(({ value }) => value)) ?? 0
    expect(timed + (october.hours?.blank ?? 0)).toBe(1044)
    expect(october.hours?.blank).toBe(await listed('p=2024-10&measure=records&where=hour:'))
  })

  it('columns and what stands in none add up to 发布量', () => {
    expect(total(october.campaigns?.rows.map(({ pieces }) => pieces))).toBe(
      1044 - (october.campaigns?.unnamed ?? 0),
    )
    expect(october.campaigns?.rows[0]?.column).toBe('县庆四十年')
  })

  it('the floor of 峨边在线 holds every day of the year so far, the month beside it', () => {
    expect(october.floors).toHaveLength(1)
    expect(october.floors[0]).toMatchObject({
      wording: '每天推文不少于 3 条（原创或转发），每季度评审',
      source: '峨边在线运维合同',
      low: 3,
      periodDays: 31,
    })
    expect(october.floors[0]?.days).toHaveLength(305)
    expect(year.floors[0]?.days).toHaveLength(366)
    expect(year.floors[0]?.met).toBe(year.floors[0]?.periodMet)
  })

  it('points are those of the forms: 100 a text, 200 a video', () => {
    const [first] = october.staff?.departments ?? []
    expect(first?.points).toBe(340 * 100 + 28 * 200)
    expect(total(october.staff?.people.map(({ pieces }) => pieces))).toBe(1044)
    expect(total(october.staff?.departments.map(({ pieces }) => pieces))).toBe(1044)
  })

  it('the other rule counts the same work beside the chosen one', async () => {
    const chosen = await ask(
      desk,
      readContent,
      `/boards/content?p=2024-10&rule=${encodeURIComponent('2023 年计分办法（示例）')}`,
    )
    expect(chosen.staff).toMatchObject({
      rule: '2023 年计分办法（示例）',
      other: '参考计分办法',
    })
    const name = october.staff?.people[0]?.name
    const before = october.staff?.people[0]
    const after = chosen.staff?.people.find((person) => person.name === name)
    expect(after).toMatchObject({ points: before?.otherPoints, otherPoints: before?.points })
  })

  it('faults listed are of the kind they are counted as', async () => {
    const { faults } = year
    expect(faults?.sameReviewer.all).toBe(await listed('p=2024&measure=sameReviewer'))
    expect(faults?.early.all).toBe(await listed('p=2024&measure=early'))
    for (const { publishedAt, signedAt } of faults?.early.rows ?? [])
      expect(publishedAt < signedAt).toBe(true)
    for (const { reviewers } of faults?.sameReviewer.rows ?? [])
      expect(new Set(reviewers.filter(Boolean)).size).toBeLessThan(reviewers.filter(Boolean).length)
    expect(total(Object.values(faults?.reviews ?? {}))).toBe(8785)
  })

  it('nobody can tell what went out early in a year without signing times', async () => {
    const before = await ask(desk, readContent, '/boards/content?p=2023')
    expect(before.faults?.early).toEqual({ all: 0, rows: [], of: 0 })
    expect(october.faults?.early.of).toBe(await listed('p=2024-10&measure=signed'))
  })

  it('the best are those furthest over what is typical, each with its n', () => {
    const ratios = october.best.byRatio.map(({ ratio }) => ratio ?? 0)
    expect(ratios).toHaveLength(10)
    expect(ratios.every((ratio, at) => at === 0 || ratio <= (ratios[at - 1] ?? 0))).toBe(true)
    expect(october.best.byRatio.every(({ of }) => of >= 5)).toBe(true)
    expect(october.best.read + october.best.blank).toBe(1044)
  })

  it('says nothing of days the ledger does not know', async () => {
    const unknown = await ask(desk, readContent, '/boards/content?p=2019-05')
    expect(unknown).toMatchObject({
      matrix: null,
      silence: null,
      months: null,
      turnaround: null,
      floors: [],
      campaigns: null,
      staff: null,
      hours: null,
      faults: null,
      best: { byRatio: [], byReads: [], read: 0 },
    })
  })
})

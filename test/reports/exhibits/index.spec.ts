import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { EXHIBITS, exhibitOf } from '#reports/exhibits/index.ts'

describe('every chart of a page', () => {
  const WEB = path.resolve(import.meta.dirname, '../../../src/web')
  // A page of one 专栏 is no page of a 定稿, a wall hands nothing out; the rest pass on what their user says.
  const OTHERS = /\/(components\/(charts|present|wall)|ColumnCards\.vue)/
  const uses = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(WEB, file))
    .filter((file) => file.endsWith('.vue') && !OTHERS.test(file))
    .flatMap((file) => readFileSync(file, 'utf8').match(/<[A-Z]\w+Chart\b[^>]*>/g) ?? [])

  it('names its exhibit, so that it can be added to the slides', () => {
    expect(uses.length).toBeGreaterThan(14)
    expect(uses.filter((use) => !/\s:?exhibit="/.test(use))).toEqual([])
    const named = uses.flatMap((use) => /\sexhibit="([^"]+)"/.exec(use)?.[1] ?? [])
    expect(named.length).toBeGreaterThan(12)
    expect(named.filter((id) => exhibitOf(id) === null)).toEqual([])
  })

  it('of a board is named by the board', () => {
    expect(Object.keys(EXHIBITS)).toContain('content.stack.airings.edition')
    expect(Object.keys(EXHIBITS)).toContain('sentiment.ranking.alerted.township')
  })
})

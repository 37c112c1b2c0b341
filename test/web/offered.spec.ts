import { afterEach, describe, expect, it } from 'vitest'
import { rightsAnswer } from '#server/accounts/reader.ts'
import { rightsOf } from '#shared/rights/rights.ts'
import { DEFAULT_ROLES } from '#shared/rights/roles.ts'
import { mayBe, mayName, mayWrite, rights } from '#web/offered.ts'
import { deskRouter } from '#web/router.ts'
import { createMemoryHistory } from 'vue-router'

const as = (role: string): void => {
  rights.value = rightsAnswer(
    rightsOf(
      DEFAULT_ROLES.filter(({ id }) => id === role),
      '编辑部',
    ),
  )
}

/** What stands in the menu of whoever is signed in. */
const offered = (): string[] =>
  deskRouter(createMemoryHistory())
    .getRoutes()
    .flatMap(({ meta }) => (meta.group && mayBe(meta.right) ? [meta.title] : []))

afterEach(() => {
  rights.value = null
})

describe('the menu offers what a role may see', () => {
  it.each([
    [
      'reader',
      '总览 内容生产 上级采用 舆情监测 安全播出 预算绩效 综合事务 汇报与定稿 台账 名录 口径核对 数据检查 审核与结账 修改历史',
    ],
    ['editor', '总览 内容生产 上级采用 台账 名录 导入 数据检查 审核与结账 修改历史'],
    ['sentimentOfficer', '总览 舆情监测 台账 名录 导入 数据检查 审核与结账 修改历史'],
    ['accountant', '总览 预算绩效 台账 名录 导入 数据检查 审核与结账 修改历史'],
  ])('%s', (role, titles) => {
    as(role)
    expect(offered().join(' ')).toBe(titles)
  })

  it('and all of it to an administrator, and before it is known who reads', () => {
    const all = offered()
    expect(all).toContain('账号与权限')
    as('administrator')
    expect(offered()).toEqual(all)
  })
})

it('what the desk keeps itself is written with any right to write', () => {
  as('editor')
  expect(mayWrite('attachments')).toBe(true)
  expect(mayWrite('pieces')).toBe(true)
  expect(mayWrite('payments')).toBe(false)
  as('reader')
  expect(mayWrite('attachments')).toBe(false)
})

it('several rights at once are asked for together or one by one', () => {
  as('chiefEditor')
  expect(mayBe({ all: ['export', { see: 'every' }] })).toBe(true)
  expect(mayBe({ all: ['export', { write: 'every' }] })).toBe(false)
  expect(mayBe({ any: ['settings', { identify: 'petitions' }] })).toBe(true)
  expect(mayBe({ identify: 'aid' })).toBe(false)
  expect(mayName('aid')).toBe(false)
  expect(mayName('pieces')).toBe(true)
})

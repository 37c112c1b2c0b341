import { mount } from '@vue/test-utils'
import { beforeAll, expect, it } from 'vitest'
import { readWall, type WallAnswer } from '#shared/contract/wall.ts'
import { ask, exampleDesk } from '#test/support/memory-desk.ts'
import WallOpen from '#web/components/wall/WallOpen.vue'

let wall: WallAnswer

beforeAll(async () => {
  wall = await ask(await exampleDesk(), readWall, '/wall?p=2024-10')
})

it('a wall counts open alerts by level', () => {
  const levels = mount(WallOpen, { props: { wall } }).findAll('li')
  expect(levels.map((level) => level.text())).toEqual([
    'Ⅰ级（红）0条',
    'Ⅱ级（橙）1条',
    'Ⅲ级（黄）1条',
    'Ⅳ级（蓝）0条',
  ])
})

it('where no alert is registered at all a wall says so, and counts none as 0', () => {
  const answers = wall.answers.map((answer): WallAnswer['answers'][number] =>
    answer.metric === 'openAlerts'
      ? { ...answer, figure: { state: 'none', why: 'notCovered' } }
      : answer,
  )
  const page = mount(WallOpen, { props: { wall: { ...wall, open: [], answers } } })
  expect(page.text()).toBe('未登记')
})

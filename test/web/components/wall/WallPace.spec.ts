import { mount } from '@vue/test-utils'
import { beforeAll, expect, it } from 'vitest'
import { readWall, type WallAnswer } from '#shared/contract/wall.ts'
import { ask, exampleDesk } from '#test/support/memory-desk.ts'
import WallPace from '#web/components/wall/WallPace.vue'

let wall: WallAnswer

beforeAll(async () => {
  wall = await ask(await exampleDesk(), readWall, '/wall?p=2024-10')
})

function paceOf(projects: number): string[] {
  const answers = wall.answers.map((answer): WallAnswer['answers'][number] => {
    const [part] = answer.metric === 'executionRate' ? answer.parts : []
    if (!part) return answer
    const names = Array.from({ length: projects }, (_, nth) => `项目${nth + 1}`)
    return { ...answer, parts: names.map((value) => ({ ...part, value })) }
  })
  const page = mount(WallPace, { props: { wall: { ...wall, answers } } })
  return [page.find('.sub').text(), ...page.findAll('li span').map((name) => name.text())]
}

it('a wall lists every project while they find room', () => {
  const [head, ...names] = paceOf(12)
  expect(head).toBe('序时进度 83.3%')
  expect(names).toHaveLength(12)
})

it('a wall with more projects than find room says how many there are', () => {
  const [head, ...names] = paceOf(14)
  expect(head).toBe('序时进度 83.3% · 列前 12 个，共 14 个项目')
  expect(names.at(-1)).toBe('项目12')
})

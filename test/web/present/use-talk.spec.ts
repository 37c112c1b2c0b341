import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, expect, it } from 'vitest'
import { computed, defineComponent, h, ref } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import { useTalk } from '#web/present/use-talk.ts'
import { waitFor } from '#test/web/desk-page.ts'

let talk: ReturnType<typeof useTalk>
let page: VueWrapper | undefined
let router: Router
const done: string[] = []

async function open(n: string, count = 12): Promise<void> {
  router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/', component: { render: () => null } }],
  })
  await router.push({ query: { n } })
  const Talk = defineComponent(() => {
    talk = useTalk(
      computed(() => count),
      {
        name: () => 'talk',
        leave: () => done.push('leave'),
        openNotes: () => done.push('notes'),
      },
    )
    return () => h('main', { onPointerdown: talk.down, onPointerup: talk.up })
  })
  page = mount(Talk, { global: { plugins: [router] }, attachTo: document.body })
}

afterEach(() => {
  page?.unmount()
  done.length = 0
})

const press = (key: string, more: KeyboardEventInit = {}): boolean =>
  dispatchEvent(new KeyboardEvent('keydown', { key, cancelable: true, ...more }))
const isOn = (n: number) => waitFor(() => talk.n.value === n)
const swipe = (from: number, to: number, pointerType = 'touch'): void => {
  const { element } = page ?? {}
  const at = (type: string, clientX: number) =>
    element?.dispatchEvent(new PointerEvent(type, { clientX, pointerType, bubbles: true }))
  at('pointerdown', from)
  at('pointerup', to)
}

it('every key of a clicker and of a keyboard turns the slides its way', async () => {
  await open('5')
  for (const [key, n] of [
    ['PageDown', 6],
    ['ArrowRight', 7],
    ['ArrowDown', 8],
    [' ', 9],
    ['PageUp', 8],
    ['ArrowLeft', 7],
    ['ArrowUp', 6],
    ['Backspace', 5],
    ['End', 12],
    ['PageDown', 12],
    ['Home', 1],
    ['PageUp', 1],
  ] as const) {
    press(key)
    await expect.poll(() => talk.n.value).toBe(n)
  }
})

it('digits and Enter go to a slide, another key forgets them', async () => {
  await open('1')
  press('1')
  press('0')
  expect(talk.typed.value).toBe('10')
  press('Enter')
  await isOn(10)
  press('3')
  press('ArrowLeft')
  await isOn(9)
  expect(talk.typed.value).toBe('')
})

it('B and . blank to black, W and , to white; the same key or a turn brings the slide back', async () => {
  await open('3')
  const after = (key: string) => {
    press(key)
    return talk.blank.value
  }
  expect(['b', 'B', '.', '.', 'w', 'W', ',', ','].map(after)).toEqual([
    'black',
    '',
    'black',
    '',
    'white',
    '',
    'white',
    '',
  ])
  expect(['b', 'w'].map(after)).toEqual(['black', 'white'])
  press('PageDown')
  await isOn(4)
  expect(talk.blank.value).toBe('')
})

it('F asks for the whole screen, P for the notes, Esc leaves; Ctrl+F stays the browser’s', async () => {
  await open('2')
  const asked = ref(0)
  document.documentElement.requestFullscreen = () => {
    asked.value += 1
    return Promise.resolve()
  }
  expect(press('f')).toBe(false)
  expect(press('f', { ctrlKey: true })).toBe(true)
  expect(asked.value).toBe(1)
  press('p')
  press('Escape')
  expect(done).toEqual(['notes', 'leave'])
})

it('a finger turns once it has gone far enough; a mouse that selects text does not', async () => {
  await open('5')
  swipe(400, 300)
  await isOn(6)
  swipe(300, 400)
  await isOn(5)
  swipe(400, 370)
  swipe(400, 100, 'mouse')
  await flushPromises()
  expect(talk.n.value).toBe(5)
})

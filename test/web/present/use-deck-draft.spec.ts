import { mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref } from 'vue'
import { NO_EDITS, type Deck, type DeckEdits } from '#shared/contract/decks.ts'
import { useDeckDraft } from '#web/present/use-deck-draft.ts'

const deckOf = (edits: DeckEdits, editedAt: string | null): Deck => ({
  template: 'monthly',
  title: '2024年10月编委会',
  centre: '',
  stripe: [],
  period: { kind: 'month', key: '2024-10', from: '2024-10-01', to: '2024-10-31' },
  asOf: '',
  freeze: null,
  marks: { notes: [], protections: [] },
  slides: [],
  templateOrder: [],
  edits,
  editedAt,
  editedBy: null,
  exhibits: [],
})
const hidden = (...ids: string[]): DeckEdits => ({ ...NO_EDITS, hidden: ids })

const deck = ref<Deck>()
let draft: ReturnType<typeof useDeckDraft>
let page: VueWrapper | undefined

function open(): void {
  page?.unmount()
  page = mount(
    defineComponent(() => {
      draft = useDeckDraft(deck, 'monthly 2024-10')
      return () => h('input')
    }),
    { attachTo: document.body },
  )
}

/** The desk's answer, as it comes again and again. */
async function told(edits: DeckEdits, editedAt: string | null): Promise<void> {
  deck.value = deckOf(edits, editedAt)
  await nextTick()
}

beforeEach(async () => {
  localStorage.clear()
  await told(NO_EDITS, null)
  open()
})
afterEach(() => {
  page?.unmount()
  page = undefined
})

it('begins with what is saved, and follows it while nothing was changed', async () => {
  expect([draft.edits.value, draft.isChanged.value]).toEqual([NO_EDITS, false])
  await told(hidden('safety'), 't1')
  expect([draft.edits.value, draft.isChanged.value]).toEqual([hidden('safety'), false])
})

it('undoes step by step, and what was typed in one go as one', () => {
  draft.change(hidden('a'))
  draft.change(hidden('a', 'b'), 'adopted title')
  draft.change(hidden('a', 'b', 'c'), 'adopted title')
  draft.undo()
  expect(draft.edits.value).toEqual(hidden('a'))
  draft.undo()
  draft.undo()
  expect([draft.edits.value, draft.isChanged.value]).toEqual([NO_EDITS, false])
})

it('undoes by Ctrl+Z, but not where somebody types', () => {
  draft.change(hidden('a'))
  const press = (on: EventTarget) =>
    on.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, cancelable: true }),
    )
  press(page?.element ?? document.body)
  expect(draft.edits.value).toEqual(hidden('a'))
  press(document.body)
  expect(draft.edits.value).toEqual(NO_EDITS)
})

it('is there again after a reload, and gone once it is saved', () => {
  draft.change(hidden('a'))
  open()
  expect([draft.edits.value, draft.isChanged.value]).toEqual([hidden('a'), true])
  draft.adopt({ edits: hidden('a'), editedAt: 't1' })
  open()
  expect(draft.edits.value).toEqual(NO_EDITS)
})

it('what somebody else saves meanwhile clashes, and nothing of either is lost', async () => {
  draft.change(hidden('mine'))
  await told(hidden('theirs'), 't1')
  expect([draft.isClash.value, draft.edits.value]).toEqual([true, hidden('mine')])
  open()
  expect([draft.isClash.value, draft.edits.value]).toEqual([true, hidden('mine')])
})

it('what was made of both stands on theirs, and can be undone', async () => {
  draft.change(hidden('mine'))
  await told(hidden('theirs'), 't1')
  draft.settle(hidden('mine', 'theirs'))
  expect([draft.isClash.value, draft.seen.value]).toEqual([false, 't1'])
  expect([draft.edits.value, draft.isChanged.value]).toEqual([hidden('mine', 'theirs'), true])
  draft.undo()
  expect(draft.edits.value).toEqual(hidden('mine'))
})

it('gives up its own for theirs', async () => {
  draft.change(hidden('mine'))
  const theirs = deckOf(hidden('theirs'), 't1')
  await told(theirs.edits, theirs.editedAt)
  draft.adopt(theirs)
  expect([draft.edits.value, draft.isChanged.value]).toEqual([hidden('theirs'), false])
})

import { computed, onBeforeUnmount, onMounted, ref, watch, type Ref } from 'vue'
import { NO_EDITS, type Deck, type DeckEdits } from '#shared/contract/decks.ts'
import { keepEdits, keptEdits } from './deck-draft.ts'

/** How far back one may go. */
const STEPS = 100

const isSame = (a: DeckEdits, b: DeckEdits): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * What somebody makes of a deck before it is saved: with undo, kept over a reload, and never written
 * over what somebody else saved meanwhile. `name` tells decks apart.
 */
export function useDeckDraft(deck: Ref<Deck | undefined>, name: string) {
  const edits = ref<DeckEdits>(NO_EDITS)
  const past = ref<DeckEdits[]>([])
  /** The saved state the edits were made on, and what it said; undefined where that is not known. */
  const seen = ref<string | null>(null)
  const saved = ref<DeckEdits>()
  /** Steps of the same typing are undone as one. */
  let lastTyped = ''

  const isChanged = computed(() => saved.value === undefined || !isSame(saved.value, edits.value))
  const isClash = computed(
    () => deck.value !== undefined && isChanged.value && deck.value.editedAt !== seen.value,
  )

  function adopt({ edits: theirs, editedAt }: Pick<Deck, 'edits' | 'editedAt'>): void {
    edits.value = theirs
    saved.value = theirs
    seen.value = editedAt
    past.value = []
    keepEdits(name, null)
  }

  function change(next: DeckEdits, typed = ''): void {
    if (typed === '' || typed !== lastTyped) past.value = [...past.value, edits.value].slice(-STEPS)
    lastTyped = typed
    edits.value = next
    keep()
  }

  function undo(): void {
    const before = past.value.at(-1)
    if (!before) return
    past.value = past.value.slice(0, -1)
    lastTyped = ''
    edits.value = before
    keep()
  }

  const keep = (): void =>
    keepEdits(name, isChanged.value ? { seen: seen.value, edits: edits.value } : null)

  /** What was made of both versions stands on what somebody else saved, and will take its place. */
  function settle(both: DeckEdits): void {
    if (!deck.value) return
    change(both)
    seen.value = deck.value.editedAt
    saved.value = deck.value.edits
    keep()
  }

  let isFirst = true
  watch(
    deck,
    (now) => {
      if (!now) return
      const kept = isFirst ? keptEdits(name) : null
      isFirst = false
      if (kept && !isSame(kept.edits, now.edits)) {
        edits.value = kept.edits
        seen.value = kept.seen
        if (kept.seen === now.editedAt) saved.value = now.edits
      } else if (kept || saved.value === undefined || !isChanged.value) adopt(now)
    },
    { immediate: true },
  )

  /** Ctrl+Z where nobody types: a text field has an undo of its own. */
  function key(event: KeyboardEvent): void {
    const { target } = event
    const isTyping = target instanceof HTMLElement && target.closest('textarea, input') !== null
    if (isTyping || event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    undo()
  }

  onMounted(() => addEventListener('keydown', key))
  onBeforeUnmount(() => removeEventListener('keydown', key))

  return { edits, past, seen, isChanged, isClash, adopt, change, undo, settle }
}

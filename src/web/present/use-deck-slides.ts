import { computed, ref, watch, type Ref } from 'vue'
import type { Deck, DeckEdits, Slide } from '#shared/contract/decks.ts'
import { editedSlides } from '#shared/slides/edits.ts'

type Own = DeckEdits['own'][number]

const keyOf = ({ exhibit, view }: Own): string => `${exhibit} ${view}`

/** A deck's slides as edits that are not saved make them; own slides not yet kept are asked for. */
export function useDeckSlides(
  deck: Ref<Deck | undefined>,
  edits: Ref<DeckEdits>,
  ask: (own: Own) => Promise<Slide>,
) {
  const asked = ref(new Map<string, Slide>())
  const error = ref<Error>()

  /** Own slides by what they show: an id given up may come back with something else. */
  const known = computed(() => {
    const { slides = [], edits: kept } = deck.value ?? {}
    return new Map(
      kept?.own.flatMap((own) => {
        const slide = slides.find(({ id }) => id === own.id)
        return slide ? [[keyOf(own), slide] as const] : []
      }),
    )
  })
  const slideOf = (own: Own): Slide | undefined =>
    known.value.get(keyOf(own)) ?? asked.value.get(keyOf(own))

  const slides = computed((): Slide[] => {
    if (!deck.value) return []
    const { slides: all, templateOrder } = deck.value
    const byRule = templateOrder.flatMap((id) => all.find((slide) => slide.id === id) ?? [])
    const own = edits.value.own.flatMap((one) => {
      const slide = slideOf(one)
      return slide ? [{ ...slide, id: one.id }] : []
    })
    const isAppendix = ({ kind }: Slide) => kind === 'definitions'
    const template = byRule.filter((slide) => !slide.isOwn && !isAppendix(slide))
    return editedSlides([...template, ...own, ...byRule.filter(isAppendix)], edits.value)
  })

  async function fetchMissing(): Promise<void> {
    error.value = undefined
    for (const own of edits.value.own) {
      if (slideOf(own)) continue
      try {
        const slide = await ask(own)
        asked.value = new Map(asked.value).set(keyOf(own), slide)
      } catch (failure) {
        error.value = failure instanceof Error ? failure : new Error(String(failure))
        return
      }
    }
  }
  watch([edits, deck], () => void fetchMissing(), { immediate: true })

  return { slides, error, fetchMissing }
}

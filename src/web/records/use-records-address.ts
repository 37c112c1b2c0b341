import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { RECORD_SPANS, type RecordsQueryText } from '#shared/contract/records.ts'
import { isHeld } from '#shared/headlines/held-words.ts'
import { readFill } from '../links/record-links.ts'

type Change = Readonly<Record<string, string | undefined>>

const CLOSED = {
  record: undefined,
  new: undefined,
  edit: undefined,
  fill: undefined,
  back: undefined,
}

/** Which records a ledger's page lists, and which one is open, as its address holds them. */
export function useRecordsAddress() {
  const route = useRoute()
  const router = useRouter()
  const one = (name: string): string | undefined => {
    const value = route.query[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }

  const asked = computed<RecordsQueryText>(() => {
    const at = RECORD_SPANS.find((span) => span === one('at'))
    const held = one('held')
    const texts = ['p', 'measure', 'until', 'where', 'q', 'batch', 'sort'] as const
    return {
      ...Object.fromEntries(
        texts.flatMap((name) => (one(name) === undefined ? [] : [[name, one(name)]])),
      ),
      ...(isHeld(held) && { held }),
      ...(one('step') === 'first' && { step: 'first' as const }),
      ...(one('v') === 'cum' && { v: 'cum' as const }),
      ...(at && { at }),
    }
  })
  const open = computed(() => one('record'))
  const isNew = computed(() => one('new') === '1')
  /** The columns shown, by field; undefined for the usual ones. */
  const cols = computed(() => one('cols'))
  /** The open record is shown in its form. */
  const isEditing = computed(() => one('edit') === '1')
  /** What a page that led here has filled in of a new record. */
  const fill = computed(() => readFill(one('fill')))

  const ask = (change: Change) => router.replace({ query: { ...route.query, ...change } })
  const show = (change: { record?: string; new?: '1' }) =>
    router.push({ query: { ...route.query, ...CLOSED, ...change } })
  /** Back to the page that led here, else to the list. */
  const close = () => {
    const back = one('back')
    const isOurs = back !== undefined && /^\/(?!\/)/.test(back)
    return isOurs && router.resolve(back).name !== 'missing' ? router.push(back) : show({})
  }

  return { asked, cols, open, isNew, isEditing, fill, ask, show, close }
}

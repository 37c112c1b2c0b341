import { computed } from 'vue'
import { useRoute, useRouter, type LocationQueryRaw } from 'vue-router'
import { parsePeriod, type Period } from '#shared/time/period.ts'

export type ComparisonMode = 'yoy' | 'mom'

/** The period, 累计, the comparison and a 定稿 as the address holds them; the same on every page. */
export function usePeriod() {
  const route = useRoute()
  const router = useRouter()
  const one = (name: string): string | undefined => {
    const value = route.query[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }

  const p = computed(() => one('p'))
  const v = computed(() => (one('v') === 'cum' ? ('cum' as const) : undefined))
  const cmp = computed<ComparisonMode>(() => (one('cmp') === 'mom' ? 'mom' : 'yoy'))
  /** The number of a 定稿 of the period, where its pages are shown instead of those of now. */
  const freeze = computed(() => one('freeze'))
  /** What a link to another page carries along. */
  const carried = computed<LocationQueryRaw>(() => ({
    ...(p.value !== undefined && { p: p.value }),
    ...(v.value !== undefined && { v: v.value }),
    ...(cmp.value === 'mom' && { cmp: 'mom' }),
    ...(freeze.value !== undefined && { freeze: freeze.value }),
  }))

  const set = (change: { p?: string; v?: 'cum' | null; cmp?: ComparisonMode }) =>
    router.push({
      query: {
        ...route.query,
        // A 定稿 is of one period.
        ...(change.p !== undefined && { p: change.p, freeze: undefined }),
        ...(change.v !== undefined && { v: change.v ?? undefined }),
        ...(change.cmp !== undefined && { cmp: change.cmp === 'mom' ? 'mom' : undefined }),
      },
    })

  return {
    p,
    v,
    cmp,
    freeze,
    carried,
    set,
    showPeriod: (period: Period) => set({ p: period.key }),
    isReadable,
  }
}

const isReadable = (text: string): boolean => parsePeriod(text) !== null

import { useQuery, useQueryCache } from '@pinia/colada'
import { computed, onScopeDispose, ref, shallowRef, triggerRef, watch } from 'vue'
import { listRecords, type RecordAnswer, type RecordsQueryText } from '#shared/contract/records.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { call } from '../api/client.ts'
import { recordsQuery } from '../queries/records.ts'
import { refresh } from '../queries/refresh.ts'

/** Rows asked for at once. */
const WINDOW = 100
/** Rows held; beyond it those far from view are let go. */
const MOST = 6000
/** Rows flung past in less are not asked for. */
const PAUSE_MS = 60
/** Rows beyond the view that are asked for with it, where the rows move to and where they come from. */
const AHEAD = 120
const BEHIND = 30

/** The rows of a long list, fetched by windows as they come into view. */
export function useWindows(ledger: LedgerId, asked: () => RecordsQueryText) {
  const cache = useQueryCache()
  const windowAt = (page: number): RecordsQueryText => ({
    ...asked(),
    page: String(page),
    size: String(WINDOW),
  })
  const first = useQuery(() => ({
    ...recordsQuery({ ledger, asked: windowAt(1) }),
    placeholderData: (previous) => previous,
  }))
  const rows = shallowRef<Map<number, RecordAnswer>>(new Map())
  const failed = shallowRef<Error | null>(null)
  const told = ref<{ total: number; sum: number | null } | null>(null)
  let view = { from: 0, to: 0 }
  let round = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let stale = new Set<number>()
  const asking = new Map<number, { readonly done: Promise<void>; readonly stop: AbortController }>()
  /** Rows somebody waits for: none of them is let go while more come. */
  const wanted = new Set<{ readonly from: number; readonly to: number }>()
  let isUpwards = false
  onScopeDispose(() => {
    clearTimeout(timer)
    letGo(() => true)
  })

  watch(
    first.data,
    (answer) => {
      if (!answer) return
      round += 1
      letGo(() => true)
      told.value = { total: answer.total, sum: answer.sum }
      const old = first.isPlaceholderData.value ? [] : [...rows.value]
      // What is in view stays until it is answered anew.
      const seen = old.filter(([at]) => at >= view.from && at <= view.to && at < answer.total)
      rows.value = new Map([...seen, ...answer.records.map((row, i) => [i, row] as const)])
      stale = new Set(seen.map(([at]) => pageOf(at)).filter((page) => page > 1))
      look()
    },
    { immediate: true },
  )

  /** The rows in view; asks for those that are not here. */
  function need(from: number, to: number): void {
    if (from !== view.from) isUpwards = from < view.from
    view = { from, to }
    timer ??= setTimeout(() => {
      timer = undefined
      look()
    }, PAUSE_MS)
  }

  function look(): void {
    const [above, below] = isUpwards ? [AHEAD, BEHIND] : [BEHIND, AHEAD]
    const [from, to] = [Math.max(0, view.from - above), view.to + below]
    const isFar = (page: number): boolean => page < pageOf(from) || page > pageOf(to)
    letGo((page) => isFar(page) && !isWanted(page))
    void read(from, to).catch((error: unknown) => {
      failed.value = error instanceof Error ? error : new Error(String(error))
    })
  }

  /** Asks no more for pages that were flung past. */
  function letGo(isMeant: (page: number) => boolean): void {
    for (const [page, { stop }] of asking) {
      if (!isMeant(page)) continue
      asking.delete(page)
      stop.abort()
    }
  }

  const isWanted = (page: number): boolean =>
    [...wanted].some(({ from, to }) => page >= pageOf(from) && page <= pageOf(to))

  /** Resolves when these rows are here. Throws ApiError. */
  async function ensure(from: number, to: number): Promise<void> {
    const want = { from, to }
    wanted.add(want)
    await read(from, to).finally(() => wanted.delete(want))
  }

  async function read(from: number, to: number): Promise<void> {
    const last = Math.min(to, (told.value?.total ?? 0) - 1)
    const pages: number[] = []
    for (let page = pageOf(from); page <= pageOf(last); page += 1)
      if (stale.has(page) || isMissing(page, last)) pages.push(page)
    await Promise.all(pages.map((page) => asking.get(page)?.done ?? fetchPage(page)))
  }

  const isKept = (at: number): boolean =>
    Math.abs(at - view.from) < MOST / 2 ||
    [...wanted].some(({ from, to }) => at >= from && at <= to)

  const isMissing = (page: number, last: number): boolean => {
    for (let at = (page - 1) * WINDOW; at <= Math.min(page * WINDOW - 1, last); at += 1)
      if (!rows.value.has(at)) return true
    return false
  }

  async function fetchPage(page: number): Promise<void> {
    const mine = round
    const stop = new AbortController()
    const { signal } = stop
    const answer = call(listRecords, { params: { ledger }, query: windowAt(page), signal }).then(
      ({ records }) => {
        if (mine === round && !signal.aborted) hold((page - 1) * WINDOW, records)
      },
    )
    const done = answer
      .catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
      .finally(() => asking.get(page)?.stop === stop && asking.delete(page))
    asking.set(page, { done, stop })
    return done
  }

  /** Takes rows in from a place on; copied for each window, thousands of them would cost a frame. */
  function hold(start: number, records: readonly RecordAnswer[]): void {
    stale.delete(pageOf(start))
    failed.value = null
    const held = rows.value
    if (held.size >= MOST) for (const at of held.keys()) if (!isKept(at)) held.delete(at)
    for (const [i, row] of records.entries()) held.set(start + i, row)
    triggerRef(rows)
  }

  /** Puts records as they now are where they stand; the count and the sum are asked anew. */
  async function patch(changed: readonly RecordAnswer[]): Promise<void> {
    const byId = new Map(changed.map((record) => [record.id, record]))
    rows.value = new Map([...rows.value].map(([at, row]) => [at, byId.get(row.id) ?? row]))
    const mine = round
    const query = { ...asked(), page: '1', size: '1' }
    const now = await call(listRecords, { params: { ledger }, query })
    if (mine !== round || !told.value) return
    if (now.total === told.value.total) told.value = { total: now.total, sum: now.sum }
    else await reload()
  }

  /** All of it again. */
  async function reload(): Promise<void> {
    await refresh(cache, { key: ['records', ledger] })
  }

  return {
    rows,
    total: computed(() => told.value?.total ?? null),
    sum: computed(() => told.value?.sum ?? null),
    error: computed(() => first.error.value ?? failed.value),
    isOld: first.isPlaceholderData,
    need,
    ensure,
    patch,
    reload,
    retry: () => {
      failed.value = null
      return first.refetch().then(look)
    },
  }
}

const pageOf = (at: number): number => Math.floor(at / WINDOW) + 1

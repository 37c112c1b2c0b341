import type { Place } from './geometry.ts'

/** What of a row was hit: a cell, the box to tick, or a button; null beside them. */
export function targetOf(event: Event): { hit: HTMLElement; place: Place } | null {
  const from = event.target instanceof Element ? event.target : null
  const hit = from?.closest('[data-col], [data-check], [data-open], [data-drop]')
  if (!(hit instanceof HTMLElement)) return null
  return { hit, place: { row: Number(hit.dataset.row), col: Number(hit.dataset.col) } }
}

import type { Place } from './geometry.ts'

/** `aria-rowindex` counts from 1, and the head is the first. */
const FIRST_INDEX = 2

/** What of a row was hit: a cell, the box to tick, or a button; null beside them. */
export function targetOf(event: Event): { hit: HTMLElement; place: Place } | null {
  const from = event.target instanceof Element ? event.target : null
  const hit = from?.closest('[data-col], [data-check], [data-open], [data-drop]')
  if (!(hit instanceof HTMLElement)) return null
  // Read off the row: an attribute for each cell would be written anew at every turn of a wheel.
  const row = Number(hit.closest('[role=row]')?.getAttribute('aria-rowindex')) - FIRST_INDEX
  return { hit, place: { row, col: Number(hit.dataset.col) } }
}

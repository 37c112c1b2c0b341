import { shallowRef } from 'vue'
import type { BoardAnswer } from '#shared/contract/boards.ts'

/** The figures of the page that is shown: what paper says below them is made of it. */
export const printedBoard = shallowRef<BoardAnswer | null>(null)

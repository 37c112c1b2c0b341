import { adoption } from './adoption.ts'
import { affairs } from './affairs.ts'
import { budget } from './budget.ts'
import { content } from './content.ts'
import { defineBoard, type Board } from './define.ts'
import { entry } from './entry.ts'
import { overview } from './overview.ts'
import { safety } from './safety.ts'
import { sentiment } from './sentiment.ts'

/** What each page asks for and in which order it stands there; one request answers one board. */
export const BOARDS = {
  overview,
  content,
  adoption,
  sentiment,
  safety,
  budget,
  affairs,
  entry,
  reconcile: defineBoard({ label: '口径核对', groups: {} }),
  checks: defineBoard({ label: '数据检查', groups: {} }),
} as const

export type BoardId = keyof typeof BOARDS

export const BOARD_IDS = Object.keys(BOARDS).filter(isBoardId)

export function isBoardId(text: string): text is BoardId {
  return Object.hasOwn(BOARDS, text)
}

export function boardOf(id: BoardId): Board {
  return BOARDS[id]
}

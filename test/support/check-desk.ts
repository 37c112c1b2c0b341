import { expect } from 'vitest'
import { readChecks } from '#shared/contract/checks.ts'
import { addRecords } from '#shared/contract/records.ts'
import { DEFAULT_SETTINGS, saveSettings, type Settings } from '#shared/contract/settings.ts'
import type { CheckId } from '#shared/checks/index.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'
import { ask, testDesk } from './memory-desk.ts'

export type Typed = Readonly<Record<string, string>>
export type Kept = Partial<Readonly<Record<LedgerId, readonly Typed[]>>>

/** A check, records in which it finds what is said, records in which it finds nothing, and settings. */
export type CheckCase = [CheckId, Kept, readonly string[], Kept, Partial<Settings>?]

/** What one check finds in 2024, in words; why where it cannot be made. The clock: 2025-02-10. */
export async function finds(
  check: CheckId,
  kept: Kept,
  settings: Partial<Settings> = {},
): Promise<string[] | string> {
  const desk = testDesk()
  await ask(desk, saveSettings, '/settings', { ...DEFAULT_SETTINGS, ...settings })
  for (const [ledger, rows] of Object.entries(kept))
    await ask(desk, addRecords, `/ledgers/${ledger}/records`, { rows })
  const board = await ask(desk, readChecks, '/boards/checks?p=2024')
  const answer = board.checks.find((each) => each.check === check)
  if (answer?.state === 'unable') return answer.why
  const found = board.findings.filter((each) => each.check === check)
  expect(answer).toMatchObject({ state: 'checked', count: found.length, open: found.length })
  return found.map(({ what }) => what)
}

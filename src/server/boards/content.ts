import type { BoardAnswer } from '#shared/contract/boards.ts'
import type { ContentAnswer } from '#shared/contract/content.ts'
import type { Interval } from '#shared/time/period.ts'
import { bestSection } from './content/best.ts'
import { campaignRows } from './content/campaigns.ts'
import { faultsSection } from './content/faults.ts'
import { floorRows } from './content/floors.ts'
import { silenceSection } from './content/silence.ts'
import { monthRows } from './content/months.ts'
import { hourCells, matrixCells, turnaroundBins } from './content/spread.ts'
import { staffSection } from './content/staff.ts'
import { countedDays } from './counted-days.ts'
import type { BoardScope } from './scope.ts'

type Sections = Omit<ContentAnswer, keyof BoardAnswer>

/** The page's own words of its address. */
interface Asked {
  readonly rule?: string | undefined
}

/**
 * What 内容生产 shows beside its figures: counted over the period as 发布量 is, so that both agree.
 * Null where the ledger knows no day of it.
 */
export async function contentSections(scope: BoardScope, asked: Asked = {}): Promise<Sections> {
  const { days, against } = await countedDays(scope, 'published', 'pieces')
  const known = async <T>(section: (days: Interval) => Promise<T | null>): Promise<T | null> =>
    days ? section(days) : null
  const [matrix, months, silence, floors, campaigns, staff, hours, best, turnaround, faults] =
    await Promise.all([
      known(() => matrixCells(scope)),
      monthRows(scope),
      known((on) => silenceSection(scope, on.to)),
      floorRows(scope),
      known((on) => campaignRows(scope, on)),
      known(() => staffSection(scope, against, asked.rule)),
      known(() => hourCells(scope)),
      bestSection(scope, days !== null),
      known(() => turnaroundBins(scope)),
      known(() => faultsSection(scope)),
    ])
  const { silentNoticeDays: notice, silentWarnDays: warn } = scope.settings.content
  const limits = { notice, warn, silent: scope.settings.content.silentAfterDays }
  const counted = { matrix, months, campaigns, staff, hours, best }
  return { ...counted, silence, limits, floors, turnaround, faults }
}

import type { SafetyAnswer } from '#shared/contract/safety.ts'
import { channelRows } from './safety/channels.ts'
import { checksSection } from './safety/checks.ts'
import { dangersSection } from './safety/dangers.ts'
import { faultsSection } from './safety/faults.ts'
import { bandRows, findingRows, maintenanceSection } from './safety/maintenance.ts'
import type { BoardScope } from './scope.ts'

type Sections = Pick<
  SafetyAnswer,
  'checks' | 'dangers' | 'faults' | 'channels' | 'maintenance' | 'bands' | 'findings'
>

/** What 安全播出 shows beside its figures. */
export async function safetySections(scope: BoardScope): Promise<Sections> {
  const [checks, dangers, faults, channels, maintenance, bands, findings] = await Promise.all([
    checksSection(scope),
    dangersSection(scope),
    faultsSection(scope),
    channelRows(scope),
    maintenanceSection(scope),
    bandRows(scope),
    findingRows(scope),
  ])
  return { checks, dangers, faults, channels, maintenance, bands, findings }
}

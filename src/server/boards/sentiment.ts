import type { SentimentAnswer } from '#shared/contract/sentiment.ts'
import type { BoardScope } from './scope.ts'
import { dailyVolume } from './sentiment/daily.ts'
import { funnelSteps } from './sentiment/funnel.ts'
import { openAlerts } from './sentiment/open.ts'
import { petitionSection } from './sentiment/petitions.ts'
import { repeatSubjects } from './sentiment/repeats.ts'
import { alertTiming } from './sentiment/timing.ts'

type Sections = Pick<
  SentimentAnswer,
  'daily' | 'funnel' | 'open' | 'timing' | 'repeats' | 'petitions'
>

/** What 舆情监测 shows beside its figures. */
export async function sentimentSections(scope: BoardScope): Promise<Sections> {
  const [daily, funnel, open, timing, repeats, petitions] = await Promise.all([
    dailyVolume(scope),
    funnelSteps(scope),
    openAlerts(scope),
    alertTiming(scope),
    repeatSubjects(scope),
    petitionSection(scope),
  ])
  return { daily, funnel, open, timing, repeats, petitions }
}

import type { AdoptionAnswer } from '#shared/contract/adoption.ts'
import type { BoardAnswer } from '#shared/contract/boards.ts'
import type { Counting } from '#shared/settings/points.ts'
import { yearOf } from '#shared/time/period.ts'
import { chosenRule, countingSection, rankingSection, scoredUses } from './adoption/counted.ts'
import { duplicatesSection } from './adoption/duplicates.ts'
import { lagSection } from './adoption/lag.ts'
import { evidenceSection, kindRows, levelMonths, levelRows, outletRows } from './adoption/spread.ts'
import { submissionsSection } from './adoption/submissions.ts'
import { usesOver } from './adoption/uses.ts'
import { countedDays } from './counted-days.ts'
import type { BoardScope } from './scope.ts'

type Sections = Omit<AdoptionAnswer, keyof BoardAnswer>

/** The page's own words of its address. */
interface Asked {
  readonly counting?: Counting | undefined
  readonly rule?: string | undefined
  readonly lag?: string | undefined
}

/**
 * What 上级采用 shows beside its figures: of the very days that the figure 采用 counts, so that both
 * agree. Records are read once a state of the desk.
 */
export async function adoptionSections(scope: BoardScope, asked: Asked = {}): Promise<Sections> {
  const { days, against } = await countedDays(scope, 'adopted', 'adoptions')
  const { rule, counting } = chosenRule(scope.settings.pointRules, yearOf(scope.period), asked)
  const [now, past, months, lag, duplicates, submissions] = await Promise.all([
    days ? usesOver(scope, days) : NO_USES,
    against ? usesOver(scope, against) : null,
    levelMonths(scope),
    lagSection(scope, days, asked.lag),
    days ? duplicatesSection(scope, days) : noDuplicates(scope),
    submissionsSection(scope),
  ])
  const uses = scoredUses(rule, now.uses)
  const before = past && scoredUses(rule, past.uses)
  return {
    isKnown: days !== null,
    against,
    levelWords: scope.settings.adoption.levelWords,
    kinds: kindRows(uses),
    own: { posts: now.own.length, before: past && past.own.length },
    pooled: uses.filter(({ isPooled }) => isPooled).length,
    levels: levelRows(counting, uses, before),
    outlets: outletRows(uses, before),
    months,
    counting: countingSection({ rule, counting }, scope.settings.pointRules, uses),
    submissions,
    lag,
    duplicates,
    evidence: evidenceSection(uses),
    people: rankingSection(counting, uses, before, ({ author }) => author),
    departments: rankingSection(counting, uses, before, ({ department }) => department),
  }
}

const noDuplicates = ({ settings }: BoardScope): Sections['duplicates'] => ({
  within: settings.adoption.duplicateDays,
  all: 0,
  pairs: [],
})

const NO_USES = { uses: [], own: [] } as const

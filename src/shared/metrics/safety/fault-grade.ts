/** From how many seconds of stoppage each grade holds; null where the centre set none. */
interface GradeThresholds {
  readonly tier: string
  readonly channels: readonly string[]
  readonly considerable: number | null
  readonly major: number | null
  readonly extraordinary: number | null
}

export interface SuggestedGrade {
  readonly grade:
    | 'notStopped'
    | 'noTime'
    | 'noRule'
    | 'below'
    | 'considerable'
    | 'major'
    | 'extraordinary'
  readonly isAtLeast: boolean
  readonly tier: string | null
}

const GRADES = ['extraordinary', 'major', 'considerable'] as const

/**
 * The grade that a stoppage's seconds would reach by the centre's own thresholds; a person decides.
 * Where the threshold that would tell is not set it says so and never guesses. Source
 * of the three grades: 62号令; their thresholds are in an annex that is not public.
 */
export function suggestGrade(
  fault: { readonly channel: string; readonly stoppage: number | null },
  rules: readonly GradeThresholds[],
): SuggestedGrade {
  const rule = rules.find(({ channels }) => channels.includes(fault.channel))
  const tier = rule?.tier ?? null
  const { stoppage } = fault
  if (stoppage === null) return { grade: 'noTime', isAtLeast: false, tier }
  if (stoppage === 0) return { grade: 'notStopped', isAtLeast: false, tier }
  if (!rule) return { grade: 'noRule', isAtLeast: false, tier }
  const reached = GRADES.findIndex((grade) => stoppage >= (rule[grade] ?? Infinity))
  const isAtLeast = GRADES.slice(0, reached < 0 ? undefined : reached).some(
    (grade) => rule[grade] === null,
  )
  const grade = GRADES[reached]
  if (grade) return { grade, isAtLeast, tier }
  // Below the lowest grade only where that one is set.
  return { grade: rule.considerable === null ? 'noRule' : 'below', isAtLeast: false, tier }
}

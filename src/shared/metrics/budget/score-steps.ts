import { compareDecimal } from '../../decimal.ts'
import { hundredths } from './score-points.ts'

/** One step of a step table: which values it takes, and its points in whole hundredths. */
interface ScoreStep {
  readonly sign: '≤' | '≥' | '<' | '>' | '='
  readonly bound: string
  readonly points: number
  /** As it was written. */
  readonly wording: string
}

const STEP = /^(≤|≥|<=|>=|<|>|＜|＞|=|＝)?(-?\d+(?:\.\d+)?)%?[:：→](\d+(?:\.\d+)?)分?$/
const SIGNS: Readonly<Record<string, ScoreStep['sign']>> = {
  '≤': '≤',
  '<=': '≤',
  '≥': '≥',
  '>=': '≥',
  '<': '<',
  '＜': '<',
  '>': '>',
  '＞': '>',
}

/** The steps of `≤0:3；≤10:2；≤20:1`, in order; null where any of them cannot be read. */
export function stepsFrom(text: string): ScoreStep[] | null {
  const words = text
    .split(/[；;，,、\n]/)
    .map((word) => word.replace(/\s/g, ''))
    .filter((word) => word !== '')
  const steps = words.map(stepFrom)
  const known = steps.filter((step) => step !== null)
  return known.length === 0 || known.length < steps.length ? null : known
}

function stepFrom(wording: string): ScoreStep | null {
  const [, sign = '=', bound, award] = STEP.exec(wording) ?? []
  const points = hundredths(award ?? null)
  if (bound === undefined || points === null) return null
  return { sign: SIGNS[sign] ?? '=', bound, points, wording }
}

/** The first step that takes the value; null where none does. */
export function pointsOfStep(steps: readonly ScoreStep[], value: string): ScoreStep | null {
  return steps.find(({ sign, bound }) => takes(sign, compareDecimal(value, bound))) ?? null
}

function takes(sign: ScoreStep['sign'], order: -1 | 0 | 1): boolean {
  switch (sign) {
    case '≤':
      return order <= 0
    case '≥':
      return order >= 0
    case '<':
      return order < 0
    case '>':
      return order > 0
    case '=':
      return order === 0
  }
}

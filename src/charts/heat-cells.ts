import type { LegendKey } from './drawing.ts'
import { heatWords } from './scale.ts'

/** The legend of a heat: each level with its numbers, zero first. */
export function heatKeys(levels: readonly number[], unit: string): LegendKey[] {
  return heatWords(levels, unit).map((word, level) => ({
    label: word,
    shape: 'box',
    look: `heat-${level}`,
  }))
}

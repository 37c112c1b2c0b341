import type { LegendKey } from './drawing.ts'
import { heatWords } from './scale.ts'

/** The legend of a heat: each level with its numbers, zero first. */
export function heatKeys(levels: readonly number[], unit: string): LegendKey[] {
  const words = heatWords(levels)
  return words.map((word, level) => ({
    label: level === words.length - 1 ? `${word} ${unit}`.trim() : word,
    shape: 'box',
    look: `heat-${level}`,
  }))
}

/** First-level weights of a self-evaluation, adding up to 100 with the execution rate's. */
export interface WeightPreset {
  readonly label: string
  /** Points of 预算执行率. */
  readonly execution: number
  /** Points of each first level; null where only their sum of 100 − execution is given. */
  readonly levels: Readonly<Record<string, number>> | null
}

/**
 * Presets of 自评 weights. Source: 财预〔2020〕10号 (10/50/30/10); 财预〔2021〕101号 (with cost
 * 10/20/40/20/10, without satisfaction its 10 to benefit); Sichuan's form (only 10 + 90 is fixed).
 */
export const WEIGHT_PRESETS = {
  national: {
    label: '执行 10 · 产出 50 · 效益 30 · 满意度 10',
    execution: 10,
    levels: { output: 50, benefit: 30, satisfaction: 10 },
  },
  withCost: {
    label: '执行 10 · 成本 20 · 产出 40 · 效益 20 · 满意度 10',
    execution: 10,
    levels: { cost: 20, output: 40, benefit: 20, satisfaction: 10 },
  },
  noSatisfaction: {
    label: '执行 10 · 产出 50 · 效益 40（无满意度指标）',
    execution: 10,
    levels: { output: 50, benefit: 40 },
  },
  sichuan: { label: '执行 10 · 其余 90 自定（四川）', execution: 10, levels: null },
} as const satisfies Readonly<Record<string, WeightPreset>>

export type PresetId = keyof typeof WEIGHT_PRESETS

export const PRESET_IDS = [
  'national',
  'withCost',
  'noSatisfaction',
  'sichuan',
] as const satisfies readonly PresetId[]

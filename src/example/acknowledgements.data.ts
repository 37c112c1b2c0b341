import type { Row } from '#shared/ledgers/define.ts'

/** What the centre has said about a finding of the automatic checks. */
export const EXAMPLE_ACKNOWLEDGEMENTS: readonly Row[] = [
  {
    label: '某月比前十二个月高出或低下许多',
    what: '10月发布量高出前十二个月许多',
    note: '县庆专题集中发布，已与各平台核对。',
    finding: 'leap|published|2024-10',
  },
]

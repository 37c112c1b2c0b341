import { ask, defineBoard, stack, tiles } from './define.ts'

/** 预算绩效: money by project, its pace, and the self-evaluation. */
export const budget = defineBoard({
  label: '预算绩效',
  groups: {
    execution: {
      label: '执行',
      cards: [
        tiles(
          ask('budget', { by: 'project' }),
          ask('paidOfYear', { by: 'project' }),
          ask('executionRate', { by: 'project' }),
          'timeProgress',
          'executionLead',
        ),
      ],
    },
    payments: {
      label: '支付',
      cards: [stack('paidInPeriod', 'project', 7)],
    },
    evaluation: { label: '绩效自评', cards: [] },
  },
})

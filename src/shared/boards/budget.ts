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
      ledgers: ['budgetLines', 'payments'],
    },
    payments: {
      label: '支付',
      cards: [stack('paidInPeriod', 'project', 7)],
      ledgers: ['payments'],
    },
    evaluation: { label: '绩效自评', cards: [], ledgers: ['indicators'] },
    audit: {
      label: '审计会问',
      cards: [],
      ledgers: ['budgetLines', 'payments', 'indicators', 'statedFigures'],
    },
  },
})

import { ask, defineBoard, lines, tiles } from './define.ts'

/** 预算绩效: money by project, its pace, and the self-evaluation. */
export const budget = defineBoard({
  label: '预算绩效',
  groups: {
    execution: {
      label: '执行',
      cards: [
        tiles(
          ask('budget', { by: 'project' }),
          ask('paid', { by: 'project' }),
          ask('executionRate', { by: 'project' }),
          'timeProgress',
          'executionLead',
        ),
        lines('executionRate'),
      ],
    },
  },
})

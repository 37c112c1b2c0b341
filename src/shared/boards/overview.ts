import { ask, defineBoard, plain, tiles } from './define.ts'

/** 总览: how the month was; its cards are laid out by the page itself. */
export const overview = defineBoard({
  label: '总览',
  groups: {
    figures: {
      label: '总览',
      cards: [
        tiles(
          ask('published', { by: 'platform', months: true }),
          plain('publishedText'),
          plain('publishedVideo'),
          ask('adopted', { by: 'level', months: true }),
          plain('monitored'),
          ask('alerted', { months: true }),
          plain('forwarded'),
          plain('pushed'),
          plain('alertRate'),
          plain('openAlerts'),
          plain('overdue'),
          plain('handlingMedian'),
          plain('checked'),
          plain('faulted', { months: true }),
          plain('faultsRestored'),
          plain('stoppage'),
          plain('stopRate'),
          plain('availability'),
          plain('budget', { by: 'project' }),
          plain('paid', { by: 'project' }),
          ask('executionRate', { months: true }),
          plain('timeProgress'),
          plain('executionLead'),
        ),
      ],
    },
  },
})

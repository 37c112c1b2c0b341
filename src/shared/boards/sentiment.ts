import { defineBoard, lines, plain, ranking, stack, tiles } from './define.ts'

/** 舆情监测: what was watched and warned of, what came of it, how soon, and what comes back. */
export const sentiment = defineBoard({
  label: '舆情监测',
  groups: {
    alerts: {
      label: '监测与预警',
      cards: [
        tiles('monitored', 'alerted', 'alertRate', 'openAlerts'),
        stack('alerted', 'level'),
        ranking('alerted', 'platform', 4),
        ranking('alerted', 'topic', 4),
        ranking('alerted', 'township', 4),
      ],
      ledgers: ['monitoring'],
    },
    flow: {
      label: '流转',
      cards: [tiles('forwarded', 'pushed', 'forwardRate')],
      ledgers: ['monitoring', 'alerts'],
    },
    timing: {
      label: '时效',
      cards: [
        tiles(
          'onTimeRate',
          'overdue',
          'firstActionMedian',
          'firstActionNinetieth',
          'handlingMedian',
          'handlingNinetieth',
        ),
        lines('onTimeRate'),
      ],
      ledgers: ['alerts'],
    },
    repeats: { label: '重复反映', cards: [], ledgers: ['alerts'] },
    petitions: {
      label: '信访件',
      cards: [
        tiles(
          'petitionsReceived',
          'petitionsAnswered',
          'petitionsInTimeRate',
          'petitionsLate',
          'satisfactionRate',
          plain('petitionsAsked', { by: 'satisfaction' }),
        ),
        ranking('petitionsReceived', 'source', 6),
        ranking('petitionsReceived', 'category', 6),
      ],
      ledgers: ['petitions'],
    },
  },
})

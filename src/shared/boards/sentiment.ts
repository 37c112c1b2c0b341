import { defineBoard, stack, tiles } from './define.ts'

/** 舆情监测: alerts and petitions, how many and how soon they were handled. */
export const sentiment = defineBoard({
  label: '舆情监测',
  groups: {
    alerts: {
      label: '预警',
      cards: [
        tiles(
          'monitored',
          'alerted',
          'forwarded',
          'pushed',
          'alertRate',
          'forwardRate',
          'openAlerts',
          'overdue',
          'handlingMedian',
          'handlingNinetieth',
        ),
        stack('alerted', 'level'),
      ],
    },
    petitions: {
      label: '信访件',
      cards: [
        tiles('petitionsReceived', 'petitionsAnswered', 'petitionsInTime', 'petitionsInTimeRate'),
      ],
    },
  },
})

import { defineBoard, ranking, stack, tiles } from './define.ts'

/** 综合事务: what a centre is asked about beside its output: findings, meetings, honours, aid, staff. */
export const affairs = defineBoard({
  label: '综合事务',
  groups: {
    rectifications: {
      label: '整改',
      ledgers: ['rectifications'],
      cards: [
        tiles(
          'rectificationsFound',
          'rectificationsDone',
          'rectificationsOpen',
          'rectificationsOverdue',
        ),
      ],
    },
    meetings: {
      label: '会议与学习',
      ledgers: ['meetings'],
      cards: [tiles('meetings', 'attendanceRate'), stack('meetings', 'kind')],
    },
    honours: {
      label: '荣誉',
      ledgers: ['honours'],
      cards: [tiles('honours'), ranking('honours', 'level', 12)],
    },
    aid: {
      label: '帮扶',
      ledgers: ['aid'],
      cards: [tiles('aidVisits', 'aidMoney', 'aidPeople')],
    },
    staffing: {
      label: '人员编制',
      cards: [
        tiles('staffInPost'),
        ranking('staffInPost', 'kind', 6),
        ranking('staffInPost', 'department', 6),
      ],
    },
  },
})

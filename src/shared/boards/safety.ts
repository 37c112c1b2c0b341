import { defineBoard, stack, tiles } from './define.ts'

/** 安全播出: checks, hidden dangers, faults and stoppages. */
export const safety = defineBoard({
  label: '安全播出',
  groups: {
    checks: {
      label: '检查与隐患',
      cards: [
        tiles('checked', 'dangersFound', 'dangersFixed', 'dangersRechecked', 'dangersOpen'),
        stack('checked', 'category'),
      ],
      ledgers: ['checks'],
    },
    faults: {
      label: '故障',
      cards: [tiles('faulted', 'faultsRestored', 'stops', 'stoppage', 'daysSinceStoppage')],
      ledgers: ['faults'],
    },
    stoppage: {
      label: '停播与可用度',
      cards: [
        tiles('stopRate', 'availability', 'assessedStoppage', 'meanRestore', 'dueSeconds'),
        stack('stoppage', 'channel'),
      ],
      ledgers: ['faults'],
    },
    exercises: {
      label: '应急演练与值班',
      cards: [
        tiles(
          'exercised',
          'exerciseParticipants',
          'exerciseProblems',
          'dutyShifts',
          'nilReportRate',
        ),
      ],
      ledgers: ['exercises', 'duties'],
    },
    maintenance: { label: '检修与重保期', cards: [], ledgers: ['maintenance', 'faults'] },
  },
})

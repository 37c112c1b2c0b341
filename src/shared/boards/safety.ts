import { defineBoard, ranking, stack, tiles } from './define.ts'

/** 安全播出: checks, hidden dangers, faults and stoppages. */
export const safety = defineBoard({
  label: '安全播出',
  groups: {
    checks: {
      label: '检查与隐患',
      cards: [
        tiles('checked', 'dangersFound', 'dangersFixed', 'dangersRechecked', 'dangersOpen'),
        stack('checked', 'category'),
        ranking('checked', 'place'),
      ],
    },
    faults: {
      label: '故障与停播',
      cards: [
        tiles(
          'faulted',
          'faultsRestored',
          'stops',
          'stoppage',
          'assessedStoppage',
          'meanRestore',
          'stopRate',
          'availability',
          'daysSinceStoppage',
        ),
        stack('stoppage', 'channel', 6),
        ranking('faulted', 'cause'),
      ],
    },
    maintenance: { label: '检修与重保期', cards: [tiles('maintained', 'dueSeconds')] },
  },
})

import { defineBoard, ranking, stack, tiles } from './define.ts'

/** 安全播出: checks, hidden dangers, faults and stoppages. */
export const safety = defineBoard({
  label: '安全播出',
  groups: {
    checks: {
      label: '检查与隐患',
      cards: [
        tiles('checked', 'dangersFound', 'dangersFixed', 'dangersOpen'),
        stack('checked', 'category'),
      ],
    },
    faults: {
      label: '故障与停播',
      cards: [
        tiles(
          'faulted',
          'faultsRestored',
          'stoppage',
          'stopRate',
          'availability',
          'daysSinceStoppage',
        ),
        ranking('faulted', 'cause'),
      ],
    },
  },
})

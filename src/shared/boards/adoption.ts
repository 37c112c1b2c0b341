import { defineBoard, stack, tiles } from './define.ts'

/** 上级采用: what higher outlets carried, and what it counts for. */
export const adoption = defineBoard({
  label: '上级采用',
  groups: {
    count: {
      label: '采用',
      cards: [
        tiles('adopted', 'adoptedWorks', 'adoptionRate', 'submitted', 'ownPosts'),
        stack('adopted'),
      ],
    },
    counting: { label: '计数与计分', cards: [] },
    ranking: { label: '人员与部门', cards: [] },
    submission: { label: '报送与时效', cards: [] },
    quality: { label: '台账质量', cards: [] },
  },
})

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
      ledgers: ['adoptions'],
    },
    counting: { label: '计数与计分', cards: [], ledgers: ['adoptions'] },
    ranking: { label: '人员与部门', cards: [], ledgers: ['adoptions'] },
    submission: { label: '报送与时效', cards: [], ledgers: ['adoptions', 'submissions'] },
    quality: { label: '台账质量', cards: [], ledgers: ['adoptions'] },
  },
})

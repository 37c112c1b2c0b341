import { defineBoard, stack, tiles } from './define.ts'

/** 上级采用: what higher outlets carried, and what it counts for. */
export const adoption = defineBoard({
  label: '上级采用',
  groups: {
    count: {
      label: '采用',
      cards: [
        tiles(
          'adopted',
          'adoptedNational',
          'adoptedProvincial',
          'adoptedMunicipal',
          'adoptedWorks',
          'adoptionRate',
        ),
        stack('adopted', 'level'),
      ],
    },
  },
})

import { ask, defineBoard, ranking, stack, tiles } from './define.ts'

/** 内容生产: what was published, by whom, where, and how it was reviewed. */
export const content = defineBoard({
  label: '内容生产',
  groups: {
    output: {
      label: '产量',
      cards: [
        tiles(
          'published',
          'publishedText',
          'publishedVideo',
          'original',
          'originalRate',
          'pieceReads',
          ask('followers', { by: 'platform' }),
          'reads',
        ),
        stack('published', 'platform'),
        ranking('followers', 'platform'),
      ],
    },
  },
})

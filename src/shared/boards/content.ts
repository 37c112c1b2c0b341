import { ask, defineBoard, multiples, stack, tiles } from './define.ts'

/** 内容生产: what was published, by whom, where, and how it was reviewed. */
export const content = defineBoard({
  label: '内容生产',
  groups: {
    output: {
      label: '产量',
      ledgers: ['pieces'],
      cards: [
        tiles(
          'published',
          'publishedText',
          'publishedVideo',
          'original',
          'reposted',
          'originalRate',
          'airings',
          'airedWorks',
        ),
        stack('published', 'platform', 7),
        stack('published', 'form', 5),
        multiples('published', 'platform', 12),
        stack('published', 'origin', 6),
        stack('airings', 'edition', 6),
      ],
    },
    accounts: {
      label: '账号与底线',
      ledgers: ['pieces'],
      cards: [
        tiles(ask('followers', { by: 'platform' }), 'reads'),
        multiples('followers', 'platform', 12),
      ],
    },
    campaigns: { label: '专栏', ledgers: ['pieces'], cards: [] },
    live: {
      label: '直播',
      ledgers: ['liveStreams'],
      cards: [tiles('lives', 'liveViewers', 'viewersPerLive'), stack('liveViewers', 'platform')],
    },
    staff: { label: '部门与人员', ledgers: ['pieces'], cards: [] },
    spread: { label: '传播', ledgers: ['pieces'], cards: [tiles('pieceReads')] },
    review: {
      label: '三审三校',
      ledgers: ['pieces'],
      cards: [
        tiles(
          'reviewedThrice',
          'threeReviewRate',
          'sameReviewer',
          'earlyRate',
          'reviewMedian',
          'reviewNinetieth',
        ),
      ],
    },
  },
})

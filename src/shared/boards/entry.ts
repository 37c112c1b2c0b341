import { defineBoard, plain, tiles } from './define.ts'

/** 填报: what a centre that keeps no item ledger states of a period, on one page. */
export const entry = defineBoard({
  label: '填报',
  groups: {
    publication: {
      label: '内容生产',
      cards: [
        tiles(
          plain('published', { by: 'platform' }),
          plain('publishedText'),
          plain('publishedVideo'),
        ),
      ],
    },
    adoption: {
      label: '上级采用',
      cards: [
        tiles(
          plain('adopted'),
          plain('adoptedNational'),
          plain('adoptedProvincial'),
          plain('adoptedMunicipal'),
        ),
      ],
    },
    sentiment: {
      label: '舆情与信访',
      cards: [
        tiles(
          plain('monitored'),
          plain('alerted'),
          plain('forwarded'),
          plain('pushed'),
          plain('petitionsReceived'),
        ),
      ],
    },
    safety: {
      label: '安全播出',
      cards: [tiles(plain('checked'), plain('faulted'), plain('stoppage'))],
    },
    budget: { label: '预算', cards: [tiles(plain('budget'), plain('paidOfYear'))] },
  },
})

import type { Metric } from './define.ts'

/** The published standards a metric follows, as a reader may look them up; '' for none. Our own notes are no help. */
export const standardsOf = ({ source = '' }: Pick<Metric, 'source'>): string =>
  source
    .split('；')
    .filter((each) => each !== '' && !each.startsWith('domain.md'))
    .join('；')

import { defineMetric } from './define.ts'

const atLevel = (label: string, value: string, statedAs: readonly string[]) =>
  defineMetric({
    label,
    unit: '条',
    better: 'up',
    definition: `采用台账中媒体级别为${label.slice(0, 3)}、采用日期在期内的条数。`,
    formula: {
      kind: 'sum',
      ledger: 'adoptions',
      measure: 'records',
      where: { field: 'level', value },
    },
    statedAs,
  })

export const adoptionMetrics = {
  adopted: defineMetric({
    label: '上级采用',
    unit: '条',
    better: 'up',
    definition: '以采用台账登记的采用日期计；同一作品被多家媒体采用分别计数。',
    formula: { kind: 'sum', ledger: 'adoptions', measure: 'records' },
    by: ['level', 'outlet', 'author'],
    statedAs: ['中省市级主流媒体采用', '上级媒体采用', '上级采用', '采用合计', '采用稿件', '上稿'],
  }),
  adoptedNational: atLevel('国家级采用', 'national', ['国家级采用', '中央级采用']),
  adoptedProvincial: atLevel('省级采用', 'provincial', ['省级采用']),
  adoptedMunicipal: atLevel('市级采用', 'municipal', ['市级采用', '州级采用']),
  adoptedWorks: defineMetric({
    label: '采用作品',
    unit: '篇',
    better: 'up',
    definition: '期内被采用的不同作品数（按原稿标题）；同一作品多家采用只计一篇。',
    formula: { kind: 'distinct', ledger: 'adoptions', measure: 'records', field: 'work' },
  }),
  adoptionRate: defineMetric({
    label: '采用与发布之比',
    unit: 'ratio',
    better: 'up',
    definition:
      '期内上级采用条数 ÷ 期内发布量；分母是发布量，不是报送数，故不是“采用 ÷ 报送”的采用率。',
    formula: { kind: 'ratio', top: 'adopted', bottom: 'published' },
  }),
  ownPosts: defineMetric({
    label: '自主发布号发布',
    unit: '条',
    better: 'none',
    definition:
      '期内中心在上级平台自有账号（人民号等）上自己发布的条数；不是采用，不计入上级采用。',
    formula: { kind: 'sum', ledger: 'adoptions', measure: 'own', needs: 'ofKind' },
  }),
  submitted: defineMetric({
    label: '报送',
    unit: '条',
    better: 'none',
    definition: '以报送台账登记的报送日期计；同一作品报送多家媒体分别计数。',
    formula: { kind: 'sum', ledger: 'submissions', measure: 'records' },
    by: ['level', 'outlet', 'author'],
  }),
}

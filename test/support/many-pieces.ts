import { createRandom } from '#example/random.ts'
import type { Store } from '#server/store/store.ts'
import type { Row } from '#shared/ledgers/define.ts'
import { addDays } from '#shared/time/day.ts'

const PLACES = ['沙坪镇', '新林镇', '黑竹沟镇', '红旗镇', '宜坪乡', '杨村乡', '金岩乡', '勒乌乡']
const MATTERS = ['乡村振兴', '防汛演练', '彝家新寨', '茶园春管', '道路养护', '便民服务', '招商引资']
const ACTS = ['推进', '举办', '启动', '总结', '走访', '督查', '直播']
const PLATFORMS = ['爱峨边', '峨边发布', '峨边融媒抖音', '峨边电视台', '峨边人民广播']
const FORMS = ['text', 'video', 'poster'] as const
const PEOPLE = ['阿洛', '沙马', '吉克', '曲比', '王敏', '李强', '张华', '刘洋', '陈静']
/** Stands in the title of every thousandth piece and nowhere else. */
export const RARE_WORD = '竹笋'

/** So many pieces over the ten years to 2024, the same each time; every thousandth is of 竹笋. */
export function manyPieces(count: number): Row[] {
  const random = createRandom(100_000)
  return Array.from({ length: count }, (_, n) => ({
    code: `P${String(n).padStart(6, '0')}`,
    day: addDays('2015-01-01', Math.floor((n * 3650) / count)),
    title: `${random.pick(PLACES)}${random.pick(ACTS)}${n % 1000 === 0 ? RARE_WORD : random.pick(MATTERS)}第${n}期`,
    platform: random.pick(PLATFORMS),
    form: random.pick(FORMS),
    author: random.pick(PEOPLE),
    department: random.chance(0.7) ? '新闻中心' : '新媒体部',
    firstReviewer: random.pick(PEOPLE),
    secondReviewer: random.pick(PEOPLE),
    finalReviewer: random.pick(PEOPLE),
    reads: random.chance(0.9) ? random.skewed(300, 90_000) : null,
    remark: random.chance(0.1) ? `${random.pick(MATTERS)}专题` : null,
  }))
}

/** Puts them into a store in one batch, covering their years. */
export async function loadManyPieces(store: Store, count: number): Promise<void> {
  await store.write(async (writer) => {
    await writer.openBatch({
      id: 'many',
      kind: 'import',
      title: '十年发稿',
      why: '导入',
      at: '2025-01-05T00:00:00.000Z',
      by: '测试员',
      files: [],
      notes: [],
    })
    await writer.put('pieces', manyPieces(count), 'many')
    await writer.cover({ ledger: 'pieces', from: '2015-01-01', to: '2024-12-31', batch: 'many' })
  })
}

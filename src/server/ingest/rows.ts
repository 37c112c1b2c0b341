import { plainText, saysNothing, shownText, type RawCell, type ReadSheet } from './cells.ts'
import { bannerOf, repeatsHead, type Head } from './head.ts'

/** What a row below the head is; all but `data` are passed over, and counted. */
export type RowKind = 'data' | 'blank' | 'head' | 'foot' | 'example' | TotalWord
export type TotalWord = '小计' | '合计' | '累计' | '总计'

/** Stands at the end of a template's example row, so that it is never taken for a record. */
export const EXAMPLE_MARK = '示例行，导入时跳过'

/** Tells the rows below a head apart. `mapped` are the columns that are read into fields. */
export function rowKinds(
  sheet: ReadSheet,
  head: Head,
  mapped: ReadonlySet<number>,
): (row: readonly RawCell[]) => RowKind {
  const banner = new Set(bannerOf(sheet, head))
  return (row) => {
    if (row.some((cell) => cell === EXAMPLE_MARK)) return 'example'
    const total = totalWordOf(row)
    if (total) return total.kind
    if (isFoot(row, banner)) return 'foot'
    if (row.every((cell, index) => !mapped.has(index) || saysNothing(cell))) return 'blank'
    return repeatsHead(head, row) ? 'head' : 'data'
  }
}

/**
 * The words of a totals row, 12月小计, and their kind; null when the row is none. The word is one of the
 * first three cells, or stands anywhere in a row that else holds figures alone.
 */
export function totalWordOf(row: readonly RawCell[]): { kind: TotalWord; words: string } | null {
  if (!row.some(mayTotal)) return null
  const filled = row.filter((cell) => shownText(cell) !== '')
  const at = filled.findIndex((cell) => kindOf(cell) !== undefined)
  const kind = at === -1 ? undefined : kindOf(filled[at] ?? null)
  if (kind === undefined) return null
  // Further right the same word is rather somebody's title or remark.
  if (at > 2 && !filled.every((cell, index) => index === at || isFigure(cell))) return null
  return { kind, words: shownText(filled[at] ?? null) }
}

function kindOf(cell: RawCell): TotalWord | undefined {
  const word = TOTAL.exec(plainText(shownText(cell)).replace(/\s+/g, ''))?.[1]
  return word === undefined ? undefined : (KINDS[word] ?? '合计')
}

/** Whether a cell has the sign all such words end in: asked of every cell of a file, and soon answered. */
const mayTotal = (cell: RawCell): boolean =>
  cell !== null && (typeof cell === 'string' ? cell : cell.shown).includes('计')

const isFigure = (cell: RawCell): boolean =>
  saysNothing(cell) || /^[-−+]?[\d,.]+[%％]?$/.test(shownText(cell))

const TOTAL =
  /^(?:(?:\d{4}年)?(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?)?|本[月季年页]|当月|第?[一二三四1-4]季度|[上下]半年|全年|年度)(小计|合计|总计|累计|共计)(?:[:(].*)?$/

const KINDS: Readonly<Record<string, TotalWord | undefined>> = {
  小计: '小计',
  合计: '合计',
  总计: '总计',
  共计: '总计',
  累计: '累计',
}

const FOOT_WORDS =
  '注|备注|说明|填表说明|填报说明|数据说明|统计口径|口径说明|数据来源|填表人|填报人|填表单位|填报单位|制表单位|' +
  '报送单位|报送人|统计人|统计员|经办人|制表人?|编制人|校对人?|复核人?|审核人?|审签人?|审批人|负责人|单位负责人|' +
  '部门负责人|主要负责人|分管负责人|分管领导|主管领导|领导签字|领导审签|领导签批|签字|盖章|单位盖章|联系人|联系电话|' +
  '(?:填报|填表|制表|打印|统计|报送|导出)(?:日期|时间)'
const FOOT = new RegExp(`^(?:${FOOT_WORDS})[（(]?(?:签字|签名|盖章|签章)?[)）]?\\d?[:：]`)
/** The words alone, their answers in the cells beside them. */
const FOOT_ALONE = new RegExp(`^(?:${FOOT_WORDS})$`)
const MOST_IN_FOOT = 6

/**
 * A line under the table or the title of its next page: few cells, the first with such words. Where they
 * stand without a colon, nothing else of the line may be a figure or the line be as full as a record.
 */
function isFoot(row: readonly RawCell[], banner: ReadonlySet<string>): boolean {
  const first = shownText(row.find((cell) => shownText(cell) !== ''))
  if (first === '') return false
  const isNamed = FOOT.test(first)
  const isAlone = FOOT_ALONE.test(first)
  if (!banner.has(first) && !isNamed && !isAlone) return false
  const texts = row.map(shownText).filter((text) => text !== '')
  if (texts.every((text) => banner.has(text))) return true
  if (isNamed) return texts.length <= MOST_IN_FOOT
  return (
    isAlone && texts.length <= 4 && row.every((cell) => cell === null || typeof cell === 'string')
  )
}

import type { CellChange } from '#shared/contract/import-cells.ts'
import { wordOf } from '#shared/ledgers/define.ts'
import { ledgerOf } from '#shared/ledgers/index.ts'
import { headingOf } from './heading.ts'
import { mayBe } from './map-columns.ts'
import { rateUnit } from './rates.ts'
import type { Reader } from './row-reader.ts'
import { info, warn, type Note } from './section-notes.ts'

/** What was told by the kind of export, asked of the user, or changed by the user. */
export function exportNotes(reader: Reader, changes: readonly CellChange[]): Note[] {
  const { plan } = reader
  const { fields, label } = ledgerOf(plan.ledger)
  const isNamed = ([id, text]: readonly [string, string]): boolean => plan.named[id] === text
  const isRemembered = ([id]: readonly [string, string]): boolean => Boolean(plan.remembered[id])
  const given = Object.entries(plan.given).flatMap(([id, text]) => {
    const field = fields[id]
    const from = isNamed([id, text])
      ? `（取自${field?.kind === 'dayOrMonth' ? '标题或表名' : '表名'}）`
      : isRemembered([id, text])
        ? '（照同样表头的表）'
        : ''
    const other = field?.saidBy === undefined ? undefined : fields[field.saidBy]
    const except = other ? `（${other.label}自己写明的除外）` : ''
    return field ? [`${field.label}记作“${wordOf(field, text)}”${from}${except}`] : []
  })
  // What nobody said of the rows themselves stands where nobody overlooks it.
  const told = Object.entries(plan.given).some((one) => isNamed(one) || isRemembered(one))
    ? warn
    : info
  const lacking = plan.missing.map((id) => `“${fields[id]?.label ?? id}”`).join('、')
  return [
    ...(plan.kind ? [info(`这是平台的导出：${plan.kind.label}`)] : []),
    ...((plan.kind || plan.named.platform) && plan.ledger === 'pieces' && plan.given.platform
      ? [warn(`只有“${plan.given.platform}”一个平台：其他平台没有导入的，这段时间会按 0 计`)]
      : []),
    ...(given.length > 0 ? [told(`${given.join('，')}，可改`)] : []),
    ...(plan.mapping ? [info(`按 ${plan.mapping.day} 的改法读`)] : []),
    ...(lacking ? [warn(`按${label}读还缺 ${lacking}：指定一列，或填一个所有行共用的值`)] : []),
    ...wordNotes(reader),
    ...askedNotes(reader),
    ...rateNotes(reader),
    ...changes.map(({ row, column, heading, from, to }) =>
      info(`${column}${row}（${heading}）文件里是“${from}”，导入时改为“${to}”`),
    ),
  ]
}

/** Texts the user had read as others, here or on another table of these headings. */
function wordNotes({ plan }: Reader): Note[] {
  return plan.columns.flatMap(({ column, field }) => {
    const words = field === null ? undefined : plan.mapping?.words?.[headingOf(column.text).key]
    return Object.entries(words ?? {}).map(([from, to]) =>
      info(`${column.text}“${from}”${to === '' ? '按没有填读' : `按“${to}”读`}`),
    )
  })
}

function askedNotes({ plan }: Reader): Note[] {
  return plan.columns.flatMap(({ how, column }) => {
    if (how !== 'asked') return []
    const labels = mayBe(plan.ledger, column.text).join('、')
    return [warn(`列“${column.text}”可能是${labels}，也可能不是：请指定，定一次以后都照办`)]
  })
}

function rateNotes(reader: Reader): Note[] {
  return reader.plan.columns.flatMap((mapped) => {
    const field =
      mapped.field === null ? undefined : ledgerOf(reader.plan.ledger).fields[mapped.field]
    if (field?.unit !== '%' || field.kind !== 'decimal') return []
    const isRatio = rateUnit(reader, mapped) === '比值'
    return isRatio ? [info(`列“${mapped.column.text}”是 0–1 的小数，按百分数记`)] : []
  })
}

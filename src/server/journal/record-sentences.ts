import { attachFiles, attachLink, detach } from '#shared/contract/attachments.ts'
import { editRecords, undoEdits } from '#shared/contract/edits.ts'
import { restoreRecords } from '#shared/contract/history.ts'
import { correctImport } from '#shared/contract/import-sections.ts'
import {
  confirmImport,
  dropImport,
  loadExample,
  prepareImport,
  removeExample,
  takeBackBatch,
} from '#shared/contract/imports.ts'
import { editList } from '#shared/contract/lists.ts'
import { addRecords, changeRecord, removeRecord } from '#shared/contract/records.ts'
import { closeMonth, moveUnit } from '#shared/contract/review.ts'
import { removeView, saveView } from '#shared/contract/views.ts'
import { ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { REVIEW_ACTS } from '#shared/records/review-states.ts'
import { counted, labelOf, said, type Said } from './sentence.ts'

/** Of what changes records, their lists and their review. */
export const RECORD_SENTENCES: readonly Said[] = [
  said(addRecords, ({ params, answer: { added, changed, same } }) => {
    const words = counted({ 新增: added, 更新: changed, 与原有相同: same })
    return `在${labelOf(params.ledger)}填写：${words || '没有记录'}`
  }),
  said(changeRecord, ({ params, body }) => {
    const fields = fieldLabels(params.ledger, Object.keys(body.cells))
    return `修改${labelOf(params.ledger)}的 1 条记录（${fields}）`
  }),
  said(removeRecord, ({ params, answer }) =>
    answer.removed ? `删除${labelOf(params.ledger)}的 1 条记录` : null,
  ),
  said(editRecords, ({ params, answer: { batch, added, changed, removed } }) =>
    batch === null
      ? null
      : `编辑${labelOf(params.ledger)}：${counted({ 新增: added.length, 修改: changed.length, 删除: removed.length }) || '没有变化'}`,
  ),
  said(undoEdits, ({ params, answer: { restored, removed } }) => {
    const words = counted({ 还原: restored.length, 去掉: removed.length })
    return `撤销对${labelOf(params.ledger)}的一次编辑：${words || '没有变化'}`
  }),
  said(restoreRecords, ({ params, answer }) =>
    answer.batch === null
      ? null
      : `从回收站恢复${labelOf(params.ledger)}的 ${answer.restored.length} 条记录`,
  ),
  said(
    attachFiles,
    ({ params, files }) => `给${labelOf(params.ledger)}的 1 条记录加 ${files} 个附件`,
  ),
  said(attachLink, ({ params }) => `给${labelOf(params.ledger)}的 1 条记录加一个链接`),
  said(detach, ({ params }) => `去掉${labelOf(params.ledger)}的 1 条记录的一个附件`),
  said(editList, ({ params, body: { edit }, answer }) => {
    const act = { save: edit.kind === 'save' && edit.entry === null ? '加一项' : '改一项' }
    const words = { ...act, merge: '合并两项', apply: '按名录统一写法' }[edit.kind]
    return `在${labelOf(params.list)}名录${words}，改写 ${answer.records} 条记录`
  }),
  said(saveView, ({ params }) => `保存${labelOf(params.ledger)}的一个视图`),
  said(removeView, ({ params }) => `删除${labelOf(params.ledger)}的一个视图`),
  said(prepareImport, ({ files }) => `上传 ${files} 个文件准备导入，还没有入库`),
  said(correctImport, () => '改一次导入的读法，还没有入库'),
  said(dropImport, ({ answer }) => (answer.dropped ? '放弃一次导入' : null)),
  said(confirmImport, ({ answer }) => `导入台账：${loaded(answer.counts)}`),
  said(takeBackBatch, ({ answer: { removed, restored, kept, names = 0 } }) => {
    const words = counted({
      去掉: removed,
      还原: restored,
      别的批次也有而留下: kept,
      从名录去掉: names,
    })
    return `撤回一批：${words || '没有动到记录'}`
  }),
  said(loadExample, () => '载入示例中心'),
  said(removeExample, () => '移除示例中心'),
  said(closeMonth, ({ body: { month, act } }) =>
    act === 'close' ? `给 ${month} 结账` : `重开 ${month}`,
  ),
  said(moveUnit, ({ body: { unit, act } }) => {
    const what = unit.kind === 'month' ? `${labelOf(unit.ledger)} ${unit.month}` : '一个批次'
    return `${REVIEW_ACTS[act].label}${what}`
  }),
]

function fieldLabels(ledger: LedgerId, fields: readonly string[]): string {
  const known = ledgerOf(ledger).fields
  return fields.flatMap((field) => known[field]?.label ?? []).join('、')
}

function loaded(
  counts: Readonly<Record<string, { readonly added: number; readonly changed: number }>>,
): string {
  const parts = Object.entries(counts).map(([ledger, { added, changed }]) => {
    const words = counted({ 新增: added, 更新: changed })
    return `${labelOf(ledger)}${words ? ` ${words}` : '没有变化'}`
  })
  return parts.join('；') || '没有记录'
}

import { saveDeck } from '#shared/contract/decks.ts'
import { DOCUMENTS, saveText } from '#shared/contract/documents.ts'
import { makeFreeze } from '#shared/contract/freezes.ts'
import { noteExport } from '#shared/contract/journal.ts'
import {
  makeBackup,
  openBackup,
  removeBackup,
  restoreBackup,
  uploadBackup,
} from '#shared/contract/operations.ts'
import { writeReportsNow } from '#shared/contract/reports.ts'
import { saveSettings } from '#shared/contract/settings.ts'
import { DIAGNOSTICS } from '#shared/diagnostics.ts'
import { TEMPLATES } from '#reports/deck/templates.ts'
import { periodLabel } from '#shared/time/words.ts'
import { said, type Said } from './sentence.ts'

/** Of what is made of the figures, of the settings and the backups. */
export const DESK_SENTENCES: readonly Said[] = [
  said(makeFreeze, ({ answer }) => `定稿 ${periodLabel(answer.period)} 第${answer.number}稿`),
  said(
    saveDeck,
    ({ params, body }) => `编排演示“${TEMPLATES[params.template].label}”（${body.p}）`,
  ),
  said(saveText, ({ params, body }) => `写“${DOCUMENTS[params.kind].label}”的一段（${body.p}）`),
  said(writeReportsNow, ({ body, answer: { written, failed } }) => {
    const failing = failed > 0 ? `，${failed} 份没有写成` : ''
    return `把 ${body.p} 的 ${written} 份报告写进文件夹${failing}`
  }),
  said(noteExport, ({ body: { form }, more: what }) => {
    if (form === 'print') return `打印“${what}”`
    return form === 'copy' ? `复制“${what}”` : `从页面导出“${what}”（${form.toUpperCase()}）`
  }),
  said(saveSettings, ({ more }) => (more ? `改设置：${more}` : '保存设置，没有变化')),
  said(
    makeBackup,
    ({ answer }) => `做一份${answer.isSealed ? '有口令的' : ''}备份“${answer.name}”`,
    (code) => (code === 'BACKUP_UNDER_WAY' ? null : '备份没有做成'),
  ),
  said(
    uploadBackup,
    ({ answer }) => `上传备份“${answer.name}”`,
    (code) => `上传的备份没有收下：${DIAGNOSTICS[code].message}`,
  ),
  said(
    openBackup,
    ({ params, answer }) => `打开备份“${params.name}”校验，共 ${answer.file.records ?? 0} 条记录`,
    (code) => `备份没有通过打开校验：${DIAGNOSTICS[code].message}`,
  ),
  said(removeBackup, ({ params, query }) =>
    query.word === undefined
      ? `删除备份“${params.name}”`
      : `删除备份“${params.name}”，写明是最后一份能放心恢复的`,
  ),
  said(
    restoreBackup,
    ({ params, answer }) => `从备份“${params.name}”恢复，共 ${answer.records} 条记录`,
    (code, more) => `从备份恢复没有成：${more || code}`,
  ),
]

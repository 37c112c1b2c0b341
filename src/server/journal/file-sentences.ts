import { BOARDS, isBoardId } from '#shared/boards/index.ts'
import { DOCUMENT_KINDS, DOCUMENTS } from '#shared/contract/documents.ts'
import { FILES } from '#shared/contract/files.ts'
import { isLedgerId, ledgerOf } from '#shared/ledgers/index.ts'
import { TEMPLATE_IDS } from '#shared/slides/template-ids.ts'
import { TEMPLATES } from '#reports/deck/templates.ts'
import { labelOf, type Handed, type HandedOut } from './sentence.ts'

/** Of every file that holds what is in the desk; `more` says how many records. */
export const FILE_SENTENCES: readonly HandedOut[] = [
  [FILES.boardWorkbook, (asked) => `导出${boardOf(asked)}的数字（工作簿，${periodOf(asked)}）`],
  [FILES.boardText, (asked) => `导出${boardOf(asked)}的数字（CSV，${periodOf(asked)}）`],
  [FILES.periodWorkbook, (asked) => `导出各页数字（工作簿，${periodOf(asked)}）`],
  [
    FILES.deckSlides,
    (asked) => {
      const id = TEMPLATE_IDS.find((each) => each === asked.params.template)
      return `导出演示“${id ? TEMPLATES[id].label : ''}”（PPTX，${periodOf(asked)}）`
    },
  ],
  [
    FILES.document,
    (asked) => {
      const kind = DOCUMENT_KINDS.find((each) => each === asked.params.kind)
      return `导出“${kind ? DOCUMENTS[kind].label : ''}”（Word，${periodOf(asked)}）`
    },
  ],
  [FILES.writtenReport, () => '下载文件夹里的一份报告'],
  [
    FILES.recordsWorkbook,
    ({ params, query, more }) =>
      `导出${labelOf(params.ledger)}的记录（工作簿，${more}${filtered(params.ledger, query)}）`,
  ],
  [FILES.attachedFile, ({ more }) => `打开${more}的一个附件`],
  [FILES.batchFile, () => '下载一个批次的原始文件'],
  [FILES.batchRefusals, () => '下载一个批次的问题清单'],
  [FILES.backupFile, ({ params }) => `下载备份“${params.name ?? ''}”`],
  [FILES.journalText, ({ query, more }) => `导出操作日志（CSV，${more}${narrowed(query)}）`],
]

const boardOf = ({ params: { board = '' } }: Handed): string =>
  isBoardId(board) ? BOARDS[board].label : ''

function periodOf({ query: { p, freeze } }: Handed): string {
  return `${p || '最近一月'}${freeze ? `，第${freeze}稿` : ''}`
}

/** By what the records were chosen; what was typed stays out, it may be a citizen's name. */
function filtered(ledger = '', query: Readonly<Record<string, string>>): string {
  const fields = isLedgerId(ledger) ? ledgerOf(ledger).fields : {}
  const names = (query.where ?? '')
    .split(',')
    .map((part) => /^[a-zA-Z]+/.exec(part)?.[0] ?? '')
    .flatMap((field) => fields[field]?.label ?? [])
  const parts = [
    ...(query.p ? [`期间 ${query.p}`] : []),
    ...new Set(names),
    ...(query.q ? ['文字'] : []),
  ]
  return parts.length > 0 ? `，按${parts.join('、')}筛选` : ''
}

const narrowed = (query: Readonly<Record<string, string>>): string =>
  Object.values(query).some(Boolean) ? '，筛选过' : ''

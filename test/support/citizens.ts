import type { Store } from '#server/store/store.ts'
import type { Row } from '#shared/ledgers/define.ts'
import type { LedgerId } from '#shared/ledgers/index.ts'

/** Names and numbers that the ledgers hold, some only their history; by whose right they are seen. */
export const SECRETS: readonly (readonly [LedgerId, readonly string[]])[] = [
  [
    'petitions',
    ['钱守密', '13987654321', '0833-5558765', '51113219850615123X', '孙改过', '李原名', '周撤回'],
  ],
  ['alerts', ['隐秘网友阿孜', '13612340987', '0833-5557788']],
  ['aid', ['吉克隐名', '13700001234']],
]

const alert = (code: string, hour: string): Row => ({
  code,
  alertedAt: `2024-10-08T${hour}:00`,
  platform: '微博',
  account: '隐秘网友阿孜',
  title: '隐秘网友阿孜反映噪音，电话13612340987',
  level: 'third',
  outcome: '已联系0833-5557788',
})

/** Whom texts of ledgers mention that name nobody: by an earlier name, taken back, of another's record. */
const MENTIONS = '李原名、周撤回、吉克隐名、隐秘网友阿孜，电话13987654321'

/** One text in each kind of place. */
const BESIDE: readonly (readonly [LedgerId, Row])[] = [
  [
    'pieces',
    { day: '2024-10-08', title: '路灯亮了', platform: '微博', form: 'text', remark: MENTIONS },
  ],
  ['rectifications', { foundOn: '2024-10-09', source: '督查', finding: `${MENTIONS}反映` }],
  ['notes', { from: '2024-10-09', title: '李原名来访', detail: MENTIONS }],
  ['campaigns', { name: '民生', purpose: MENTIONS }],
]

const ROWS: readonly (readonly [LedgerId, readonly Row[]])[] = [
  [
    'petitions',
    [
      {
        code: 'XF1',
        receivedOn: '2024-10-08',
        source: '来信',
        petitioner: '钱守密',
        content: '钱守密反映路灯不亮，电话13987654321',
        outcome: '回电0833-5558765，证号51113219850615123X',
        dueOn: '2024-10-10',
      },
      {
        code: 'XF2',
        receivedOn: '2024-10-09',
        source: '来信',
        petitioner: '匿名',
        content: '路面积水，隐秘网友阿孜也说过',
      },
    ],
  ],
  ['alerts', [alert('Y1', '09'), alert('Y2', '10'), alert('Y3', '11')]],
  [
    'aid',
    [
      {
        day: '2024-10-11',
        village: '底底古村',
        household: '吉克隐名',
        measure: '走访吉克隐名家，留电话13700001234',
      },
    ],
  ],
  ...BESIDE.map(([ledger, row]) => [ledger, [row]] as const),
]

const now = '2025-02-10T02:00:00.000Z'

/** The records, one of them changed and one removed, in a batch that came from a file. */
export async function fillCitizens(store: Store): Promise<void> {
  const bytes = new TextEncoder().encode('钱守密,13987654321')
  await store.write(async (writer) => {
    await writer.openBatch({
      id: 'batch-1',
      kind: 'import',
      title: '钱守密的信访件.xlsx',
      why: '补录吉克隐名一户',
      at: now,
      by: '测试员',
      files: [{ name: '隐秘网友阿孜.csv', hash: 'file-1' }],
      notes: ['第 3 行 钱守密 已读'],
    })
    await writer.saveFile('file-1', bytes)
    for (const [ledger, rows] of ROWS) {
      await writer.put(ledger, rows, 'batch-1')
      await writer.cover({ ledger, from: '2024-01-01', to: '2024-12-31', batch: 'batch-1' })
    }
    const act = { at: now, by: '测试员', why: '钱守密本人来电13987654321更正', batch: 'batch-1' }
    const month = { ledger: 'alerts', month: '2024-10', of: null }
    const reason = '隐秘网友阿孜一件写错，退回'
    await writer.put('reviews', [{ ...month, number: 1, act: 'return', reason }], 'batch-1')
    const reopened = { month: '2024-09', number: 1, act: 'reopen', reason: '补吉克隐名的走访' }
    await writer.put('closings', [reopened], 'batch-1')
    const slot = { period: '2024', document: 'annual', slot: 'problems' }
    const text = '钱守密、吉克隐名反映的路灯还没有修好，电话13700001234'
    await writer.put('reportTexts', [{ ...slot, text }], 'batch-1')
    const id = '00000001'
    await writer.change('petitions', id, { petitioner: '孙改过' }, act)
    await writer.change('petitions', id, { petitioner: '钱守密' }, act)
    const attached = (ledger: LedgerId, name: string) => ({ ledger, record: id, name, kind: 'png' })
    await writer.put(
      'attachments',
      [
        { ...attached('petitions', '钱守密来信.jpg'), hash: 'scan' },
        { ...attached('pieces', '李原名.jpg'), hash: 'picture' },
      ],
      'batch-1',
    )
    // Known from the history alone: put right to nobody.
    await writer.change('petitions', '00000002', { petitioner: '李原名' }, act)
    await writer.change('petitions', '00000002', { petitioner: '匿名' }, act)
    const words = { title: '李原名的路灯', speaker: `说到${MENTIONS}`, note: '请周撤回坐前排' }
    const edits = { order: [], hidden: [], words: { figures: words }, own: [] }
    const deck = { period: '2024', template: 'annual', edits: JSON.stringify(edits) }
    await writer.put('decks', [deck], 'batch-1')
    const view = { ledger: 'pieces', name: '李原名的', query: `q=${encodeURIComponent('周撤回')}` }
    await writer.put('views', [view], 'batch-1')
  })
  await store.write(async (writer) => {
    const about = { kind: 'entry' as const, at: now, by: '测试员', files: [], notes: [] }
    await writer.openBatch({ id: 'batch-2', title: '补录李原名一件', why: '周撤回来电', ...about })
    const row = { receivedOn: '2024-10-11', source: '来访', petitioner: '周撤回', content: '停水' }
    await writer.put('petitions', [row], 'batch-2')
    await writer.takeBack('batch-2', {
      at: now,
      by: '测试员',
      why: '周撤回已撤诉',
      batch: 'batch-2',
    })
  })
  await store.write(async (writer) => {
    const removed = { at: now, by: '测试员', why: '隐秘网友阿孜重复', batch: 'batch-1' }
    await writer.remove('alerts', '00000003', removed)
  })
}

import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { setUpSecret } from '#server/accounts/accounts.ts'
import { memoryDrawer } from '#server/accounts/drawer.ts'
import { stepAt, totpCode } from '#server/accounts/totp.ts'
import { createApp } from '#server/app.ts'
import type { Backups, Operations } from '#server/operations.ts'
import type { BackupFile } from '#shared/contract/operations.ts'
import { NO_EDITS } from '#shared/contract/decks.ts'
import { FILES } from '#shared/contract/files.ts'
import { ENDPOINTS } from '#shared/contract/index.ts'
import { DEFAULT_SETTINGS } from '#shared/contract/settings.ts'
import { AFTER_2024, testDesk } from '#test/support/memory-desk.ts'
import { quickSecrets } from '#test/support/quick-secrets.ts'

const PASSWORD = '坝坝会 晒秋 春耕 秋收'
const SECRETS = [PASSWORD, '张三', '13800138000', '山高水长江河湖海']
const CALLS = new Map<string, { method: string; path: string; journal: string | null }>([
  ...Object.entries(ENDPOINTS),
  ...Object.entries(FILES).map(([name, file]) => [name, { ...file, method: 'GET' }] as const),
])

const BACKUP: BackupFile = {
  name: '融媒运行台-20250210-1000.sealed',
  bytes: 1,
  at: '2025-02-10T02:00:00.000Z',
  isSealed: true,
  by: 'hand',
  records: 1,
  version: '0.1.0',
  verifiedAt: '2025-02-10T02:00:00.000Z',
  journal: null,
}
const backups: Backups = {
  failure: null,
  list: async () => [BACKUP],
  make: async () => BACKUP,
  take: async () => ({ ...BACKUP, by: 'upload' }),
  open: async () => ({ file: BACKUP, ledgers: [] }),
  restore: async () => ({ aside: '/srv/before', at: BACKUP.at, records: 12 }),
  remove: async () => undefined,
  read: async () => ({ bytes: new Blob(['x']).stream(), size: 1 }),
  sweep: async () => undefined,
}
const operations: Operations = {
  backups,
  machine: async () => ({
    node: 'v24.0.0',
    startedAt: BACKUP.at,
    dataPlace: '/srv/desk',
    dataBytes: 1,
    backupPlace: '/mnt/disk',
    freeBytes: 1,
    diskBytes: 1,
    isSameDisk: false,
    hasPassphrase: false,
  }),
  slowest: () => [],
}

let now = AFTER_2024
const context = {
  ...testDesk().context,
  clock: () => (now += 1000),
  operations,
  accounts: { drawer: memoryDrawer(), secrets: quickSecrets },
}
const app = createApp(context)
let cookie = ''

interface Sent {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: string
  readonly body?: unknown
  readonly file?: File
}

const looseSchema = z.record(z.string(), z.any())

/** Calls by the contract's name and gives the answer, a file's as nothing. */
async function call(name: string, { params = {}, query = '', body, file }: Sent = {}) {
  const { method, path } = CALLS.get(name) ?? { method: '', path: '' }
  const address = path.replaceAll(/:(\w+)/g, (_, part: string) =>
    encodeURIComponent(params[part] ?? 'none'),
  )
  const form = new FormData()
  if (file) form.append('files', file)
  const hasBody = method !== 'GET' && method !== 'DELETE'
  const response = await app.request(`/api${address}${query}`, {
    method,
    headers: { cookie, 'x-desk-source': '10.0.0.8', 'content-length': '2' },
    ...(hasBody && { body: file ? form : JSON.stringify(body ?? {}) }),
  })
  cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
  const isJson = response.headers.get('content-type') === 'application/json'
  return { status: response.status, answer: isJson ? await response.json() : null }
}

/** Name, kind and words of every call that does something. */
const SENTENCES = {
  addAccount: '沙马 right 加账号“阿依”（ayi），角色：编辑，部门：编辑部',
  addRecords: '沙马 write 在舆情预警台账填写：新增 1 条',
  addToken: '沙马 right 加大屏令牌“前厅”，长期有效',
  attachedFile: '沙马 export 打开舆情预警台账的一个附件',
  attachFiles: '沙马 write 给舆情预警台账的 1 条记录加 1 个附件',
  attachLink: '沙马 write 给舆情预警台账的 1 条记录加一个链接',
  backupFile: '沙马 backup 下载备份“融媒运行台-20250210-1000.sealed”',
  batchFile: '沙马 export 下载一个批次的原始文件',
  batchRefusals: '沙马 export 下载一个批次的问题清单',
  beginTotp: '沙马 access 取动态验证码的密钥',
  boardText: '沙马 export 导出上级采用的数字（CSV，2024-10）',
  boardWorkbook: '沙马 export 导出上级采用的数字（工作簿，2024-10）',
  changeAccount: '沙马 right 改账号“阿依”（ayi）：角色为只读，停用，会话都结束',
  changePassword: '沙马 access 修改自己的密码，其他会话都结束',
  changeRecord: '沙马 write 修改舆情预警台账的 1 条记录（标题/摘要）',
  closeMonth: '沙马 write 给 2024-10 结账',
  confirmImport: '沙马 write 导入台账：发稿台账 新增 1 条；平台 新增 1 条；人员 新增 1 条',
  confirmTotp: '沙马 access 开启动态验证码',
  correctImport: '沙马 write 改一次导入的读法，还没有入库',
  deckSlides: '沙马 export 导出演示“编委会月度”（PPTX，2024-10）',
  detach: '沙马 write 去掉舆情预警台账的 1 条记录的一个附件',
  document: '沙马 export 导出“工作报告（编委会）”（Word，2024-10）',
  dropImport: '沙马 write 放弃一次导入',
  dropRole: '沙马 right 删除角色“实习”',
  dropToken: '沙马 right 停用令牌“前厅”',
  dropTotp: '沙马 access 关闭动态验证码',
  editList: '沙马 write 在部门名录加一项，改写 0 条记录',
  editRecords: '沙马 write 编辑舆情预警台账：修改 1 条',
  endAccountSessions: '沙马 right 结束账号“阿依”（ayi）的全部会话',
  endSessions: '沙马 access 结束自己的会话：0 个',
  giveCode: '沙马 access 登录：验证码对',
  journalText: '沙马 export 导出操作日志（CSV，0 条，筛选过）',
  loadExample: '沙马 write 载入示例中心',
  makeBackup: '沙马 backup 做一份有口令的备份“融媒运行台-20250210-1000.sealed”',
  makeFreeze: '沙马 write 定稿 2024年10月 第1稿',
  moveUnit: '沙马 write 提交舆情预警台账 2024-10',
  noteExport: '沙马 export 从页面导出“各级采用”（PNG）',
  openBackup: '沙马 backup 打开备份“融媒运行台-20250210-1000.sealed”校验，共 1 条记录',
  periodWorkbook: '沙马 export 导出各页数字（工作簿，2024-10）',
  prepareImport: '沙马 write 上传 1 个文件准备导入，还没有入库',
  prove: '沙马 access 再次核对自己的密码',
  recordsWorkbook:
    '沙马 export 导出舆情预警台账的记录（工作簿，0 条，按期间 2024、标题/摘要、预警级别、文字筛选）',
  removeBackup: '沙马 backup 删除备份“融媒运行台-20250210-1000.sealed”，写明是最后一份能放心恢复的',
  removeExample: '沙马 write 移除示例中心',
  removeRecord: '沙马 write 删除舆情预警台账的 1 条记录',
  removeView: '沙马 write 删除舆情预警台账的一个视图',
  resetAccount: '沙马 right 给账号“阿依”（ayi）重设一次性密码，结束会话，关闭动态验证码',
  restoreBackup: '沙马 backup 从备份“融媒运行台-20250210-1000.sealed”恢复，共 12 条记录',
  restoreRecords: '沙马 write 从回收站恢复舆情预警台账的 1 条记录',
  saveDeck: '沙马 write 编排演示“编委会月度”（2024-10）',
  saveRole: '沙马 right 保存角色“实习”：导出、全部台账查看、另有 1 本台账的权限、限本部门的记录',
  saveSettings: '沙马 setting 改设置：省份',
  saveText: '沙马 write 写“工作报告（编委会）”的一段（2024-10）',
  saveView: '沙马 write 保存舆情预警台账的一个视图',
  setUpDesk: '沙马 right 第一次设置运行台“某县融媒体中心”，设管理员“沙马”（shama）',
  signIn: '沙马 access 登录',
  signOut: '沙马 access 退出登录',
  takeBackBatch: '沙马 write 撤回一批：去掉 1 条、从名录去掉 2 条',
  undoEdits: '沙马 write 撤销对舆情预警台账的一次编辑：还原 1 条',
  uploadBackup: '沙马 backup 上传备份“融媒运行台-20250210-1000.sealed”',
  writeReportsNow: '沙马 export 把 2024-10 的 1 份报告写进文件夹',
  writtenReport: '沙马 export 下载文件夹里的一份报告',
}

const entries = async () => (await context.journal.page({}, 0, 1000)).entries.toReversed()
const said = new Map<string, string>()

/** Has a call done that must succeed and be written down once. */
async function done(name: string, sent: Sent = {}) {
  const before = (await entries()).length
  const { status, answer } = await call(name, sent)
  expect([name, status, status === 200 ? '' : answer]).toEqual([name, 200, ''])
  const added = (await entries()).slice(before)
  expect([name, added.length]).toEqual([name, 1])
  said.set(name, `${added[0]?.name} ${added[0]?.kind} ${added[0]?.text}`)
  return answer
}

const ledger = 'alerts'
const ROW = { alertedAt: '2024-10-08 09:00', title: '张三 13800138000 反映', level: '三级' }
const csv = (text: string) => new File([text], '张三.csv')
const HEAD = '日期,标题,发布平台,体裁,作者\r\n'

async function session(): Promise<void> {
  const token = await setUpSecret(context.accounts, now)
  const person = { name: '沙马', user: 'shama', password: PASSWORD }
  await done('setUpDesk', { body: { token, centre: '某县融媒体中心', ...person } })
  await done('signOut')
  await done('signIn', { body: { user: 'shama', password: PASSWORD } })
  await done('prove', { body: { password: PASSWORD, code: '' } })
  const { secret } = await done('beginTotp', { body: { password: PASSWORD } })
  const code = async () => {
    now += 60_000
    return totpCode(secret, stepAt(now))
  }
  await done('confirmTotp', { body: { code: await code() } })
  await done('signOut')
  await call('signIn', { body: { user: 'shama', password: PASSWORD } })
  await done('giveCode', { body: { code: await code() } })
  await done('dropTotp', { body: { password: PASSWORD } })
  await done('changePassword', { body: { old: PASSWORD, password: `${PASSWORD} 冬藏` } })
  await done('endSessions')
}

async function administration(): Promise<void> {
  const details = { user: 'ayi', name: '阿依', department: '编辑部', roles: ['editor'] }
  const { accounts } = await done('addAccount', { body: details })
  const id = accounts.find(({ user }: { user: string }) => user === 'ayi')?.id
  await done('changeAccount', { params: { id }, body: { roles: ['reader'], isDisabled: true } })
  await done('resetAccount', { params: { id } })
  await done('endAccountSessions', { params: { id } })
  const rights = { desk: ['export'], every: ['see'], ledgers: { pieces: ['write'] } }
  const role = { name: '实习', ...rights, ownDepartment: true }
  await done('saveRole', { params: { id: 'trainee' }, body: role })
  await done('dropRole', { params: { id: 'trainee' } })
  const token = { name: '前厅', roles: [], isWall: true, days: null }
  const { tokens } = await done('addToken', { body: token })
  await done('dropToken', { params: { id: tokens[0]?.id } })
  const settings = { ...DEFAULT_SETTINGS, centre: '某县融媒体中心', province: '四川省' }
  await done('saveSettings', { body: settings })
}

async function records(): Promise<void> {
  await done('addRecords', { params: { ledger }, body: { rows: [ROW] } })
  const listed = async (of = ledger) =>
    looseSchema.parse((await call('listRecords', { params: { ledger: of } })).answer).records[0]
  const { id } = await listed()
  const params = { ledger, id }
  await done('changeRecord', { params, body: { cells: { title: '李四反映' }, why: '张三来电' } })
  await done('attachLink', { params, body: { link: 'https://example.cn/13800138000' } })
  const file = new File(
    [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    '张三.png',
  )
  const { attachments } = await done('attachFiles', { params, file })
  await done('attachedFile', { params: { id: attachments.at(-1)?.id } })
  await done('detach', { params: { ...params, attachment: attachments[0]?.id } })
  const { changedAt } = await listed()
  const edits = { changes: [{ id, changedAt, cells: { title: '王五反映' } }] }
  const { batch, changed } = await done('editRecords', { params: { ledger }, body: edits })
  const left = { records: [{ id, changedAt: changed[0]?.changedAt }] }
  await done('undoEdits', { params: { ledger, batch }, body: left })
  await done('removeRecord', { params })
  await done('restoreRecords', { params: { ledger }, body: { records: [id] } })
  const view = { name: '张三', query: 'q=张三' }
  const [kept] = await done('saveView', { params: { ledger }, body: view })
  await done('removeView', { params: { ledger, id: kept?.id } })
  const entry = { kind: 'save', entry: null, cells: { name: '新媒体部' } }
  await done('editList', { params: { list: 'departments' }, body: { edit: entry } })
}

async function imports(): Promise<void> {
  const text = `${HEAD}2024-10-08,张三,微信,图文,沙马\r\n2024-10-40,甲,微信,图文,沙马\r\n`
  const { id, sections } = await done('prepareImport', { file: csv(text) })
  await done('correctImport', { params: { id }, body: {} })
  const body = { sections: sections.map((section: { id: string }) => section.id) }
  const batch = await done('confirmImport', { params: { id }, body })
  const params = { batch: batch.id, hash: batch.files[0]?.hash }
  await done('batchFile', { params })
  await done('batchRefusals', { params })
  await done('takeBackBatch', { params: { id: batch.id } })
  const other = await call('prepareImport', {
    file: csv(`${HEAD}2024-10-09,乙,微信,图文,沙马\r\n`),
  })
  await done('dropImport', { params: { id: other.answer.id } })
  await done('loadExample')
  await done('removeExample')
}

async function figures(): Promise<void> {
  await done('moveUnit', {
    body: { unit: { kind: 'month', ledger, month: '2024-10' }, act: 'submit' },
  })
  await done('closeMonth', { body: { month: '2024-10', act: 'close' } })
  await done('makeFreeze', { body: { p: '2024-10' } })
  const template = 'monthly'
  await done('saveDeck', {
    params: { template },
    body: { p: '2024-10', seen: null, edits: NO_EDITS },
  })
  const text = { p: '2024-10', seen: null, text: '张三' }
  await done('saveText', { params: { kind: 'monthly', slot: 'problems' }, body: text })
  await done('writeReportsNow', { body: { p: '2024-10' } })
  const query = '?p=2024-10'
  const written = looseSchema.parse((await call('listReports')).answer).written[0]
  await done('writtenReport', { params: { id: written?.id } })
  for (const file of ['boardWorkbook', 'boardText'])
    await done(file, { params: { board: 'adoption' }, query })
  await done('periodWorkbook', { query })
  await done('deckSlides', { params: { template }, query })
  await done('document', { params: { kind: 'monthly' }, query })
  const found = '?p=2024&where=title~%3A%E5%BC%A0%E4%B8%89,level%3AIII&q=13800138000'
  await done('recordsWorkbook', { params: { ledger }, query: found })
  await done('noteExport', { body: { what: '各级采用', form: 'png' } })
  await call('noteExport', { body: { what: '上级采用', form: 'print' } })
  expect((await entries()).at(-1)?.text).toBe('打印“上级采用”')
  await call('noteExport', { body: { what: '各级采用的一格', form: 'copy' } })
  expect((await entries()).at(-1)?.text).toBe('复制“各级采用的一格”')
  await done('journalText', { query: '?q=张三' })
  await done('makeBackup', { body: { passphrase: '山高水长江河湖海' } })
  const name = BACKUP.name
  await done('uploadBackup', { query: '?name=张三.sealed' })
  await done('openBackup', { params: { name }, body: { passphrase: null } })
  await done('removeBackup', { params: { name }, query: '?word=x' })
  await done('restoreBackup', { params: { name }, body: { passphrase: null, why: '张三' } })
  await done('backupFile', { params: { name } })
}

// One desk from first run on: each part goes on from the one before.
describe('everything that is done is written down in one sentence', () => {
  it.each([
    ['who comes and goes', session],
    ['what accounts, roles, tokens and settings become', administration],
    ['what is written, attached, undone and brought back', records],
    ['what is imported and taken back', imports],
    ['what is reviewed, handed out and kept safe', figures],
  ])('%s', async (_, part) => {
    await part()
    expect(SENTENCES).toMatchObject(Object.fromEntries(said))
  })

  it('no act is left out, and no secret is in any sentence', async () => {
    const stated = [...CALLS].filter(([, { journal }]) => journal !== null).map(([name]) => name)
    expect([...said.keys()].toSorted()).toEqual(stated.toSorted())
    expect(Object.fromEntries(said)).toEqual(SENTENCES)
    const all = await entries()
    expect(SECRETS.filter((secret) => JSON.stringify(all).includes(secret))).toEqual([])
    expect(new Set(all.map(({ source }) => source))).toEqual(new Set(['10.0.0.8']))
  })

  it('what is only read is not written down, and the log stays whole', async () => {
    const before = await entries()
    for (const [name, { journal }] of CALLS)
      if (journal === null)
        await call(name, { params: { ledger, board: 'adoption', list: 'people' } })
    expect(await entries()).toHaveLength(before.length)
    expect(await context.journal.faults()).toEqual([])
  })
})

import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { NewEntry } from '#server/journal/journal.ts'
import { memoryJournal } from '#server/journal/memory-journal.ts'
import { journalFaults, sqliteJournal } from '#server/journal/sqlite-journal.ts'
import type { JournalHead } from '#shared/journal.ts'

const NOW = Date.parse('2025-02-10T02:00:00Z')
let folder = ''
let made = 0

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'rongmei-journal-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const entry = (text: string, more: Partial<NewEntry> = {}): NewEntry => ({
  account: 'a1',
  name: '沙马',
  source: '10.0.0.8',
  kind: 'write',
  ledger: 'pieces',
  text,
  ...more,
})

/** A journal's file of so many entries, closed. */
async function fileOf(count: number): Promise<string> {
  const file = path.join(folder, `${(made += 1)}.sqlite`)
  const journal = sqliteJournal(file, () => NOW)
  for (let n = 1; n <= count; n += 1) await journal.append(entry(`第 ${n} 件`))
  journal.close()
  return file
}

/** Does to the file what nobody should, without the guards where it is said so. */
function harm(file: string, sql: string, hasGuards = false): void {
  const db = new DatabaseSync(file)
  if (!hasGuards) db.exec('drop trigger entries_stay; drop trigger entries_remain')
  try {
    db.exec(sql)
  } finally {
    db.close()
  }
}

const faultsAfter = async (sql: string, noted: JournalHead[] = []) => {
  const file = await fileOf(5)
  harm(file, sql)
  return (await journalFaults(file, noted)).faults
}

const UNGUARDED = '禁止改动和删除的保护被去掉了'

describe('the chain of the journal', () => {
  it('is the same in memory and in a file, and whole', async () => {
    const file = await fileOf(3)
    const memory = memoryJournal(() => NOW)
    for (const n of [1, 2, 3]) await memory.append(entry(`第 ${n} 件`))
    expect(await journalFaults(file, [])).toEqual({ faults: [], head: await memory.head() })
    expect(await memory.faults()).toEqual([])
    const head = { seq: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }
    expect(await memory.head()).toEqual(head)
  })

  it('cannot be changed or shortened by a plain statement', async () => {
    const file = await fileOf(2)
    const refused = 'entries of the journal are never'
    expect(() => harm(file, "update entries set text = ''", true)).toThrow(refused)
    expect(() => harm(file, 'delete from entries where seq = 2', true)).toThrow(refused)
    expect((await journalFaults(file, [])).faults).toEqual([])
  })

  it('shows what was changed, taken out or put between', async () => {
    expect(await faultsAfter("update entries set text = '没有做过' where seq = 3")).toEqual([
      '第 3 条或它之前被改动过',
      UNGUARDED,
    ])
    expect(await faultsAfter('delete from entries where seq = 3')).toEqual([
      '第 3 条到第 3 条不见了',
      '第 4 条或它之前被改动过',
      UNGUARDED,
    ])
    expect(await faultsAfter("update entries set kind = 'none' where seq = 5")).toEqual([
      '第 5 条或它之前被改动过',
      UNGUARDED,
    ])
  })

  it('shows a tail that was cut off, by what SQLite remembers and by what was noted elsewhere', async () => {
    const cut = '末尾被截掉：记下过第 5 条，现在只到第 3 条'
    expect(await faultsAfter('delete from entries where seq > 3')).toEqual([cut, UNGUARDED])
    const whole = await journalFaults(await fileOf(5), [])
    const sql = 'delete from entries where seq > 3; delete from sqlite_sequence'
    expect(await faultsAfter(sql)).toEqual([UNGUARDED])
    expect(await faultsAfter(sql, [whole.head])).toEqual([cut, UNGUARDED])
  })

  it('shows a chain that was made anew, where an earlier end of it was noted', async () => {
    const noted = [{ seq: 2, hash: 'f'.repeat(64) }]
    expect((await journalFaults(await fileOf(3), noted)).faults).toEqual([
      '第 2 条与当时记下的 ffffffffffff 不一致',
    ])
  })
})

describe('an act and its entry', () => {
  it('of which the entry could not be written: nothing more is done until it is', async () => {
    const file = await fileOf(1)
    const journal = sqliteJournal(file, () => NOW, 20)
    const other = new DatabaseSync(file)
    other.exec('pragma busy_timeout = 0; begin immediate')
    const failing = journal.append(entry('做了没记上'))
    await expect(failing).rejects.toMatchObject({ code: 'JOURNAL_UNWRITABLE' })
    expect(() => journal.begin(entry(''))).toThrow('操作日志记不上')
    other.exec('commit')
    journal.end(journal.begin(entry('')))
    const { entries } = await journal.page({}, 0, 10)
    expect(entries.map(({ text }) => text)).toEqual(['做了没记上', '第 1 件'])
    other.close()
    journal.close()
  })

  it('of which the process was killed between: the next start says so, once, and of no other', async () => {
    const file = await fileOf(1)
    const journal = sqliteJournal(file, () => NOW)
    const act = { account: 'a1', name: '沙马', source: '10.0.0.8', ledger: 'pieces' } as const
    journal.end(journal.begin({ ...act, kind: 'write' }))
    await journal.append(entry('第 2 件'), journal.begin({ ...act, kind: 'write' }))
    journal.begin({ ...act, kind: 'export' })
    journal.close()
    for (const start of [1, 2]) {
      const next = sqliteJournal(file, () => NOW + start * 3_600_000)
      next.tellInterrupted('Asia/Shanghai')
      const { entries, total } = await next.page({}, 0, 10)
      expect(total).toBe(3)
      expect(entries[0]).toMatchObject({
        ...act,
        at: '2025-02-10T03:00:00.000Z',
        kind: 'export',
        text: '2月10日 10:00 开始的一件（导出）没有记下结果：运行台当时中断了，做没做成，以现在的数据和修改历史为准',
      })
      expect(await next.faults()).toEqual([])
      next.close()
    }
  })

  it('begins on the disk, past a power cut; only what is forgotten may wait', async () => {
    const journal = sqliteJournal(await fileOf(1), () => NOW)
    const levels = vi.spyOn(DatabaseSync.prototype, 'exec')
    const lowered = () => levels.mock.calls.some(([sql]) => /synchronous = (?!full)/.test(sql))
    const begun = journal.begin(entry(''))
    expect(lowered()).toBe(false)
    journal.end(begun)
    expect(lowered()).toBe(true)
    levels.mockRestore()
    journal.close()
  })

  it('that was acknowledged is there after a kill, and in the files as a power cut leaves them', async () => {
    const file = path.join(folder, 'killed.sqlite')
    const child = spawn(process.execPath, ['test/support/doomed.ts', 'journal', file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part))
    const kept = () => Number([...said.matchAll(/kept (\d+)\n/g)].at(-1)?.[1] ?? 0)
    while (kept() < 20) await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill('SIGSTOP')
    await new Promise((resolve) => setTimeout(resolve, 30))
    const keptThen = kept()
    const cut = path.join(folder, 'cut.sqlite')
    for (const part of ['', '-wal']) copyFileSync(file + part, cut + part)
    child.kill('SIGCONT')
    child.kill('SIGKILL')
    await new Promise((resolve) => child.once('close', resolve))
    for (const [name, least] of [
      [file, kept()],
      [cut, keptThen],
    ] as const) {
      const { faults, head } = await journalFaults(name, [])
      expect(faults).toEqual([])
      expect([least, least + 1]).toContain(head.seq)
    }
  })
})

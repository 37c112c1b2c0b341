import { DatabaseSync } from 'node:sqlite'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memoryDrawer, type Paper } from '#server/accounts/drawer.ts'
import { sqliteDrawer } from '#server/accounts/sqlite-drawer.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-drawer-'))
})
afterAll(() => rm(folder, { recursive: true }))

const paper = (id: string, json = '{}', kind: Paper['kind'] = 'account'): Paper => ({
  kind,
  id,
  json,
})

describe.each(['memory', 'sqlite'])('the drawer in %s', (where) => {
  const opened = () =>
    where === 'memory' ? memoryDrawer() : sqliteDrawer(path.join(folder, 'accounts.sqlite'))

  it('keeps papers by kind and id, in the order of their ids', async () => {
    const drawer = opened()
    await drawer.file([paper('b'), paper('a'), paper('a', '{}', 'session')])
    await drawer.file([paper('b', '{"n":2}')])
    expect(await drawer.all('account')).toEqual([paper('a'), paper('b', '{"n":2}')])
    expect(await drawer.paper('session', 'a')).toEqual(paper('a', '{}', 'session'))
    expect(await drawer.paper('session', 'b')).toBeNull()
    await drawer.file([paper('c')], [paper('a')])
    expect((await drawer.all('account')).map(({ id }) => id)).toEqual(['b', 'c'])
    expect(await drawer.all('session')).toHaveLength(1)
  })
})

it('holds what was filed when it is opened again', async () => {
  const file = path.join(folder, 'again.sqlite')
  const first = sqliteDrawer(file)
  await first.file([paper('a')])
  first.close()
  const second = sqliteDrawer(file)
  expect(await second.all('account')).toEqual([paper('a')])
  second.close()
})

it('what was filed lightly is read at once, and when it is opened again', async () => {
  const file = path.join(folder, 'lightly.sqlite')
  const first = sqliteDrawer(file)
  await first.fileLightly([paper('a', '{"seen":1}', 'session')])
  expect(await first.paper('session', 'a')).toEqual(paper('a', '{"seen":1}', 'session'))
  const db = new DatabaseSync(file)
  expect(db.prepare('select json from papers').all()).toEqual([{ json: '{"seen":1}' }])
  db.close()
  first.close()
  const second = sqliteDrawer(file)
  expect(await second.all('session')).toEqual([paper('a', '{"seen":1}', 'session')])
  second.close()
})

it('what could not be filed is not held either', async () => {
  const file = path.join(folder, 'refused.sqlite')
  const drawer = sqliteDrawer(file)
  const other = new DatabaseSync(file)
  other.exec("create trigger full before insert on papers begin select raise(abort, 'full'); end")
  other.close()
  await expect(drawer.file([paper('a')])).rejects.toThrow('full')
  await expect(drawer.fileLightly([paper('b')])).rejects.toThrow('full')
  expect(await drawer.all('account')).toEqual([])
  drawer.close()
})

it('refuses a file that is no database, in one line', async () => {
  const file = path.join(folder, 'broken.sqlite')
  await writeFile(file, 'not a database, '.repeat(500))
  expect(() => sqliteDrawer(file)).toThrow('数据文件已损坏')
  // What cannot be written is whole: it must not be moved away.
  const nowhere = path.join(folder, 'no such folder', 'accounts.sqlite')
  expect(() => sqliteDrawer(nowhere)).toThrow('数据文件不能写入')
})

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refusedDesk, startDesk } from '#test/support/desk-process.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'rongmei-process-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const lines = (output: string) => output.trim().split('\n')

describe('a desk that cannot start says why in one line and ends with 1', () => {
  it('where the port is taken', async () => {
    const desk = await startDesk({ DATA_DIR: folder })
    const { port } = new URL(desk.address)
    const second = path.join(folder, 'second')
    const { code, output } = await refusedDesk({ DATA_DIR: second, PORT: port })
    await desk.stop()
    expect(code).toBe(1)
    expect(lines(output)).toEqual([
      `端口 ${port} 已被占用：关掉占用它的程序，或用 PORT 指定别的端口。`,
    ])
  })

  it('where the folder cannot be written', async () => {
    const file = path.join(folder, 'a-file')
    await writeFile(file, '')
    const { code, output } = await refusedDesk({ DATA_DIR: path.join(file, 'data') })
    expect(code).toBe(1)
    expect(lines(output)).toHaveLength(1)
    expect(output).toContain('不能写入')
  })

  it('where the file is damaged', async () => {
    await writeFile(path.join(folder, 'desk.sqlite'), 'not a database, '.repeat(500))
    const { code, output } = await refusedDesk({ DATA_DIR: folder })
    expect(code).toBe(1)
    expect(lines(output)).toHaveLength(1)
    expect(output).toContain('desk.sqlite')
  })

  it('where it would be reached from other machines', async () => {
    const { code, output } = await refusedDesk({ DATA_DIR: folder, HOST: '0.0.0.0' })
    expect(code).toBe(1)
    expect(lines(output)).toHaveLength(1)
  })
})

describe('a desk that runs', () => {
  it('creates its folder, says it serves this machine only, and stops with nothing left open', async () => {
    const data = path.join(folder, 'deep', 'data')
    const desk = await startDesk({ DATA_DIR: data })
    expect(desk.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    expect((await fetch(`${desk.address}api/desk`)).status).toBe(200)
    await desk.stop()
    expect(await readdir(data)).toEqual(['desk.sqlite'])
  })

  it('turns away a request that names another host', async () => {
    const desk = await startDesk({ DATA_DIR: folder })
    const response = await fetch(`${desk.address}api/desk`, {
      headers: { origin: 'http://evil.example' },
    })
    await desk.stop()
    expect(response.status).toBe(403)
  })

  it('as a demo holds the example centre and writes nothing to the data folder', async () => {
    const desk = await startDesk({ DATA_DIR: folder }, ['--demo'])
    const answer = await (await fetch(`${desk.address}api/desk`)).json()
    await desk.stop()
    expect(answer).toMatchObject({
      isDemo: true,
      hasExample: true,
      isEmpty: false,
      lastMonth: '2024-12',
    })
    expect(await readdir(folder)).toEqual([])
  })
})

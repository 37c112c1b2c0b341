import { describe, expect, it } from 'vitest'
import { readAdoption } from '#shared/contract/adoption.ts'
import { attachLink, detach, listAttachments } from '#shared/contract/attachments.ts'
import { addRecords, listRecords, readRecord } from '#shared/contract/records.ts'
import { ask, testDesk, type TestDesk } from '#test/support/memory-desk.ts'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]
const PDF = [...'%PDF-1.7\n'].map((sign) => sign.charCodeAt(0))

async function adoptionDesk(): Promise<{ desk: TestDesk; at: string }> {
  const desk = testDesk()
  const rows = [{ day: '2024-10-08', work: '县庆', outlet: '四川日报', level: '省级' }]
  await ask(desk, addRecords, '/ledgers/adoptions/records', { rows })
  const { records } = await ask(desk, listRecords, '/ledgers/adoptions/records')
  return { desk, at: `/ledgers/adoptions/records/${records[0]?.id}` }
}

async function send(
  { app }: TestDesk,
  at: string,
  files: readonly { name: string; bytes: Iterable<number> }[],
) {
  const form = new FormData()
  for (const { name, bytes } of files) form.append('files', new File([new Uint8Array(bytes)], name))
  const response = await app.request(`/api${at}/attachments`, { method: 'POST', body: form })
  return { status: response.status, answer: await response.json() }
}

const evidenced = async (desk: TestDesk) =>
  (await ask(desk, readAdoption, '/boards/adoption?p=2024-10')).evidence.byLevel

it('are kept under the name they were given and saved under one that opens no program', async () => {
  const { desk, at } = await adoptionDesk()
  const given = [
    'evil.html',
    '..\\..\\run.bat',
    '甲\r\nSet-Cookie: a=b.png',
    '没有后缀',
    '\u202Egnp.exe',
  ]
  const names = await Promise.all(
    given.map(async (name, n) => {
      const { answer } = await send(desk, at, [{ name, bytes: [...PNG, n] }])
      const kept = answer.attachments.find((one: { name: string }) => one.name === name)
      const file = await desk.app.request(`/api/attachments/${kept.id}/file`)
      return decodeURIComponent(file.headers.get('content-disposition') ?? '').split("''")[1]
    }),
  )
  expect(names).toEqual([
    'evil.html.png',
    'run.bat.png',
    '甲Set-Cookie: a=b.png',
    '没有后缀.png',
    'gnp.exe.png',
  ])
})

describe('attachments of a record', () => {
  it('keep files by their content, are listed, counted as evidence and served as what they are', async () => {
    const { desk, at } = await adoptionDesk()
    expect(await evidenced(desk)).toMatchObject([{ uses: 1, filed: 0, evidenced: 0 }])
    const { status, answer } = await send(desk, at, [
      { name: '截图.png', bytes: PNG },
      { name: '版面.pdf', bytes: PDF },
    ])
    expect(status).toBe(200)
    expect(answer).toMatchObject({
      attachments: [
        { name: '截图.png', kind: 'png', size: 11, link: null, by: '测试员' },
        { name: '版面.pdf', kind: 'pdf', size: 9 },
      ],
      largestMegabytes: 10,
      mostPerRecord: 20,
    })
    expect(await evidenced(desk)).toMatchObject([{ uses: 1, filed: 1, evidenced: 1 }])

    const [picture, scan] = answer.attachments
    const shown = await desk.app.request(`/api/attachments/${picture.id}/file`)
    expect([...new Uint8Array(await shown.arrayBuffer())]).toEqual(PNG)
    expect(shown.headers.get('content-type')).toBe('image/png')
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff')
    expect(shown.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox")
    const saved = await desk.app.request(`/api/attachments/${scan.id}/file`)
    expect(saved.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''%E7%89%88%E9%9D%A2.pdf",
    )
  })

  it.each([
    ['jpeg', [0xff, 0xd8, 0xff, 0xe0]],
    ['webp', [...'RIFF\0\0\0\0WEBPVP8 '].map((sign) => sign.charCodeAt(0))],
  ])('know a %s by its first bytes', async (kind, bytes) => {
    const { desk, at } = await adoptionDesk()
    const { answer } = await send(desk, at, [{ name: '没有后缀', bytes }])
    expect(answer.attachments).toMatchObject([{ kind }])
  })

  it('take the same file once, and the number stands in the record with its history', async () => {
    const { desk, at } = await adoptionDesk()
    const twice = { name: '截图.png', bytes: PNG }
    await send(desk, at, [twice, { ...twice, name: '又一份.png' }])
    await send(desk, at, [twice])
    const { record, history } = await ask(desk, readRecord, at)
    expect(record.row).toMatchObject({ attached: 1, evidenced: 'yes' })
    expect(history.map(({ why }) => why)).toEqual(['加附件'])
  })

  it('may be links, and removing one leaves its file and history', async () => {
    const { desk, at } = await adoptionDesk()
    const { attachments } = await ask(desk, attachLink, `${at}/attached-links`, {
      link: ' https://example.com/a ',
      name: '网页',
    })
    expect(attachments).toMatchObject([
      { name: '网页', kind: 'link', size: null, link: 'https://example.com/a' },
    ])
    const left = await ask(desk, detach, `${at}/attachments/${attachments[0]?.id}?why=贴错了`)
    expect(left.attachments).toEqual([])
    expect((await ask(desk, readRecord, at)).record.row.attached).toBeNull()
    expect(await desk.context.store.history('attachments', attachments[0]?.id ?? '')).toMatchObject(
      [{ action: 'remove', why: '贴错了' }],
    )
  })

  it.each([
    ['a program named .png', { name: '截图.png', bytes: [0x4d, 0x5a, 0x90] }, 'ATTACHMENT_KIND'],
    ['a page named .pdf', { name: 'a.pdf', bytes: [0x3c, 0x68, 0x74] }, 'ATTACHMENT_KIND'],
    [
      'a picture of more than 10 MB',
      {
        name: '大.png',
        bytes: Buffer.concat([Buffer.from(PNG), Buffer.alloc(10 * 1024 * 1024)]),
      },
      'ATTACHMENT_TOO_LARGE',
    ],
  ])('refuse %s and keep nothing of that request', async (_, bad, code) => {
    const { desk, at } = await adoptionDesk()
    const { answer } = await send(desk, at, [{ name: '好.png', bytes: PNG }, bad])
    expect(answer.code).toBe(code)
    expect((await ask(desk, listAttachments, `${at}/attachments`)).attachments).toEqual([])
  })

  it('are no more than the settings allow', async () => {
    const { desk, at } = await adoptionDesk()
    const many = Array.from({ length: 21 }, (_, n) => ({ name: `${n}.png`, bytes: [...PNG, n] }))
    expect((await send(desk, at, many)).answer.code).toBe('ATTACHMENT_TOO_MANY')
    expect((await ask(desk, listAttachments, `${at}/attachments`)).attachments).toEqual([])
  })

  it.each(['javascript:alert(1)', 'example.com'])('refuse the link %s', async (link) => {
    const { desk, at } = await adoptionDesk()
    await expect(ask(desk, attachLink, `${at}/attached-links`, { link })).rejects.toThrow(
      'ATTACHMENT_LINK_INVALID',
    )
  })

  it('are no ledger that anybody writes into', async () => {
    const { desk } = await adoptionDesk()
    await expect(
      ask(desk, addRecords, '/ledgers/attachments/records', { rows: [{ name: 'x' }] }),
    ).rejects.toThrow('LEDGER_KEPT_BY_DESK')
  })
})

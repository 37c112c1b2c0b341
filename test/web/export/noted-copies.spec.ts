import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { copyNoted } from '#web/export/noted-copies.ts'

const noted: unknown[] = []
let answers: (() => Response)[] = []
const server = setupServer(
  http.post('*/api/journal/exports', async ({ request }) => {
    const answer = answers.shift()?.()
    if (!answer?.ok) return answer ?? HttpResponse.error()
    noted.push(await request.json())
    return answer
  }),
)
beforeAll(() => server.listen())
afterAll(() => server.close())
afterEach(() => {
  noted.length = 0
  vi.restoreAllMocks()
})

const done = () => HttpResponse.json({ noted: true })
const failing = (code: string, status: number) => () =>
  HttpResponse.json({ code, message: '', why: '', fix: '', requestId: '' }, { status })

it('what is copied is there at once, and noted once the desk can be reached again', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  answers = [failing('DESK_FAILED', 502), done, failing('RIGHT_MISSING', 403), done]
  expect(await copyNoted('10月采用 15 条', '上级采用')).toBe('已复制：10月采用 15 条')
  expect(write).toHaveBeenCalledWith('10月采用 15 条')
  expect(noted).toEqual([])
  await vi.waitFor(() => expect(noted).toEqual([{ what: '上级采用', form: 'copy' }]), 5000)
  // What is refused is not tried for ever, and holds nothing up.
  await copyNoted('甲', '甲')
  await copyNoted('乙', '乙')
  await vi.waitFor(() => expect(noted.at(-1)).toEqual({ what: '乙', form: 'copy' }), 5000)
  expect(noted).toHaveLength(2)
})

it('what the browser does not copy is not noted', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'))
  document.execCommand = () => false
  answers = []
  expect(await copyNoted('丙', '丙')).toBe('浏览器不让复制，请自己选中：丙')
  expect(noted).toEqual([])
})

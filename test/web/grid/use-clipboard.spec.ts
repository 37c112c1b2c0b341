import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { computed, ref } from 'vue'
import { rightsAnswer } from '#server/accounts/reader.ts'
import { DEFAULT_ROLES } from '#shared/rights/roles.ts'
import { rightsOf } from '#shared/rights/rights.ts'
import { gridColumns, usualColumns } from '#web/grid/columns.ts'
import { useClipboard } from '#web/grid/use-clipboard.ts'
import { rights } from '#web/offered.ts'

const COLUMNS = gridColumns('pieces', usualColumns('pieces')).slice(0, 2)
const noted: unknown[] = []
const server = setupServer(
  http.post('*/api/journal/exports', async ({ request }) => {
    noted.push(await request.json())
    return HttpResponse.json({ noted: true })
  }),
)
beforeAll(() => server.listen())
afterAll(() => server.close())
afterEach(() => {
  noted.length = 0
  rights.value = null
})

const signedInAs = (role: string): void => {
  const roles = DEFAULT_ROLES.filter(({ id }) => id === role)
  rights.value = rightsAnswer(rightsOf(roles, '编辑部'))
}

/** A grid of pieces with two rows of new text, its first two columns picked. */
function grid(use = useClipboard, isThere = true) {
  const said: string[] = []
  const pasted: string[] = []
  const emptied: unknown[] = []
  const { copy, cut, paste } = use(
    {
      what: '全媒体发稿',
      block: computed(() => ({ top: 0, bottom: 1, left: 0, right: 1 })),
      columns: () => COLUMNS,
      lineAt: (at) => ({
        key: `new-${at}`,
        isNew: isThere,
        cells: Object.fromEntries(COLUMNS.map(({ id }, i) => [id, `${at}-${i}`])),
        record: undefined,
        faults: undefined,
      }),
      isTyping: ref(false),
    },
    {
      copied: (words) => said.push(words),
      cut: (block) => emptied.push(block),
      pasted: (_at, _field, text) => pasted.push(text),
    },
  )
  return { copy, cut, paste, said, pasted, emptied }
}

const clipboardEvent = (held = '') => {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', held)
  return new ClipboardEvent('copy', { clipboardData, cancelable: true })
}

it('a copied block is on the clipboard, and the journal notes of what and how much', async () => {
  const { copy, said } = grid()
  const event = clipboardEvent()
  copy(event)
  expect(event.clipboardData?.getData('text/plain')).toBe('0-0\t0-1\n1-0\t1-1')
  expect(said).toEqual(['已复制 2 行 2 列'])
  await vi.waitFor(() => expect(noted).toEqual([{ what: '全媒体发稿的 2 行 2 列', form: 'copy' }]))
})

it('a block that is cut is noted as one that is copied, and emptied; not where a row of it is not here', async () => {
  const { cut, emptied } = grid()
  cut(clipboardEvent())
  expect(emptied).toEqual([{ top: 0, bottom: 1, left: 0, right: 1 }])
  await vi.waitFor(() => expect(noted).toEqual([{ what: '全媒体发稿的 2 行 2 列', form: 'copy' }]))
  const far = grid(useClipboard, false)
  far.cut(clipboardEvent())
  expect(far.emptied).toEqual([])
  expect(far.said).toEqual(['没有复制：有 2 行还没有读来。行数多时请用“下载”。'])
})

it('whoever may not export copies from grid to grid, and nothing out of it', async () => {
  signedInAs('editor')
  const { copy, paste, said, pasted } = grid()
  const event = clipboardEvent()
  copy(event)
  const left = event.clipboardData?.getData('text/plain') ?? ''
  expect(left).toBe('（在表格里复制的内容，没有“导出”权限，只能粘贴回表格）')
  expect(said).toEqual(['已复制 2 行 2 列，只能粘贴回表格：没有“导出”权限'])
  const other = grid()
  other.paste(clipboardEvent(left))
  expect(other.pasted).toEqual(['0-0\t0-1\n1-0\t1-1'])
  paste(clipboardEvent('从别处'))
  expect(pasted).toEqual(['从别处'])
  await new Promise((resolve) => setTimeout(resolve))
  expect(noted).toEqual([])
})

it('what was copied on a page that was left is asked for again, never typed as words', async () => {
  vi.resetModules()
  const { useClipboard: later } = await import('#web/grid/use-clipboard.ts')
  const { paste, said, pasted } = grid(later)
  const event = clipboardEvent('（在表格里复制的内容，没有“导出”权限，只能粘贴回表格）')
  paste(event)
  expect(event.defaultPrevented).toBe(true)
  expect(pasted).toEqual([])
  expect(said).toEqual(['复制的内容已经不在了：请在表格里再复制一次'])
})

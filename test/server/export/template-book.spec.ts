import { strFromU8, unzipSync } from 'fflate'
import { utils, read, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { exampleCentre } from '#example/index.ts'
import { prepareImport } from '#server/ingest/prepare.ts'
import { withDerived, type Cell, type Field, type Row } from '#shared/ledgers/define.ts'
import { LEDGER_IDS, ledgerOf, type LedgerId } from '#shared/ledgers/index.ts'
import { CONTEXT, onlySection } from '#test/support/import-files.ts'
import { testDesk, type TestDesk } from '#test/support/memory-desk.ts'

const desk = testDesk()
const { ledgers } = exampleCentre()
const ENTERED = LEDGER_IDS.filter((id) => ledgerOf(id).kind !== 'desk')

async function template(ledger: LedgerId, from: TestDesk = desk) {
  const response = await from.app.request(`/api/ledgers/${ledger}/template.xlsx`)
  expect(response.status).toBe(200)
  const bytes = new Uint8Array(await response.arrayBuffer())
  return { name: `${ledgerOf(ledger).label}模板.xlsx`, bytes, hash: ledger }
}

/** A cell as somebody types it under the head. */
function typed({ kind, options }: Field, cell: Cell): string | number {
  if (cell === null) return ''
  if (kind === 'money') return Number(cell) / 100
  if (kind === 'dateTime') return String(cell).replace('T', ' ')
  return options?.[String(cell)]?.label ?? cell
}

/** Fills the template below its example row, as a person with a spreadsheet does. */
async function filled(ledger: LedgerId, rows: readonly Row[]) {
  const file = await template(ledger)
  const book = read(file.bytes, { type: 'array' })
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  if (!sheet) throw new Error('no sheet')
  const fields = Object.entries(ledgerOf(ledger).fields).filter(
    ([, field]) => !field.derive && !field.byDesk,
  )
  const cells = rows.map((row) => fields.map(([id, field]) => typed(field, row[id] ?? null)))
  utils.sheet_add_aoa(sheet, cells, { origin: 'A3' })
  const bytes: ArrayBuffer = write(book, { type: 'array', bookType: 'xlsx' })
  return { ...file, bytes: new Uint8Array(bytes) }
}

describe('the template of a ledger', () => {
  it.each(ENTERED)('of %s reads back with nothing but its example row passed over', async (id) => {
    const { section } = onlySection(await template(id))
    expect(section).toMatchObject({
      ledger: id,
      rowsRead: 1,
      rowsRefused: 0,
      skips: [{ why: '模板的示例行', count: 1, rows: [2] }],
    })
    expect(section.mapping.filter(({ how }) => how === 'unused')).toEqual([])
  })

  it.each(ENTERED)('of %s, filled, loads the very cells that were written', async (id) => {
    const written = ledgers[id].slice(0, 5)
    const { preview, rows } = prepareImport([await filled(id, written)], CONTEXT)
    const section = preview.sections.find(({ ledger }) => ledger === id)
    expect(section?.refusals).toEqual([])
    const read = (rows[section?.id ?? ''] ?? []).map((row) => withDerived(ledgerOf(id), row))
    expect(read).toMatchObject(written.map((row) => withDerived(ledgerOf(id), row)))
    expect(read).toHaveLength(written.length)
  })

  it('offers the words of a choice and the names of a list to choose from', async () => {
    const centre = testDesk()
    await centre.app.request('/api/example', { method: 'POST' })
    const parts = unzipSync((await template('pieces', centre)).bytes)
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const words = strFromU8(parts['xl/worksheets/sheet3.xml'] ?? new Uint8Array())
    expect(sheet.match(/<dataValidation type="list"/g)?.length).toBeGreaterThanOrEqual(5)
    expect(sheet).toMatch(/sqref="[A-Z]+2:[A-Z]+5000"><formula1>'选项'!\$([A-Z])\$1:\$\1\$6</)
    expect(words).toContain('爱峨边')
    expect(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())).toContain(
      'name="选项" sheetId="3" state="hidden"',
    )
  })

  it('is not made of what the desk keeps by itself', async () => {
    const response = await desk.app.request('/api/ledgers/attachments/template.xlsx')
    expect(await response.json()).toMatchObject({ code: 'LEDGER_KEPT_BY_DESK' })
  })
})

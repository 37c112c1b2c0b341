import { strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { memoryStore } from '#server/store/memory.ts'
import { isUnmasked } from '#server/seen/unmasked-file.ts'
import { maskedText } from '#shared/masks.ts'
import { fillCitizens } from '#test/support/citizens.ts'
import { bookFile, goldenBytes } from '#test/support/import-files.ts'
import { roleDesk, type CallAs } from '#test/support/role-desk.ts'

const shown = (text: string): string => maskedText(text, ['李原名'])
const BOOK = bookFile('发稿.xlsx', { 发稿: [['标题'], ['路灯亮了']] }).bytes

/** A workbook with some of its parts put in place of others, or beside them. */
const bookWith = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipSync({
    ...unzipSync(BOOK),
    ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  })
const sheetOf = (cell: string): Record<string, string> => ({
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row><c r="A1">${cell}</c></row></sheetData></worksheet>`,
})

it.each([
  ['a text', strToU8('标题\r\n路灯亮了')],
  ['a workbook', BOOK],
  ['a ledger of a year', goldenBytes('上级采用台账2024.xlsx')],
  ['JSON', strToU8('{"title":"路灯亮了"}')],
])('%s that names nobody may go as it is', async (_, bytes) => {
  expect(await isUnmasked(bytes, shown)).toBe(true)
})

it.each([
  ['a name in a text', strToU8('标题\r\n李原名来访')],
  // GB 18030 of 李原名.
  ['one in GB 18030', new Uint8Array([0xc0, 0xee, 0xd4, 0xad, 0xc3, 0xfb])],
  ['a number', strToU8('电话,13987654321')],
  ['JSON whose signs are written as codes', strToU8(String.raw`{"title":"\u674e\u539f\u540d"}`)],
  ['a name in a cell', bookWith(sheetOf('<is><t>李原名来访</t></is>'))],
  ['one parted by its markup', bookWith(sheetOf('<is><r><t>李</t></r><r><t>原名</t></r></is>'))],
  ['one written as codes', bookWith(sheetOf('<is><t>&#x674e;&#21407;名</t></is>'))],
  ['a number kept as a number', bookWith(sheetOf('<v>1.3987654321E10</v>'))],
  ['a comment', bookWith({ 'xl/comments1.xml': '<comments><t>李原名</t></comments>' })],
  [
    'who made it',
    bookWith({ 'docProps/core.xml': '<cp:lastModifiedBy>李原名</cp:lastModifiedBy>' }),
  ],
  ['a picture', bookWith({ 'xl/media/image1.png': 'scan' })],
  ['macros', bookWith({ 'xl/vbaProject.bin': 'code' })],
  ['an old workbook', goldenBytes('舆情监测日报2024.xls')],
  ['a file that is cut', BOOK.subarray(0, BOOK.length - 40)],
])('%s keeps a file from who sees masks', async (_, bytes) => {
  expect(await isUnmasked(bytes, shown)).toBe(false)
})

describe('the files of a batch of a ledger that names nobody', () => {
  let as: CallAs
  const FILES = { plain: '标题\r\n路灯亮了', petitioner: '李原名来访', household: '走访吉克隐名' }
  beforeAll(async () => {
    const store = memoryStore()
    await fillCitizens(store)
    await store.write(async (writer) => {
      const files = Object.keys(FILES).map((hash) => ({ name: `${hash}.csv`, hash }))
      const about = { title: '发稿.csv', why: '', at: '2025-02-10T03:00:00.000Z', by: 'editor' }
      await writer.openBatch({ id: 'pieces-1', kind: 'import', files, notes: [], ...about })
      for (const [hash, text] of Object.entries(FILES)) await writer.saveFile(hash, strToU8(text))
      const piece = { day: '2024-10-09', title: '晒秋', platform: '微博', form: 'text' }
      await writer.put('pieces', [piece], 'pieces-1')
    })
    as = (await roleDesk(store)).as
  })

  it('go to whoever sees every name in them, as they were given', async () => {
    const told = async (role: string) =>
      Promise.all(
        Object.keys(FILES).map(async (hash) => {
          const answer = await as(role, `/batches/pieces-1/files/${hash}`)
          return answer.ok ? await answer.text() : (await answer.json()).code
        }),
      )
    const { plain, petitioner, household } = FILES
    expect(await told('administrator')).toEqual([plain, petitioner, household])
    expect(await told('chiefEditor')).toEqual([plain, petitioner, 'FILE_UNDER_MASKS'])
    expect(await told('director')).toEqual([plain, 'FILE_UNDER_MASKS', 'FILE_UNDER_MASKS'])
  })
})

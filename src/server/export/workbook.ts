import { Zip, ZipDeflate } from 'fflate'
import {
  partsAround,
  sheetHead,
  sheetTail,
  rowXml,
  type SheetLook,
  type Cell,
} from './sheet-xml.ts'

/** A sheet as it is written: its look, and its rows in blocks as they come. */
export interface Sheet extends SheetLook {
  readonly blocks: AsyncIterable<readonly (readonly Cell[])[]>
}

/**
 * A workbook as a stream: rows are packed as they come and nothing is held, so that a hundred
 * thousand of them cost no memory and the event loop has its turn after each block.
 */
export function workbook(sheets: readonly Sheet[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async start(controller) {
      const zip = new Zip((error, chunk, isLast) => {
        if (error) controller.error(error)
        else {
          controller.enqueue(chunk)
          if (isLast) controller.close()
        }
      })
      try {
        for (const [name, xml] of partsAround(sheets)) put(zip, name, [xml])
        for (const [n, sheet] of sheets.entries()) await putSheet(zip, n + 1, sheet)
        zip.end()
      } catch (error) {
        controller.error(error)
      }
    },
  })
}

const BYTES = new TextEncoder()

function part(zip: Zip, name: string): ZipDeflate {
  // The fastest packing: the reader waits for the rows, not for the last bytes saved.
  // Looking back no further than 64 KB a part lays aside what it holds, not two megabytes each.
  const entry = new ZipDeflate(name, { level: 1, mem: 4 })
  zip.add(entry)
  return entry
}

function put(zip: Zip, name: string, texts: readonly string[]): void {
  part(zip, name).push(BYTES.encode(texts.join('')), true)
}

async function putSheet(zip: Zip, number: number, sheet: Sheet): Promise<void> {
  const entry = part(zip, `xl/worksheets/sheet${number}.xml`)
  entry.push(BYTES.encode(sheetHead(sheet)))
  let at = 1
  for await (const block of sheet.blocks) {
    const rows = block.map((row, n) => rowXml(at + n, row, sheet))
    at += block.length
    entry.push(BYTES.encode(rows.join('')))
    await new Promise((resolve) => setTimeout(resolve))
  }
  entry.push(BYTES.encode(sheetTail(sheet, at - 1)), true)
}

import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { gzipParts } from '#server/http/gzip-parts.ts'
import { takes, type Part } from '#server/packed.ts'

async function partOf(text: string): Promise<Part> {
  const plain = new TextEncoder().encode(text)
  return { plain, packed: await gzipParts.pack(plain) }
}

const unpacked = (parts: readonly Part[]): string =>
  gunzipSync(gzipParts.together(parts)).toString()

it('parts are put together into one gzip, in any order, as often as asked', async () => {
  const [long, short, empty] = await Promise.all(
    ['春耕备耕。'.repeat(20_000), '改', ''].map(partOf),
  )
  if (!long || !short || !empty) throw new Error('three parts')
  expect(unpacked([long, short, long])).toBe(
    `${'春耕备耕。'.repeat(20_000)}改${'春耕备耕。'.repeat(20_000)}`,
  )
  expect(unpacked([short, empty, long])).toBe(`改${'春耕备耕。'.repeat(20_000)}`)
  expect(unpacked([])).toBe('')
  expect(gzipParts.together([long]).length).toBeLessThan(2000)
})

it('browsers read it too', async () => {
  const packed = gzipParts.together(await Promise.all(['{"a":', '1', '}'].map(partOf)))
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))
  expect(await new Response(stream).json()).toEqual({ a: 1 })
})

it.each([
  ['gzip', true],
  ['gzip, deflate, br', true],
  ['br;q=1.0, GZIP;q=0.8', true],
  ['gzip;q=0', false],
  ['br', false],
  ['x-gzip', false],
  [undefined, false],
])('who accepts %s is answered in gzip: %s', (accepted, isTaken) => {
  expect(takes(accepted, 'gzip')).toBe(isTaken)
})

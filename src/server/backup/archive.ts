import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { DeskError } from '#shared/diagnostics.ts'
import { isMissing } from '../store/missing-file.ts'
import { byteReader } from './byte-reader.ts'
import { FORMAT, MANIFEST, isBackupName, manifestSchema, type Manifest } from './manifest.ts'
import { mustFit, roomIn } from './room.ts'
import { MAGIC_LENGTH, isSealed, sealed, unsealed } from './seal.ts'
import { filesOf, tarOf, type TarFile } from './tar.ts'

/** A file to be kept: what it is called in the backup, and where it stands. */
export interface Source {
  readonly name: string
  readonly place: string
}

/**
 * Writes a backup: a gzipped tar, its manifest first, sealed where there is a passphrase. Nothing is
 * held whole in memory; the file is on the disk when it returns.
 */
export async function writeArchive(
  target: string,
  about: Omit<Manifest, 'made' | 'format' | 'files'>,
  { sources, passphrase }: { sources: readonly Source[]; passphrase: string | null },
): Promise<Manifest> {
  const files: Manifest['files'] = []
  for (const { name, place } of sources) files.push({ name, ...(await measured(place)) })
  const manifest: Manifest = { made: 'rongmei-desk', format: FORMAT, ...about, files }
  const words = new TextEncoder().encode(JSON.stringify(manifest))
  async function* entries(): AsyncGenerator<TarFile> {
    yield { name: MANIFEST, size: words.length, bytes: Readable.from([words]) }
    for (const [i, { name, place }] of sources.entries())
      yield { name, size: files[i]?.size ?? 0, bytes: createReadStream(place) }
  }
  const packed = createGzip()
  const packing = pipeline(Readable.from(tarOf(entries())), packed)
  const out = passphrase === null ? packed : sealed(packed, passphrase)
  await Promise.all([packing, pipeline(out, createWriteStream(target))])
  await flush(target)
  return manifest
}

/** Where a file of a backup is put; null passes over it, its hash is checked all the same. */
type PlaceOf = (name: string) => string | null

/**
 * Reads a backup to its end, each file against its hash. Throws BACKUP_FOREIGN, BACKUP_NEWER,
 * BACKUP_DAMAGED, BACKUP_PASSPHRASE_NEEDED or BACKUP_PASSPHRASE_WRONG.
 */
export async function readArchive(
  file: string,
  passphrase: string | null,
  placeOf: PlaceOf,
): Promise<Manifest> {
  const files = filesOf(await unpacked(file, passphrase))
  try {
    return await readFiles(files, placeOf)
  } catch (error) {
    throw isBroken(error) ? new DeskError('BACKUP_DAMAGED') : error
  }
}

/** Whether it takes a passphrase. Throws BACKUP_FOREIGN where it is no backup by its beginning. */
export async function isSealedFile(file: string, called = path.basename(file)): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const beginning = new Uint8Array(MAGIC_LENGTH)
    await handle.read(beginning, 0, MAGIC_LENGTH, 0)
    if (isSealed(beginning)) return true
    if (beginning[0] === 0x1f && beginning[1] === 0x8b) return false
    throw new DeskError('BACKUP_FOREIGN', called)
  } finally {
    await handle.close()
  }
}

async function readFiles(files: AsyncGenerator<TarFile>, placeOf: PlaceOf): Promise<Manifest> {
  const first = await files.next()
  if (first.done || first.value.name !== MANIFEST) throw new DeskError('BACKUP_FOREIGN')
  if (first.value.size > LARGEST_MANIFEST) throw new DeskError('BACKUP_FOREIGN')
  const manifest = manifestIn(await text(first.value))
  const expected = manifest.files.values()
  for await (const { name, size, bytes } of files) {
    const { value: said } = expected.next()
    if (!said || said.name !== name || said.size !== size || !isBackupName(name))
      throw new DeskError('BACKUP_DAMAGED', name)
    const place = placeOf(name)
    if (place !== null) {
      await mkdir(path.dirname(place), { recursive: true })
      mustFit(size, await roomIn(path.dirname(place)))
    }
    const hash = await taken(bytes, place)
    if (hash !== said.hash) throw new DeskError('BACKUP_DAMAGED', name)
  }
  if (!expected.next().done) throw new DeskError('BACKUP_DAMAGED')
  return manifest
}

async function unpacked(
  file: string,
  passphrase: string | null,
): Promise<AsyncIterable<Uint8Array>> {
  const isUnderPassphrase = await isSealedFile(file)
  const bytes: AsyncIterable<Uint8Array> = createReadStream(file)
  const gunzip = createGunzip()
  const packed = isUnderPassphrase ? unsealed(bytes, passphrase) : bytes
  // What fails on the way comes out of the far end, where it is read.
  pipeline(packed, gunzip).catch((error: unknown) =>
    gunzip.destroy(error instanceof Error ? error : new Error(String(error))),
  )
  return gunzip
}

/** A line of it is some hundred bytes, one a file. */
const LARGEST_MANIFEST = 64 * 1024 * 1024

const newerSchema = /"format":(\d+)/

function manifestIn(words: string): Manifest {
  if (!words.includes('"rongmei-desk"')) throw new DeskError('BACKUP_FOREIGN')
  const format = Number(newerSchema.exec(words)?.[1] ?? 0)
  if (format > FORMAT) throw new DeskError('BACKUP_NEWER')
  const { data } = manifestSchema.safeParse(JSON.parse(words))
  if (!data) throw new DeskError('BACKUP_DAMAGED')
  return data
}

async function text({ bytes, size }: TarFile): Promise<string> {
  return new TextDecoder().decode(await byteReader(bytes).exactly(size))
}

/** Writes the bytes to their place, where they have one; gives their hash. */
async function taken(bytes: AsyncIterable<Uint8Array>, place: string | null): Promise<string> {
  const hash = createHash('sha256')
  const hashed = async function* () {
    for await (const part of bytes) {
      hash.update(part)
      yield part
    }
  }
  if (place === null) for await (const part of hashed()) void part
  else {
    await pipeline(hashed(), createWriteStream(place))
    await flush(place)
  }
  return hash.digest('hex')
}

async function measured(place: string): Promise<{ size: number; hash: string }> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(place), hash)
  return { size: (await stat(place)).size, hash: hash.digest('hex') }
}

/** Every file below a folder, by name; none where there is no folder. Half-written ones stay out. */
export async function filesBelow(folder: string, as: string): Promise<Source[]> {
  const reading = readdir(folder, { recursive: true, withFileTypes: true })
  const entries = await reading.catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.part'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted()
    .map((place) => ({
      name: [as, ...path.relative(folder, place).split(path.sep)].join('/'),
      place,
    }))
}

/** Bytes that are written stand on the disk itself. */
export async function flush(place: string): Promise<void> {
  const file = await open(place, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** What zlib says of bytes that are not what was packed, or end too early; JSON likewise. */
const isBroken = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  (error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    /^Z_|PREMATURE_CLOSE/.test(error.code))

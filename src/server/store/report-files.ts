/** The folder that reports are written to. */
export interface ReportFiles {
  /** Where it is, to be read by people. */
  readonly place: string
  /** Writes under the name, or under the next number where it is taken; answers the name it got. */
  write(name: string, bytes: Uint8Array): Promise<string>
  /** Null where nobody wrote it, or somebody moved it away. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>
}

/** `月报.docx`, `月报 (2).docx`, `月报 (3).docx` …; without what file systems refuse. */
export function numberedName(name: string, number: number): string {
  const safe = name.replace(/[\\/:*?"<>|]/g, '_')
  return number === 1 ? safe : safe.replace(/(\.\w+)?$/, ` (${number})$1`)
}

/** Files that are forgotten with the process; for mocks and tests. */
export function memoryReportFiles(): ReportFiles {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  return {
    place: '（演示：不写入磁盘）',
    async write(name, bytes) {
      let number = 1
      while (files.has(numberedName(name, number))) number += 1
      files.set(numberedName(name, number), new Uint8Array(bytes))
      return numberedName(name, number)
    },
    read: async (name) => files.get(name) ?? null,
  }
}

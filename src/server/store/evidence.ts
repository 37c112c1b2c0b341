/** Where the bytes of attachments are kept, each under its SHA-256 in hex. */
export interface EvidenceFiles {
  /** Returns once the bytes are safely kept; bytes that are there already are left alone. */
  keep(hash: string, bytes: Uint8Array): Promise<void>
  /** Null when nobody kept them. */
  read(hash: string): Promise<Uint8Array<ArrayBuffer> | null>
}

/** Files that are forgotten with the process; for mocks and tests. */
export function memoryEvidence(): EvidenceFiles {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  return {
    async keep(hash, bytes) {
      if (!files.has(hash)) files.set(hash, new Uint8Array(bytes))
    },
    read: async (hash) => files.get(hash) ?? null,
  }
}

/** A part of a text as it goes out. */
export interface Part {
  /** UTF-8. */
  readonly plain: Uint8Array<ArrayBuffer>
  readonly packed: Uint8Array<ArrayBuffer>
}

/** Packs parts of texts, which are put together in any order afterwards: what stays is packed once. */
export interface Packer {
  /** As `content-encoding` names it. */
  readonly encoding: string
  pack(plain: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>
  together(parts: readonly Part[]): Uint8Array<ArrayBuffer>
}

/** Parts as one text, neither packed nor unpacked. */
export function plainly(parts: readonly Pick<Part, 'plain'>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, { plain }) => length + plain.length, 0))
  let at = 0
  for (const { plain } of parts) {
    whole.set(plain, at)
    at += plain.length
  }
  return whole
}

/** Whether `accept-encoding` takes an encoding. */
export const takes = (accepted: string | undefined, encoding: string): boolean =>
  (accepted ?? '').split(',').some((each) => {
    const [name = '', weight = '1'] = each.trim().split(/\s*;\s*q=/i)
    return name.toLowerCase() === encoding && Number(weight) > 0
  })

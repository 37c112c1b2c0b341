/** The time on this machine's clock: `09:05`. */
export const clockLabel = (at: Date): string => at.toTimeString().slice(0, 5)

/** The size of a file as people say it: `12 KB`, `1.4 MB`. */
export const sizeText = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`

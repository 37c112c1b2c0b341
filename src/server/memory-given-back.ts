/**
 * Bytes from which a piece of memory is asked of the system, and given back to it when let go. Left to
 * itself glibc raises this to the size of the first upload and keeps what it once had: 140 MB more
 * after two imports of 100,000 rows. https://man7.org/linux/man-pages/man3/mallopt.3.html
 */
const FROM = '1048576'
const SETTING = 'MALLOC_MMAP_THRESHOLD_'

/**
 * Whether this process gives memory back. Where the system reads how only at a start, the process is
 * begun anew in its own place, its number and its streams kept, and nothing after the call happens.
 */
export function hasMemoryGivenBack(): boolean {
  const { platform, env, execve, execPath, execArgv, argv } = process
  if (platform !== 'linux' || env[SETTING] !== undefined || !execve) return true
  return execve(execPath, [execPath, ...execArgv, ...argv.slice(1)], { ...env, [SETTING]: FROM })
}

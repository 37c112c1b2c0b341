import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * A real Chromium: the machine's own, else the one that @sparticuz/chromium ships through npm.
 * Fails with the command that installs one; nothing is skipped.
 */
export async function launchBrowser(): Promise<Browser> {
  const own = PLACES.find((place) => place !== undefined && existsSync(place))
  if (own !== undefined) return chromium.launch({ executablePath: own, args: FLAGS })
  try {
    const { default: shipped } = await import('@sparticuz/chromium')
    const executablePath = await shipped.executablePath()
    return await chromium.launch({ executablePath, args: [...shipped.args, ...FLAGS] })
  } catch (error) {
    throw new Error(
      '没有可用的 Chromium。安装一个再运行：apt-get update && apt-get install -y chromium fonts-noto-cjk',
      { cause: error },
    )
  }
}

import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--in-process-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const FONTS = '/etc/fonts'

/**
 * Starts a real Chromium: the one at CHROMIUM, else the one @sparticuz/chromium ships through npm:
 * the same for everybody, without the windows and menus that take a third of the time. Where that
 * cannot run, the machine's own. Fails with the command that installs one.
 */
export async function launchBrowser(): Promise<Browser> {
  const at = (executablePath: string) => chromium.launch({ executablePath, args: FLAGS })
  const named = process.env.CHROMIUM
  if (named !== undefined && named !== 'npm') return at(named)
  try {
    return await at(await shippedChromium())
  } catch (error) {
    const own = PLACES.find((place) => existsSync(place))
    if (own !== undefined) return at(own)
    throw new Error(
      '没有可用的 Chromium。安装一个再运行：apt-get update && apt-get install -y chromium fonts-noto-cjk',
      { cause: error },
    )
  }
}

/** Unpacks the Chromium of npm where it is not yet, once before several processes start it. */
export async function unpackBrowser(): Promise<void> {
  // A machine where it cannot be unpacked may have its own.
  await shippedChromium().catch(() => null)
}

async function shippedChromium(): Promise<string> {
  // Told that it is a Lambda, the package unpacks the libraries its Chromium needs as well.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
  // Its own fonts know no Chinese.
  if (existsSync(FONTS)) process.env.FONTCONFIG_PATH ??= FONTS
  const { default: shipped } = await import('@sparticuz/chromium')
  return shipped.executablePath()
}

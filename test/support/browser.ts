import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserServer, type LaunchOptions } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
/** A Lambda's: where pages have no process of their own, closing one of them ends the browser. */
const ONE_PROCESS = ['--single-process', '--no-zygote']
const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A real Chromium of one's own. Fails with the command that installs one. */
export const launchBrowser = (): Promise<Browser> =>
  withChromium((options) => chromium.launch(options))

/** The same for many to connect to. */
export const serveBrowser = (): Promise<BrowserServer> =>
  withChromium((options) => chromium.launchServer(options))

/**
 * Starts the Chromium that CHROMIUM names, the machine's own, else the one @sparticuz/chromium
 * ships through npm (CHROMIUM=npm asks for it).
 */
async function withChromium<T>(start: (options: LaunchOptions) => Promise<T>): Promise<T> {
  const named = process.env.CHROMIUM
  const own = named === 'npm' ? undefined : (named ?? PLACES.find((place) => existsSync(place)))
  if (own !== undefined) return start({ executablePath: own, args: FLAGS })
  try {
    // Told that it is a Lambda, the package unpacks the libraries its Chromium needs as well.
    process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x'
    const { default: shipped } = await import('@sparticuz/chromium')
    const executablePath = await shipped.executablePath()
    const args = shipped.args.filter((arg) => !ONE_PROCESS.includes(arg))
    return await start({ executablePath, args: [...args, ...FLAGS] })
  } catch (error) {
    throw new Error(
      '没有可用的 Chromium。安装一个再运行：apt-get update && apt-get install -y chromium fonts-noto-cjk',
      { cause: error },
    )
  }
}

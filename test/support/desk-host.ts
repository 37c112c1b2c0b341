import { readConfig } from '#server/config.ts'
import { runDesk, type RunningDesk } from '#server/run-desk.ts'
import { isAsked, type Told } from './hosted-desk.ts'

/** The process that `hosted-desk.ts` starts: it opens and stops desks as it is asked, until nobody is left to ask. */
const desks = new Map<string, RunningDesk>()

process.on('disconnect', () => process.exit())
process.on('message', (asked: unknown) => {
  if (!isAsked(asked)) throw new Error(`nothing a host is asked: ${JSON.stringify(asked)}`)
  const { folder, want } = asked
  const answer = want === 'open' ? open(folder) : stop(folder)
  answer.then(
    (address) => tell({ folder, address }),
    (error: unknown) => tell({ folder, failed: String(error) }),
  )
})

const tell = (told: Told) => process.send?.(told)

async function open(folder: string): Promise<string> {
  const desk = await runDesk(readConfig({ DATA_DIR: folder, PORT: '0' }, []))
  desks.set(folder, desk)
  return desk.address
}

async function stop(folder: string): Promise<string> {
  await desks.get(folder)?.stop()
  desks.delete(folder)
  return ''
}

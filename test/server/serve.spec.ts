import { beforeAll, describe, expect, it } from 'vitest'
import { memoryDrawer } from '#server/accounts/drawer.ts'
import { secretHash } from '#server/accounts/secrets.ts'
import { createApp } from '#server/app.ts'
import { ENDPOINTS } from '#shared/contract/index.ts'
import { FILES } from '#shared/contract/files.ts'
import type { Right } from '#shared/rights/right.ts'
import { allows, NO_RIGHTS, rightsOf } from '#shared/rights/rights.ts'
import { DEFAULT_ROLES } from '#shared/rights/roles.ts'
import { testDesk } from '#test/support/memory-desk.ts'
import { quickSecrets } from '#test/support/quick-secrets.ts'

interface Called {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly right: Right
}

const CALLED: readonly Called[] = [
  ...Object.entries(ENDPOINTS).map(([name, { method, path, right }]) => {
    return { name, method, path, right }
  }),
  ...Object.entries(FILES).map(([name, { path, right }]) => ({ name, method: 'GET', path, right })),
]

/** Ledgers of three lines of work: what is named in an address decides. */
const LEDGERS = ['pieces', 'alerts', 'payments'] as const
const NAMED = /:(ledger|list)\b/

/** Each call, once a ledger where its address names one. */
const CALLS = CALLED.flatMap((call) =>
  NAMED.test(call.path)
    ? LEDGERS.map((ledger) => ({ ...call, ledger, label: `${call.name} ${ledger}` }))
    : [{ ...call, ledger: '', label: call.name }],
)

const now = Date.parse('2025-02-10T02:00:00Z')
const at = new Date(now).toISOString()
const drawer = memoryDrawer()
const context = {
  ...testDesk().context,
  clock: () => now,
  accounts: { drawer, secrets: quickSecrets },
}
const app = createApp(context)

const paper = (
  kind: 'account' | 'session' | 'token',
  of: { readonly id: string } & Readonly<Record<string, unknown>>,
) => drawer.file([{ kind, id: of.id, json: JSON.stringify(of) }])

async function putAccount(id: string, change: object = {}): Promise<void> {
  await paper('account', {
    id,
    user: id,
    name: id,
    department: '编辑部',
    roles: [id],
    isDisabled: false,
    password: '',
    passwordAt: at,
    mustChange: false,
    totp: null,
    createdAt: at,
    ...change,
  })
}

async function putSession(account: string, change: object = {}): Promise<void> {
  const times = { startedAt: at, seenAt: at }
  const rest = { account, owesCode: false, agent: '', source: '', ...times, ...change }
  await paper('session', { id: await secretHash(`session of ${account}`), ...rest })
}

async function putToken(id: string, roles: readonly string[], change: object = {}): Promise<void> {
  const hash = await secretHash(`token-${id}`)
  const rest = { name: id, account: 'administrator', roles, isWall: false, createdAt: at }
  await paper('token', { id, hash, ...rest, expiresAt: null, lastUsedAt: at, ...change })
}

const asAccount = (id: string) => ({ cookie: `rongmei_session=session of ${id}` })
const asToken = (id: string) => ({ authorization: `Bearer token-${id}` })

/** Whether the call came past its right: what it is answered besides is not the matter here. */
async function isLetIn(
  { method, path, ledger }: (typeof CALLS)[number],
  headers: Readonly<Record<string, string>>,
): Promise<boolean> {
  const address = path
    .replace(NAMED, ledger)
    .replace(':board', 'overview')
    .replaceAll(/:\w+/g, 'none')
  const response = await app.request(`/api${address}`, {
    method,
    headers,
    ...(method !== 'GET' && method !== 'DELETE' && { body: '{}' }),
  })
  const told = await response.text()
  return !/"code":"(SIGN_IN_NEEDED|RIGHT_MISSING)"/.test(told)
}

let examples = 0

/** Loading the example takes seconds: a desk that has it refuses that in none. */
const putExampleBatch = (): Promise<void> =>
  context.store.write((writer) =>
    writer.openBatch({
      id: `example-${(examples += 1)}`,
      kind: 'example',
      title: '示例中心',
      why: '',
      at,
      by: '',
      files: [],
      notes: [],
    }),
  )

beforeAll(async () => {
  await Promise.all(DEFAULT_ROLES.map(({ id }) => putAccount(id)))
  await putAccount('nothing', { roles: [] })
  await putAccount('gone', { roles: ['administrator'], isDisabled: true })
  await putAccount('owing', { roles: ['administrator'], mustChange: true })
})

const letIn = async (
  headers: Readonly<Record<string, string>>,
  before: () => Promise<void> = async () => {},
): Promise<string[]> => {
  const labels: string[] = []
  for (const call of CALLS) {
    await before()
    if (call.name === 'loadExample') await putExampleBatch()
    if (await isLetIn(call, headers)) labels.push(call.label)
  }
  return labels
}

const allowed = (standing: 'nobody' | 'signingIn' | 'signedIn', roles: readonly string[]) => {
  const known = DEFAULT_ROLES.filter(({ id }) => roles.includes(id))
  const rights = known.length > 0 ? rightsOf(known, '编辑部') : NO_RIGHTS
  return CALLS.filter(({ right, ledger }) => allows({ standing, rights }, right, { ledger })).map(
    ({ label }) => label,
  )
}

describe('every call of the API by every role', () => {
  it.each(DEFAULT_ROLES.map(({ id }) => id))(
    '%s is let in where its rights say so',
    async (role) => {
      // An act may have ended the session, or changed the account: each call begins anew.
      const found = await letIn(asAccount(role), async () => {
        await putAccount(role)
        await putSession(role)
      })
      expect(found).toEqual(allowed('signedIn', [role]))
    },
  )

  it('and these are the rights, call by call', () => {
    const table = CALLS.map(({ label }) => {
      const who = DEFAULT_ROLES.filter(({ id }) => allowed('signedIn', [id]).includes(label))
      const names = who.map(({ name }) => name)
      return `${label}: ${names.length === DEFAULT_ROLES.length ? '所有人' : names.join(' ')}`
    })
    expect(table).toMatchSnapshot()
  })

  it('an account without a role is let in to its own affairs and to what is cut to nothing', async () => {
    const found = await letIn(asAccount('nothing'), () => putSession('nothing'))
    expect(found).toEqual(allowed('signedIn', []))
  })
})

const OPEN = ['readMe', 'setUpDesk', 'signIn', 'signOut', 'readHealth']

describe('whoever is not signed in', () => {
  it('is let in where signing in begins, told that the desk is up, and nothing else', async () => {
    expect(await letIn({})).toEqual(OPEN)
    expect(await letIn({ cookie: 'rongmei_session=guessed' })).toEqual(OPEN)
    expect(await letIn({ authorization: 'Bearer guessed' })).toEqual(OPEN)
  })

  it('is so with a session that is over, or of a disabled account', async () => {
    const old = '2025-01-10T02:00:00.000Z'
    const over = () => putSession('reader', { startedAt: old, seenAt: old })
    expect(await letIn(asAccount('reader'), over)).toEqual(OPEN)
    expect(await letIn(asAccount('gone'), () => putSession('gone'))).toEqual(OPEN)
  })

  it('and one that owes a password may change it and do nothing else', async () => {
    const found = await letIn(asAccount('owing'), () => putSession('owing'))
    expect(found).toEqual(allowed('signingIn', []))
  })
})

describe('a token', () => {
  it('holds no more than its role, and never the accounts', async () => {
    await putToken('reader', ['reader'])
    expect(await letIn(asToken('reader'))).not.toContain('editRecords pieces')
    await putToken('all', ['administrator'])
    const found = await letIn(asToken('all'), () => putAccount('administrator'))
    expect(found).toContain('editRecords pieces')
    expect(found).not.toContain('readAdministration')
    expect(found).not.toContain('addToken')
  })

  it('of a wall reads the wall and nothing that says more than who is signed in', async () => {
    await putToken('wall', [], { isWall: true })
    const found = await letIn(asToken('wall'))
    expect(found).toEqual([...allowedOfWall()])
    expect(found).toContain('readWall')
    const others = ['readOverview', 'listRecords pieces', 'listActs', 'periodWorkbook']
    for (const label of [...others, 'description']) expect(found).not.toContain(label)
  })

  it('is nobody’s once it is over, or its account is disabled', async () => {
    await putToken('late', ['reader'], { expiresAt: '2025-02-09T00:00:00.000Z' })
    expect(await letIn(asToken('late'))).toEqual(OPEN)
    await putToken('orphan', ['reader'], { account: 'gone' })
    expect(await letIn(asToken('orphan'))).toEqual(OPEN)
  })
})

function allowedOfWall(): string[] {
  return CALLS.filter(({ right }) => right === 'open' || right === 'wall').map(({ label }) => label)
}

import type { Proof } from '#shared/contract/define.ts'
import { DeskError } from '#shared/diagnostics.ts'
import type { Accounts } from './accounts.ts'

const MINUTE = 60_000

/** Whether a call asks for a proof: by its endpoint, or by what its body has. */
export function asksProof(proof: Proof | null | undefined, body: unknown): boolean {
  if (typeof proof !== 'object' || proof === null) return proof === 'always'
  return typeof body === 'object' && body !== null && Object.hasOwn(body, proof.part)
}

/**
 * Throws PROOF_NEEDED where the password was given too long ago, at the login or by `prove`, and
 * SECOND_STEP_MISSING where the desk wants one. A token proves nothing, for nobody sits before it: what
 * asks for a proof is not for programs.
 */
export async function mustBeProved(accounts: Accounts, request: Request): Promise<void> {
  const { account, session } = await accounts.sessions.visitor(request)
  if (!account || !session) throw new DeskError('RIGHT_MISSING')
  const { needsSecondStep, proofMinutes } = await accounts.settings()
  if (needsSecondStep && account.totp?.isOn !== true) throw new DeskError('SECOND_STEP_MISSING')
  // A proof that a wrong clock noted ahead is no fresher than one as far behind.
  const age = Date.parse(accounts.now()) - Date.parse(session.provedAt ?? session.startedAt)
  if (Math.abs(age) > proofMinutes * MINUTE) throw new DeskError('PROOF_NEEDED')
}

import { gathered, type Outcome } from '../../../src/problems/finding.ts'
import { audit } from '../../judge/audit/index.ts'
import { type Control, control, type TellControl } from '../../judge/control.ts'
import { gateChecks } from './checks.ts'
import type { Edition } from './edition.ts'
import { interrupted } from './interrupted.ts'

/** Puts every question of the audit and of the gate to finished editions, in the order of the report.
 *  @param buildAgain makes them a second time and compares; it goes on beside the questions, which leave a core idle */
export async function judgeEdition(
  edition: Edition,
  tell: TellControl,
  buildAgain: (signal: AbortSignal) => Promise<Outcome>,
): Promise<Control[]> {
  const { material } = edition
  const leaving = new AbortController()
  const again = control(
    'reproductible',
    'La même source à la même date donne les mêmes fichiers, octet pour octet',
    tell,
    () => buildAgain(AbortSignal.any([material.signal, leaving.signal])),
  )
  again.catch(() => {}) // awaited below, unless a question has a fault of its own
  try {
    const controls = await audit({ material, tell })
    for (const { id, title, run } of gateChecks) {
      material.signal.throwIfAborted()
      controls.push(
        await control(id, title, tell, () =>
          gathered(run(edition)).catch(error => {
            material.signal.throwIfAborted()
            return interrupted(edition, error)
          }),
        ),
      )
    }
    return [...controls, await again]
  } catch (fault) {
    // It has processes and a folder of its own.
    leaving.abort(fault)
    await again.catch(() => {}) // the fault that ended it is thrown
    throw fault
  }
}

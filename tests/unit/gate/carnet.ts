import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { parseBody } from '../../../src/kit/body/read-body.ts'
import type { FichePubliee, Kit } from '../../../src/kit/kit.ts'

/** The notebook of the pictures, and its first fiche. */
export async function readCarnet(): Promise<{ kit: Kit; fiche: FichePubliee }> {
  const { kit } = await readKit('tests/visual/carnet')
  const [fiche] = kit?.fiches ?? []
  if (!kit || fiche?.statut !== 'publiee') throw new Error('the notebook has changed')
  return { kit, fiche }
}

/** The notebook with one fiche alone, of this body. */
export async function carnetOf(body: string): Promise<Kit> {
  const { kit, fiche } = await readCarnet()
  const { corps } = parseBody(body, { file: 'a.md', firstLine: 9 })
  return { ...kit, fiches: [{ ...fiche, corps }], pages: [] }
}

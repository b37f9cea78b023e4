import { cp, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../disk/files.ts'
import { type Artefact, type Edition, editionOf, MANIFEST, type Manifest } from '../disk/manifest.ts'

/** Copies from the former output what this build was not asked to make again.
 *  @returns what was copied, as the former manifest described it */
export async function carryOver(out: string, dir: string, only: ReadonlySet<Edition>): Promise<Artefact[]> {
  const former = await readManifest(out)
  const carried = (former?.artefacts ?? []).filter(({ role }) => !only.has(editionOf[role]))
  for (const { path } of carried)
    await cp(join(out, path), join(dir, path), { recursive: true }).catch(cause => {
      throw new Error(
        `${join(out, path)} ne peut pas être repris de la fabrication précédente. Relancer sans --only : tout sera refait.`,
        { cause },
      )
    })
  return carried
}

async function readManifest(out: string): Promise<Manifest | undefined> {
  const path = join(out, MANIFEST)
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Manifest
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined
    throw new Error(`${path} ne peut pas être lu. Effacer ce dossier, ou en choisir un autre avec --out.`, {
      cause,
    })
  }
}

import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Choice, chosenOf, type ExcerptList, makeExcerpt, stemOf } from '../pdf/excerpt/cut/index.ts'
import { deflate } from '../pdf/object/zlib/fflate.ts'
import type { Manifest, Role } from './manifest.ts'

/** The kit has no printed fiche of a number. */
export class UnknownFiche extends Error {
  override readonly name = 'UnknownFiche'
}

/** Cuts chosen fiches out of the editions of an output, which stay as they are, into files beside it.
 *  @returns the paths of the files
 *  @throws UnknownFiche */
export async function writeExcerpts(out: string, { artefacts }: Manifest, choice: Choice): Promise<string[]> {
  const read = (role: Role, ending: string) => {
    const found = artefacts.find(artefact => artefact.role === role && artefact.path.endsWith(ending))
    if (!found) throw new Error(`the output holds no ${role}`)
    return readFileSync(join(out, found.path))
  }
  const list = JSON.parse(read('extrait', '.json').toString()) as ExcerptList
  const unknown = choice.numbers.filter(chosen => !list.fiches.some(({ number }) => number === chosen))
  if (unknown.length > 0)
    throw new UnknownFiche(
      `Aucune fiche imprimée ne porte le numéro ${unknown.join(', ')}. Choisir parmi : ${list.fiches.map(({ number }) => number).join(', ')}.`,
    )
  const folder = `${out}-choix`
  mkdirSync(folder, { recursive: true })
  const target = join(folder, `${stemOf(list, chosenOf(list, choice))}.pdf`)
  const bytes = await makeExcerpt({
    whole: read('pdf-ecran', '.pdf'),
    template: read('extrait', '.pdf'),
    list,
    choice,
    deflate,
  })
  // Whole or not at all: what stood there stays until the new one is written.
  writeFileSync(`${target}.en-cours`, bytes)
  renameSync(`${target}.en-cours`, target)
  return [target]
}

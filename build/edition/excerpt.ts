import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Choice, chosenOf, type ExcerptList, stemOf, unknownIn } from '../../src/kit/index.ts'
import { makeEpubExcerpt } from '../epub/index.ts'
import { type Edition, type Manifest, type Role, readArtefact } from '../ground/index.ts'
import { deflate, makeExcerpt } from '../pdf/index.ts'

/** The kit has no printed fiche of a number. */
class UnknownFiche extends Error {
  override readonly name = 'UnknownFiche'
}

/** Cuts chosen fiches out of the PDF of an output, and out of its e-book if that was made too, into files beside it. The editions stay as they are.
 *  @throws UnknownFiche */
export async function writeExcerpts(
  out: string,
  manifest: Manifest,
  editions: ReadonlySet<Edition>,
  choice: Choice,
): Promise<string[]> {
  const read = (role: Role, ending: string) => readArtefact(out, manifest, role, ending)
  const list = JSON.parse(new TextDecoder().decode(await read('extrait', '.json'))) as ExcerptList
  const unknown = unknownIn(list, choice)
  if (unknown.length > 0)
    throw new UnknownFiche(
      `Aucune fiche imprimée ne porte le numéro ${unknown.join(', ')}. Choisir parmi : ${list.fiches.map(({ number }) => number).join(', ')}.`,
    )
  const folder = `${out}-choix`
  mkdirSync(folder, { recursive: true })
  const stem = join(folder, stemOf(list, chosenOf(list, choice)))
  const pdf = await makeExcerpt({
    whole: await read('pdf-ecran', '.pdf'),
    template: await read('extrait', '.pdf'),
    list,
    choice,
    deflate,
  })
  const paths = [writeWhole(`${stem}.pdf`, pdf)]
  if (editions.has('epub'))
    paths.push(
      writeWhole(`${stem}.epub`, await makeEpubExcerpt({ whole: await read('epub', '.epub'), list, choice })),
    )
  return paths
}

/** Whole or not at all: what stood there stays until the new one is written. */
function writeWhole(path: string, bytes: Uint8Array): string {
  writeFileSync(`${path}.en-cours`, bytes)
  renameSync(`${path}.en-cours`, path)
  return path
}

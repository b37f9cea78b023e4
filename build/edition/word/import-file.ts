import { readFileSync, statSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import {
  type FicheChoice,
  refuseLarge,
  type TakenFiche,
  type TakenReview,
  takeFiche,
  takeReview,
  UnreadableWord,
} from '../../../src/word/index.ts'
import { diskFolder } from '../../ground/index.ts'

/** Puts a Word file into the kit whose folder is `fiches`: what came back in one that the kit gave, or a fiche.
 *  @throws UnreadableWord, UnreadableThreads that say in French why the file may not be read */
export async function importFile(
  file: string,
  {
    fiches,
    relectureDe,
    ...choice
  }: Omit<FicheChoice, 'nom'> & { fiches: string; relectureDe?: number | null },
): Promise<TakenFiche | TakenReview> {
  const bytes = bytesOf(file)
  const folder = diskFolder(fiches)
  const nom = basename(file, extname(file))
  const review = await takeReview(folder, bytes, choice.jour, relectureDe)
  if (!review && relectureDe)
    throw new UnreadableWord(`aucune fiche du kit n’a le numéro ${relectureDe} : rien n’a été importé.`)
  const taken = review ?? (await takeFiche(folder, bytes, { ...choice, nom }))
  for (const [path, content] of taken.files) {
    // A file that has come meanwhile is not written over.
    const flag = folder.read(path) === 'absent' ? 'wx' : 'w'
    await mkdir(dirname(join(fiches, path)), { recursive: true })
    await writeFile(join(fiches, path), content, { flag })
  }
  return taken
}

function bytesOf(file: string): Uint8Array {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats?.isFile()) throw new UnreadableWord('ce fichier n’existe pas.')
  refuseLarge(stats.size)
  return readFileSync(file)
}

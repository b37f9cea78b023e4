import { directoryShelf } from '../../../build/atelier/shelf/directory-shelf.ts'
import { shelfLaws } from '../../unit/atelier/shelf-laws.ts'

/** Runs in a page: the laws of a shelf on folders of the browser's own store. @returns what each law told; null: it holds */
export async function runLaws(): Promise<Record<string, string | null>> {
  const root = await navigator.storage.getDirectory()
  const faultOfLaw: Record<string, string | null> = {}
  for (const [index, [name, law]] of Object.entries(shelfLaws).entries()) {
    const folder = await root.getDirectoryHandle(`kit-${index}`, { create: true })
    const file = await (await folder.getFileHandle('kit.yaml', { create: true })).createWritable()
    await file.write('titre: Kit')
    await file.close()
    faultOfLaw[name] = await law(directoryShelf('dossier', folder)).then(
      () => null,
      (error: unknown) => String(error),
    )
  }
  return faultOfLaw
}

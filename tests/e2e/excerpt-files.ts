import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeEpubExcerpt } from '../../build/epub/excerpt/index.ts'
import type { Manifest } from '../../build/release/manifest.ts'
import type { ExcerptList } from '../../src/excerpt/list.ts'

/** What an output holds that e-books of chosen fiches are made from. */
export type ExcerptFiles = {
  epub: Uint8Array
  list: ExcerptList
  cutEpub(numbers: readonly number[]): Promise<Uint8Array>
}

export async function readExcerptFiles(out: string): Promise<ExcerptFiles> {
  const { artefacts }: Manifest = JSON.parse(await readFile(join(out, 'manifeste.json'), 'utf8'))
  const read = async (role: string, ending: string) => {
    const path = artefacts.find(artefact => artefact.role === role && artefact.path.endsWith(ending))?.path
    return new Uint8Array(await readFile(join(out, path ?? '')))
  }
  const epub = await read('epub', '.epub')
  const list: ExcerptList = JSON.parse(new TextDecoder().decode(await read('extrait', '.json')))
  return { epub, list, cutEpub: numbers => makeEpubExcerpt({ whole: epub, list, choice: { numbers } }) }
}

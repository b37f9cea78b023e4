import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeEpubExcerpt } from '../../build/epub/excerpt/index.ts'
import type { Manifest } from '../../build/ground/disk/manifest.ts'
import { makeExcerpt } from '../../build/pdf/excerpt/cut/index.ts'
import { deflate } from '../../build/pdf/object/zlib/fflate.ts'
import type { ExcerptList } from '../../src/kit/excerpt/list.ts'

/** What an output holds that files of chosen fiches are made from. */
export type ExcerptFiles = {
  whole: Uint8Array
  template: Uint8Array
  epub: Uint8Array
  list: ExcerptList
  cutPdf(numbers: readonly number[], duplex?: boolean, bare?: boolean): Promise<Uint8Array>
  cutEpub(numbers: readonly number[]): Promise<Uint8Array>
}

export async function readExcerptFiles(out: string): Promise<ExcerptFiles> {
  const { artefacts }: Manifest = JSON.parse(await readFile(join(out, 'manifeste.json'), 'utf8'))
  const read = async (role: string, ending: string) => {
    const path = artefacts.find(artefact => artefact.role === role && artefact.path.endsWith(ending))?.path
    return new Uint8Array(await readFile(join(out, path ?? '')))
  }
  const [whole, template, epub] = await Promise.all([
    read('pdf-ecran', '.pdf'),
    read('extrait', '.pdf'),
    read('epub', '.epub'),
  ])
  const list: ExcerptList = JSON.parse(new TextDecoder().decode(await read('extrait', '.json')))
  return {
    whole,
    template,
    epub,
    list,
    cutPdf: (numbers, duplex = false, bare = false) =>
      makeExcerpt({ whole, template, list, choice: { numbers, duplex, bare }, deflate }),
    cutEpub: numbers => makeEpubExcerpt({ whole: epub, list, choice: { numbers } }),
  }
}

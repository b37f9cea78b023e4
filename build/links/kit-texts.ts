import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeText } from '../../src/content/file-text.ts'
import { listKit } from '../../src/content/kit-folder.ts'
import { diskFolder } from '../disk/disk-folder.ts'

/** The fiches and pages of a kit, and its settings, as text, by their path; without what is no UTF-8, which `kit check` tells. */
export async function readKitTexts(
  dir: string,
): Promise<{ sheets: Map<string, string>; settings: Map<string, string> }> {
  const listing = await listKit(diskFolder(dir))
  if (listing === null) throw new Error(`${dir} is no folder`)
  const { fiches, pages, settings } = listing
  const read = async (files: Iterable<string>) => {
    const texts = new Map<string, string>()
    for (const file of files) {
      const { text } = decodeText(await readFile(join(dir, file)), file)
      if (text !== null) texts.set(file, text)
    }
    return texts
  }
  return { sheets: await read([...fiches, ...pages]), settings: await read(settings) }
}

/** Writes texts back with the line ends and the byte order mark that their files have. */
export async function writeKitTexts(dir: string, texts: ReadonlyMap<string, string>): Promise<void> {
  for (const [file, text] of texts) {
    const former = await readFile(join(dir, file), 'utf8')
    const mark = former.startsWith('\ufeff') ? '\ufeff' : ''
    await writeFile(join(dir, file), mark + (former.includes('\r\n') ? text.replaceAll('\n', '\r\n') : text))
  }
}

import { bytesOfLatin1, joinBytes } from '../object/bytes.ts'
import { pack } from '../object/packing.ts'
import { PdfFile } from '../object/pdf-file.ts'
import { Dict, List, Ref } from '../object/values.ts'
import { writeFile } from '../object/write-file.ts'

/** Makes every page so many times larger, with its boxes, its content and the fields of its links. */
export async function enlarge(finished: Uint8Array, scale: number): Promise<Uint8Array> {
  const file = PdfFile.open(finished)
  for (const page of file.pages) {
    const { dict, stream } = page
    const ref = dict.get('Contents')
    if (!stream || !(ref instanceof Ref)) throw new SyntaxError('a page without content of its own')
    const content = joinBytes([bytesOfLatin1(`${scale} 0 0 ${scale} 0 0 cm\n`), page.content()])
    file.set(ref, pack(stream.dict, content))
    enlargeIn(dict, ['MediaBox', 'CropBox', 'TrimBox'])
    for (const annotation of page.annotations) enlargeIn(file.find(annotation, Dict), ['Rect', 'QuadPoints'])
  }
  return writeFile(file, { version: '1.7', objects: 'loose' })

  function enlargeIn(dict: Dict | undefined, keys: readonly string[]): void {
    for (const key of keys) {
      const lengths = dict?.find(key, List)?.numbers()
      if (lengths) dict?.set(key, file.list(lengths.map(length => Math.round(length * scale * 1000) / 1000)))
    }
  }
}

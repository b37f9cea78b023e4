import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** The file as a program gives it back that keeps no custom part and no bookmark, and no style of the kit. */
export function unsigned(bytes: Uint8Array, edit: (document: string) => string = part => part): Uint8Array {
  const parts = unzipSync(bytes)
  const kept = Object.entries(parts).filter(([path]) => !path.startsWith('customXml/'))
  const rewritten = kept.map(([path, part]) => {
    if (!/\.(?:xml|rels)$/.test(path)) return [path, part] as const
    const text = strFromU8(part)
      .replace(/<w:bookmark(?:Start|End)[^>]*\/>/g, '')
      .replace(/<Relationship [^>]*customXml[^>]*\/>|<Override [^>]*customXml[^>]*\/>/g, '')
    return [path, strToU8(path === 'word/document.xml' ? edit(text) : text)] as const
  })
  return zipSync(Object.fromEntries(rewritten))
}

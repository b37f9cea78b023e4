import { latin1Of } from '../object/latin1.ts'
import { unpack } from '../object/packing.ts'
import { utf16HexOf, utf16Of } from '../object/text.ts'
import { type Dict, Stream } from '../object/values.ts'

/** The letters of the codes of a font; null: it does not tell. */
export function lettersOf(font: Dict): Map<number, string> | null {
  const map = font.find('ToUnicode', Stream)
  return map ? readCMap(latin1Of(unpack(map))) : null
}

/** The letters of codes in a ToUnicode map. @see ISO 32000-1 §9.10.3 */
function readCMap(source: string): Map<number, string> {
  const letters = new Map<number, string>()
  for (const [, block = ''] of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of block.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>/gi))
      letters.set(Number.parseInt(code, 16), utf16Of(text))
  for (const [, block = ''] of source.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first = '', last = '', texts = ''] of block.matchAll(
      /<([\da-f]+)>\s*<([\da-f]+)>\s*(<[\da-f]+>|\[[^\]]*\])/gi,
    )) {
      const [from, to] = [Number.parseInt(first, 16), Number.parseInt(last, 16)]
      const given = [...texts.matchAll(/<([\da-f]+)>/gi)].map(([, hex = '']) => hex)
      const start = given[0] ?? ''
      for (let code = from; code <= to; code++)
        letters.set(
          code,
          texts.startsWith('[') ? utf16Of(given[code - from] ?? '') : raised(start, code - from),
        )
    }
  return letters

  /** The last code unit of a range's first text counts on. */
  function raised(hex: string, by: number): string {
    const text = utf16Of(hex)
    return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by)
  }
}

/** Entries that one block may have. @see Adobe Technical Note 5411 */
const BLOCK = 100

/** @see ISO 32000-1 §9.10.3 */
export function writeCMap(letters: ReadonlyMap<number, string>): string {
  const hex = (number: number) => number.toString(16).toUpperCase().padStart(4, '0')
  const entries = [...letters]
    .sort(([a], [b]) => a - b)
    .map(([code, text]) => `<${hex(code)}> <${utf16HexOf(text)}>`)
  let blocks = ''
  for (let from = 0; from < entries.length; from += BLOCK) {
    const block = entries.slice(from, from + BLOCK)
    blocks += `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
`
}

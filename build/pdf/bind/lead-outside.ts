import type { Page } from '../object/pages.ts'
import type { PdfFile } from '../object/pdf-file.ts'
import { Dict, List, Name, name, Text, type Value } from '../object/values.ts'
import { parentTreeOf } from './structure-tree.ts'

/** Turns links out of these pages into links to addresses, or into plain words without one. @param here the destinations in
 *  these pages @param addresses id of a document → its address */
export function leadOutside(
  file: PdfFile,
  catalog: Dict,
  pages: readonly Page[],
  { here, addresses }: { here: Dict | undefined; addresses: ReadonlyMap<string, string> },
): void {
  const numbers = parentTreeOf(catalog)
  for (const { dict, annotations } of pages) {
    const remaining = annotations.filter(ref => {
      const field = file.find(ref, Dict)
      const destination = field?.find('Dest', Name)?.text
      if (!field || destination === undefined || here?.has(destination)) return true
      const address = addressIn(addresses, destination)
      if (address !== null) {
        field.delete('Dest')
        field.set('A', file.dict({ Type: 'Action', S: 'URI', URI: Text.ascii(address) }))
        return true
      }
      const at = numbers.indexOf(field.number('StructParent') ?? -1)
      makeWords(file.find(numbers[at + 1], Dict), ref)
      numbers.splice(at, 2)
      return false
    })
    if (remaining.length < annotations.length) dict.set('Annots', file.list(remaining))
  }
}

/** The address of a destination, which names a document and a place in it: `scic--financer`; null: there is none. */
function addressIn(addresses: ReadonlyMap<string, string>, destination: string): string | null {
  const [id = '', ...anchor] = destination.split('--')
  const address = addresses.get(id)
  return address === undefined ? null : address + (anchor.length > 0 ? `#${anchor.join('--')}` : '')
}

function makeWords(link: Dict | undefined, field: Value): void {
  const kids = link?.lookup('K')
  if (!link || !(kids instanceof List)) throw new SyntaxError('a link without words')
  const rest = kids.items.filter((_, index) => {
    const kid = kids.lookup(index)
    return !(kid instanceof Dict && kid.get('Obj') === field)
  })
  link.set('S', name('Span'))
  link.set('K', new List(link.source, rest))
}

import type { Token } from 'markdown-it'
import { slugify } from '../slugify.ts'
import { chapoOf } from './chapo.ts'
import { plainText } from './text.ts'

const numbered = new Set([
  'paragraph_open',
  'heading_open',
  'list_item_open',
  'table_open',
  'bloc_open',
  'fence',
])

/** Counts the elements that hold text (`data-b`) and gives headings and blocks an anchor that is unique in the body:
 *  the count and the anchors are the same in every medium. */
export function numberTokens(tokens: readonly Token[]): void {
  let count = 0
  const taken = new Set<string>()
  // The next number to try for a title that comes again: a thousand « Exemple » cost no more than a thousand others.
  const again = new Map<string, number>()
  const anchor = (wanted: string): string => {
    let ancre = wanted
    let number = again.get(wanted) ?? 2
    while (taken.has(ancre)) ancre = `${wanted}-${number++}`
    again.set(wanted, number)
    taken.add(ancre)
    return ancre
  }
  const chapo = chapoOf(tokens)
  for (const [index, token] of tokens.entries()) {
    const closes = token.type === 'inline' && token.meta?.['role'] === 'cloture'
    if (!closes && (!numbered.has(token.type) || token.hidden)) continue
    token.meta = { ...token.meta, b: ++count }
    if (chapo.has(token)) token.meta['chapo'] = true
    if (token.type === 'heading_open')
      token.meta['ancre'] = anchor(idOf(plainText(tokens[index + 1]?.children ?? null)) || 'partie')
    if (token.type === 'bloc_open') {
      const title =
        tokens[index + 1]?.meta?.['role'] === 'titre' ? plainText(tokens[index + 1]?.children ?? null) : ''
      token.meta['ancre'] = anchor(anchorOf(String(token.meta['nom']), idOf(title)))
    }
  }
}

/** An id made of a title: longer ones are of no use in an address. */
const idOf = (title: string) => slugify(title, 60)

/** « Loi du 31 juillet » in a block « loi » says its name already. */
function anchorOf(nom: string, title: string): string {
  if (title === '') return nom
  return title === nom || title.startsWith(`${nom}-`) ? title : idOf(`${nom} ${title}`)
}

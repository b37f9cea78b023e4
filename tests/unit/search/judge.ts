import { anchorOf, type Engine, type SearchDocument } from '../../../src/search/documents.ts'

/** A query as people type it, and the addresses where it may lead; « rien »: nothing is to be found. */
export type Judged = { mots: string; pages: readonly string[] }

/** `query TAB address|address`, a line each; `#` begins a comment. */
export const readJudged = (text: string): Judged[] =>
  text.split('\n').flatMap(line => {
    if (line === '' || line.startsWith('#')) return []
    const [mots = '', pages = ''] = line.split('\t')
    return [{ mots, pages: pages.split('|') }]
  })

/** How many results stand before the first that is right. */
export function rankOf(engine: Engine, { mots, pages }: Judged): number {
  const answer = engine.search(mots)
  const found = [...(answer.examples ? [answer.examples] : []), ...answer.found]
  if (found.length === 0) return pages.includes('rien') ? 0 : Number.POSITIVE_INFINITY
  const rank = found.findIndex(({ document, parts: [best] }) => {
    const place = placeOf(document, best && anchorOf(best))
    const page = place.replace(/#.*/, '')
    return pages.some(wanted =>
      wanted.includes('#') ? place === wanted : page === wanted || page.startsWith(`${wanted}/`),
    )
  })
  return rank === -1 ? Number.POSITIVE_INFINITY : rank
}

/** Where a result leads; for an announced fiche, the address that it will have. */
function placeOf({ adresse }: SearchDocument, anchor: string | undefined): string {
  const announced = anchor?.match(/^a-paraitre-(.+)/)?.[1]
  if (announced !== undefined) return `fiches/${announced}`
  return adresse.replace(/\/(?:\?.*)?$/, '') + (anchor === undefined ? '' : `#${anchor}`)
}

import { siteFile } from '../../../src/addresses.ts'
import { sequence } from '../../../src/indexes/sequence.ts'
import type { Kit } from '../../../src/kit.ts'
import { count, type Finding, fault, type Look } from '../../../src/problems/finding.ts'
import { find, findAll, hasClass, numberedItems, type Parent, textOf } from '../../judge/audit/read/html.ts'
import type { PdfPage } from '../../judge/audit/read/pdf.ts'
import { pdfDocuments } from '../../judge/audit/read/pdf-documents.ts'
import { orUnreadable } from '../../judge/audit/read/unreadable.ts'
import { titleOf } from '../../judge/audit/source/titles.ts'
import { lettersOf } from '../../judge/audit/words.ts'
import { readArtefact } from '../manifest.ts'
import type { Edition } from './edition.ts'
import { type PdfTag, readTags } from './pdf-tags.ts'

/** How lists count whose items have a number or a letter. @see ISO 32000-1 §14.8.5.5 */
const COUNTED = /^(?:Decimal|UpperRoman|LowerRoman|UpperAlpha|LowerAlpha)$/

/** In pt: what rounding and the strokes of letters move. */
const SLACK = 3

/** What the screen PDF says beside its words: what acronyms stand for, which lists are numbered, where drawings lie. */
export async function* judgePdfAsides({ material, dir, manifest }: Edition): Look {
  const { kit, site, pdf } = material
  const { pages } = await site()
  const printed = pdfDocuments(await pdf(), kit)
  const bytes = await readArtefact(dir, manifest, 'pdf-ecran')
  const all = await orUnreadable('PDF', () => readTags(bytes))
  for (const item of sequence(kit)) {
    if (item.kind !== 'fiche' && item.kind !== 'page') continue
    const sheets = printed.find(one => one.item.id === item.id)?.pages ?? []
    const tags = all.filter(({ page }) => sheets.some(({ number }) => number === page))
    const root = pages.get(siteFile(item))?.root
    const body = root && (find(root, '.corps') ?? root)
    const place = `${titleOf(kit, item)}, dans le PDF`
    if (body && sheets.length > 0) {
      yield* unexpanded(place, body, tags, kit)
      if (item.kind === 'fiche') yield* unnumbered(place, body, tags)
    }
    yield* misboxed(place, sheets, tags)
  }
  return `${count(all.length, 'élément')} de la structure du PDF à lire`
}

/** Items of the lists of a PDF that say that they are numbered. */
export const numberedIn = (tags: readonly PdfTag[]): number =>
  tags.reduce(
    (sum, { role, numbering, items }) => sum + (role === 'L' && COUNTED.test(numbering ?? '') ? items : 0),
    0,
  )

/** The numbered lists of a fiche say in print that they are; those of blocks may look otherwise there.
 *  @param body text of the same fiche on the site */
export function* unnumbered(place: string, body: Parent, tags: readonly PdfTag[]): Generator<Finding> {
  const inBlocks = new Set(findAll(body, '.bloc').flatMap(numberedItems))
  const wanted = numberedItems(body).filter(one => !inBlocks.has(one)).length
  const actual = numberedIn(tags)
  if (actual < wanted)
    yield fault(place, `${count(actual, 'élément')} de liste numérotée (ListNumbering) au lieu de ${wanted}.`)
}

/** An acronym of a PDF says what it stands for: what sigles.yaml writes, wherever the site explains it too.
 *  @param body text of the same document on the site */
export function* unexpanded(
  place: string,
  body: Parent,
  tags: readonly PdfTag[],
  { sigles }: Kit,
): Generator<Finding> {
  const expansions = tags.flatMap(({ expansion }) => expansion ?? [])
  const meanings = new Set(Object.values(sigles).map(lettersOf))
  for (const words of new Set(expansions))
    if (!meanings.has(lettersOf(words)))
      yield fault(place, `Un sigle y est développé « ${words} », que sigles.yaml n’écrit pas.`)
  const letters = new Set(expansions.map(lettersOf))
  // What stands in the table of a chart is drawn in print.
  const drawn = new Set(findAll(body, one => hasClass(one, 'graphique')).flatMap(one => findAll(one, 'abbr')))
  for (const abbr of findAll(body, 'abbr')) {
    const short = textOf(abbr).trim()
    const wanted = sigles[short]
    if (wanted !== undefined && !drawn.has(abbr) && !letters.has(lettersOf(wanted)))
      yield fault(place, `Le sigle ${short} n’y est pas développé « ${wanted} ».`)
  }
}

/** The box of a figure lies on its page, holds the words that are drawn in it, and no others. */
export function* misboxed(
  place: string,
  pages: readonly PdfPage[],
  tags: readonly PdfTag[],
): Generator<Finding> {
  for (const { width, height, number, places } of pages)
    for (const { role, page, box, contents } of tags) {
      if (role !== 'Figure' || page !== number || !box) continue
      const say = (message: string) => fault(`${place}, page ${number}`, message)
      const [left, bottom, right, top] = box
      if (
        left < -SLACK ||
        bottom < -SLACK ||
        right > width + SLACK ||
        top > height + SLACK ||
        left >= right ||
        bottom >= top
      )
        yield say('Le cadre d’une figure (BBox) n’est pas sur sa page.')
      const holds = ({ x, y }: PdfPage['places'][number], slack: number) =>
        x >= left - slack && x <= right + slack && y >= bottom - slack && y <= top + slack
      const words = places.filter(({ text }) => text.trim() !== '')
      const drawnWords = words.filter(({ content }) => content !== null && contents.includes(content))
      const lost = drawnWords.find(one => !holds(one, SLACK))
      const strange = words.find(
        one => one.content !== null && !contents.includes(one.content) && holds(one, -SLACK),
      )
      if (lost)
        yield say(`Le cadre d’une figure (BBox) laisse dehors « ${lost.text.trim()} », qui y est dessiné.`)
      else if (strange)
        yield say(`Le cadre d’une figure (BBox) couvre « ${strange.text.trim()} », qui n’en est pas.`)
    }
}

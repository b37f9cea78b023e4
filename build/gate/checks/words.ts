import {
  authoredOf,
  ciblesOf,
  type FichePubliee,
  isBackCover,
  type Kit,
  type Page,
  sequence,
  tokensOf,
  wordsOfCible,
} from '../../../src/kit/index.ts'
import { count, type Finding, fault, remark } from '../../../src/problems/index.ts'
import { addressOf, inOrder, plainText, siteFile } from '../../../src/text/index.ts'
import type { Editions, GateCheck, Subject } from '../check.ts'
import { find, findAll, linesOf, textOf } from '../read/html.ts'
import { nodesOn } from '../read/pdf.ts'
import { pdfDocuments, placesIn } from '../read/pdf-documents.ts'
import { missingWords, streamOf, wordsOf, writtenOf } from '../read/words.ts'

/** Checks that each edition has every passage of the authors, whole and in order. Words of layouts do not count. */
export const words = {
  id: 'mots',
  title: 'Chaque édition dit tout le texte des fiches et des pages, dans l’ordre',
  phase: 'editions',
  async *run(editions: Pick<Editions, 'kit' | 'site' | 'pdf' | 'epub'>) {
    const { kit } = editions
    const texts = await editionTexts(editions)
    let total = 0
    for (const item of sequence(kit)) {
      const document = authoredOf(item)
      if (!document) continue
      const passages = passagesOf(kit, document, isBackCover(item))
      total += passages.length
      for (const { edition, textsOf } of texts) {
        if (edition === 'Site' && isBackCover(item)) continue
        const text = textsOf(item)
        if (text) yield* compare(edition, document, passages, text)
        else yield fault(`${edition}, ${document.titre}`, 'Le document est absent de l’édition.')
      }
    }
    return `${count(total, 'passage')} du texte cherchés dans chaque édition, avec leurs majuscules et leurs signes`
  },
} satisfies GateCheck

type EditionWords = {
  /** Paragraphs, items, cells, in the order of reading. */
  elements: readonly string[]
  /** Alternatives of drawings, which may say the rows of a table in its place. */
  drawings: readonly string[]
}

type EditionText = {
  edition: string
  textsOf(item: ReturnType<typeof sequence>[number]): EditionWords | null
}

async function editionTexts({
  kit,
  site,
  pdf,
  epub,
}: Pick<Editions, 'kit' | 'site' | 'pdf' | 'epub'>): Promise<EditionText[]> {
  const [{ pages }, file, book] = [await site(), await pdf(), await epub()]
  const sheets = new Map(pdfDocuments(file, kit).map(({ item, pages }) => [item.id, pages]))
  return [
    {
      edition: 'Site',
      textsOf(item) {
        const page = pages.get(siteFile(item))?.root
        const body = find(page, '.corps')
        return body ? { elements: [textOf(find(page, 'h1')), ...linesOf(body)], drawings: [] } : null
      },
    },
    {
      edition: 'Livre numérique',
      textsOf(item) {
        const body = find(book.chapter(addressOf(item, 'epub', kit))?.root, 'body')
        return body ? { elements: linesOf(body), drawings: [] } : null
      },
    },
    {
      edition: 'PDF',
      textsOf({ id }) {
        const own = sheets.get(id)
        if (!own) return null
        const drawings = nodesOn(own).flatMap(({ role, alt }) => (role === 'Figure' ? (alt ?? []) : []))
        return { elements: own.flatMap(({ elements }) => elements), drawings }
      },
    },
  ]
}

/** A paragraph, a title, a cell as the press parsed it. */
type WrittenPassage = {
  text: string
  /** Line of the file, from 1. */
  line: number
  /** Passages of one flow follow each other in every edition: the text, a block. */
  flow: string
  /** A drawing may say it in the place of a text. */
  drawable: boolean
}

/** Blocks whose words a drawing may say alone, on paper. */
const drawn: ReadonlySet<string> = new Set(['graphique', 'domaines'])

/** @param untitled the layout gives the document another title */
export function passagesOf(
  kit: Kit,
  { titre, corps }: FichePubliee | Page,
  untitled = false,
): WrittenPassage[] {
  const passages: WrittenPassage[] = untitled
    ? []
    : [{ text: titre, line: 1, flow: 'titre', drawable: false }]
  const cibles = ciblesOf(kit)
  let block = 'texte'
  let isDrawn = false
  for (const [index, token] of tokensOf(corps).entries()) {
    if (token.type === 'bloc_open') {
      block = `bloc ${index}`
      isDrawn = drawn.has(String(token.meta?.['nom']))
    }
    if (token.type === 'bloc_close') [block, isDrawn] = ['texte', false]
    const isCode = token.type === 'fence' || token.type === 'code_block'
    if (token.type !== 'inline' && !isCode) continue
    const children = token.children?.flatMap(child => {
      if (child.type === 'image' || child.meta?.['pageAlone']) return []
      const cible = child.type === 'renvoi' && cibles.get(child.content)
      return cible ? Object.assign({}, child, { content: wordsOfCible(cible) }) : child
    })
    const role: unknown = token.meta?.['role']
    passages.push({
      text: isCode ? token.content : plainText(children ?? null),
      line: corps.line + (token.map?.[0] ?? 0),
      // A layout sets the title and the place of a block in an order of its own.
      flow: typeof role === 'string' ? `${block} ${role}` : block,
      drawable: isDrawn && role === undefined,
    })
  }
  return passages.filter(({ text }) => writtenOf(text) !== '')
}

/** Page that an edition prints after a cross-reference: `p. 34`. */
const printedPage = /(?<![\p{L}\p{N}])p\.[\s\u00a0]*\d+/gu

function* compare(
  edition: string,
  { titre, file }: FichePubliee | Page,
  passages: readonly WrittenPassage[],
  { elements, drawings }: EditionWords,
): Generator<Finding> {
  const stream = streamOf(elements.map(text => writtenOf(text.replace(printedPage, ' '))))
  const place = (line: number) => `${edition}, ${titre} (${file}, ligne ${line})`
  // « B », a bar of a chart, is in some word of the page too: a drawing that says it has it.
  const isSaid = ({ text, drawable }: WrittenPassage) =>
    drawable && drawings.some(drawing => missingWords(wordsOf(text), wordsOf(drawing)).length === 0)
  const patterns = passages
    .filter(passage => !isSaid(passage))
    .map((passage, index) => ({
      ...passage,
      index,
      pattern: writtenOf(passage.text.replace(printedPage, ' ')),
    }))
  // The longest first: a short passage must not take a place inside a long one.
  const longestFirst = patterns.toSorted((a, b) => b.pattern.length - a.pattern.length)
  const places = patterns.map((): number | null => null)
  const seek = (claim: (passage: (typeof patterns)[number]) => number | null) => {
    for (const passage of longestFirst) places[passage.index] ??= claim(passage)
  }
  const placeBetween = ({ flow, index }: (typeof patterns)[number]) => {
    const isPlaced = (other: (typeof patterns)[number]) => other.flow === flow && places[other.index] !== null
    const placeOf = (other?: { index: number }) => places[other?.index ?? -1] ?? undefined
    return [
      placeOf(patterns.slice(0, index).findLast(isPlaced)),
      placeOf(patterns.slice(index).find(isPlaced)),
    ]
  }
  // What is once in the source and in the edition is certain. In a text that repeats itself the others are first sought between their neighbours.
  const times = new Map<string, number>()
  for (const { pattern } of patterns) times.set(pattern, (times.get(pattern) ?? 0) + 1)
  seek(({ pattern }) => (times.get(pattern) === 1 && stream.isSingle(pattern) ? stream.claim(pattern) : null))
  seek(passage => stream.claimElement(passage.pattern, ...placeBetween(passage)))
  seek(passage => stream.claim(passage.pattern, ...placeBetween(passage)))
  seek(({ pattern }) => stream.claimElement(pattern))
  seek(({ pattern }) => stream.claim(pattern))
  const matches = patterns.map(passage => ({ ...passage, at: places[passage.index] ?? null }))
  for (const { text, line, at } of matches)
    if (at === null) yield fault(place(line), `Passage perdu ou changé : « ${shorten(text)} »`)
  for (const flow of new Set(matches.map(({ flow }) => flow))) {
    const own = matches.filter(
      ({ flow: name, pattern, at }) => name === flow && at !== null && stream.isSingle(pattern),
    )
    const ordered = inOrder(own.map(({ at }) => at ?? 0))
    for (const [index, { text, line }] of own.entries())
      if (!ordered.has(index)) yield fault(place(line), `Passage déplacé : « ${shorten(text)} »`)
  }
}

const shorten = (text: string) =>
  text.length > 160 ? `${text.slice(0, 120).trimEnd()} … ${text.slice(-30).trimStart()}` : text

/** Matches the words that layouts write in the place of a missing text, on a line of their own. */
const PLACEHOLDER = /^\s*à compléter(?: par l’éditeur)?\s*\.?\s*$/im

/** Reads the editions as their readers do: an announced text that is missing stops a release, and is reported for a draft. */
export const placeholders = {
  id: 'promesses',
  title: 'Aucune page ne dit à ses lecteurs qu’il reste quelque chose à compléter',
  phase: 'editions',
  async *run({ kit, draft, ...editions }: Pick<Subject, 'kit' | 'site' | 'epub' | 'pdf' | 'draft'>) {
    const [site, epub, pdf] = [await editions.site(), await editions.epub(), await editions.pdf()]
    const placeOf = placesIn(pdf, kit)
    const texts: [place: string, text: string][] = [
      ...[...site.pages.values()].map(({ path, root }): [string, string] => [
        `site, ${path}`,
        findAll(root, '.a-completer')
          .map(element => textOf(element))
          .join('\n'),
      ]),
      ...epub.spine.map(({ href, root }): [string, string] => [`livre numérique, ${href}`, textOf(root)]),
      ...pdf.pages.map(({ text, number }): [string, string] => [placeOf(number, 'à compléter'), text]),
    ]
    const say = draft ? remark : fault
    for (const [place, text] of texts)
      if (PLACEHOLDER.test(text)) yield say(place, 'On y lit « à compléter ».')
    return `${count(texts.length, 'page')} des trois éditions, telles qu’on les lit`
  },
} satisfies GateCheck

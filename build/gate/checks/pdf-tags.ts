import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publishedFiches } from '../../../src/kit/index.ts'
import { count, type Finding, fault } from '../../../src/problems/index.ts'
import { isForScreens } from '../../ground/index.ts'
import type { GateCheck, Subject } from '../check.ts'
import {
  nodesIn,
  nodesOn,
  type PdfHead,
  type PdfText,
  readPdfHead,
  type StructureNode,
  wordsOfNode,
} from '../read/pdf.ts'
import { pdfDocuments, titleOf } from '../read/pdf-documents.ts'

/** A program sees of PDF/UA-1: structure, headings, lists, tables, links. @see ISO 14289-1 §7, Matterhorn Protocol 1.1 */
export const pdfTags = {
  id: 'accessibilite-pdf',
  title: 'Le PDF est lisible par une machine à lire : structure, titres, listes, tableaux, liens',
  phase: 'editions',
  async *run({ kit, pdf }: Pick<Subject, 'kit' | 'pdf'>) {
    const file = await pdf()
    const nodes = file.pages.flatMap(page => nodesOn([page]).map(node => ({ node, number: page.number })))
    const nodesOf = (role: RegExp) => nodes.filter(({ node }) => role.test(node.role))
    const tables = nodesOf(/^Table$/)
    const links = file.pages.flatMap(({ number, links }) => links.map(link => ({ link, number })))
    for (const { number, structure } of file.pages)
      if (structure === null) yield fault(`PDF, page ${number}`, 'La page n’est pas balisée.')
    for (const { item, pages } of pdfDocuments(file, kit))
      for (const message of leaps(pages)) yield fault(`PDF, ${titleOf(kit, item)}`, message)
    for (const { node, number } of tables)
      if (!hasRole(node, 'TH')) yield fault(`PDF, page ${number}`, 'Un tableau n’a pas de cellule d’en-tête.')
    for (const { node, number } of nodesOf(/^L$/))
      if (node.children.some(({ role }) => role !== '' && !/^(LI|Caption|L)$/.test(role)))
        yield fault(`PDF, page ${number}`, 'Une liste contient autre chose que ses éléments.')
    for (const { number, link } of links)
      if (link.contents.trim() === '')
        yield fault(`PDF, page ${number}`, `Le lien « ${link.text.replace(/\s+/g, ' ')} » n’est pas décrit.`)
    return `${count(file.pages.length, 'page')}, ${count(nodesOf(/^H[1-6]$/).length, 'titre')}, ${count(tables.length, 'tableau', 'tableaux')} et ${count(links.length, 'lien')} regardés. Une personne doit encore juger de l’ordre de lecture`
  },
} satisfies GateCheck

const hasRole = (node: StructureNode, role: string): boolean =>
  node.role === role || node.children.some(child => hasRole(child, role))

/** Finds headings that skip a level, and documents that open without one. */
function leaps(pages: PdfText['pages']): string[] {
  const levels = nodesOn(pages)
    .filter(({ role }) => /^H[1-6]$/.test(role))
    .map(node => ({ level: Number(node.role[1]), text: wordsOfNode(node).replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '')
  const messages: string[] = []
  let before = 0
  for (const { level, text } of levels) {
    if (level > before + 1)
      messages.push(`Le titre « ${text} » est de niveau ${level} après un niveau ${before}.`)
    before = level
  }
  return levels.length === 0 ? ['Le document n’a pas de titre.'] : messages
}

/** Each PDF for the screen has its title and language, and claims the norms that it follows; each of its figures has an alternative.
 *  @see ISO 14289-1 §5, §7.1, §7.2, §7.3; ISO 19005-2 §6.6.4 */
export const pdfClaims = {
  id: 'pdf-ua',
  title: 'Les PDF à lire à l’écran disent leur titre, leur langue et leurs normes, et décrivent leurs images',
  phase: 'editions',
  async *run({
    kit,
    dir,
    manifest,
    pdf,
    signal,
  }: Pick<Subject, 'kit' | 'dir' | 'manifest' | 'pdf' | 'signal'>) {
    const titles = new Map(publishedFiches(kit).map(({ slug, titre }) => [slug, titre]))
    const files = (await manifest()).artefacts.filter(({ role }) => isForScreens(role))
    for (const { path, role, fiche } of files) {
      signal.throwIfAborted()
      const head = role === 'pdf-ecran' ? await pdf() : await readPdfHead(await readFile(join(dir, path)))
      yield* misdeclared(path, head, titles.get(fiche ?? '') ?? kit.titre)
    }
    const figures = (await pdf()).pages.flatMap(({ number, structure }) =>
      (structure ? nodesIn(structure) : []).flatMap(node =>
        node.role === 'Figure' ? [{ number, node }] : [],
      ),
    )
    for (const { number, node } of figures)
      if (!isDescribed(node))
        yield fault(`PDF, page ${number}`, 'Une figure n’a pas de texte de remplacement.')
    return `${count(files.length, 'fichier')}, ${count(figures.length, 'figure')}`
  },
} satisfies GateCheck

function* misdeclared(
  path: string,
  { marked, info, displaysTitle, xmp }: PdfHead,
  title: string,
): Generator<Finding> {
  if (!marked) yield fault(path, 'Le fichier ne se dit pas balisé (MarkInfo).')
  if (!/^fr\b/.test(info.language))
    yield fault(path, `La langue du fichier n’est pas le français : « ${info.language} ».`)
  if (!info.title.includes(title))
    yield fault(path, `Le titre du fichier est « ${info.title} » au lieu de « ${title} ».`)
  if (!displaysTitle)
    yield fault(path, 'Le titre ne s’affiche pas dans la barre de la fenêtre (DisplayDocTitle).')
  for (const [property, value, norm] of claims)
    if (!claimOf(xmp, property).includes(value))
      yield fault(path, `Les métadonnées ne nomment pas la norme ${norm} (${property}).`)
}

const claims = [
  ['pdfuaid:part', '1', 'PDF/UA-1'],
  ['pdfaid:part', '2', 'PDF/A-2a'],
  ['pdfaid:conformance', 'A', 'PDF/A-2a'],
] as const

/** `<pdfaid:part>2</pdfaid:part>` or `pdfaid:part="2"` */
const claimOf = (xmp: string, property: string): string[] =>
  [...xmp.matchAll(new RegExp(`${property}(?:>|=["'])([^<"']*)`, 'g'))].map(([, value = '']) => value.trim())

const isDescribed = (node: StructureNode): boolean =>
  wordsOfNode(node).trim() !== '' || nodesIn(node).some(({ alt }) => alt?.trim())

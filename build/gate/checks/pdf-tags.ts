import { count, fault } from '../../../src/problems/index.ts'
import type { GateCheck, Subject } from '../check.ts'
import { nodesOn, type PdfText, type StructureNode, wordsOfNode } from '../read/pdf.ts'
import { pdfDocuments, placesIn, titleOf } from '../read/pdf-documents.ts'

/** A program sees of PDF/UA-1: structure, headings, lists, tables, links. @see ISO 14289-1 §7, Matterhorn Protocol 1.1 */
export const pdfTags = {
  id: 'accessibilite-pdf',
  title: 'Le PDF est lisible par une machine à lire : structure, titres, listes, tableaux, liens',
  phase: 'editions',
  async *run({ kit, pdf }: Pick<Subject, 'kit' | 'pdf'>) {
    const file = await pdf()
    const placeOf = placesIn(file, kit)
    const nodes = file.pages.flatMap(page => nodesOn([page]).map(node => ({ node, number: page.number })))
    const nodesOf = (role: RegExp) => nodes.filter(({ node }) => role.test(node.role))
    const tables = nodesOf(/^Table$/)
    const links = file.pages.flatMap(({ number, links }) => links.map(link => ({ link, number })))
    for (const { number, structure } of file.pages)
      if (structure === null) yield fault(placeOf(number), 'La page n’est pas balisée.')
    for (const { item, pages } of pdfDocuments(file, kit))
      for (const message of leaps(pages)) yield fault(`PDF, ${titleOf(kit, item)}`, message)
    for (const { node, number } of tables)
      if (!hasRole(node, 'TH'))
        yield fault(placeOf(number, wordsOfFirst(node)), 'Un tableau n’a pas de cellule d’en-tête.')
    for (const { node, number } of nodesOf(/^L$/))
      if (node.children.some(({ role }) => role !== '' && !/^(LI|Caption|L)$/.test(role)))
        yield fault(placeOf(number, wordsOfFirst(node)), 'Une liste contient autre chose que ses éléments.')
    for (const { number, link } of links)
      if (link.contents.trim() === '')
        yield fault(
          placeOf(number, link.text),
          `Le lien « ${link.text.replace(/\s+/g, ' ')} » n’est pas décrit.`,
        )
    return `${count(file.pages.length, 'page')}, ${count(nodesOf(/^H[1-6]$/).length, 'titre')}, ${count(tables.length, 'tableau', 'tableaux')} et ${count(links.length, 'lien')} regardés. Une personne doit encore juger de l’ordre de lecture`
  },
} satisfies GateCheck

const hasRole = (node: StructureNode, role: string): boolean =>
  node.role === role || node.children.some(child => hasRole(child, role))

/** The first words of an element: of its first cell, of its first item. */
const wordsOfFirst = (node: StructureNode): string =>
  node.children.reduce((words, child) => words || wordsOfFirst(child), '') || node.text.trim()

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

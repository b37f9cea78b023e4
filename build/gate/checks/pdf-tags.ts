import { count, type Finding, fault } from '../../../src/problems/finding.ts'
import type { AuditCheck } from '../../judge/audit/material.ts'
import { type PdfText, spoken } from '../read/pdf.ts'
import { pdfDocuments } from '../read/pdf-documents.ts'
import { headingsOf, nodesIn, nodesOn } from '../read/structure-nodes.ts'
import { titleOf } from '../read/titles.ts'

/** What a program can see of PDF/UA-1: language, title, structure, alternatives, headings, links, tables.
 *  @see ISO 14289-1 §7, Matterhorn Protocol 1.1 */
export const accessibilityPdf: AuditCheck = {
  id: 'accessibilite-pdf',
  title: 'Le PDF est lisible par une machine à lire : structure, langue, titres, textes de remplacement',
  async *run({ kit, pdf }) {
    const file = await pdf()
    const nodes = file.pages.flatMap(page => nodesOn([page]).map(node => ({ node, number: page.number })))
    const of = (role: RegExp) => nodes.filter(({ node }) => role.test(node.role))
    const [figures, tables] = [of(/^Figure$/), of(/^Table$/)]
    const links = file.pages.flatMap(({ number, links }) => links.map(link => ({ link, number })))
    const on = (number: number) => `PDF, page ${number}`
    yield* declarations(file, kit.titre)
    for (const { number, structure } of file.pages)
      if (structure === null) yield fault(on(number), 'La page n’est pas balisée.')
    for (const { item, pages } of pdfDocuments(file, kit))
      for (const message of leaps(pages)) yield fault(`PDF, ${titleOf(kit, item)}`, message)
    for (const { node, number } of figures)
      if (spoken(node).trim() === '' && !nodesIn(node).some(({ alt }) => alt?.trim()))
        yield fault(on(number), 'Une figure n’a pas de texte de remplacement.')
    for (const { node, number } of tables)
      if (!nodesIn(node).some(({ role }) => role === 'TH'))
        yield fault(on(number), 'Un tableau n’a pas de cellule d’en-tête.')
    for (const { node, number } of of(/^L$/))
      if (node.children.some(({ role }) => role !== '' && !/^(LI|Caption|L)$/.test(role)))
        yield fault(on(number), 'Une liste contient autre chose que ses éléments.')
    for (const { number, link } of links)
      if (link.contents.trim() === '')
        yield fault(on(number), `Le lien « ${link.text.replace(/\s+/g, ' ')} » n’est pas décrit.`)
    return `${count(file.pages.length, 'page')}, ${count(of(/^H[1-6]$/).length, 'titre')}, ${count(figures.length, 'figure')}, ${count(tables.length, 'tableau', 'tableaux')} et ${count(links.length, 'lien')} regardés. Une personne doit encore juger de l’ordre de lecture et du sens des textes de remplacement`
  },
}

function* declarations({ marked, info, displaysTitle, xmp }: PdfText, title: string): Generator<Finding> {
  const say = (message: string) => fault('PDF', message)
  if (!marked) yield say('Le fichier ne se dit pas balisé (MarkInfo).')
  if (!/^fr\b/.test(info.language))
    yield say(`La langue du fichier n’est pas le français : « ${info.language} ».`)
  if (info.title !== title) yield say(`Le titre du fichier est « ${info.title} » au lieu de « ${title} ».`)
  if (!displaysTitle) yield say('Le titre ne s’affiche pas dans la barre de la fenêtre (DisplayDocTitle).')
  if (!/pdfuaid:part/.test(xmp)) yield say('Les métadonnées ne nomment pas la norme PDF/UA.')
}

/** Headings that skip a level, or a document that does not open with one. */
function leaps(pages: PdfText['pages']): string[] {
  const levels = headingsOf(nodesOn(pages))
    .map(({ level, text }) => ({ level, text: text.replace(/\s+/g, ' ').trim() }))
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

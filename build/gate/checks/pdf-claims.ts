import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publishedFiches } from '../../../src/indexes/listing.ts'
import { count, type Finding, fault } from '../../../src/problems/finding.ts'
import type { GateCheck, Subject } from '../check.ts'
import { nodesIn, type PdfHead, readPdfHead, type StructureNode, spoken } from '../read/pdf.ts'

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
    const files = (await manifest()).artefacts.filter(
      ({ role }) => role === 'pdf-ecran' || role === 'pdf-fiche',
    )
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
  spoken(node).trim() !== '' || nodesIn(node).some(({ alt }) => alt?.trim())

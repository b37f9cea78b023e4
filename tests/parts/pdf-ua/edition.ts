import { PDFDocument } from '@cantoo/pdf-lib'
import { openFonts } from '../../../build/pdf/content/fonts.ts'
import { unpack } from '../../../build/pdf/object/packing.ts'
import { PdfFile } from '../../../build/pdf/object/pdf-file.ts'
import { Dict, List, Name, Stream } from '../../../build/pdf/object/values.ts'
import { type Content, readContent } from '../../../build/pdf/tag/read-content.ts'
import { type Kid, piecesOf, readStructure, type Tag, tagsOf } from '../../../build/pdf/tag/structure.ts'
import { fiche, kitOf } from '../../unit/pdf/kit.ts'
import { documentOf, levier, paragraphs, renvoi } from '../pdf/documents.ts'

export const achats = fiche(8, 'achats', 'Acheter autrement, près de chez soi et pour longtemps')
export const lac = fiche(9, 'lac', 'Le lac')
export const kit = kitOf([achats, lac])

const exemple = `<aside class="bloc exemple" data-print="box breaks" id="achats--exemple"><p class="bloc-tete"><span class="departement"><span class="hors-vue">Département </span>69</span> <span class="etiquette">Exemple</span></p><p class="lieu">Lyon</p><p class="bloc-titre" data-niveau="4">Un marché réservé</p><p data-b="7">La ville achète ses repas à une cuisine d’insertion.</p></aside>`
const graphique = `<div class="rang plein"><figure class="bloc graphique" data-print="chart" id="achats--graphique" data-b="8"><figcaption class="bloc-tete"><span class="etiquette">Graphique</span></figcaption><p class="bloc-titre">Qui achète</p><div class="dessin"><svg class="graphe" viewBox="0 0 102 20" width="102mm" height="20mm" role="img" aria-label="Communes : 60 % ; Régions : 40 %"><path d="M0 0h60v10H0z" fill="#b53310"/><text x="2" y="8" font-size="5" fill="#1f1f1d">60 %</text></svg></div><table class="donnees" data-b="9"><thead><tr><th scope="col">Qui</th><th scope="col">Part</th></tr></thead><tbody><tr><th scope="row">Communes</th><td>60</td></tr><tr><th scope="row">Régions</th><td></td></tr></tbody></table></figure></div>`
const texte = `<p data-b="1">La <abbr title="Économie sociale et solidaire">ESS</abbr> achète <strong>près de chez elle</strong> : voir ${renvoi('lac')} et <a href="https://www.rtes.fr/achats" rel="external">le site du réseau, où beaucoup d’autres collectivités racontent leurs achats</a>.</p><ol><li data-b="2">recenser les besoins ;</li><li data-b="3">parler aux entreprises.</li></ol>`

/** A fiche with one of everything, long enough to be cut, and a short one. */
export const documents = [
  documentOf(
    achats,
    `${levier('achats--recenser', { marge: exemple, texte })}${graphique}${levier('achats--durer', { texte: paragraphs(9, 110, 1) })}`,
  ),
  documentOf(
    lac,
    levier('lac--nager', {
      texte: `${paragraphs(2, 60, 3)}<p data-b="310">Le <em><span lang="en">cold swimming</span></em> se pratique à deux.</p>`,
    }),
  ),
]

/** A finished file as the tests ask about it. */
export async function openTagged(bytes: Uint8Array) {
  const file = PdfFile.open(bytes)
  const root = readStructure(file)
  if (!root) throw new Error('the file is not tagged')
  const fontsOf = openFonts()
  const contents = file.pages.map(page => readContent(page.content(), fontsOf(page.resources)))
  const textOf = (kid: Kid) =>
    [...piecesOf(kid)]
      .map(({ page, id }) => contents[page]?.sequences.find(sequence => sequence.id === id)?.text ?? '')
      .join('')
  return {
    file,
    /** The same file as another program reads it. */
    pdf: await PDFDocument.load(bytes, { updateMetadata: false }),
    root,
    contents,
    textOf,
    tags: (role: string): Tag[] => [...tagsOf(root)].filter(tag => tag.role === role),
    /** The entries of a tag's one dictionary of attributes, names as their texts. */
    attributesOf({ ref }: Tag): Record<string, unknown> {
      const attributes = file.find(ref, Dict)?.need('A', Dict)
      return Object.fromEntries(
        [...(attributes?.entries ?? [])].map(([key, value]) => [
          key,
          value instanceof Name ? value.text : value instanceof List ? value.numbers() : value,
        ]),
      )
    },
    faults: () => [...faultsOf(file, root, contents)],
    /** Roles and words, each tag on a line. */
    outline: (tag: Tag) => outlineOf(tag, textOf).join('\n'),
  }
}

/** Claims that are missing, and what a machine that reads aloud would miss or say twice. */
function* faultsOf({ catalog, pages }: PdfFile, root: Kid, contents: readonly Content[]): Generator<string> {
  const metadata = catalog.find('Metadata', Stream)
  const xmp = metadata ? Buffer.from(unpack(metadata)).toString('utf8') : ''
  for (const claim of [
    'pdfuaid:part>1<',
    'pdfaid:part>2<',
    'pdfaid:conformance>A<',
    '<dc:title>',
    '<dc:rights>',
  ])
    if (!xmp.includes(claim)) yield `no ${claim}`
  if (catalog.text('Lang') !== 'fr-FR') yield 'no language'
  if (catalog.find('ViewerPreferences', Dict)?.get('DisplayDocTitle') !== true) yield 'no title is shown'
  if (catalog.find('MarkInfo', Dict)?.get('Marked') !== true) yield 'not marked'
  for (const { role, alt } of tagsOf(root)) if (role === 'Figure' && !alt) yield 'a figure without words'
  const held = piecesOf(root).map(({ page, id }) => `${page} ${id}`)
  if (new Set(held).size < held.length) yield 'content in two tags'
  for (const [page, { strays, sequences }] of contents.entries()) {
    if (pages[page]?.dict.name('Tabs') !== 'S') yield `page ${page + 1}: fields in no order`
    if (strays.length > 0) yield `page ${page + 1}: content outside all marks`
    for (const { name, id } of sequences)
      if (name !== 'Artifact' && !held.includes(`${page} ${id}`)) yield `page ${page + 1}: ${id} in no tag`
  }
}

function outlineOf(tag: Tag, textOf: (kid: Kid) => string, depth = 0): string[] {
  const words = tag.kids.every(({ kind }) => kind !== 'tag') ? ` ${textOf(tag)}` : ''
  return [
    `${'  '.repeat(depth)}${tag.role}${words}`,
    ...tag.kids.flatMap(kid => (kid.kind === 'tag' ? outlineOf(kid, textOf, depth + 1) : [])),
  ]
}

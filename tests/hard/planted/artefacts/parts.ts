import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { type Fault, SLUG } from '../planted-edition.ts'
import { rewrite } from './printer.ts'
import { dictionaries } from './screen.ts'

const PRESS = `${SLUG}-impression.pdf`
const FICHE = 'fiches/01-planter-un-arbre.pdf'

const name = (text: string) => PDFName.of(text)

const spoil = (
  what: string,
  file: string,
  change: (pdf: PDFDocument) => void,
  finds: Fault['finds'],
): Fault => ({
  what,
  plant: ({ editPdf }) => editPdf(file, change),
  finds,
})

/** Rewrites what a page draws. @throws Error when it draws nothing of what the fault changes */
const draw = (page: number, change: (text: string) => string) => (pdf: PDFDocument) => {
  const contents = pdf.getPage(page - 1).node.get(name('Contents'))
  const value = contents instanceof PDFRef ? pdf.context.lookup(contents) : contents
  const refs = value instanceof PDFArray ? value.asArray() : [contents]
  if (!refs.some(ref => rewrite(pdf, ref, change)))
    throw new Error('the page draws nothing of what the fault changes')
}

/** What the file of the printer and the PDF of a fiche have wrong, the kit's screen PDF being sound. */
export const parts: Fault[] = [
  spoil('press no output intent', PRESS, pdf => void pdf.catalog.delete(name('OutputIntents')), {
    prepresse: [/Le rapport de prépresse a été mesuré sur un autre fichier\./],
  }),
  spoil('fiche: outline lost', FICHE, pdf => void pdf.catalog.delete(name('Outlines')), {
    'pdf-fiches': [/Ses signets ne sont pas ceux que la fiche a dans le kit\./],
  }),
  spoil(
    'fiche: alts image',
    FICHE,
    pdf => {
      for (const t of dictionaries(pdf, d => d.has(name('Alt'))))
        t.set(name('Alt'), PDFHexString.fromText('image'))
    },
    {
      'pdf-fiches': [
        /Ses balises ne sont pas celles de la page 3 du kit\./,
        /Ses balises ne sont pas celles de la page 4 du kit\./,
      ],
    },
  ),
  spoil(
    'fiche: picture removed',
    FICHE,
    draw(1, text => text.replace(/\/\w+ Do/g, '')),
    { 'pdf-fiches': [/Elle n’a pas l’aspect de la page 3 du kit\./] },
  ),
  spoil(
    'fiche: invisible text',
    FICHE,
    draw(1, text => text.replace(/BT/g, 'BT 3 Tr')),
    { 'pdf-fiches': [/Elle n’a pas l’aspect de la page 3 du kit\./] },
  ),
  spoil('fiche rotated', FICHE, pdf => void pdf.getPage(0).node.set(name('Rotate'), PDFNumber.of(90)), {
    'pdf-fiches': [/Elle n’a pas l’aspect de la page 3 du kit\./],
  }),
  spoil(
    'fiche open action',
    FICHE,
    pdf =>
      void pdf.catalog.set(
        name('OpenAction'),
        pdf.context.obj({ S: 'URI', URI: PDFString.of('https://autre.example') }),
      ),
    { identite: [/Le fichier agit de lui-même \(OpenAction\)\./] },
  ),
  spoil(
    'fiche: a link to another fiche leads to itself',
    FICHE,
    pdf => {
      for (const ref of pdf.getPage(0).node.Annots()?.asArray() ?? []) {
        const action = pdf.context.lookup(ref, PDFDict).lookup(name('A'), PDFDict)
        action.set(name('URI'), PDFString.of('https://example.org/carnet/fiches/planter-un-arbre/'))
      }
    },
    { 'pdf-fiches': [/page 1 : Ses liens ne mènent pas où mènent ceux de la page 3 du kit/] },
  ),
  spoil(
    'fiche: takes the whole screen',
    FICHE,
    pdf => pdf.catalog.set(name('PageMode'), name('FullScreen')),
    {
      identite: [/01-planter-un-arbre\.pdf : Le fichier prend tout l’écran quand on l’ouvre \(PageMode\)\./],
    },
  ),
  spoil(
    'fiche: bookmarks that are fewer than they say',
    FICHE,
    pdf => pdf.catalog.lookup(name('Outlines'), PDFDict).set(name('Count'), PDFNumber.of(1)),
    { identite: [/01-planter-un-arbre\.pdf : Les signets disent 1 au lieu de \d+ visibles à l’ouverture/] },
  ),
  spoil('fiche: the program of another', FICHE, pdf => pdf.setCreator('Chromium'), {
    identite: [/Info, Creator : « Chromium » au lieu de « kit-press »/],
  }),
  {
    what: 'two files of one identifier',
    plant: async ({ editPdf }) => {
      for (const path of [FICHE, 'fiches/02-tenir-un-marche.pdf'])
        await editPdf(path, pdf => {
          pdf.context.trailerInfo.ID = pdf.context.obj([PDFHexString.of('0123'), PDFHexString.of('0123')])
        })
    },
    finds: {
      identite: [/02-tenir-un-marche\.pdf : Son identifiant \(ID\) est aussi celui de pdf\/fiches\/01-/],
    },
  },
  spoil(
    'press: a page that does not say what it is printed for',
    PRESS,
    pdf =>
      draw(3, text =>
        text.replace(/(\/All cs 1 scn\nBT [^\n]*?Td )(?:<[^>]*>|\((?:\\.|[^)\\])*\)) Tj/s, '$1<> Tj'),
      )(pdf),
    {
      imprimeur: [/page 3 : Sous le fond perdu, la page ne dit pas la condition d’impression FOGRA39/],
      prepresse: [/Le rapport de prépresse a été mesuré sur un autre fichier\./],
    },
  ),
]

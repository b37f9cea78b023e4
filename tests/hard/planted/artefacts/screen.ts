import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, rgb } from '@cantoo/pdf-lib'
import { type Fault, SLUG } from '../planted-edition.ts'
import { rewrite } from './printer.ts'

const SCREEN = `${SLUG}-ecran.pdf`

/** Every dictionary of the file that is of a kind. @throws Error when there is none */
export function dictionaries(pdf: PDFDocument, holds: (dict: PDFDict) => boolean): PDFDict[] {
  const dicts = pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict && holds(object) ? [object] : []))
  if (dicts.length === 0) throw new Error('the file holds nothing of what the fault changes')
  return dicts
}

export const isTag = (name: string) => (dict: PDFDict) => dict.get(PDFName.of('S')) === PDFName.of(name)

/** What the owners of attributes say of a tag. */
export function attributesOf(pdf: PDFDocument, tag: PDFDict): PDFDict[] {
  const attributes = tag.lookup(PDFName.of('A'))
  const all = attributes instanceof PDFArray ? attributes.asArray() : attributes ? [attributes] : []
  return all.map(one => pdf.context.lookup(one)).filter(one => one instanceof PDFDict)
}

/** The box of a figure, among its attributes. */
const boxOf = (pdf: PDFDocument, tag: PDFDict): PDFArray | undefined =>
  attributesOf(pdf, tag)
    .map(one => one.lookupMaybe(PDFName.of('BBox'), PDFArray))
    .find(one => one !== undefined)

/** What the screen PDF, or that of a fiche, has wrong for who does not see it. */
export const screen: Fault[] = [
  {
    what: 'every heading of the second level a paragraph',
    plant: ({ editPdf }) =>
      editPdf(SCREEN, pdf => {
        for (const tag of dictionaries(pdf, isTag('H2'))) tag.set(PDFName.of('S'), PDFName.of('P'))
      }),
    finds: {
      structure: [
        /dans le PDF : « (Choisir le lieu|Arroser|Les leviers d.action) » n’est pas balisé comme un titre/,
      ],
      'accessibilite-pdf': [/est de niveau 3 après un niveau 1/],
      'pdf-fiches': [/Ses balises ne sont pas celles de la page \d du kit/],
    },
  },
  {
    what: 'every alternative « image »',
    plant: ({ editPdf }) =>
      editPdf(SCREEN, pdf => {
        for (const tag of dictionaries(pdf, dict => dict.has(PDFName.of('Alt'))))
          tag.set(PDFName.of('Alt'), PDFHexString.fromText('image'))
      }),
    finds: {
      structure: [
        /dans le PDF : Le texte de remplacement « Un arbre au milieu d'une place » manque ; lu : .*« image », « image »/,
      ],
      // What a drawing writes out in full is read in its alternative.
      'mots-pdf': [/Passage perdu ou changé : « \| (Mois|Mai|Juin|Juillet) \|/],
      'pdf-fiches': [/Ses balises ne sont pas celles de la page \d du kit/],
    },
  },
  {
    what: 'a line printed on the one above it',
    plant: ({ editPdf }) =>
      editPdf(SCREEN, pdf => {
        const contents = pdf.getPage(4).node.get(PDFName.of('Contents'))
        // Two texts that begin at one edge: the second takes the height of the first.
        const raise = (content: string) =>
          content.replace(
            /(\/P <<\/MCID \d+>>BDC[\s\S]*?1 0 0 -1 (\S+) (\S+) Tm\b[\s\S]*?1 0 0 -1 \2 )(?!\3 )\S+( Tm\b)/,
            '$1$3$4',
          )
        if (!rewrite(pdf, contents, raise)) throw new Error('the page has no two lines at one edge')
      }),
    finds: {
      'textes-pdf': [/^PDF, page 5 : « .+ » est imprimé sur « .+ »\.$/],
      'pdf-fiches': [/Ce n’est pas la page 5 du kit/],
    },
  },
  {
    what: 'a code that no telephone can read',
    plant: ({ editPdf }) =>
      editPdf(SCREEN, pdf =>
        pdf.getPage(4).drawRectangle({ x: 380, y: 240, width: 90, height: 110, color: rgb(1, 1, 1) }),
      ),
    finds: {
      codes: [/tenir-un-marche : Les codes mènent à rien au lieu de https:.*tenir-un-marche\/\./],
      'pdf-fiches': [/Elle n’a pas l’aspect de la page 5 du kit/],
    },
  },
  {
    what: 'pages of a fiche that begin with one',
    plant: ({ editPdf }) =>
      editPdf('fiches/01-planter-un-arbre.pdf', pdf => {
        const labels = pdf.catalog.lookup(PDFName.of('PageLabels'), PDFDict)
        labels.set(PDFName.of('Nums'), pdf.context.obj([0, { S: 'D', St: PDFNumber.of(1) }]))
      }),
    finds: {
      'pdf-fiches': [
        /01-planter-un-arbre\.pdf, page 1 : Elle s’appelle « 1 » au lieu de « 3 »/,
        /01-planter-un-arbre\.pdf, page 2 : Elle s’appelle « 2 » au lieu de « 4 »/,
      ],
    },
  },
  {
    what: 'the title of the kit on the PDF of a fiche',
    plant: ({ editPdf }) => editPdf('fiches/02-tenir-un-marche.pdf', pdf => pdf.setTitle('Petit carnet')),
    finds: {
      identite: [
        /02-tenir-un-marche\.pdf : Info, Title : « Petit carnet » au lieu de « Tenir un marché du samedi \(/,
      ],
    },
  },
  {
    what: 'a sommaire whose lines lead to the cover',
    plant: ({ editPdf }) =>
      editPdf(SCREEN, pdf => {
        const links = pdf.getPage(1).node.Annots()?.asArray() ?? []
        for (const ref of links) {
          const link = pdf.context.lookup(ref, PDFDict)
          link.set(PDFName.of('Dest'), pdf.context.obj([pdf.getPage(0).ref, 'Fit']))
        }
      }),
    finds: {
      noms: [/le sommaire, dans le PDF : Aucun lien ne mène à « (Planter un arbre|Tenir un marché).*»/],
    },
  },
  {
    what: 'pages that a reader of PDF calls by other numbers',
    plant: ({ editPdf }) =>
      editPdf(SCREEN, pdf => {
        pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({ Nums: [0, { S: 'D', St: 5 }] }))
      }),
    finds: { 'numeros-pdf': [/PDF, page \d+ : Un lecteur de PDF la nomme « \d+ »/] },
  },
  {
    what: 'a bookmark that leads to the cover',
    plant: ({ editPdf }) =>
      editPdf(SCREEN, pdf => {
        const [, , third] = dictionaries(
          pdf,
          dict => dict.has(PDFName.of('Title')) && dict.has(PDFName.of('Parent')),
        )
        third?.set(PDFName.of('Dest'), pdf.context.obj([pdf.getPage(0).ref, 'Fit']))
        third?.delete(PDFName.of('A'))
      }),
    finds: { 'numeros-pdf': [/Signets du PDF : Aucun signet « .+ » ne mène à la page \d+/] },
  },
  {
    what: 'a Latin word said in French',
    plant: ({ editPdf }) =>
      editPdf(SCREEN, pdf => {
        for (const tag of dictionaries(pdf, isTag('Span'))) tag.delete(PDFName.of('Lang'))
      }),
    finds: {
      structure: [/dans le PDF : « in situ » n’est pas donné comme un mot d’une autre langue \(la\)/],
    },
  },
  {
    what: 'a passage in bold that is no passage of its own',
    plant: ({ editPdf }) =>
      editPdf(SCREEN, pdf => {
        for (const tag of dictionaries(pdf, isTag('Strong'))) tag.set(PDFName.of('S'), PDFName.of('Div'))
      }),
    finds: {
      structure: [/dans le PDF : « .+ » n’y est pas un passage en gras\./],
      'pdf-fiches': [/Ses balises ne sont pas celles de la page \d du kit/],
    },
  },
  {
    what: 'an acronym that stands for nothing',
    plant: ({ editPdf }) =>
      editPdf(SCREEN, pdf => {
        for (const tag of dictionaries(pdf, dict => dict.has(PDFName.of('S')) && dict.has(PDFName.of('E'))))
          tag.delete(PDFName.of('E'))
      }),
    finds: { 'sens-pdf': [/dans le PDF : Le sigle ABC n’y est pas développé « Atelier bien commode »/] },
  },
  {
    what: 'an acronym that stands for itself',
    plant: ({ editPdf }) =>
      editPdf(SCREEN, pdf => {
        for (const tag of dictionaries(pdf, dict => dict.has(PDFName.of('S')) && dict.has(PDFName.of('E'))))
          tag.set(PDFName.of('E'), PDFHexString.fromText('ABC'))
      }),
    finds: {
      'sens-pdf': [
        /dans le PDF : Un sigle y est développé « ABC », que sigles\.yaml n’écrit pas/,
        /dans le PDF : Le sigle ABC n’y est pas développé « Atelier bien commode »/,
      ],
    },
  },
  {
    what: 'boxes of figures that begin at the corner of the page',
    plant: ({ editPdf }) =>
      editPdf(SCREEN, pdf => {
        const boxes = dictionaries(pdf, isTag('Figure')).flatMap(tag => boxOf(pdf, tag) ?? [])
        if (boxes.length === 0) throw new Error('no figure has a box')
        for (const box of boxes) for (const side of [0, 1]) box.set(side, PDFNumber.of(0))
      }),
    finds: {
      'sens-pdf': [/dans le PDF, page \d : Le cadre d’une figure \(BBox\) couvre « .+ », qui n’en est pas/],
    },
  },
]

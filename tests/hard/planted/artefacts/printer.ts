import {
  decodePDFRawStream,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib'
import { type Copy, type Fault, SLUG } from '../planted-edition.ts'

const PRESS = `${SLUG}-impression.pdf`

const read = (stream: PDFRawStream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')

/** Changes a stream of text, if it is one. @returns whether it did */
export function rewrite(pdf: PDFDocument, ref: unknown, change: (content: string) => string): boolean {
  if (!(ref instanceof PDFRef)) return false
  const stream = pdf.context.lookup(ref)
  if (!(stream instanceof PDFRawStream)) return false
  const before = read(stream)
  const after = change(before)
  if (after === before) return false
  const { dict } = stream
  dict.delete(PDFName.of('Filter'))
  const bytes = Buffer.from(after, 'latin1')
  dict.set(PDFName.of('Length'), pdf.context.obj(bytes.length))
  pdf.context.assign(ref, PDFRawStream.of(dict, bytes))
  return true
}

/** Rewrites what pages of the printer's PDF draw: the page itself, and the sheet that it shows. */
const redraw = (copy: Copy, pages: readonly number[], change: (content: string) => string) =>
  copy.editPdf(PRESS, pdf => {
    const changed = pages.filter(page => {
      const { node } = pdf.getPage(page - 1)
      const shown = node.Resources()?.lookupMaybe(PDFName.of('XObject'), PDFDict)
      const streams = [node.get(PDFName.of('Contents')), shown?.get(PDFName.of('Sheet'))]
      return streams.filter(ref => rewrite(pdf, ref, change)).length > 0
    })
    if (changed.length < pages.length) throw new Error('a page draws nothing of what the fault changes')
  })

/** Gives a page what another one draws. @returns what gives that one what the page drew */
const draws = (pdf: PDFDocument, to: number, from: number) => {
  const [page, other] = [pdf.getPage(to - 1).node, pdf.getPage(from - 1).node]
  return ['Contents', 'Resources'].map(key => {
    const [name, former] = [PDFName.of(key), page.get(PDFName.of(key))]
    page.set(name, other.get(name) as NonNullable<typeof former>)
    return () => other.set(name, former as NonNullable<typeof former>)
  })
}

const looks = (page: number) => new RegExp(`page ${page} : La page n’a pas l’aspect du PDF à lire`)

/** What only the printer's PDF has wrong: the screen PDF beside it is sound. */
export const printer: Fault[] = [
  {
    what: 'two pages swapped',
    plant: copy =>
      copy.editPdf(PRESS, pdf => {
        for (const exchange of draws(pdf, 4, 5)) exchange()
      }),
    finds: {
      imprimeur: [
        /page 4 : La page imprime la page 5 au lieu de la page 4/,
        /page 5 : La page imprime la page 4 au lieu de la page 5/,
      ],
    },
  },
  {
    what: 'a page twice, another one lost',
    plant: copy => copy.editPdf(PRESS, pdf => void draws(pdf, 7, 6)),
    finds: { imprimeur: [/page 7 : La page imprime la page 6 au lieu de la page 7/] },
  },
  {
    what: 'every picture removed',
    plant: copy => redraw(copy, [3], text => text.replace(/\/X\d+ Do/g, '')),
    finds: { imprimeur: [/page 3 : Une image du PDF à lire n’est pas imprimée \(81 × 40 mm/, looks(3)] },
  },
  {
    what: 'a picture three centimetres aside',
    plant: copy =>
      redraw(copy, [3], text =>
        text.replace(/(?<=q\n)([^\n]*cm\n(?:[^\n]*\n){0,3}\/X\d+ Do)/, '1 0 0 1 350 0 cm\n$1'),
      ),
    finds: {
      imprimeur: [
        /page 3 : Une image du PDF à lire n’est pas/,
        /page 3 : Une image est imprimée que/,
        looks(3),
      ],
    },
  },
  {
    what: 'a title that lost its first letters',
    plant: copy => redraw(copy, [4], text => text.replace(/\[<0001>12<0069>/, '[')),
    finds: {
      imprimeur: [/page 4 : La page ne dit pas les mots du PDF à lire \(mots perdus : « arroser »/, looks(4)],
    },
  },
  {
    what: 'a sheet three points to the right',
    plant: copy =>
      redraw(copy, [8], text => text.replace('1 0 0 1 22.6772 22.9134 cm', '1 0 0 1 25.6772 22.9134 cm')),
    finds: { imprimeur: [/page 8 : « .* » n’est pas à la place qu’il a dans le PDF à lire/, looks(8)] },
  },
  {
    what: 'grounds that end at the trim',
    plant: copy =>
      redraw(copy, [3], text =>
        text.replace(/^q 1 0 0 1 22/, 'q 36.85 36.85 595.28 841.89 re W n 1 0 0 1 22'),
      ),
    finds: {
      imprimeur: [
        /page 3 : L’encre touche le bord gauche et ne va pas jusqu’au fond perdu, sur \d+ mm/,
        /page 3 : L’encre touche le bord droit/,
        /page 3 : L’encre touche le bord de tête/,
      ],
    },
  },
  {
    what: 'bleed that goes one millimetre far',
    plant: copy =>
      redraw(copy, [5], text => text.replace(/^q 1 0 0 1 22/, 'q 34 34 601 847.5 re W n 1 0 0 1 22')),
    finds: {
      imprimeur: [
        /page 5 : L’encre touche le bord gauche/,
        /page 5 : L’encre touche le bord droit/,
        /page 5 : L’encre touche le bord de tête/,
      ],
    },
  },
  {
    what: 'cyan and magenta exchanged',
    plant: copy => redraw(copy, [3, 5], text => text.replace(/(\S+) (\S+) (\S+ \S+ [kK])\b/g, '$2 $1 $3')),
    finds: {
      imprimeur: [
        /page 3 : L’encre C 85 · M 100 · J 10 · N 35 n’est celle d’aucune/,
        /page [35] : L’encre C \d+ · M/,
        looks(5),
      ],
    },
  },
  {
    what: 'the ink of another family',
    plant: copy => redraw(copy, [5], text => text.replace(/\.05 \.9 1 \.25 ([kK])\b/g, '1 .85 .1 .35 $1')),
    finds: { imprimeur: [/page 5 : L’encre C 100 · M 85 · J 10 · N 35 n’est celle/, looks(5)] },
  },
  {
    what: 'a chart without its bars',
    plant: copy => redraw(copy, [4], text => text.replace(/(?<=gs\n)[\d.]+ [\d.]+ [\d.]+ 10\.5 re\nf/g, '')),
    finds: { imprimeur: [looks(4)] },
  },
  {
    what: 'another title in Info and in XMP',
    plant: copy =>
      copy.editPdf(PRESS, pdf => {
        pdf.setTitle('Grand carnet')
        rewrite(pdf, pdf.catalog.get(PDFName.of('Metadata')), text =>
          text.replaceAll('Petit carnet', 'Grand carnet'),
        )
      }),
    finds: {
      identite: [
        /impression\.pdf : Info, Title : « Grand carnet » au lieu de « Petit carnet »/,
        /impression\.pdf : XMP, dc:title : « Grand carnet »/,
      ],
    },
  },
  {
    what: 'the date of another day',
    plant: copy =>
      copy.editPdf(PRESS, pdf => {
        pdf.setCreationDate(new Date('2031-01-02'))
        pdf.catalog.set(PDFName.of('Lang'), PDFHexString.fromText('en'))
      }),
    finds: {
      identite: [
        /Info, CreationDate : « 2031-01-02 » au lieu de « 2030-05-01 »/,
        /La langue du fichier est « en »/,
      ],
    },
  },
  {
    what: 'marks on the black plate only',
    plant: copy =>
      copy.editPdf(PRESS, pdf => {
        const drawings = pdf.getPage(3).node.Resources()?.lookup(PDFName.of('XObject'), PDFDict)
        const marks = drawings?.get(PDFName.of('Marks'))
        if (!rewrite(pdf, marks, text => text.replace('/All CS 1 SCN', '0 0 0 1 K')))
          throw new Error('the marks are not drawn as the fault supposes')
      }),
    finds: {
      imprimeur: Array.from(
        { length: 8 },
        (_, index) =>
          new RegExp(
            `page ${index + 1} : Les repères de coupe et de repérage ne sont pas sur toutes les plaques .* : à gauche, à droite, au pied, en tête`,
          ),
      ),
    },
  },
  {
    what: 'a page without its crop marks',
    plant: copy => redraw(copy, [3], content => content.replace('/Marks Do', '')),
    finds: {
      imprimeur: [
        /page 3 : Les repères ne disent pas où couper ou plier : au bord gauche, au bord droit, en tête, au pied\./,
      ],
    },
  },
]

import { type PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { type Fault, SLUG } from '../planted-edition.ts'
import { changed, inBook } from './changed.ts'
import { dictionaries } from './screen.ts'

const ARBRE = 'fiche-planter-un-arbre.xhtml'

/** What a part says that it is, and what a layout adds to a text: of use to who does not see the page. */
export const meant: Fault[] = [
  inBook(
    'an index that is a chapter',
    'territoires.xhtml',
    'epub:type="index" role="doc-index"',
    'epub:type="chapter" role="doc-chapter"',
    {
      'parties-livre': [/Le chapitre se dit « chapter, doc-chapter » au lieu de « index, doc-index »/],
    },
  ),
  inBook('an index without entries', 'territoires.xhtml', 'epub:type="index-entry"', '', {
    'parties-livre': [/L’index a 1.entrée et en annonce 0/],
  }),
  inBook('a fiche that is nothing for a machine', ARBRE, ' role="doc-chapter"', '', {
    'parties-livre': [
      /Une partie est « chapter » pour un lecteur, et « rien » pour une machine à lire/,
      /Le chapitre se dit « chapter » au lieu de « chapter, doc-chapter »/,
    ],
  }),
  inBook('an example that is a note', ARBRE, 'epub:type="example" role="doc-example"', 'role="note"', {
    'parties-livre': [/se dit « note » au lieu de « doc-example »/],
  }),
  inBook('a chapter that no title names', ARBRE, 'aria-labelledby="titre"', '', {
    'parties-livre': [/Le chapitre n’est pas nommé par son titre/],
  }),
  inBook('two titles of one kind', 'content.opf', '"title-type">subtitle', '"title-type">main', {
    'parties-livre': [/Ses titres se disent « main, main » au lieu de « main, subtitle »/],
  }),
  inBook('an example that does not say so', ARBRE, '<span class="etiquette">Exemple</span>', '', {
    'mots-epub': [/Il y manque le mot de la maquette « Exemple »/],
  }),
  inBook('a fiche without its family', ARBRE, ' Fiche repère', '', {
    'mots-epub': [/Il y manque le mot de la maquette « Fiche repère »/],
  }),
  {
    what: 'a numeral that is heard as a bare figure',
    plant: ({ editPdf }) =>
      editPdf(`${SLUG}-ecran.pdf`, pdf => {
        for (const dict of dictionaries(pdf, one => heard(one) === 'Numéro 1'))
          dict.delete(PDFName.of('ActualText'))
      }),
    finds: {
      'mots-pdf': [/Il y manque le mot de la maquette « Numéro 1 »/],
      'pdf-fiches': [/Ses balises ne sont pas celles de la page 3/],
    },
  },
  changed(
    'a plural that is none',
    'site/territoires/index.html',
    '1<span class="hors-vue"> exemple</span>',
    '1<span class="hors-vue"> exemples</span>',
    { accords: [/territoires\/index\.html : « 1 exemples » ne s’accorde pas/] },
  ),
  changed('a file in another language', 'site/territoires/index.html', /hreflang="fr"/, 'hreflang="en"', {
    'liens-site': [
      /territoires\/index\.html : Le lien [^ ]+ se dit dans la langue « en », et le site est en « fr »/,
    ],
  }),
  changed('a feed of another kind', 'site/index.html', 'application/atom+xml', 'application/rss+xml', {
    'liens-site': [
      /fiches\.atom s’annonce comme « application\/rss\+xml » au lieu de « application\/atom\+xml »/,
    ],
    'tetes-site': [/Le fil est annoncé à aucune adresse/],
  }),
]

const heard = (dict: PDFDict): string | undefined => {
  const said = dict.get(PDFName.of('ActualText'))
  return said instanceof PDFHexString || said instanceof PDFString ? said.decodeText() : undefined
}

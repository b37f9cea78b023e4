import { unless } from '../../../../judge/check.ts'
import { Dict } from '../../../object/values.ts'
import type { Checkpoint } from '../checkpoint.ts'

export const metadata: Checkpoint[] = [
  {
    id: '06-001',
    title: 'Le fichier a des métadonnées XMP',
    run: ({ xmp }) => unless(xmp !== null, 'Le fichier n’a pas de métadonnées XMP.'),
  },
  {
    id: '06-002',
    title: 'Les métadonnées nomment la norme PDF/UA',
    run: ({ xmp }) =>
      unless(
        /<pdfuaid:part>1<|pdfuaid:part="1"/.test(xmp ?? '') && prefixesOf(xmp ?? '').join() === 'pdfuaid',
        'Les métadonnées ne nomment pas PDF/UA-1, ou pas sous le nom « pdfuaid ».',
      ),
  },
  {
    id: '06-003',
    title: 'Les métadonnées donnent le titre',
    run: ({ xmp }) =>
      unless(
        /<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>[^<]*\S[^<]*<\/rdf:li>/.test(xmp ?? ''),
        'Les métadonnées ne donnent pas de titre (dc:title).',
      ),
  },
  {
    id: '07-001',
    title: 'Le titre s’affiche dans la barre de la fenêtre',
    run: ({ catalog }) =>
      unless(
        displayed(catalog) !== undefined,
        'Le fichier ne demande pas que son titre s’affiche (DisplayDocTitle).',
      ),
  },
  {
    id: '07-002',
    title: 'L’affichage du titre n’est pas refusé',
    run: ({ catalog }) =>
      unless(displayed(catalog) !== false, 'Le fichier refuse que son titre s’affiche (DisplayDocTitle).'),
  },
]

/** The names under which a packet speaks of PDF/UA. @see ISO 14289-1 §5 */
const prefixesOf = (xmp: string) => [
  ...new Set(
    Array.from(
      xmp.matchAll(/xmlns:([\w-]+)="http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/"/g),
      ([, prefix = '']) => prefix,
    ),
  ),
]

const displayed = (catalog: Dict) => catalog.find('ViewerPreferences', Dict)?.lookup('DisplayDocTitle')

import { unless } from '../../../../../src/problems/finding.ts'
import { Dict } from '../../../object/values.ts'
import { type Checkpoint, checkpoint } from '../checkpoint.ts'

export const metadata: Checkpoint[] = [
  checkpoint('06-001', 'Le fichier a des métadonnées XMP', ({ xmp }) =>
    unless(xmp !== null, 'Le fichier n’a pas de métadonnées XMP.'),
  ),
  checkpoint('06-002', 'Les métadonnées nomment la norme PDF/UA', ({ xmp }) =>
    unless(
      /<pdfuaid:part>1<|pdfuaid:part="1"/.test(xmp ?? '') && prefixesOf(xmp ?? '').join() === 'pdfuaid',
      'Les métadonnées ne nomment pas PDF/UA-1, ou pas sous le nom « pdfuaid ».',
    ),
  ),
  checkpoint('06-003', 'Les métadonnées donnent le titre', ({ xmp }) =>
    unless(
      /<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>[^<]*\S[^<]*<\/rdf:li>/.test(xmp ?? ''),
      'Les métadonnées ne donnent pas de titre (dc:title).',
    ),
  ),
  checkpoint('07-001', 'Le titre s’affiche dans la barre de la fenêtre', ({ catalog }) =>
    unless(
      displayed(catalog) !== undefined,
      'Le fichier ne demande pas que son titre s’affiche (DisplayDocTitle).',
    ),
  ),
  checkpoint('07-002', 'L’affichage du titre n’est pas refusé', ({ catalog }) =>
    unless(displayed(catalog) !== false, 'Le fichier refuse que son titre s’affiche (DisplayDocTitle).'),
  ),
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

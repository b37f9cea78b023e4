import { unless } from '../../../../../src/problems/finding.ts'
import { Dict, List, Stream } from '../../../object/values.ts'
import { xmpReader } from '../../../object/xmp.ts'
import { type Checkpoint, checkpoint } from '../checkpoint.ts'
import type { Inspection } from '../inspect.ts'

/** What PDF/A-2a asks beside PDF/UA-1, of files such as ours: no transparency group of its own, no file within, fonts embedded.
 *  @see ISO 19005-2 §6.2.3, §6.2.4.3, §6.6.2.3, §6.6.4 */
export const archive: Checkpoint[] = [
  checkpoint('A-01', 'Les métadonnées nomment la norme PDF/A-2a', ({ xmp }) => {
    const read = xmpReader(xmp ?? '')
    return unless(
      read('pdfaid:part') === '2' && read('pdfaid:conformance') === 'A',
      'Les métadonnées ne nomment pas PDF/A-2a.',
    )
  }),
  checkpoint('A-02', 'Les métadonnées décrivent celles qui ne sont pas de PDF/A', ({ xmp }) =>
    unless(
      /<pdfaSchema:namespaceURI>http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/<[\s\S]*<pdfaProperty:name>part</.test(
        xmp ?? '',
      ),
      'Les métadonnées ne disent pas ce qu’est pdfuaid:part.',
    ),
  ),
  checkpoint('A-03', 'Le fichier dit quels rouge, vert et bleu ses couleurs sont', ({ catalog }) =>
    unless(
      intentProfile(catalog)?.dict.number('N') === 3,
      'Le fichier n’a pas de profil RVB dans son intention de sortie.',
    ),
  ),
  checkpoint('A-04', 'Le fichier commence comme un PDF 1.7 au plus, et se dit binaire', ({ header }) =>
    unless(
      /^%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}/.test(header),
      'La première ligne n’est pas celle d’un PDF 1.7, ou la deuxième n’annonce pas un fichier binaire.',
    ),
  ),
]

const intentProfile = (catalog: Inspection['catalog']): Stream | undefined =>
  catalog
    .find('OutputIntents', List)
    ?.all(Dict)
    .find(intent => intent.name('S') === 'GTS_PDFA1')
    ?.find('DestOutputProfile', Stream)

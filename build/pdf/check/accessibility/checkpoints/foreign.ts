import { onPage, unless } from '../../../../../src/problems/finding.ts'
import { unpack } from '../../../object/packing.ts'
import { Dict, List, Stream, type Value } from '../../../object/values.ts'
import { type Checkpoint, checkpoint } from '../checkpoint.ts'
import type { Inspection } from '../inspect.ts'

const layers = ({ catalog }: Inspection) => catalog.find('OCProperties', Dict)

const configurations = (file: Inspection): Dict[] => layers(file)?.find('Configs', List)?.all(Dict) ?? []

const standard = (file: Inspection) => layers(file)?.find('D', Dict)
const named = (dict: Dict) => Boolean(dict.text('Name')?.trim())

/** Objects of a file by their type. */
function* objects(file: Inspection): Generator<{ object: Value; dict: Dict }> {
  for (const object of file.pdf.objects()) {
    if (object instanceof Stream) yield { object, dict: object.dict }
    else if (object instanceof Dict) yield { object, dict: object }
  }
}

const forms = (file: Inspection) =>
  [...objects(file)].filter(({ object, dict }) => object instanceof Stream && dict.name('Subtype') === 'Form')

/** What the kit's files do not have; it may come with a new browser, and would then have its own demands. */
export const foreign: Checkpoint[] = [
  checkpoint('20-001', 'Les calques ont un nom', file =>
    configurations(file)
      .filter(dict => !named(dict))
      .map(() => onPage(null, 'Une configuration de calques n’a pas de nom.')),
  ),
  checkpoint('20-002', 'La configuration ordinaire des calques a un nom', file => {
    const dict = standard(file)
    return unless(!dict || named(dict), 'La configuration ordinaire des calques n’a pas de nom.')
  }),
  checkpoint('20-003', 'Aucun calque ne change de lui-même', file =>
    [...configurations(file), standard(file)]
      .filter(dict => dict?.has('AS'))
      .map(() => onPage(null, 'Des calques changent d’eux-mêmes (AS).')),
  ),
  checkpoint('21-001', 'Les fichiers joints ont un nom', file =>
    [...objects(file)]
      .filter(({ dict }) => dict.has('EF') && !(dict.has('F') && dict.has('UF')))
      .map(() => onPage(null, 'Un fichier joint n’a pas de nom (F et UF).')),
  ),
  checkpoint('25-001', 'Aucun formulaire XFA', ({ catalog }) =>
    unless(!catalog.find('AcroForm', Dict)?.has('XFA'), 'Le fichier a un formulaire XFA.'),
  ),
  checkpoint('26-001', 'Le fichier n’est pas chiffré', ({ pdf }) =>
    unless(!pdf.trailer.has('Encrypt'), 'Le fichier est chiffré.'),
  ),
  checkpoint('30-001', 'Aucun dessin ne vient d’un autre fichier', file =>
    forms(file)
      .filter(({ dict }) => dict.has('Ref'))
      .map(() => onPage(null, 'Un dessin vient d’un autre fichier (Ref).')),
  ),
  checkpoint('30-002', 'Aucun dessin balisé ne sert deux fois', file =>
    forms(file)
      .filter(({ object }) => object instanceof Stream && Buffer.from(unpack(object)).includes('/MCID'))
      .map(() => onPage(null, 'Un dessin à part contient des balises, que rien ne vérifie.')),
  ),
]

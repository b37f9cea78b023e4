import { onPage, unless } from '../../../../judge/check.ts'
import { unpack } from '../../../object/packing.ts'
import { Dict, List, Stream, type Value } from '../../../object/values.ts'
import type { Checkpoint } from '../checkpoint.ts'
import type { Inspection } from '../inspect.ts'

const layers = ({ catalog }: Inspection) => catalog.find('OCProperties', Dict)

function configurations(file: Inspection): Dict[] {
  const all = layers(file)?.find('Configs', List)
  return (all?.items ?? []).flatMap(entry => file.pdf.find(entry, Dict) ?? [])
}

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
  {
    id: '20-001',
    title: 'Les calques ont un nom',
    run: file =>
      configurations(file)
        .filter(dict => !named(dict))
        .map(() => onPage(null, 'Une configuration de calques n’a pas de nom.')),
  },
  {
    id: '20-002',
    title: 'La configuration ordinaire des calques a un nom',
    run(file) {
      const dict = standard(file)
      return unless(!dict || named(dict), 'La configuration ordinaire des calques n’a pas de nom.')
    },
  },
  {
    id: '20-003',
    title: 'Aucun calque ne change de lui-même',
    run: file =>
      [...configurations(file), ...[standard(file)].filter(dict => dict !== undefined)]
        .filter(dict => dict.has('AS'))
        .map(() => onPage(null, 'Des calques changent d’eux-mêmes (AS).')),
  },
  {
    id: '21-001',
    title: 'Les fichiers joints ont un nom',
    run: file =>
      [...objects(file)]
        .filter(({ dict }) => dict.has('EF') && !(dict.has('F') && dict.has('UF')))
        .map(() => onPage(null, 'Un fichier joint n’a pas de nom (F et UF).')),
  },
  {
    id: '25-001',
    title: 'Aucun formulaire XFA',
    run: ({ catalog }) =>
      unless(!catalog.find('AcroForm', Dict)?.has('XFA'), 'Le fichier a un formulaire XFA.'),
  },
  {
    id: '26-001',
    title: 'Le fichier n’est pas chiffré',
    run: ({ pdf }) => unless(!pdf.trailer.has('Encrypt'), 'Le fichier est chiffré.'),
  },
  {
    id: '30-001',
    title: 'Aucun dessin ne vient d’un autre fichier',
    run: file =>
      forms(file)
        .filter(({ dict }) => dict.has('Ref'))
        .map(() => onPage(null, 'Un dessin vient d’un autre fichier (Ref).')),
  },
  {
    id: '30-002',
    title: 'Aucun dessin balisé ne sert deux fois',
    run: file =>
      forms(file)
        .filter(({ object }) => object instanceof Stream && Buffer.from(unpack(object)).includes('/MCID'))
        .map(() => onPage(null, 'Un dessin à part contient des balises, que rien ne vérifie.')),
  },
]

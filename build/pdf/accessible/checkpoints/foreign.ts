import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib'
import { unpack } from '../../press/stream.ts'
import { type Checkpoint, onPage, unless } from '../checkpoint.ts'
import { type Inspection, textOf } from '../inspect.ts'

const name = (text: string) => PDFName.of(text)
const layers = ({ catalog }: Inspection) => catalog.lookupMaybe(name('OCProperties'), PDFDict)

function configurations(file: Inspection): PDFDict[] {
  const all = layers(file)?.lookup(name('Configs'))
  const list = all instanceof PDFArray ? all.asArray().map(entry => file.pdf.context.lookup(entry)) : []
  return list.filter(entry => entry instanceof PDFDict)
}

const standard = (file: Inspection) => layers(file)?.lookupMaybe(name('D'), PDFDict)
const named = (dict: PDFDict) => Boolean(textOf(dict.lookup(name('Name')))?.trim())

/** Objects of a file by their type. */
function* objects(file: Inspection): Generator<{ object: PDFObject; dict: PDFDict }> {
  for (const [, object] of file.pdf.context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) yield { object, dict: object.dict }
    else if (object instanceof PDFDict) yield { object, dict: object }
  }
}

const forms = (file: Inspection) =>
  [...objects(file)].filter(
    ({ object, dict }) => object instanceof PDFRawStream && dict.get(name('Subtype')) === name('Form'),
  )

/** What the kit's files do not have; it may come with a new browser, and would then have its own demands. */
export const foreign: Checkpoint[] = [
  {
    id: '20-001',
    title: 'Les calques ont un nom',
    find: file =>
      configurations(file)
        .filter(dict => !named(dict))
        .map(() => onPage(null, 'Une configuration de calques n’a pas de nom.')),
  },
  {
    id: '20-002',
    title: 'La configuration ordinaire des calques a un nom',
    find(file) {
      const dict = standard(file)
      return unless(!dict || named(dict), 'La configuration ordinaire des calques n’a pas de nom.')
    },
  },
  {
    id: '20-003',
    title: 'Aucun calque ne change de lui-même',
    find: file =>
      [...configurations(file), ...[standard(file)].filter(dict => dict !== undefined)]
        .filter(dict => dict.has(name('AS')))
        .map(() => onPage(null, 'Des calques changent d’eux-mêmes (AS).')),
  },
  {
    id: '21-001',
    title: 'Les fichiers joints ont un nom',
    find: file =>
      [...objects(file)]
        .filter(({ dict }) => dict.has(name('EF')) && !(dict.has(name('F')) && dict.has(name('UF'))))
        .map(() => onPage(null, 'Un fichier joint n’a pas de nom (F et UF).')),
  },
  {
    id: '25-001',
    title: 'Aucun formulaire XFA',
    find: ({ catalog }) =>
      unless(
        !catalog.lookupMaybe(name('AcroForm'), PDFDict)?.has(name('XFA')),
        'Le fichier a un formulaire XFA.',
      ),
  },
  {
    id: '26-001',
    title: 'Le fichier n’est pas chiffré',
    find: ({ pdf }) => unless(pdf.context.trailerInfo.Encrypt === undefined, 'Le fichier est chiffré.'),
  },
  {
    id: '30-001',
    title: 'Aucun dessin ne vient d’un autre fichier',
    find: file =>
      forms(file)
        .filter(({ dict }) => dict.has(name('Ref')))
        .map(() => onPage(null, 'Un dessin vient d’un autre fichier (Ref).')),
  },
  {
    id: '30-002',
    title: 'Aucun dessin balisé ne sert deux fois',
    find: file =>
      forms(file)
        .filter(
          ({ object }) => object instanceof PDFRawStream && Buffer.from(unpack(object)).includes('/MCID'),
        )
        .map(() => onPage(null, 'Un dessin à part contient des balises, que rien ne vérifie.')),
  },
]

import { onPage, unless } from '../../../../../src/problems/finding.ts'
import { Dict, List, Name, Stream, Text, type Value } from '../../../object/values.ts'
import { type Checkpoint, checkpoint } from '../checkpoint.ts'
import type { Inspection } from '../inspect.ts'

/** Every value of a file and all that they hold, each once. */
function* valuesOf({ pdf }: Inspection): Generator<Value> {
  const inside = function* (value: Value): Generator<Value> {
    yield value
    if (value instanceof Stream) yield* inside(value.dict)
    if (value instanceof List) for (const item of value.items) yield* inside(item)
    if (value instanceof Dict) for (const item of value.values()) yield* inside(item)
  }
  for (const value of pdf.objects()) yield* inside(value)
}

const dictsOf = (file: Inspection) => [...valuesOf(file)].filter(value => value instanceof Dict)

/** Findings for the keys that a dictionary must not have. */
const without = (
  dict: Dict | undefined,
  keys: readonly string[],
  where: string,
  page: number | null = null,
) =>
  keys
    .filter(key => dict?.has(key))
    .map(key => onPage(page, `${where} a une entrée ${key}, que PDF/A n’admet pas.`))

const filtersOf = (dict: Dict) => {
  const filter = dict.lookup('Filter')
  return (filter instanceof List ? filter.items : [filter]).map(one => (one instanceof Name ? one.text : ''))
}

/** @see ISO 32000-1 tables 136 and 137 */
const blendModes = new Set(
  'Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity'.split(
    ' ',
  ),
)
const intents = new Set(['RelativeColorimetric', 'AbsoluteColorimetric', 'Perceptual', 'Saturation'])
const actions = new Set(['GoTo', 'GoToR', 'GoToE', 'Thread', 'URI', 'Named', 'SubmitForm'])

/** Flags of an annotation: it is printed, and never out of sight. @see ISO 32000-1 table 165 */
const [PRINTED, UNSEEN] = [4, 1 + 2 + 32 + 256]

/** What no object of an archived file may be. The files of the kit have none of it; a new browser may bring it.
 *  @see ISO 19005-2 §6.1 to §6.11 */
export const archiveObjects: Checkpoint[] = [
  checkpoint('A-05', 'Le fichier a un identifiant', ({ pdf }) =>
    unless(pdf.trailer.find('ID', List)?.size === 2, 'Le fichier n’a pas d’identifiant (ID).'),
  ),
  checkpoint('A-06', 'Tout est dans le fichier, et se déplie sans LZW ni chiffrement', function* ({ pdf }) {
    for (const object of pdf.objects()) {
      if (!(object instanceof Stream)) continue
      yield* without(object.dict, ['F', 'FFilter', 'FDecodeParms'], 'Un flux')
      for (const filter of filtersOf(object.dict))
        if (filter.startsWith('LZW') || filter === 'Crypt')
          yield onPage(null, `Un flux est codé en ${filter}.`)
    }
  }),
  checkpoint('A-07', 'Ni droits, ni programmes, ni présentations de rechange', ({ catalog, pages }) => [
    ...without(catalog, ['Perms', 'NeedsRendering', 'AA', 'Requirements'], 'Le fichier'),
    ...without(catalog.find('Names', Dict), ['AlternatePresentations'], 'Le fichier'),
    ...pages.flatMap(({ dict, number }) => without(dict, ['AA', 'PresSteps'], 'La page', number)),
  ]),
  checkpoint('A-08', 'Aucun nombre, aucun nom ni aucune chaîne hors de ce que tous lisent', file => {
    const beyond = [...valuesOf(file)].filter(
      value =>
        (typeof value === 'number' && Math.abs(value) > 2_147_483_647) ||
        (value instanceof Name && new TextEncoder().encode(value.text).length > 127) ||
        (value instanceof Text && value.source.length > 32_767 && value.bytes().length > 32_767),
    )
    return unless(beyond.length === 0, `${beyond.length} valeurs sont trop grandes ou trop longues.`)
  }),
  checkpoint('A-09', 'Aucun réglage d’impression ni mode de fusion propre', function* ({ pages }) {
    for (const { dict, number } of pages) {
      const states = dict.find('Resources', Dict)?.find('ExtGState', Dict)
      for (const key of states?.keys() ?? []) {
        const state = states?.find(key, Dict)
        const [mode, intent] = [state?.name('BM'), state?.name('RI')]
        yield* without(state, ['TR', 'TR2', 'HTP', 'HT'], 'Un état graphique', number)
        if (mode !== undefined && !blendModes.has(mode))
          yield onPage(number, `Le mode de fusion « ${mode} » n’existe pas.`)
        if (intent !== undefined && !intents.has(intent))
          yield onPage(number, `L’intention de rendu « ${intent} » n’existe pas.`)
      }
    }
  }),
  checkpoint('A-10', 'Aucune image de rechange, lissée, ni en PostScript', function* (file) {
    for (const dict of dictsOf(file)) {
      if (dict.name('Type') !== 'XObject' && dict.name('Subtype') !== 'Image') continue
      yield* without(dict, ['Alternates', 'OPI', 'PS', 'Subtype2'], 'Une image')
      if (dict.lookup('Interpolate') === true) yield onPage(null, 'Une image demande à être lissée.')
      if (dict.name('Subtype') === 'PS') yield onPage(null, 'Un dessin est en PostScript.')
    }
  }),
  checkpoint('A-11', 'Tout objet posé sur la page s’imprime et se voit', function* ({ pages }) {
    for (const { number, annotations } of pages)
      for (const { dict } of annotations) {
        const flags = dict.number('F') ?? 0
        if ((flags & PRINTED) === 0 || (flags & UNSEEN) !== 0)
          yield onPage(number, 'Un objet posé sur la page ne s’imprime pas, ou ne se voit pas (F).')
      }
  }),
  checkpoint(
    'A-12',
    'Aucun lien ne lance autre chose qu’une page ou une adresse',
    function* ({ catalog, pages }) {
      const all = [
        { page: null, action: catalog.find('OpenAction', Dict) },
        ...pages.flatMap(({ number, annotations }) =>
          annotations.map(({ dict }) => ({ page: number, action: dict.find('A', Dict) })),
        ),
      ]
      for (const { page, action } of all) {
        const kind = action?.name('S')
        if (kind !== undefined && !actions.has(kind))
          yield onPage(page, `Une action « ${kind} » n’est pas admise.`)
      }
    },
  ),
  checkpoint('A-13', 'Les métadonnées commencent comme un paquet XMP d’aujourd’hui', ({ xmp }) =>
    unless(
      !/^[^>]*<\?xpacket[^>]*\b(?:bytes|encoding)=/.test(xmp ?? ''),
      'L’en-tête des métadonnées a un attribut bytes ou encoding.',
    ),
  ),
]

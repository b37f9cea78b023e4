import type { Choice, Selection } from './select.ts'

type Told = Choice & {
  /** The words as they are typed. */
  words: string
  numbers: Selection['numbers']
  /** Name of the région of the place. */
  region: string
  /** Where the whole kit is searched for the words. */
  searchAddress: string
}

/** Says in a sentence what the list shows and, where what is asked for is not there, what is there instead. */
export function sayShown(told: Told): (string | Node)[] {
  const { meaning, place, words, numbers, searchAddress } = told
  if (meaning.kind === 'waiting') return [`Recherche de «\u00a0${words}\u00a0»…`]
  if (meaning.kind === 'homonyms')
    return [`Plusieurs communes s’appellent ${words}\u00a0: choisir la sienne dans la liste.`]
  if (meaning.kind === 'unreachable')
    return ['La liste des communes n’est pas là sans réseau\u00a0: essayer un département ou une région.']
  if (meaning.kind === 'words' && meaning.addresses.length === 0) {
    const link = linkTo(searchAddress, `Chercher «\u00a0${words}\u00a0» dans tout le kit`)
    return [`Aucun exemple ne parle de «\u00a0${words}\u00a0». `, link]
  }
  if (numbers.fitting === 0) return ['Aucun exemple ne réunit ces choix\u00a0: en retirer un.']
  if (place) return sayPlace(told)
  const count = sayCount(numbers.fitting)
  return [meaning.kind === 'words' ? `${count} pour «\u00a0${meaning.corrected ?? words}\u00a0»` : count]
}

/** `Bron (69) : 5 exemples dans le département, 8 autres dans la région Auvergne-Rhône-Alpes` */
function sayPlace({ place, meaning, numbers, region }: Told): (string | Node)[] {
  const { label = '', within = '' } = place ?? {}
  const { inPlace, around, near } = numbers
  const own = `${label}\u00a0: ${sayCount(inPlace).toLowerCase()} dans ${within}`
  const isRegion = within === 'la région'
  if (inPlace > 0 && (meaning.kind !== 'place' || isRegion || around === 0)) return [own]
  if (around > 0) return [`${own}, ${around} ${inPlace > 0 ? sayOthers(around) : ''}dans la région ${region}`]
  const nowhere = isRegion ? own : `${own} ni dans la région`
  if (near > 0) return [`${nowhere}. Dans les départements les plus proches\u00a0: ${sayCount(near)}.`]
  return [
    `${nowhere}. `,
    linkTo('#filtre-theme', 'Choisir un thème'),
    ', ou lire ceux du reste de la France.',
  ]
}

function linkTo(address: string, words: string): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = address
  link.textContent = words
  return link
}

const sayOthers = (count: number) => (count > 1 ? 'autres ' : 'autre ')

const sayCount = (count: number) =>
  count === 0 ? 'Aucun exemple' : `${count} exemple${count > 1 ? 's' : ''}`

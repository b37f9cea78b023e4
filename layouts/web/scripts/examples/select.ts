import type { Meaning } from './meaning.ts'
import type { Atlas, Place } from './place.ts'

/** What is chosen besides a place. */
const topics = ['theme', 'famille', 'taille'] as const

/** An example in the list of one of its départements: its address, relative to the site, and what it may be chosen by. */
export type Item = { address: string; values: Readonly<Record<string, string | undefined>> }

/** Words, and the values of the lists by their names; '' where none is chosen. */
export type Choice = { meaning: Meaning; values: Readonly<Record<string, string>>; place: Place | null }

/** What is shown, and how many examples there are in the place itself, around it in its région, and near it; `fitting`: anywhere. */
export type Selection = {
  shown: readonly Item[]
  inPlace: readonly Item[]
  numbers: { inPlace: number; around: number; near: number; fitting: number }
  /** How many examples each value of a list would show, the other choices kept. */
  countOf(name: string, value: string): number
}

/** Chooses the examples to show. A place that is typed shows those of its région too; where a place has none, what is nearest is shown. */
export function selectExamples(items: readonly Item[], choice: Choice, atlas: Atlas): Selection {
  const { meaning, values, place } = choice
  /** What keeps an example out, a place apart. */
  const missedBy = ({ address, values: own }: Item): string[] => [
    ...topics.filter(name => values[name] && own[name] !== values[name]),
    ...(meaning.kind === 'words' && !meaning.addresses.includes(address) ? ['lieu'] : []),
  ]
  const fitting = items.filter(item => missedBy(item).length === 0)
  const nearest = atlas.regions.find(({ code }) => code === place?.region)?.near ?? []
  const isInPlace = ({ values: { departement } }: Item) =>
    departement !== undefined && place?.departements.includes(departement) === true
  const isAround = (item: Item) => item.values['region'] === place?.region && !isInPlace(item)
  const isNear = ({ values: { departement = '' } }: Item) => nearest.includes(departement)
  const isAnywhere = () => true
  const wider = [isInPlace, (item: Item) => isInPlace(item) || isAround(item), isNear].slice(
    meaning.kind === 'place' ? 1 : 0,
  )
  const isInArea = place === null ? isAnywhere : (wider.find(area => fitting.some(area)) ?? isAnywhere)
  return {
    shown: fitting.filter(isInArea),
    inPlace: fitting.filter(isInPlace),
    numbers: {
      inPlace: numberOf(fitting.filter(isInPlace)),
      around: numberOf(fitting.filter(isAround)),
      near: numberOf(fitting.filter(isNear)),
      fitting: numberOf(fitting),
    },
    countOf: (name, value) =>
      numberOf(
        items.filter(
          item =>
            item.values[name] === value &&
            missedBy(item).every(missed => missed === name) &&
            (isPlaceList(name) || isInArea(item)),
        ),
      ),
  }
}

export const isPlaceList = (name: string): boolean => name === 'departement' || name === 'region'

/** An example of two départements is in two lists. */
const numberOf = (items: readonly Item[]): number => new Set(items.map(({ address }) => address)).size

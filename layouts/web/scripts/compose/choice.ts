/** The choice of a reader. */
export type Chosen = { numbers: number[]; duplex: boolean; bare: boolean }

/** The choice that the fragment of an address tells: `#fiches=8,12,15&recto-verso&seules`. */
export function readFragment(fragment: string, known: readonly number[]): Chosen {
  const choice = new URLSearchParams(fragment.replace(/^#/, ''))
  return {
    numbers: numbersIn(choice.get('fiches'), known),
    duplex: choice.has('recto-verso'),
    bare: choice.has('seules'),
  }
}

/** Is a fragment a choice? That of « Aller au contenu » is none. */
export const tellsChoice = (fragment: string): boolean =>
  new URLSearchParams(fragment.replace(/^#/, '')).has('fiches')

/** The number of a fiche to add, which the query of an address tells: `?ajouter=8`. */
export const readAddition = (query: string, known: readonly number[]): number[] =>
  numbersIn(new URLSearchParams(query).get('ajouter'), known)

/** The fragment that tells a choice; empty where nothing is chosen. */
export function writeFragment({ numbers, duplex, bare }: Chosen): string {
  if (numbers.length === 0) return ''
  return `#fiches=${numbers.join(',')}${duplex ? '&recto-verso' : ''}${bare ? '&seules' : ''}`
}

/** The numbers of a list that a kit has, each once, in its order. */
const numbersIn = (list: string | null, known: readonly number[]): number[] => {
  const numbers = new Set((list ?? '').split(',').map(Number))
  return known.filter(number => numbers.has(number))
}

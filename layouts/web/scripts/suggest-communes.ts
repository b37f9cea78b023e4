import { plainName } from '../../../src/text/index.ts'

/** A commune as it is proposed: « Villeurbanne (69) ». */
export type Commune = { texte: string; departement: string; region: string }

/** Most proposals that a reader looks through. */
const SHOWN = 12

const files = new Map<string, Promise<string>>()

/** Proposes the communes whose name begins with the typed letters, from a file for each first letter, fetched at need.
 *  Without network it proposes nothing, and the words are looked for in the examples. */
export async function suggestCommunes(field: HTMLInputElement): Promise<Commune[]> {
  const folder = field.dataset['communes']
  const beginning = plainName(field.value.replace(/\s*\(\w+\)\s*$/, ''))
  const letter = beginning[0] ?? ''
  if (!folder || beginning.length < 2 || !/[a-z]/.test(letter)) return []
  const file = files.get(letter) ?? fetchLetter(folder, letter)
  files.set(letter, file)
  const communes: Commune[] = []
  for (const line of (await file).split('\n')) {
    const [nom = '', departement = '', region = ''] = line.split('|')
    if (!plainName(nom).startsWith(beginning)) continue
    communes.push({ texte: `${nom} (${departement})`, departement, region })
  }
  // Whole names before longer ones.
  communes.sort((a, b) => a.texte.length - b.texte.length)
  const options = communes.slice(0, SHOWN).map(({ texte }) => new Option(texte, texte))
  field.list?.replaceChildren(...options)
  return communes
}

/** The communes that have just this name. */
export const communesNamed = (communes: readonly Commune[], name: string): Commune[] =>
  communes.filter(({ texte }) => plainName(texte.replace(/ \(\w+\)$/, '')) === plainName(name))

/** The communes of a letter; none when they cannot be had: the words typed are still looked for, and they are asked for again. */
async function fetchLetter(folder: string, letter: string): Promise<string> {
  const answer = await fetch(`${folder}${letter}.txt`).catch(() => null)
  const text = answer?.ok ? await answer.text().catch(() => null) : null
  if (text === null) files.delete(letter)
  return text ?? ''
}

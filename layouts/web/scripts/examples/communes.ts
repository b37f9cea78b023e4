import { slips } from '../../../../src/problems/index.ts'
import { plainName } from '../../../../src/text/index.ts'
import type { Place } from './place.ts'

/** Most proposals that a reader looks through. */
const SHOWN = 12

/** Letters of a name from which a slip is told from another name. */
const LONG_NAME = 6

const files = new Map<string, Promise<string>>()

/** The communes of just the typed name, those whose name differs by a letter, and the labels of those whose name begins so. */
export type Communes = { named: Place[]; alike: Place[]; proposed: string[] }

/** Looks a commune up, present or former, in the file of its first letter.
 *  @param typed its name, or its label. @param folder where these files are. @throws Error when the file cannot be had: it is asked for
 *  again next time */
export async function findCommunes(typed: string, folder: string): Promise<Communes> {
  const [, name = '', code] = /^(.*?)\s*(?:\((\w+)\)\s*)?$/.exec(typed) ?? []
  const wanted = communeName(name)
  const letter = wanted[0] ?? ''
  if (wanted.length < 2 || !/[a-z]/.test(letter)) return { named: [], alike: [], proposed: [] }
  const communes = (await linesOf(folder, letter))
    .map(placeOfLine)
    .filter(({ departements: [departement] }) => code === undefined || code.toUpperCase() === departement)
  const begun = communes.filter(({ nom }) => communeName(nom).startsWith(wanted))
  const isSlip = begun.length === 0 && wanted.length >= LONG_NAME
  return {
    named: begun.filter(({ nom }) => communeName(nom) === wanted),
    alike: isSlip ? communes.filter(({ nom }) => slips(communeName(nom), wanted) === 1) : [],
    // Whole names before longer ones.
    proposed: begun
      .map(({ label }) => label)
      .sort((a, b) => a.length - b.length)
      .slice(0, SHOWN),
  }
}

function placeOfLine(line: string): Place {
  const [nom = '', departement = '', region = ''] = line.split('|')
  const label = `${nom} (${departement})`
  return { nom, label, within: 'le département', departements: [departement], region }
}

/** `St-Herblain` is written Saint-Herblain, `Paris 11` Paris 11e. */
const communeName = (typed: string) =>
  plainName(typed)
    .replace(/\bst(?=e? )/g, 'saint')
    .replace(/(?<=^(?:paris|lyon|marseille) )(\d+)(?:e|eme|er)?(?: arrondissement)?$/, '$1')

async function linesOf(folder: string, letter: string): Promise<string[]> {
  const file = files.get(letter) ?? fetchLetter(folder, letter)
  files.set(letter, file)
  return (await file).split('\n').filter(Boolean)
}

async function fetchLetter(folder: string, letter: string): Promise<string> {
  try {
    const answer = await fetch(`${folder}${letter}.txt`)
    if (!answer.ok) throw new Error(`the communes answer ${answer.status}`)
    return await answer.text()
  } catch (cause) {
    files.delete(letter)
    throw cause
  }
}

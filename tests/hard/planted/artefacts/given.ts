import type { Fault } from '../planted-edition.ts'
import { changed } from './changed.ts'

const FOLDER = 'site/donnees'

/** The same fault in each of the three files: they agree with each other. */
const inAll = (
  what: string,
  from: RegExp,
  to: string,
  inTable: [RegExp, string],
  ...says: RegExp[]
): Fault => ({
  what,
  async plant({ edit }) {
    for (const name of ['json', 'geojson'])
      await edit(`${FOLDER}/exemples.${name}`, text => text.replace(from, to))
    await edit(`${FOLDER}/exemples.csv`, text => text.replace(...inTable))
  },
  finds: { 'donnees-ouvertes': says },
})

const inSchema = (what: string, from: RegExp | string, to: string, says: RegExp): Fault =>
  changed(what, `${FOLDER}/exemples.schema.json`, from, to, { 'donnees-ouvertes': [says] })

/** What the open data say of places, and the schema of them. */
export const given: Fault[] = [
  inAll(
    'an example of another région',
    /("regions": )"84"/,
    '$1"53"',
    [/,84,/, ',53,'],
    /exemples\.json : « Un tilleul sur la place », regions : « 53 » au lieu de « 84 »/,
  ),
  inAll(
    'régions that are parted otherwise than the schema says',
    /("regions": )"84"/,
    '$1"84,"',
    [/,84,/, ',"84,",'],
    /exemples\.json : « Un tilleul sur la place », regions : « 84, » au lieu de « 84 »/,
  ),
  inAll(
    'inhabitants of no commune',
    /("population": )null/,
    '$112',
    [/,,,,/, ',,,12,'],
    /exemples\.json : « Un tilleul sur la place », population : « 12 » au lieu de « {2}»/,
  ),
  inSchema(
    'a number of inhabitants that is a day',
    /("name": "population",\s*"type": )"integer"/,
    '$1"date"',
    /population : ce n’est pas une colonne du type « date »/,
  ),
  inSchema(
    'a title that is a number',
    /("name": "titre",\s*"type": )"string"/,
    '$1"integer"',
    /titre : « Un tilleul sur la place » n’est pas du type « integer »/,
  ),
  inSchema(
    'a key that may be the same twice',
    '"primaryKey": "id"',
    '"primaryKey": "titre"',
    /« titre » n’est pas ce qui distingue chaque exemple/,
  ),
]

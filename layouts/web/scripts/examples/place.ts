import { departementOfCode } from '../../../../src/search/index.ts'
import { plainName } from '../../../../src/text/index.ts'

/** A place that a reader names: its départements, and the région around them. */
export type Place = {
  nom: string
  /** As it is told, and proposed: « Bron (69) ». */
  label: string
  /** What its examples are in: « le département ». */
  within: string
  departements: readonly string[]
  /** Code of its région. */
  region: string
}

type Departement = { code: string; nom: string; region: string }
type Region = {
  code: string
  nom: string
  /** Former régions with their départements; short names of the région, without. */
  formerNames: readonly { nom: string; departements: readonly string[] }[]
  /** Départements that have examples, where the région has none: the nearest. */
  near: readonly string[]
}

/** The départements and régions of the page. */
export type Atlas = { departements: readonly Departement[]; regions: readonly Region[] }

/** Reads them from the lists to choose from. */
export function readAtlas(form: HTMLFormElement): Atlas {
  const optionsOf = (name: string) => [
    ...form.querySelectorAll<HTMLOptionElement>(`select[name="${name}"] option[value]:not([value=""])`),
  ]
  const departements = optionsOf('departement').map(({ value, text, dataset }) => ({
    code: value,
    nom: text.replace(/^\w+ /, ''),
    region: dataset['region'] ?? '',
  }))
  const regions = optionsOf('region').map(({ value, text, dataset }) => ({
    code: value,
    nom: text,
    near: wordsOf(dataset['pres']),
    formerNames: (dataset['anciennes'] ?? '').split(';').flatMap(entry => {
      const [nom = '', codes] = entry.split('=')
      return nom === '' ? [] : [{ nom, departements: wordsOf(codes) }]
    }),
  }))
  return { departements, regions }
}

const wordsOf = (list = '') => list.split(' ').filter(Boolean)

/** Finds the département or the région that words name, by name, former name, number or postcode; undefined: they name none. */
export function placeNamed(typed: string, { departements, regions }: Atlas): Place | undefined {
  const name = bareName(typed)
  const number = name.toUpperCase().replace(/^DE?P(?:AR)?T(?:EMENT)? /, '')
  const departement = departements.find(
    ({ code, nom }) => bareName(nom) === name || code === number || code === departementOfCode(number),
  )
  if (departement) return placeOfDepartement(departement)
  const region = regions.find(({ nom }) => bareName(nom) === name)
  if (region) return placeOfRegion(region, departements)
  for (const known of regions) {
    const former = known.formerNames.find(({ nom }) => bareName(nom) === name)
    if (!former) continue
    return former.departements.length === 0
      ? placeOfRegion(known, departements)
      : { ...former, label: former.nom, within: 'ces départements', region: known.code }
  }
  return undefined
}

/** `La Réunion`, `réunion`, `le 93` */
const bareName = (name: string) => plainName(name).replace(/^l(?:a|es?) /, '')

export const placeOfDepartement = ({ code, nom, region }: Departement): Place => ({
  nom,
  label: `${nom} (${code})`,
  within: 'le département',
  departements: [code],
  region,
})

export const placeOfRegion = ({ code, nom }: Region, departements: readonly Departement[]): Place => ({
  nom,
  label: nom,
  within: 'la région',
  departements: departements.filter(({ region }) => region === code).map(({ code }) => code),
  region: code,
})

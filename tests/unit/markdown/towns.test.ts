import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { towns } from '../../../src/markdown/blocks/places.ts'

type Place = {
  code: string
  nom: string
  departement?: string
  chefLieu?: string
  type: string
  population?: number
}

const data = fileURLToPath(import.meta.resolve('@etalab/decoupage-administratif/data/communes.json'))

it('are the communes of 50,000 inhabitants and more of the Code officiel whose name no other place has', () => {
  const places = JSON.parse(readFileSync(data, 'utf8')) as Place[]
  const own = new Map(places.map(({ code, departement }) => [code, departement]))
  const departementsOf = new Map<string, Set<string | undefined>>()
  for (const { nom, departement, chefLieu = '' } of places)
    departementsOf.set(nom, (departementsOf.get(nom) ?? new Set()).add(departement ?? own.get(chefLieu)))
  const wanted = places.flatMap(({ nom, type, departement, population = 0 }) =>
    type === 'commune-actuelle' && population >= 50_000 && departementsOf.get(nom)?.size === 1
      ? [[nom, departement]]
      : [],
  )
  expect(wanted.length).toBeGreaterThan(110)
  expect([...towns].sort()).toEqual(wanted.sort())
})

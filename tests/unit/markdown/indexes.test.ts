import { expect, test } from 'vitest'
import { ressources, sequence, sigles, sommaire } from '../../../src/kit/indexes/indexes.ts'
import { lieux, territoires } from '../../../src/kit/indexes/territoires.ts'
import { departements } from '../../../src/text/departements.ts'
import { corpsOf, ficheOf, kitOf } from './kit.ts'

const kit = kitOf(
  ficheOf(
    corpsOf(`L'ESS et les SCICs, pas le CO2 ni l'ESS-FLORES.

::: exemple Un marché · Lens et Lille (59/62)
Ensemble.
:::

::: exemple Une épicerie · Corte (2B)
Ici.
:::

::: exemple Un écohameau · Évron (53)
Là.
:::

::: exemple Une monnaie · Pays basque
Ailleurs.
:::

::: exemple Un canal · Namur (Belgique)
Au nord.
:::

::: exemple Un jardin · Arras (62)
Là-bas.
:::

::: ressources
- [Zone](https://rtes.fr), RTES
- Écrire, RTES
- 10 idées, RTES
- 9 idées, RTES
- Voir [[achats]] et [[inconnu]]
:::`),
  ),
)

test('territories by code, Corsica between 19 and 21, places in French order, an example with two codes under both', () => {
  const { departements: listed, ailleurs } = territoires(kit)
  expect(
    listed.map(
      ({ code, nom, exemples }) => `${code} ${nom} : ${exemples.map(({ lieu }) => lieu).join(', ')}`,
    ),
  ).toEqual([
    '2B Haute-Corse : Corte',
    '53 Mayenne : Évron',
    '59 Nord : Lens et Lille',
    '62 Pas-de-Calais : Arras, Lens et Lille',
  ])
  expect(ailleurs.map(({ nom, exemples }) => [nom, ...exemples.map(({ lieu }) => lieu)])).toEqual([
    ['Hors de France', 'Namur (Belgique)'],
    ['Autres lieux', 'Pays basque'],
  ])
  expect(ailleurs[1]?.exemples.map(({ ancre }) => ancre)).toEqual(['exemple-une-monnaie'])
})

test('the index of a book has the places of the running text too, under the title above them, once a fiche', () => {
  const fiche = ficheOf(
    corpsOf(`À Brest (29), avant tout titre.

## Des lieux

À Toulouse (31), le PNR Médoc (33), le club ESS du Grand Reims (51) et l'an 2025 (12 mois).

### Des SCIC

Le Solilab à Nantes (44), la Friche, à Marseille (13), le PHARES, à L'Île-Saint-Denis (93), en Corse (2A et 2B), à Dijon (21).

::: exemple Un jardin · Dijon (21)
Là-bas.
:::

Encore à Toulouse (31) et dans la Ville de Paris (75).`),
  )
  const { departements: listed } = lieux(kitOf(fiche))
  expect(
    listed.flatMap(({ code, exemples }) =>
      exemples.map(({ lieu, titre, ancre }) => `${code} ${lieu} : ${titre} #${ancre}`),
    ),
  ).toEqual([
    '13 Marseille : Des SCIC #des-scic',
    '2A Corse : Des SCIC #des-scic',
    '2B Corse : Des SCIC #des-scic',
    '21 Dijon : Un jardin #exemple-un-jardin',
    '31 Toulouse : Des lieux #des-lieux',
    '33 Médoc : Des lieux #des-lieux',
    '44 Nantes : Des SCIC #des-scic',
    '51 Grand Reims : Des lieux #des-lieux',
    '75 Ville de Paris : Des SCIC #des-scic',
    '93 L’Île-Saint-Denis : Des SCIC #des-scic',
  ])
})

test('101 départements and 6 collectivities with a code, in the order of the codes', () => {
  expect(departements.size).toBe(101 + 6)
  // Corsica was 20 until 1976, and stands where it stood.
  const ranks = [...departements.keys()].map(code => Number(code.replace('2A', '20.1').replace('2B', '20.2')))
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
})

test('acronyms that stand in the fiches, as whole words', () => {
  expect(sigles(kit).map(({ sigle, developpe, fiches }) => [sigle, developpe, fiches.length])).toEqual([
    ['ESS', 'Économie sociale et solidaire', 1],
    ['SCIC', 'Société coopérative d’intérêt collectif', 1],
  ])
})

test('an acronym that stands in a page alone has its line, where the e-book leads to it', () => {
  const [page] = kit.pages
  if (!page) throw new Error('the kit has no page')
  const said = { ...page, corps: { ...page.corps, texte: 'Écrire à la DGFIP.' } }
  expect(sigles({ ...kit, pages: [said], sigles: { DGFIP: 'Finances publiques' } })).toEqual([
    { sigle: 'DGFIP', developpe: 'Finances publiques', fiches: [] },
  ])
})

test('families with all their fiches by number, announced ones included', () => {
  expect(
    sommaire(kit).map(({ famille, fiches }) => [famille.id, ...fiches.map(({ numero }) => numero)]),
  ).toEqual([['levier', 8, 9, 18]])
})

test('resources by fiche, numbers and accents in French order, a cross-reference by its title', () => {
  expect(ressources(kit).map(({ ressources: all }) => all.map(({ texte }) => texte))).toEqual([
    ['9 idées, RTES', '10 idées, RTES', 'Écrire, RTES', 'Voir Les achats et inconnu', 'Zone, RTES'],
  ])
})

test('an index without an entry has no page', () => {
  const kinds = (kit: Parameters<typeof sequence>[0]) => sequence(kit).map(({ kind }) => kind)
  expect(kinds(kit)).toEqual(expect.arrayContaining(['territoires', 'sigles']))
  const bare = kinds(kitOf(ficheOf(corpsOf('Ni lieu ni abréviation.'))))
  expect(bare).not.toContain('territoires')
  expect(bare).not.toContain('sigles')
})

import { expect, it } from 'vitest'
import { disordered } from '../../../build/judge/audit/checks/names.ts'

const fiches = [
  { slug: 'achats', numero: 8, famille: 'levier', titre: 'Commande publique' },
  { slug: 'scic', numero: 10, famille: 'levier', titre: 'Les SCIC' },
  { slug: 'culture', numero: 9, famille: 'thematique', titre: 'Culture' },
]
const lines = (on: string, ...slugs: string[]) => slugs.map(to => ({ on, to }))
const said = (links: ReturnType<typeof lines>) =>
  [...disordered('pdf', links, fiches)].map(({ message }) => message)

it('lets the fiches of each family stand by their numbers, whatever the order of the families', () => {
  expect(said(lines('sommaire', 'culture', 'achats', 'achats', 'scic'))).toEqual([])
})

it('tells a fiche of the sommaire that stands after one of a greater number', () => {
  expect(said(lines('sommaire', 'scic', 'culture', 'achats'))).toEqual([
    '« Commande publique » y vient après la fiche 10.',
  ])
})

it('asks no order of what a text refers to', () => {
  expect(said(lines('culture', 'scic', 'achats'))).toEqual([])
})

import { expect, test } from 'vitest'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { templatesOf } from '../../../build/pages/templates.ts'
import type { News } from '../../../src/kit/news.ts'

const changed = (name: string, kind: 'fiche' | 'page', slug: string) => ({ name, kind, slug, details: [] })

test('the back cover has no page on the site: neither lists nor news lead to it', async () => {
  const { kit } = await readKit('tests/fixtures/kits/autre')
  if (!kit) throw new Error('the kit has errors')
  const [fiche] = kit.fiches.filter(({ statut }) => statut === 'publiee')
  const back = kit.pages.find(({ gabarit }) => gabarit === 'quatrieme')
  if (!fiche || !back) throw new Error('the kit has no fiche or no back cover')
  const texts = [changed('Une fiche', 'fiche', fiche.slug), changed('Le dos', 'page', back.slug)]
  const nouveautes: News = [
    { edition: 'n° 2', premiere: false, groups: [{ title: 'Textes', texts }], note: null },
  ]
  const overviewOf = (medium: 'web' | 'epub') => {
    const { list } = templatesOf({ kit, medium, edition: { artefacts: [], pageOf: {}, nouveautes } })
    const overview = list.find(({ overview }) => overview !== null)?.overview
    return {
      told: overview?.edition?.nouveautes?.flatMap(({ groups }) => groups[0]?.texts.map(({ slug }) => slug)),
      listed: overview?.sequence.some(({ id }) => id === back.slug),
      made: list.some(({ item }) => item?.id === back.slug),
    }
  }
  expect(overviewOf('web')).toEqual({ told: [fiche.slug, null], listed: false, made: false })
  expect(overviewOf('epub')).toEqual({ told: [fiche.slug, back.slug], listed: true, made: true })
})

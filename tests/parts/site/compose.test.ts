import { expect, test } from 'vitest'
import { readKit } from '../../../build/ground/disk/read-kit.ts'
import { renderSite } from '../../../build/pages/renditions.ts'

test('« Composer » offers the families that have a fiche to read, and no other', async () => {
  const { kit } = await readKit('tests/fixtures/kits/autre')
  if (!kit) throw new Error('the kit cannot be read')
  const artefacts = [
    { role: 'pdf-ecran', path: 'pdf/carnet-ecran.pdf', bytes: 6_400_000, pages: 52 },
    { role: 'extrait', path: 'pdf/extrait-pieces.pdf', bytes: 300_000 },
    { role: 'extrait', path: 'pdf/extrait-liste.json', bytes: 20_000 },
  ]
  const offered = async (fiches: typeof kit.fiches) => {
    const edition = { artefacts, pageOf: {} }
    const pages = await renderSite({ ...kit, fiches }, edition, { tags: '', sheets: {} })
    const page = pages.get('composer/index.html') ?? ''
    return [...page.matchAll(/<fieldset class="famille-([\w-]+)"/g)].map(([, family]) => family)
  }
  expect(await offered(kit.fiches)).toEqual(['repere', 'pratique'])
  // Of the practices, one is left, which is announced.
  const left = kit.fiches.filter(({ famille, statut }) => famille !== 'pratique' || statut === 'a-paraitre')
  expect(left.some(({ famille }) => famille === 'pratique')).toBe(true)
  expect(await offered(left)).toEqual(['repere'])
})

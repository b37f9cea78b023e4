import { expect, it } from 'vitest'
import type { Forge } from '../../../build/gate/check.ts'
import { forge as check } from '../../../build/gate/checks/content.ts'
import type { Kit } from '../../../src/kit/kit.ts'
import { gathered } from '../../../src/problems/finding.ts'
import { readCarnet } from './carnet.ts'

async function told(
  site: Pick<Kit['site'], 'url' | 'base'>,
  numero: number | null,
  forge: Forge,
): Promise<string[]> {
  const { kit } = await readCarnet()
  const asked = { ...kit, site: { ...kit.site, ...site }, edition: { ...kit.edition, numero } }
  const { findings = [] } = await gathered(check.run({ kit: asked, forge }))
  return findings.map(({ place, message }) => `${place} : ${message}`)
}

const pages = { url: 'https://reseau.github.io/kit/', base: '/kit/' }
const on = (tag: string | null, repository = 'Reseau/Kit'): Forge => ({ tag, repository })

it('the tag bears the number of the edition', async () => {
  expect(await told(pages, 3, on('edition-3'))).toEqual([])
  expect(await told(pages, null, on(null))).toEqual([])
  expect((await told(pages, 2, on('edition-3'))).join()).toContain(
    'kit.yaml, edition › numero : L’étiquette est edition-3 et l’édition a le numéro 2 : écrire 3',
  )
  expect((await told(pages, 3, on('edition-trois'))).join()).toContain('edition- » et son numéro')
})

it('the site is made for the address that Pages gives it', async () => {
  expect((await told({ ...pages, base: '/' }, 3, on('edition-3'))).join()).toContain(
    'kit.yaml, site › base : Pages sert le site de ce dépôt sous /kit/ et non sous /',
  )
  expect((await told({ ...pages, url: 'https://autre.github.io/kit/' }, 3, on(null))).join()).toContain(
    'https://reseau.github.io/kit/ et non https://autre.github.io/kit/',
  )
  const root = { url: 'https://reseau.github.io', base: '/' }
  expect(await told(root, 3, on(null, 'reseau/reseau.github.io'))).toEqual([])
  // A domain of one's own: its owner knows where the site lies.
  expect(await told({ url: 'https://kit.example', base: '/' }, 3, on(null))).toEqual([])
})

import { expect, it } from 'vitest'
import { readKit } from '../../../build/disk/read-kit.ts'
import { parseHtml } from '../../../build/judge/audit/read/html.ts'
import { leadingTo } from '../../../build/judge/audit/use/session.ts'
import { editKit } from '../content/edit-kit.ts'

const block = (id: string, title: string, term: string) =>
  `<figure class="bloc domaines" id="${id}"><figcaption><span>${title}</span></figcaption><ul><li><b>${term}</b> : Un essai</li></ul></figure>`

it('takes the word of any block that holds it, however long the title of the block', async () => {
  await using folder = await editKit(null)
  const { kit } = await readKit(folder.dir)
  const fiche = kit?.fiches[0]
  if (!fiche || fiche.statut === 'a-paraitre') throw new Error('the fiche is published')
  const page = parseHtml(
    `<main id="contenu">${block('un', 'Un titre', 'Domaine')}${block('deux', 'Un titre de plus de soixante lettres, qui nomme longuement ce qui suit', 'Domaine')}${block('trois', 'Un titre', 'Un domaine de plus')}</main>`,
  )
  expect(leadingTo('Domaine', fiche, page)).toEqual(expect.arrayContaining(['un', 'deux']))
  expect(leadingTo('Essais', fiche, page)).toEqual([])
})

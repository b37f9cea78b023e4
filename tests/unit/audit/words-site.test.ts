import { expect, it } from 'vitest'
import { readKit } from '../../../build/disk/read-kit.ts'
import { wordsSite } from '../../../build/judge/audit/checks/words-site.ts'
import { parseHtml } from '../../../build/judge/audit/read/html.ts'
import { createRenderer } from '../../../src/markdown/create-renderer.ts'
import { gathered } from '../../../src/problems/finding.ts'
import { editKit } from '../content/edit-kit.ts'

/** What the check says of one page of the site, whose body is spoilt by `spoil`. */
async function ask(spoil: (html: string) => string) {
  await using folder = await editKit(null)
  const { kit } = await readKit(folder.dir)
  const fiche = kit?.fiches.find(({ slug }) => slug === 'achats')
  if (!kit || fiche?.statut !== 'publiee') throw new Error('the kit of the tests has no such fiche')
  const { html } = createRenderer(kit, 'web').fiche(fiche)
  const page = `<h1>${fiche.titre}</h1><div class="corps">${spoil(html)}</div>`
  const path = 'fiches/achats/index.html'
  const pages = new Map([[path, { path, root: parseHtml(page) }]])
  const site = {
    base: '/',
    atelier: new Map(),
    moved: new Map(),
    files: new Set<string>(),
    pages,
    read: async () => new Uint8Array(),
    text: async () => null,
  }
  const unasked = () => Promise.reject(new Error('not asked for'))
  const asked = wordsSite.run({
    kit: { ...kit, fiches: [fiche], pages: [] },
    dir: '',
    site: async () => site,
    visits: unasked,
    sources: unasked,
    pdf: unasked,
    epub: unasked,
    browser: unasked,
    signal: new AbortController().signal,
  })
  const { findings = [] } = await gathered(asked)
  return findings.map(({ message }) => message)
}

it('does not take the drawn rank of a lever without pictogram for a word of it', async () => {
  expect((await ask(html => html)).filter(message => /levier|acheter/i.test(message))).toEqual([])
  expect((await ask(html => html.replace('Acheter</span>', 'Vendre</span>'))).join()).toContain('Acheter')
})

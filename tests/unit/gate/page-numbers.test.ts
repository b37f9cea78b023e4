import { expect, test } from 'vitest'
import type { Subject } from '../../../build/gate/check.ts'
import { pageNumbers } from '../../../build/gate/checks/page-numbers.ts'
import { parseHtml, parseXml } from '../../../build/gate/read/html.ts'
import { gathered } from '../../../src/problems/finding.ts'
import { addressOf } from '../../../src/text/addresses.ts'
import { readCarnet } from './carnet.ts'

/** Findings where the site, the e-book and the PDF write these numbers of the first fiche, which begins page 3. */
async function findingsOf(
  numbers: Partial<Record<'site' | 'book' | 'renvoi' | 'folio' | 'mark' | 'marks', number>>,
) {
  const { site = 3, book = 3, renvoi = 3, folio = 3, mark = 3, marks = 1 } = numbers
  const { kit, fiche } = await readCarnet()
  const item = { kind: 'fiche', id: fiche.slug, fiche } as const
  const to = { page: 3, name: item.id }
  const pages = [1, 2, 3, 4].map(number => ({
    number,
    artefacts: `Carnet ${number === 3 ? folio : number}`,
    elements: [],
    links: number === 4 ? [{ to, text: `Voir p. ${renvoi}`, contents: '' }] : [],
  }))
  const [web, chapter] = [addressOf(item, 'web', kit), addressOf(item, 'epub', kit)]
  const root = parseXml(`<p><span id="page-3" aria-label="3"/><a href="${chapter}">Fiche p. ${book}</a></p>`)
  const entry = `<a href="${chapter}#page-3">${mark}</a>`
  const list = `<nav epub:type="page-list">${entry.repeat(marks)}</nav>`
  const editions = {
    kit,
    site: async () => ({
      pages: new Map([
        ['a', { path: 'a', root: parseHtml(`<ul><li><a href="${web}">Fiche</a> p. ${site}</li></ul>`) }],
      ]),
    }),
    epub: async () => ({
      nav: { root: parseXml(list) },
      spine: [{ href: chapter, root }],
      chapter: (href: string) => (href === chapter ? { root } : undefined),
    }),
    pdf: async () => ({ pages, outline: [], destinations: new Map([[item.id, 3]]) }),
  } as unknown as Subject
  const { findings = [] } = await gathered(pageNumbers.run(editions))
  return findings.map(({ place, message }) => `${place} : ${message}`)
}

test('numbers that lead where they say are right', async () => {
  expect(await findingsOf({})).toEqual([])
})

test.each([
  [{ site: 4 }, 'Site, a : « Fiche p. 4 » dit page 4 au lieu de 3.'],
  [{ book: 5 }, 'dit page 5 au lieu de 3.'],
  [{ renvoi: 2 }, '(reperes/01-planter-un-arbre.md), page 4 : « Voir p. 2 » dit page 2 au lieu de 3.'],
  [
    { folio: 9 },
    'PDF, Planter un arbre au bon endroit (reperes/01-planter-un-arbre.md), page 3 : La page ne porte pas son numéro (3).',
  ],
  [{ marks: 2 }, 'liste des pages (3) : Elle vient après la page 3.'],
  [{ mark: 4 }, 'Le repère n’existe pas dans le livre.'],
])('%j is wrong', async (planted, message) => {
  expect((await findingsOf(planted)).join('\n')).toContain(message)
})

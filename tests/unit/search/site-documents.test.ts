import { expect, test } from 'vitest'
import { siteDocuments } from '../../../build/site/site-documents.ts'
import { kitOf } from '../pdf/kit.ts'

test.each([
  [[], []],
  [['extrait'], []],
  [['pdf-ecran'], []],
  [['pdf-ecran', 'extrait'], ['composer/']],
  [['pdf-impression'], ['imprimeur/']],
  [['rapport-prepresse'], ['imprimeur/']],
])('an edition of %j has, of the pages that need files, %j', (roles, pages) => {
  const downloads = roles.map(role => ({ role, path: `pdf/${role}` }))
  const addresses = [...siteDocuments(kitOf([]), downloads)].map(({ adresse }) => adresse)
  expect(addresses.filter(address => ['composer/', 'imprimeur/'].includes(address))).toEqual(pages)
})

test('the page for the printer is found by the format of the kit', () => {
  const downloads = [{ role: 'pdf-impression', path: 'pdf/x.pdf' }]
  const page = siteDocuments(kitOf([]), downloads).find(({ adresse }) => adresse === 'imprimeur/')
  expect(page?.parties[0]?.mots).toContain('format A4')
})

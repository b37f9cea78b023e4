import { expect, test } from 'vitest'
import { readSitePages } from '../../../build/pages/site-pages.ts'
import { templatesOf } from '../../../build/pages/templates.ts'
import { kitOf } from '../pdf/kit.ts'

const pages = readSitePages()

test('each page that search engines may show says what the search knows of it', () => {
  const silent = pages.filter(({ template, recherche }) => !recherche && !template?.includes('noindex'))
  // The acronyms are searched one by one; the families and the home page lead to what is found itself.
  expect(silent.map(({ name }) => name).sort()).toEqual(['accueil', 'familles', 'sigles'])
})

test('two pages with a place in a list have no common rank', () => {
  const ranks = pages.filter(({ menu, pied, plan, recherche }) => menu || pied || plan || recherche)
  expect(new Set(ranks.map(({ rang }) => rang)).size).toBe(ranks.length)
})

test('the menu names the pages that the kit has, by their rank', () => {
  const { common } = templatesOf({ kit: kitOf([]), medium: 'web', edition: null, sitePages: pages })
  expect(common.menu.map(({ chemin }) => chemin)).toEqual(['/', '/sommaire/', '/a-propos/'])
  expect(common.pied.map(({ nom }) => nom)).toEqual([
    'Sommaire',
    'À propos',
    'Nouveautés',
    'Mentions légales',
  ])
})

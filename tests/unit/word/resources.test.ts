import { expect, test } from 'vitest'
import { importMarkdown } from '../../../src/word/import-markdown.ts'
import { importing } from './setting.ts'

const levier = { ...importing, nom: '03-essai', famille: 'levier' }

const underHeading = (title: string) =>
  importMarkdown(`# Le titre\n\nTexte.\n\n## ${title}\n\nUn guide, 2024.\n\nUn autre.\n`, levier).markdown

test.each([
  'Ressources',
  'Ressources :',
  'Ressources utiles',
  'Ressources pour aller plus loin',
  'Ressources pour agir',
  "Ressources pour s'inspirer et s'informer",
  'Ressources et bibliographie',
  'Pour aller plus loin',
  "Pour en savoir plus sur l'habitat",
  'Bibliographie',
  'Bibliographie sélective :',
  'À lire',
  'À lire aussi',
  'À lire, à voir',
  'Liens utiles',
])('« %s » opens the resources', title => {
  expect(underHeading(title)).toContain(`## ${title.replace(' :', '')}\n\n::: ressources\n- Un guide, 2024.`)
})

test.each([
  'Ressources humaines',
  'Ressources mobilisées',
  'Ressources pour la commune',
  'À lire aussi dans ce kit',
  'À lire avant de commencer',
  'Bibliographie des acteurs à construire',
  'Pour aller plus loin, la commune agit',
])('« %s » is a section as any other', title => {
  expect(underHeading(title)).toContain(`## ${title}\n\nUn guide, 2024.\n\nUn autre.`)
})

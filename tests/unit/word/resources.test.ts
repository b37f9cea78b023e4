import { expect, test } from 'vitest'
import { importWord } from '../../../src/word/import-word.ts'
import { documentOf, docxOf, p } from './manuscripts.ts'
import { importing } from './setting.ts'

const levier = { ...importing, nom: '03-essai', famille: 'levier' }

const underHeading = (title: string) => {
  const heading = p(title, '<w:pStyle w:val="Heading1"/><w:outlineLvl w:val="1"/>')
  const paragraphs = [p('Texte.'), heading, p('Un guide, 2024.'), p('Un autre.')]
  return importWord(docxOf({ 'word/document.xml': documentOf(...paragraphs) }), levier).markdown
}

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

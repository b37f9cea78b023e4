import { expect, test } from 'vitest'
import { importWord } from '../../../src/word/import-word.ts'
import { documentOf, docxOf, p, wordOf } from './manuscripts.ts'
import { levier } from './setting.ts'

const underHeading = (title: string) => {
  const heading = p(title, '<w:pStyle w:val="Heading1"/><w:outlineLvl w:val="1"/>')
  const paragraphs = [p('Texte.'), heading, p('Un guide, 2024.'), p('Un autre.')]
  return importWord(wordOf(...paragraphs), levier).markdown
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

test.each([
  [
    'RTES, Guide de l’achat responsable, 2024',
    "RTES, [Guide de l'achat responsable](https://exemple.fr/a), 2024",
  ],
  [
    'Anne Lo, « Acheter, mode d’emploi », 2024',
    "Anne Lo, « [Acheter, mode d'emploi](https://exemple.fr/a) », 2024",
  ],
  ['Guide de l’achat, RTES, 2024', "[Guide de l'achat](https://exemple.fr/a), RTES, 2024"],
])('the address of « %s » goes to its title', (written, item) => {
  const link = '<w:hyperlink r:id="a"><w:r><w:t>https://exemple.fr/a</w:t></w:r></w:hyperlink>'
  const heading = p('Ressources', '<w:outlineLvl w:val="1"/>')
  const relations =
    '<Relationships><Relationship Id="a" Target="https://exemple.fr/a" TargetMode="External"/></Relationships>'
  const resource = p(`${written}. `).replace('</w:p>', `${link}</w:p>`)
  const { markdown } = importWord(
    docxOf({
      'word/document.xml': documentOf(p('Texte.'), heading, resource),
      'word/_rels/document.xml.rels': relations,
    }),
    levier,
  )
  expect(markdown).toContain(`- ${item}`)
})

test('levers in bold lines stand below the section that looks like them', () => {
  const bold = (text: string) => p(text).replace('<w:r>', '<w:r><w:rPr><w:b/></w:rPr>')
  const word = wordOf(
    p('Habiter', '<w:pStyle w:val="Title"/>'),
    p('Un début.'),
    bold('Leviers d’action'),
    bold('Levier 1 : réhabiliter'),
    p('Un texte.'),
    bold('Levier n° 2 – Construire'),
    p('Un texte.'),
    bold('Pour conclure'),
    p('Un texte.'),
  )
  const { markdown } = importWord(word, levier)
  expect(markdown.match(/^#.*$/gm)).toEqual([
    "## Leviers d'action {.leviers}",
    '### Réhabiliter',
    '### Construire',
    '## Pour conclure',
  ])
})

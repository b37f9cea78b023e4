import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { drawSvg } from '../../../build/edition/word/write-fiche.ts'
import { ficheToWord } from '../../../src/word/fiche-to-word.ts'
import { importWord } from '../../../src/word/import-word.ts'
import { readManuscript } from '../../../src/word/read/read-manuscript.ts'
import { edited, run, wordOf } from './manuscripts.ts'
import { importing, readBack, setting } from './setting.ts'

const source = `---
numero: 3
slug: essai
titre: Un essai
famille: levier
statut: relecture
resume: Une phrase.
maj: 2025-11
---

Voir la fiche **[[commande-publique]]**, puis la suite.

## Les leviers {.leviers}

### Acheter {picto=search} {#acheter}

Un texte, et un renvoi inconnu : [[nulle-part]].

::: graphique barres Parts de marché
| Année | Part (%) |
| --- | --- |
| 2024 | 12 |
Source : Insee, 2024.
:::
`

test('whoever reads a fiche in Word sees words, and nothing that is for the press', () => {
  const bytes = ficheToWord(source, setting)
  const shownWords = readManuscript(bytes).visibleWords.join(' ')
  expect(shownWords).toContain('Voir la fiche Commande publique puis la suite')
  for (const mark of ['picto', 'search', 'barres', 'Statut', 'relecture', 'levier Résumé'])
    expect(shownWords).not.toContain(mark)
  expect(shownWords).toContain('nulle part')
  const { kept, anew } = readBack(bytes)
  expect(kept).toBe(source)
  expect(anew).toContain('**[[commande-publique]]**, puis')
  expect(anew).toContain('### Acheter {picto=search} {#acheter}')
  expect(anew).toContain('::: graphique barres Parts de marché')
  expect(anew).toContain('statut: relecture')
})

test('two marks that an editor put into one are two', () => {
  const [one, two] = ['{picto=search} ', '{#acheter}']
  const bytes = edited(ficheToWord(source, setting), {
    'word/document.xml': document => {
      const between = new RegExp(`${one.trim()} ?</w:t></w:r><w:r>(?:(?!</w:r>).)*${two}`)
      expect(document).toMatch(between)
      return document.replace(between, one + two)
    },
  })
  const { kept, anew } = readBack(bytes)
  expect(kept).toBe(source)
  expect(anew).toContain('### Acheter {picto=search} {#acheter}')
})

test('a title of a cross-reference that was edited is text: no word is lost', () => {
  const bytes = edited(ficheToWord(source, setting), {
    'word/document.xml': document =>
      document.replace('>Commande publique</w:t>', '>La commande responsable</w:t>'),
  })
  const { markdown, lost } = importWord(bytes, importing)
  expect(lost).toEqual([])
  expect(markdown).toContain('Voir la fiche **La commande responsable**, puis la suite.')
})

test('a drawing is the same bytes on every machine, in the fonts of the kit', async () => {
  const svg = (family: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="10mm" viewBox="0 0 40 10"><text x="1" y="7" font-size="6" font-family="${family}">Été 12 %</text></svg>`
  const { bytes, width, height } = await drawSvg(svg("'Source Sans 3', sans-serif"))
  expect([width, height]).toEqual([302, 76])
  expect(createHash('sha256').update(bytes).digest('hex')).toMatchInlineSnapshot(
    `"30f81cb9d53930cee42f5a64c053fc0942bdcdf30d414fff704cb036574f5931"`,
  )
  expect(Buffer.compare(bytes, (await drawSvg(svg('Police absente'))).bytes)).toBe(0)
  expect(Buffer.compare(bytes, (await drawSvg(svg("'Bricolage Grotesque'"))).bytes)).not.toBe(0)
})

test('digits that Word raises stay apart from those before them, and those that it lowers go on the line', () => {
  const set = (text: string, align: string) => run(text, `<w:vertAlign w:val="${align}"/>`)
  const runs = [
    run('12 m'),
    set('2', 'superscript'),
    run(', du CO'),
    set('2', 'subscript'),
    run(' et le 1'),
    set('er', 'superscript'),
    run(' marché.'),
  ]
  const { markdown, lost } = importWord(wordOf(`<w:p>${runs.join('')}</w:p>`), importing)
  expect(markdown).toContain('12 m², du CO2 et le 1er marché.')
  expect(lost).toEqual([])
})

test('what LibreOffice moves, and makes smaller, is raised or lowered too', () => {
  const small = '<w:sz w:val="19"/>'
  const runs = [
    run('Un parc de 3 km'),
    run('2', `<w:position w:val="8"/>${small}`),
    run(', sans CO'),
    run('2', `<w:position w:val="-8"/>${small}`),
    // Of the size of the text, a word is set level again.
    run(', ouvert en 202'),
    run('4', '<w:position w:val="2"/>'),
  ]
  const { markdown, lost } = importWord(wordOf(`<w:p>${runs.join('')}</w:p>`), importing)
  expect(markdown).toContain('Un parc de 3 km², sans CO2, ouvert en 2024')
  expect(lost).toEqual([])
})

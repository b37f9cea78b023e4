import { createHash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { drawSvg } from '../../../build/edition/word/write-fiche.ts'
import { ficheToWord } from '../../../src/word/fiche-to-word.ts'
import { importWord } from '../../../src/word/import-word.ts'
import { readManuscript } from '../../../src/word/read/read-manuscript.ts'
import { documentOf, docxOf } from './manuscripts.ts'
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

/** A Word file whose document was edited. */
function edited(bytes: Uint8Array, edit: (document: string) => string): Uint8Array {
  const parts = unzipSync(bytes)
  parts['word/document.xml'] = strToU8(edit(strFromU8(parts['word/document.xml'] ?? new Uint8Array())))
  return zipSync(parts)
}

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
  const bytes = edited(ficheToWord(source, setting), document => {
    const between = new RegExp(`${one.trim()} ?</w:t></w:r><w:r>(?:(?!</w:r>).)*${two}`)
    expect(document).toMatch(between)
    return document.replace(between, one + two)
  })
  const { kept, anew } = readBack(bytes)
  expect(kept).toBe(source)
  expect(anew).toContain('### Acheter {picto=search} {#acheter}')
})

test('a title of a cross-reference that was edited is text: no word is lost', () => {
  const bytes = edited(ficheToWord(source, setting), document =>
    document.replace('>Commande publique</w:t>', '>La commande responsable</w:t>'),
  )
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
  const run = (text: string, align = '') =>
    `<w:r>${align && `<w:rPr><w:vertAlign w:val="${align}"/></w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
  const runs = [
    run('12 m'),
    run('2', 'superscript'),
    run(', du CO'),
    run('2', 'subscript'),
    run(' et le 1'),
    run('er', 'superscript'),
    run(' marché.'),
  ]
  const document = documentOf(`<w:p>${runs.join('')}</w:p>`)
  const { markdown, lost } = importWord(docxOf({ 'word/document.xml': document }), importing)
  expect(markdown).toContain('12 m², du CO2 et le 1er marché.')
  expect(lost).toEqual([])
})

test('what LibreOffice moves, and makes smaller, is raised or lowered too', () => {
  const moved = (text: string, look: string) => `<w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r>`
  const small = '<w:sz w:val="19"/>'
  const runs = [
    moved('Un parc de 3 km', ''),
    moved('2', `<w:position w:val="8"/>${small}`),
    moved(', sans CO', ''),
    moved('2', `<w:position w:val="-8"/>${small}`),
    // Of the size of the text, a word is set level again.
    moved(', ouvert en 202', ''),
    moved('4', '<w:position w:val="2"/>'),
  ]
  const document = documentOf(`<w:p>${runs.join('')}</w:p>`)
  const { markdown, lost } = importWord(docxOf({ 'word/document.xml': document }), importing)
  expect(markdown).toContain('Un parc de 3 km², sans CO2, ouvert en 2024')
  expect(lost).toEqual([])
})

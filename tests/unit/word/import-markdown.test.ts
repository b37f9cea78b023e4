import { expect, test } from 'vitest'
import { importMarkdown } from '../../../src/word/import-markdown.ts'
import { UnreadableWord } from '../../../src/word/read/open-package.ts'
import { importing } from './setting.ts'

const setting = { ...importing, nom: 'essai', famille: 'levier', numero: 1 }

test('a text stays as it is, below a front matter; its opening heading is the title', () => {
  const body = '## Une partie\n\n* un\n* deux\n\nChiffres clés\n\n1. 12 % des *achats*\n'
  const { markdown, words, complete } = importMarkdown(`# Le titre\n\n${body}`, setting)
  expect(markdown).toBe(
    `---\nnumero: 1\nslug: le-titre\ntitre: Le titre\nfamille: levier\nstatut: relecture\nresume: À compléter.\nmaj: 2026-11\n---\n\n${body}`,
  )
  expect(words).toBe(12)
  expect(complete).toEqual([{ line: 7, text: 'le résumé, une phrase de 160 caractères au plus' }])
})

test('what the file says of itself is said again', () => {
  const { markdown } = importMarkdown(
    '---\ntitre: "Habiter : autrement"\nmots_cles: [habitat]\n---\nTexte.\n',
    setting,
  )
  expect(markdown).toContain('titre: "Habiter : autrement"\nfamille: levier\n')
  expect(markdown).toContain('mots_cles: [habitat]\nmaj: 2026-11\n---\n\nTexte.\n')
})

test('a fiche of the kit stays as it is', () => {
  const source =
    '---\nnumero: 1\nslug: essai\ntitre: Essai\nfamille: levier\nstatut: relecture\nresume: Un résumé.\nmaj: 2026-11\n---\n\nTexte.\n\n::: info Titre\nDu texte.\n:::\n'
  expect(importMarkdown(source, setting).markdown).toBe(source)
})

test.each([
  ['Texte.\n\nTitre\n=====\n', /^ligne 4 : « ===== »/],
  ['# Un titre\n\nTexte.\n\n# Un autre\n', /^ligne 5 : /],
  ['---\ntitre: Habiter : autrement\n---\n\nTexte.\n', /^ligne 2 : .*guillemets/],
])('%j is refused in a sentence that names the line', (text, message) => {
  expect(() => importMarkdown(text, setting)).toThrow(UnreadableWord)
  expect(() => importMarkdown(text, setting)).toThrow(message)
})

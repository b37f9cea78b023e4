import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { acceptedText, isProposition, passageOf } from '../../../src/kit/index.ts'
import { ficheToWord } from '../../../src/word/fiche-to-word.ts'
import { likenessTo, readUnsigned } from '../../../src/word/review/unsigned-review.ts'
import { kitTexts } from '../../content/kit-files.ts'
import { sampleOf } from '../../thorough.ts'
import { setting } from './setting.ts'
import { unsigned } from './unsigned-file.ts'

const files = kitTexts().filter(
  ({ file, text }) =>
    /^(?:introductives|leviers|thematiques)\//.test(file) && !/^statut: a-paraitre/m.test(text),
)

/** As Google Docs: headings and plain paragraphs, and no other style. */
const likeDocs = (document: string) =>
  document.replace(/<w:pStyle w:val="([^"]*)"\/>/g, (style, name: string) =>
    /^(?:Heading\d|Title)$/.test(name) ? style : '',
  )

/** The two shapes in which other programs give a file back. */
const shapes = [
  ['LibreOffice', undefined],
  ['Google Docs', likeDocs],
] as const

describe.each(shapes)('a review without its custom part, as from %s', (_, shape) => {
  test.each(sampleOf(files, 6))(
    '$file is like itself, and says nothing new when nobody wrote in it',
    ({ file, text: source }) => {
      const bytes = unsigned(ficheToWord(source, setting), shape)
      const { shareIn } = likenessTo(bytes)
      const shares = files.map(other => ({ file: other.file, share: shareIn(other.text) }))
      const [best, next] = shares.sort((a, b) => b.share - a.share)
      expect(best?.file).toBe(file)
      expect(best?.share).toBeGreaterThan(0.5)
      expect(next?.share).toBeLessThan(0.3)
      expect(readUnsigned(bytes, '2026-12-04', source).threads).toEqual([])
    },
  )

  test('brings back what was written in it, and all accepted the fiche says it', () => {
    const source = readFileSync(new URL('../../fixtures/relectures/fiche.md', import.meta.url), 'utf8')
    const edits: readonly [string, string][] = [
      ['quarante', 'cinquante-deux'],
      ['Six leviers', 'Sept leviers'],
      ['Elles ont remporté le marché.', 'Elles ont gagné ce marché.'],
    ]
    const write = (part: string) =>
      edits.reduce((text, [words, others]) => text.replace(words, others), shape?.(part) ?? part)
    const { threads } = readUnsigned(unsigned(ficheToWord(source, setting), write), '2026-12-04', source)
    const accepted = threads.filter(isProposition).reduce((fiche, thread) => {
      expect(passageOf(fiche, thread)).not.toBeNull()
      return acceptedText(fiche, thread) ?? fiche
    }, source)
    expect(accepted).toBe(edits.reduce((text, [words, others]) => text.replace(words, others), source))
  })
})

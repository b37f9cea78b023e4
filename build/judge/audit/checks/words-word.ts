import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sequence } from '../../../../src/indexes/sequence.ts'
import type { FichePubliee } from '../../../../src/kit.ts'
import { count, fault } from '../../../../src/problems/finding.ts'
import { align } from '../align.ts'
import type { AuditCheck } from '../material.ts'
import { orUnreadable } from '../read/unreadable.ts'
import { paragraphsOfWord } from '../read/word.ts'
import { expectedOf, nameOf } from '../source/expected.ts'
import { missingWords, wordsOf } from '../words.ts'

/** Where the Word file of a fiche lies. */
export const wordPath = ({ numero, slug }: FichePubliee): string =>
  `word/${String(numero).padStart(2, '0')}-${slug}.docx`

/** Who takes a fiche in Word to make their own of it takes all of it. */
export const wordsWord: AuditCheck = {
  id: 'mots-word',
  title: 'Chaque fiche offerte en Word dit tout le texte de la fiche',
  async *run({ kit, dir }) {
    if (!kit.reutilisation.word) return 'Le site n’offre pas les fiches en Word'
    const fiches = sequence(kit).flatMap(item =>
      // Keywords and partners stand in the head of the file, in words of its own.
      item.kind === 'fiche' ? [{ ...item, fiche: { ...item.fiche, mots_cles: [], soutien: [] } }] : [],
    )
    for (const item of fiches) {
      const path = wordPath(item.fiche)
      const bytes = await readFile(join(dir, path)).catch(() => null)
      if (!bytes) yield fault(path, 'La fiche n’est pas offerte en Word.')
      if (!bytes) continue
      const paragraphs = await orUnreadable(path, () => paragraphsOfWord(bytes))
      const words = paragraphs.flatMap(text =>
        wordsOf(
          text
            .replace(/\[\[([^\]|#]+)[^\]]*\]\]/g, (_, slug: string) => nameOf(kit, slug))
            // Stars within words are signs in one place, italics in another.
            .replace(/[\p{L}\p{N}]+(?:\*+[\p{L}\p{N}]+)+/gu, word => `${word} ${word.replaceAll('*', '')}`),
        ),
      )
      for (const { titre, units } of expectedOf(kit, [item], 'web')) {
        // What Word cannot hold it holds as it is written, brackets and all: a passage is lost with a word of it.
        const missing = new Set(
          missingWords(
            units.flatMap(({ text }) => wordsOf(text)),
            words,
          ),
        )
        const lost = align(units, paragraphs, { by: 'lettres' }).lost.filter(({ text }) =>
          wordsOf(text).some(word => missing.has(word)),
        )
        if (units.length > 3 && 2 * lost.length > units.length)
          yield fault(
            path,
            `Ce n’est pas la fiche « ${titre} » : il y manque ${count(lost.length, 'passage')}.`,
          )
        else
          for (const { text, line } of lost)
            yield fault(
              `${path} (ligne ${line} de la fiche)`,
              `Passage perdu ou changé : « ${shorten(text)} »`,
            )
      }
    }
    return `${count(fiches.length, 'fichier')} Word comparés à leur fiche`
  },
}

const shorten = (text: string) => (text.length > 160 ? `${text.slice(0, 150).trimEnd()} …` : text)

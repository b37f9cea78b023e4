import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { publishedFiches } from '../../../../src/indexes/published.ts'
import { count } from '../../../../src/problems/finding.ts'
import type { AuditCheck } from '../material.ts'
import { orUnreadable } from '../read/unreadable.ts'
import { readWord } from '../read/word.ts'
import { wrongNotice } from './word-notice.ts'
import { wrongShape } from './word-outline.ts'
import { exchangedPictures } from './word-pictures.ts'
import { wordPath } from './words-word.ts'

/** Who takes a fiche in Word has its headings, lists, pictures and links with its words, and knows whose they are. */
export const shapeWord: AuditCheck = {
  id: 'forme-word',
  title:
    'Chaque fiche en Word a les titres, listes, tableaux, images et liens de la fiche, et dit de qui elle est, de quand, et sous quelle licence',
  async *run({ kit, dir, epub, signal }) {
    if (!kit.reutilisation.word) return 'Le site n’offre pas les fiches en Word'
    const book = await epub()
    const fiches = publishedFiches(kit)
    for (const fiche of fiches) {
      signal.throwIfAborted()
      const path = wordPath(fiche)
      // That it is there `mots-word` asks.
      const bytes = await readFile(join(dir, path)).catch(() => null)
      if (!bytes) continue
      const word = await orUnreadable(path, async () => readWord(bytes))
      yield* wrongNotice(path, word, fiche, kit)
      yield* wrongShape(path, word, fiche, kit)
      yield* exchangedPictures(path, word, { fiche, kit, book })
    }
    return `${count(fiches.length, 'fichier')} Word`
  },
}

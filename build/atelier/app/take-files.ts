import type { Say } from './dom.ts'
import { isPicture } from './forms/picture-form.ts'
import { refusalOf } from './import-word.ts'

/** What becomes of files by what they are. `picture`: null where no fiche is open. */
type Ways = {
  word(files: readonly File[]): void
  fiche(file: File): void
  picture(): ((file: File) => void) | null
}

/** Creates what takes files that were dropped or chosen; what cannot be taken is told. */
export const fileTaker =
  (ways: Ways, say: Say) =>
  (files: Iterable<File>): void => {
    const isWord = ({ name }: File) => /\.docx$/i.test(name)
    const all = [...files]
    ways.word(all.filter(isWord))
    for (const file of all.filter(file => !isWord(file))) {
      const picture = ways.picture()
      if (/\.md$/i.test(file.name)) ways.fiche(file)
      else if (!isPicture(file)) say(refusalOf(file.name), undefined, file.name)
      else if (picture) picture(file)
      else say(`« ${file.name} » : ouvrir d’abord la fiche où l’image prendra place.`)
    }
  }

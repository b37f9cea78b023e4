import { type Check, findFaults, plural } from '../check.ts'
import type { PictureFacts } from '../read/facts.ts'

/** Pixels an inch: what an offset screen of 150 lines can show, and what everybody sees. */
const WANTED = 300
const LEAST = 200
/** Chromium places pictures to a hundredth of a pixel. */
const SLACK = 1

export const resolution: Check = {
  code: 'resolution',
  titre: 'Définition des images',
  pourquoi: 'Une image trop petite, agrandie sur la page, montre ses pixels.',
  limite: () => `${WANTED} points par pouce à la taille imprimée ; erreur sous ${LEAST}`,
  mesure({ file }) {
    const pictures = file.pages.flatMap(page => page.pictures)
    if (pictures.length === 0) return { verdict: 'conforme', valeur: 'aucune image', pages: [], details: [] }
    const faults = findFaults(file.pages, page =>
      page.pictures.filter(picture => !reaches(picture, WANTED)).map(describe),
    )
    const lowest = Math.min(...pictures.map(picture => picture.resolution))
    const verdict =
      faults.details.length === 0
        ? 'conforme'
        : pictures.every(picture => reaches(picture, LEAST))
          ? 'avertissement'
          : 'erreur'
    return {
      verdict,
      valeur: `${plural(pictures.length, 'image')}, ${Math.round(lowest)} points par pouce au moins`,
      ...faults,
    }
  },
}

const reaches = ({ resolution: found }: PictureFacts, limit: number) => found >= limit - SLACK
const describe = ({ width, height, resolution: found }: PictureFacts) =>
  `image de ${width} × ${height} pixels à ${Math.round(found)} points par pouce`

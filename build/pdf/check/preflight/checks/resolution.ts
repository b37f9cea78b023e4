import { plural } from '../../../../../src/french.ts'
import { onPage, verified } from '../../../../judge/check.ts'
import type { PressCheck } from '../check.ts'
import type { PictureFacts } from '../read/facts.ts'

/** Pixels an inch: what an offset screen of 150 lines can show, and what everybody sees. */
const WANTED = 300
const LEAST = 200
/** Chromium places pictures to a hundredth of a pixel. */
const SLACK = 1

export const resolution: PressCheck = {
  id: 'resolution',
  title: 'Définition des images',
  why: 'Une image trop petite, agrandie sur la page, montre ses pixels.',
  limit: () => `${WANTED} points par pouce à la taille imprimée ; erreur sous ${LEAST}`,
  run({ file }) {
    const pictures = file.pages.flatMap(page => page.pictures)
    const lowest = Math.min(...pictures.map(picture => picture.resolution))
    return verified(
      pictures.length === 0
        ? 'aucune image'
        : `${plural(pictures.length, 'image')}, ${Math.round(lowest)} points par pouce au moins`,
      file.pages.flatMap(({ page, pictures }) =>
        pictures
          .filter(picture => !reaches(picture, WANTED))
          .map(picture => onPage(page, describe(picture), reaches(picture, LEAST) ? 'remarque' : 'erreur')),
      ),
    )
  },
}

const reaches = ({ resolution }: PictureFacts, limit: number) => resolution >= limit - SLACK
const describe = ({ width, height, resolution }: PictureFacts) =>
  `image de ${width} × ${height} pixels à ${Math.round(resolution)} points par pouce`

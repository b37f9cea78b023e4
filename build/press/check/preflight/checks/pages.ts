import { onPage, plural, verified } from '../../../../../src/problems/index.ts'
import type { Sides } from '../../../../pdf/index.ts'
import { findFaults, french, outcomeOf, type PressCheck, type SheetFormat, toMm } from '../check.ts'
import type { PictureFacts } from '../read/read-drawing.ts'
import type { PageFacts } from '../read/read-file.ts'

/** Pixels an inch: what an offset screen of 150 lines can show, and what everybody sees. */
const WANTED = 300
const LEAST = 200
/** In mm: what a cutter cannot see. */
const TOLERANCE = 0.01

export const pageChecks: PressCheck[] = [
  {
    id: 'boites',
    title: 'Format fini et fond perdu',
    why: 'Le massicot coupe au format fini ; sans fond perdu, un filet blanc apparaît au bord des aplats.',
    limit: ({ format }) =>
      `format fini ${french(format.width)} × ${french(format.height)} mm, fond perdu ${french(format.bleed)} mm de chaque côté (à ${french(TOLERANCE)} mm près)`,
    run({ file, kit, format }) {
      const faults = findFaults(file.pages, ({ boxes }) => faultsOf(boxes, format))
      const trim = file.pages[0]?.boxes.trim
      const size = trim
        ? `${french(toMm(trim[2] - trim[0]))} × ${french(toMm(trim[3] - trim[1]))} mm`
        : 'aucune page'
      const lost =
        format.bleed < kit.impression.fond_perdu
          ? [
              onPage(
                null,
                `fond perdu de ${french(format.bleed)} mm : la chasse du cahier prend le reste`,
                'remarque',
              ),
            ]
          : []
      return faults.length > 0 ? outcomeOf(faults, size) : verified(`${size} sur chaque page`, lost)
    },
  },
  {
    id: 'polices-incorporees',
    title: 'Polices incorporées',
    why: 'Une police absente du fichier serait remplacée par une autre ; une police dessinée (Type 3) s’imprime sans les réglages de finesse des vraies.',
    limit: () => 'toutes, aucune dessinée',
    run({ file }) {
      const names = new Set(file.pages.flatMap(({ fonts }) => [...fonts.keys()]))
      return outcomeOf(
        findFaults(file.pages, ({ fonts }) =>
          [...fonts].flatMap(([name, state]) =>
            state === 'embedded' ? [] : [state === 'drawn' ? `${name}, dessinée (Type 3)` : name],
          ),
        ),
        plural(names.size, 'police incorporée', 'polices incorporées'),
      )
    },
  },
  {
    id: 'resolution',
    title: 'Définition des images',
    why: 'Une image trop petite, agrandie sur la page, montre ses pixels. Ce fichier garde celles de la presse ; le PDF d’écran les ramène à 150 points par pouce.',
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
            .map(picture => onPage(page, pixelsOf(picture), reaches(picture, LEAST) ? 'remarque' : 'erreur')),
        ),
      )
    },
  },
]

function* faultsOf({ media, bleed, trim }: PageFacts['boxes'], format: SheetFormat): Generator<string> {
  if (!trim || !bleed) {
    yield trim ? 'pas de BleedBox' : 'pas de TrimBox'
    return
  }
  const [width, height] = [toMm(trim[2] - trim[0]), toMm(trim[3] - trim[1])]
  if (differ(width, format.width) || differ(height, format.height))
    yield `format fini de ${french(width)} × ${french(height)} mm`
  const bleeds = [trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]].map(toMm)
  if (bleeds.some(length => differ(length, format.bleed)))
    yield `fond perdu de ${bleeds.map(length => french(length)).join(' / ')} mm (gauche / bas / droite / haut)`
  if (!contains(media, bleed)) yield 'le fond perdu dépasse la feuille (MediaBox)'
}

const differ = (a: number, b: number) => Math.abs(a - b) > TOLERANCE
const contains = (outer: Sides, inner: Sides) =>
  outer[0] <= inner[0] + SLACK &&
  outer[1] <= inner[1] + SLACK &&
  outer[2] >= inner[2] - SLACK &&
  outer[3] >= inner[3] - SLACK
/** Rounding of coordinates, in points. */
const SLACK = 0.01

/** Chromium sets the sides of a picture on whole pixels of the page, 96 an inch: a small one grows by up to one of them. */
const reaches = ({ width, height, resolution }: PictureFacts, limit: number) => {
  const side = Math.min(width, height)
  return side >= limit * (side / resolution - 1 / 96)
}
const pixelsOf = ({ width, height, resolution }: PictureFacts) =>
  `image de ${width} × ${height} pixels à ${Math.round(resolution)} points par pouce`

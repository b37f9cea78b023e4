import { plural } from '../../../../../src/french.ts'
import { unless, verified } from '../../../../../src/problems/finding.ts'
import { findFaults, french, measured, ofPages, type PressCheck } from '../check.ts'
import { toMm } from '../millimetres.ts'
import type { Box, PageFacts } from '../read/facts.ts'
import type { SheetFormat } from '../sheet-format.ts'

/** In mm: what a cutter cannot see. */
const TOLERANCE = 0.01

export const paper: PressCheck[] = [
  {
    id: 'boites',
    title: 'Format fini et fond perdu',
    why: 'Le massicot coupe au format fini ; sans fond perdu, un filet blanc apparaît au bord des aplats.',
    limit: ({ kit, format }) =>
      `format fini ${french(format.width)} × ${french(format.height)} mm, fond perdu ${french(kit.impression.fond_perdu)} mm de chaque côté (à ${french(TOLERANCE)} mm près), pas d’ArtBox`,
    run({ file, kit, format }) {
      const faults = findFaults(file.pages, ({ boxes }) => faultsOf(boxes, kit.impression.fond_perdu, format))
      const trim = file.pages[0]?.boxes.trim
      const size = trim
        ? `${french(toMm(trim[2] - trim[0]))} × ${french(toMm(trim[3] - trim[1]))} mm`
        : 'aucune page'
      return measured(faults, `${size} sur chaque page`)
    },
  },
  {
    id: 'pagination',
    title: 'Nombre de pages',
    why: 'Une feuille pliée porte quatre pages, un feuillet deux : il manquerait des pages au cahier.',
    limit: ({ format: { signature } }) => (signature === 1 ? 'une' : `un multiple de ${signature}`),
    run({ file, format: { signature } }) {
      const { length } = file.pages
      const over = length % signature
      const whole = over === 0 && length > 0
      return verified(plural(length, 'page'), unless(whole, `il manque ${plural(signature - over, 'page')}`))
    },
  },
  {
    id: 'reperes',
    title: 'Repères hors de la page',
    why: 'Les repères s’impriment dans les quatre encres à la fois : dans la page, ils satureraient le papier.',
    limit: () => 'aucun objet en Separation All dans le fond perdu',
    run: ofPages('aucun', ({ paints }) =>
      paints.some(({ space }) => space === 'Separation All') ? ['couleur de repérage dans la page'] : [],
    ),
  },
]

function* faultsOf(
  { media, crop, bleed, trim, art }: PageFacts['boxes'],
  fondPerdu: number,
  format: SheetFormat,
): Generator<string> {
  if (!trim || !bleed) {
    yield trim ? 'pas de BleedBox' : 'pas de TrimBox'
    return
  }
  const [width, height] = [toMm(trim[2] - trim[0]), toMm(trim[3] - trim[1])]
  if (differ(width, format.width) || differ(height, format.height))
    yield `format fini de ${french(width)} × ${french(height)} mm`
  const bleeds = [trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3]].map(toMm)
  if (bleeds.some(length => differ(length, fondPerdu)))
    yield `fond perdu de ${bleeds.map(length => french(length)).join(' / ')} mm (gauche / bas / droite / haut)`
  if (!contains(media, bleed)) yield 'le fond perdu dépasse la feuille (MediaBox)'
  if (crop && !contains(crop, bleed)) yield 'la CropBox coupe dans le fond perdu'
  if (art) yield 'ArtBox en plus de la TrimBox'
}

const differ = (a: number, b: number) => Math.abs(a - b) > TOLERANCE
const contains = (outer: Box, inner: Box) =>
  outer[0] <= inner[0] + SLACK &&
  outer[1] <= inner[1] + SLACK &&
  outer[2] >= inner[2] - SLACK &&
  outer[3] >= inner[3] - SLACK
/** Rounding of coordinates, in points. */
const SLACK = 0.01

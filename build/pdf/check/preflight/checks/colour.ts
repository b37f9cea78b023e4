import { isRichBlack } from '../../../../../src/content/text-inks.ts'
import type { Kit } from '../../../../../src/kit.ts'
import { onPage, verified } from '../../../../../src/problems/finding.ts'
import { isDrawing } from '../../../../../src/svg/is-drawing.ts'
import type { Ink } from '../../../press/colour/ink.ts'
import { findFaults, french, inkName, measured, ofPages, type PressCheck, type Subject } from '../check.ts'
import { isScreenSpace } from '../read/colours.ts'

const allowed = new Set(['DeviceCMYK', 'DeviceGray', 'Separation All', 'Pattern'])
/** A ten-thousandth, as the file writes its inks. */
const TOLERANCE = 1e-4
/** A raster counts in steps of 255, each of the four inks rounded. */
const RASTER_STEP = 1
/** In points: above, a shift between two plates no longer blurs the letters. */
const SMALL = 12

export const colour: PressCheck[] = [
  {
    id: 'rvb',
    title: 'Couleurs d’écran (RVB)',
    why: 'Une couleur d’écran serait convertie par l’imprimeur, sans que personne n’ait choisi ses encres.',
    limit: () => 'aucune',
    run: ofPages('aucune', ({ spaces }) => [...spaces].filter(isScreenSpace).sort()),
  },
  {
    id: 'espaces',
    title: 'Espaces de couleur',
    why: 'Le kit s’imprime en quatre encres : un ton direct ou un autre espace demanderait une plaque de plus.',
    limit: () => 'DeviceCMYK et DeviceGray ; Separation All pour les repères',
    run({ file }) {
      const used = new Set(file.pages.flatMap(({ spaces }) => [...spaces]))
      const faults = findFaults(file.pages, ({ spaces }) =>
        [...spaces].filter(space => !allowed.has(space) && !isScreenSpace(space)).sort(),
      )
      return measured(faults, [...used].sort().join(', ') || 'aucun')
    },
  },
  {
    id: 'palette',
    title: 'Encres de la charte',
    why: 'Chaque couleur de la charte a ses pourcentages d’encre, et eux seuls : elle est la même sur toutes les pages. Un dessin du kit a ses couleurs à lui.',
    limit: ({ inks }) => `les encres des ${inks.all.length} couleurs de la charte, au millième`,
    run({ file, inks, kit }) {
      const used = new Set(
        file.pages.flatMap(({ paints }) => paints.flatMap(({ ink }) => (ink ? [String(ink)] : []))),
      )
      if (hasDrawings(kit)) return verified(`${used.size} encrages différents, ceux des dessins compris`, [])
      const faults = findFaults(file.pages, ({ paints }) =>
        paints.flatMap(({ ink }) => (ink && !isCharted(ink, inks) ? [inkName(ink)] : [])),
      )
      return measured(faults, `${used.size} encrages différents, tous de la charte`)
    },
  },
  {
    id: 'encrage',
    title: 'Encrage total',
    why: 'Trop d’encre au même endroit ne sèche pas et macule la feuille suivante.',
    limit: ({ kit }) => `${french(kit.impression.encrage_max)} % dans le fond perdu`,
    run({ ink, kit }) {
      const limit = kit.impression.encrage_max
      const findings = ink.pages
        .filter(({ coverage }) => coverage > limit + RASTER_STEP)
        .map(({ page, coverage }) => onPage(page, `${french(coverage, 0)} %`))
      const highest = ink.pages.reduce((best, page) => (page.coverage > best.coverage ? page : best), {
        page: 0,
        coverage: 0,
      })
      const how =
        ink.method === 'ghostscript'
          ? `mesuré par Ghostscript ${ink.version}`
          : 'estimé sans Ghostscript, d’après les encres de chaque objet'
      const evidence = `${french(highest.coverage, 0)} % au plus${highest.page > 0 ? ` (page ${highest.page})` : ''}, ${how}`
      if (ink.method === 'ghostscript' || findings.length > 0 || ink.unsure.length === 0)
        return verified(evidence, findings)
      const unsure = ink.unsure.map(({ page, why }) =>
        onPage(page, `non mesurable sans Ghostscript (${why})`, 'remarque'),
      )
      return { state: 'non-verifie', reason: evidence, findings: unsure }
    },
  },
  {
    id: 'noir-enrichi',
    title: 'Petit texte en noir seul',
    why: 'Un petit texte noir imprimé en quatre encres bave au moindre décalage des plaques.',
    limit: () => `aucun noir enrichi sous ${SMALL} pt`,
    run: ofPages('aucun', ({ texts }) =>
      texts.flatMap(({ size, paint: { ink }, font }) =>
        size < SMALL && ink && isRichBlack(ink.map(part => 100 * part))
          ? [`${font.name} ${french(size)} pt en ${inkName(ink)}`]
          : [],
      ),
    ),
  },
]

const hasDrawings = ({ images }: Kit) => Object.keys(images).some(isDrawing)

const isCharted = (ink: Ink, { all }: Subject['inks']) =>
  all.some(entry => entry.ink.every((value, index) => Math.abs(value - (ink[index] ?? 0)) <= TOLERANCE))

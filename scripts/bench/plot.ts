import type { Kit } from '../../src/kit.ts'
import { couleursOf, svg } from '../../src/markdown/charts/dessin.ts'
import { describe, donneesOf } from '../../src/markdown/charts/donnees.ts'
import { graphiques, largeurs } from '../../src/markdown/charts/index.ts'
import { find, type Measurement } from './measurement.ts'
import { inside, medianOf, whole } from './statistics.ts'
import { figure } from './tables.ts'

/** Whole commands from the quickest to the slowest, as the kit's own charts draw bars.
 *  @param kit whose colours are taken. @returns SVG; null when fewer than two were measured */
export function plot(measured: Measurement, size: number, kit: Kit): string | null {
  const shades = Object.values(kit.tokens.familles)[0]
  if (!shades) throw new Error('the kit has no colours')
  const rows = Object.entries(shown)
    .map(([name, label]) => {
      const result = find(measured, name, size)
      return [label, medianOf(result, name === 'veille' ? inside : whole)] as const
    })
    .filter(([, seconds]) => Number.isFinite(seconds))
    .sort(([, a], [, b]) => a - b)
  if (rows.length < 2) return null
  const data = donneesOf(
    ['', 'seconds (s)'],
    rows.map(([label, seconds]) => [label, figure(seconds)]),
  )
  const colours = couleursOf(kit, shades)
  return svg(graphiques.barres(data, colours, largeurs.page), {
    label: describe(data),
    usage: 'fichier',
    fond: colours.papier,
    classe: 'graphe',
  })
}

/** Short enough to stand beside their bars. */
const shown: Readonly<Record<string, string>> = {
  natif: 'Chromium alone',
  rien: 'Press, no edit',
  veille: 'Press, watching',
  fiche: 'Press, one fiche',
  froid: 'Press, cold',
  pagedjs: 'Paged.js',
  'pagedjs-cli': 'pagedjs-cli',
  vivliostyle: 'Vivliostyle CLI',
  weasyprint: 'WeasyPrint',
}
